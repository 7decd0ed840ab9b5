"""Exports: each format holds what the database holds, runs nothing, and is written whole or not at all."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.exporters.delimited import BOM, GUARDED, guard, lines, unguard
from db.exporters.documents import json_lines, write_xlsx
from db.exporters.tabular import Column, ExportError, ExportRequest, columns_for, encode
from db.fields import BY_KEY, FIELDS
from db.kinds import Kind
from db.listings import FieldType

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RISKY = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1", "''=1", "=", "-"]
HARMLESS = ["", "'", "''", "a=b", "'quoted'", " =1", "1-2", "o'=1", "深度求索"]


def columns(*keys: str) -> list[Column]:
    return columns_for([BY_KEY[Kind.RELEASE, key] for key in keys])


def parts(*partitions) -> list:
    """Partitions by column, as they are read: none is empty."""
    return [[*zip(*rows, strict=True)] for rows in partitions if rows]


def written(rows, *keys, lossless=True, delimiter=",") -> bytes:
    request = ExportRequest(Kind.RELEASE, columns=keys, lossless=lossless)
    return b"".join(lines(request, columns(*keys), parts(rows), delimiter=delimiter))


def read_back(data: bytes, delimiter=",") -> list[list[str]]:
    text = data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


# ---- CSV and TSV ----

texts = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("=+-@\t\r\n\"';, \0"))


@given(text=texts)
@example(text="'=1")
def test_guard_is_undone(text):
    assert unguard(guard(text)) == text
    assert guard(text)[:1] not in GUARDED or not text


@pytest.mark.parametrize("text", RISKY)
def test_text_that_a_spreadsheet_would_run_is_guarded(text):
    assert guard(text) == "'" + text


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_text_is_left_alone(text):
    assert guard(text) == unguard(text) == text


@given(rows=st.lists(st.tuples(texts, texts), max_size=5), delimiter=st.sampled_from(",\t"))
def test_lossless_texts_read_back_the_same(rows, delimiter):
    data = written(rows, "name", "license", delimiter=delimiter)
    assert not data.startswith(BOM.encode())
    assert read_back(data, delimiter) == [["name", "license"], *map(list, rows)]


@given(rows=st.lists(st.tuples(texts, texts), max_size=5), delimiter=st.sampled_from(",\t"))
def test_spreadsheet_texts_read_back_the_same_without_their_guards(rows, delimiter):
    data = written(rows, "name", "license", lossless=False, delimiter=delimiter)
    assert data.startswith(BOM.encode())
    header, *cells = read_back(data, delimiter)
    assert header == ["name", "license"]
    assert [tuple(map(unguard, row)) for row in cells] == rows
    assert not [cell for row in cells for cell in row if cell[:1] in GUARDED and cell]


@given(values=st.lists(texts.filter(bool), max_size=4))
def test_lossless_list_is_json(values):
    _, row = read_back(written([("V3", values)], "name", "technique"))
    assert (json.loads(row[1]) if row[1] else []) == values


@pytest.mark.parametrize(
    ("key", "values", "lossless", "spreadsheet"),
    [
        ("name", ("DeepSeek-V3",), "DeepSeek-V3", "DeepSeek-V3"),
        ("name", ("-V3",), "-V3", "'-V3"),
        ("license", (None,), "", ""),
        ("params", (671_000_000_000,), "671000000000", "671000000000"),
        ("params", (-1,), "-1", "-1"),
        ("params", (0,), "0", "0"),
        ("params", (None,), "", ""),
        ("open", (1,), "true", "yes"),
        ("open", (0,), "false", "no"),
        ("open", (None,), "", ""),
        ("technique", (["MLA", "MoE"],), '["MLA", "MoE"]', "MLA; MoE"),
        ("technique", (["=1", "MoE"],), '["=1", "MoE"]', "'=1; MoE"),
        ("technique", (["MoE", "=1"],), '["MoE", "=1"]', "MoE; =1"),
        ("technique", ([],), "", ""),
        ("parent", (["深度求索"],), '["深度求索"]', "深度求索"),
        (
            "variants",
            ([{"key": "7b", "name": "7B", "params": 7, "active": None}],),
            '[{"key": "7b", "name": "7B", "params": 7, "active": null}]',
            "7B",
        ),
    ],
)
def test_cell_in_both_profiles(key, values, lossless, spreadsheet):
    assert read_back(written([("x", *values)], "name", key))[1][1] == lossless
    assert read_back(written([("x", *values)], "name", key, lossless=False))[1][1] == spreadsheet


def test_number_of_a_float_column_has_no_needless_point():
    column = Column("number", "number", BY_KEY[next(f.listing for f in FIELDS if f.key == "number"), "number"])
    request = ExportRequest(column.field.listing)
    data = b"".join(lines(request, [column], [[(1.0, 2.5, None)]]))
    assert read_back(data)[1:] == [["1"], ["2.5"], [""]]


@pytest.mark.parametrize("lossless", [True, False])
def test_date_is_four_columns_and_a_month_stays_one(lossless):
    rows = [("2024-01", "2024-01-01", "2024-01-31", "month"), ("", None, None, "")]
    assert read_back(written(rows, "date", lossless=lossless)) == [
        ["date", "date_earliest", "date_latest", "date_precision"],
        ["2024-01", "2024-01-01", "2024-01-31", "month"],
        ["", "", "", ""],
    ]


def test_lines_end_as_rfc_4180_says():
    assert written([('say "hi"\nthere', "a,b")], "name", "license") == b'name,license\r\n"say ""hi""\nthere","a,b"\r\n'


def test_half_a_surrogate_pair_becomes_the_replacement_character():
    assert read_back(written([("a\ud800b",)], "name"))[1] == ["a\ufffdb"]
    assert encode("\udfff深") == "\ufffd深".encode()


def test_one_unknown_value_is_still_a_row():
    assert read_back(written([(None,), ("x",)], "license")) == [["license"], [""], ["x"]]


def test_headers_are_stable_and_cannot_run():
    assert [c.header for field in FIELDS for c in columns_for([field]) if not re.fullmatch("[a-z_]+", c.header)] == []


# ---- JSON ----


def test_json_holds_typed_values():
    keys = ("name", "date", "params", "open", "license", "technique")
    partitions = [
        [("V3", "2024-12", "2024-12-01", "2024-12-31", "month", 671, 1, "MIT", ["MLA"])],
        [],
        [("=x\n深", "", None, None, "", None, None, "", [])],
    ]
    data = b"".join(json_lines(columns(*keys), parts(*partitions)))
    assert data.count(b"\n") == 4
    date = {"edtf": "2024-12", "earliest": "2024-12-01", "latest": "2024-12-31", "precision": "month"}
    assert json.loads(data) == [
        {"name": "V3", "date": date, "params": 671, "open": True, "license": "MIT", "technique": ["MLA"]},
        {"name": "=x\n深", "date": None, "params": None, "open": None, "license": None, "technique": []},
    ]


def test_json_of_nothing_is_an_empty_list():
    assert json.loads(b"".join(json_lines(columns("name"), []))) == []


@given(text=st.text())
def test_json_texts_read_back_the_same(text):
    [row] = json.loads(b"".join(json_lines(columns("name"), [[(text,)]])))
    assert row["name"] == (re.sub("[\ud800-\udfff]", "\ufffd", text) or None)


# ---- XLSX ----


def sheet_cells(data: bytes) -> dict[str, str | float]:
    """The cells of the only sheet: texts as str, numbers as float."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheet = ET.fromstring(archive.read("xl/worksheets/sheet1.xml"))
        assert not [name for name in archive.namelist() if "rels" in name and b"hyperlink" in archive.read(name)]
    assert list(sheet.iter(f"{SHEET}f")) == []
    cells: dict[str, str | float] = {}
    for cell in sheet.iter(f"{SHEET}c"):
        if cell.get("t") == "inlineStr":
            text = "".join(part.text or "" for part in cell.iter(f"{SHEET}t"))
            text = re.sub(r"_x([0-9A-F]{4})_", lambda match: chr(int(match[1], 16)), text)
            cells[cell.get("r", "")] = text
        else:
            cells[cell.get("r", "")] = float(cell.findtext(f"{SHEET}v", ""))
    return cells


def workbook(rows, *keys) -> dict[str, str | float]:
    file = io.BytesIO()
    write_xlsx(file, columns(*keys), parts(rows))
    return sheet_cells(file.getvalue())


def test_xlsx_holds_numbers_and_texts():
    rows = [("V3", 671, 1, ["MLA", "MoE"]), ("R1", None, 0, [])]
    assert workbook(rows, "name", "params", "open", "technique") == {
        "A1": "name",
        "B1": "params",
        "C1": "open",
        "D1": "technique",
        "A2": "V3",
        "B2": 671.0,
        "C2": "yes",
        "D2": "MLA; MoE",
        "A3": "R1",
        "C3": "no",
    }


@pytest.mark.parametrize("text", [*RISKY, "https://example.org", "mailto:x@example.org", "{=1}", "_x0041_", "a\0b\x1f"])
def test_xlsx_text_stays_text(text):
    assert workbook([(text,)], "name")["A2"] == text


def test_xlsx_half_a_surrogate_pair_becomes_the_replacement_character():
    assert workbook([("a\ud800",)], "name")["A2"] == "a\ufffd"


def test_xlsx_of_nothing_has_its_header():
    assert workbook([], "name") == {"A1": "name"}


@pytest.mark.parametrize("text", ["x" * 32_767, "😀" * 16_383])
def test_longest_xlsx_cell_is_whole(text):
    assert workbook([(text,)], "name")["A2"] == text


@pytest.mark.parametrize("text", ["x" * 32_768, "😀" * 16_384])
def test_longer_xlsx_cell_is_an_error_that_says_where(text):
    with pytest.raises(ExportError, match=r"row 3, column name: an XLSX cell holds 32,767 characters at most"):
        workbook([("a",), (text,)], "name")


def test_too_many_rows_for_xlsx_are_an_error(monkeypatch):
    monkeypatch.setattr("db.exporters.documents.XLSX_ROWS", 2)
    assert workbook([("a",), ("b",)], "name")["A3"] == "b"
    with pytest.raises(ExportError, match="holds 2 rows at most; narrow the filter or export CSV"):
        workbook([("a",), ("b",), ("c",)], "name")


def test_failed_write_of_xlsx_is_an_os_error(tmp_path, monkeypatch):
    class Full(io.BytesIO):
        def write(self, _data):
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(OSError, match="No space left"):
        write_xlsx(Full(), columns("name"), [[["a"]]])
    assert list(tmp_path.iterdir()) == []


def test_full_scratch_folder_of_xlsx_is_an_os_error(monkeypatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("xlsxwriter.packager.Packager._create_package", full)
    with pytest.raises(OSError, match="No space left"):
        write_xlsx(io.BytesIO(), columns("name"), [[["a"]]])


def test_stopped_xlsx_leaves_no_temporary_file(tmp_path, monkeypatch):
    def partitions():
        yield [["a"]]
        raise ExportError("stop")

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(ExportError, match="stop"):
        write_xlsx(io.BytesIO(), columns("name"), partitions())
    assert list(tmp_path.iterdir()) == []


def test_every_type_of_field_can_be_written():
    assert {field.type for field in FIELDS} == set(FieldType)
