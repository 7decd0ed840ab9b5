"""Exports of a database: which rows and columns, in which order, and the description beside them."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re

import pytest
from sqlalchemy import insert

from db import models as m
from db.atomic import WriteError
from db.engine import memory_database
from db.exporters import tabular
from db.exporters.datapackage import NAME
from db.exporters.tables import FORMATS, export, preview
from db.exporters.tabular import Cancelled, ExportError, ExportRequest, Watch, essential
from db.fields import BY_KEY, FIELDS, fields_of
from db.filters import parse
from db.kinds import Kind
from db.listings import Part

NAMES = {1: "V3", 2: "R1", 3: "-Coder", 4: "VL"}
KINDS = [*Kind, *Part]


@pytest.fixture(scope="module")
def conn():
    database = memory_database()
    with database.write("test") as conn:
        fill(conn)
    with database.read() as conn:
        yield conn
    database.close()


def fill(conn) -> None:
    def entity(at, kind, name, month=None) -> dict:
        row = {"id": at, "slug": f"e{at}", "kind": kind, "name": name, "name_key": name.casefold()}
        first = datetime.date(2024, month, 1) if month else None
        last = datetime.date(2024, month, 28) if month else None
        edtf = f"2024-{month:02}" if month else ""
        row |= {"date_text": edtf, "date_edtf": edtf, "date_earliest": first, "date_latest": last}
        return row | {"date_precision": "month" if month else ""}

    months = {1: 12, 2: 2, 3: 6, 4: None}
    rows = [entity(at, "release", name, months[at]) for at, name in NAMES.items()]
    rows += [entity(10, "technique", "MoE"), entity(11, "technique", "mla"), entity(12, "technique", "=cmd()")]
    conn.execute(insert(m.entity), rows)
    open_ = {1: True, 2: True, 3: False, 4: None}
    conn.execute(
        insert(m.release),
        [{"id": at, "params": at * 10**9, "open_weights": open_[at], "license": "MIT"} for at in NAMES],
    )
    used = [{"subject_id": 1, "property": "technique", "object_id": at} for at in (10, 11, 12)]
    conn.execute(insert(m.relation), used)
    sizes = [{"release_id": 1, "key": key, "name": key.upper(), "position": at} for at, key in enumerate(("16b", "7b"))]
    conn.execute(insert(m.variant), [size | {"params": 7, "active_params": None} for size in sizes])
    conn.execute(
        insert(m.dossier),
        {"slug": "d", "title": "D", "license": "CC BY 4.0", "credits": "The authors of D"},
    )


def exported(conn, request, format_="csv") -> list[list[str]]:
    file = io.BytesIO()
    assert export(conn, request, FORMATS[format_], file) == []
    return list(csv.reader(io.StringIO(file.getvalue().decode("utf-8-sig"), newline="")))


def names(rows) -> list[str]:
    return [row[0] for row in rows[1:]]


@pytest.mark.parametrize(
    ("query", "ids", "sort", "expected"),
    [
        ("", None, (), ["-Coder", "R1", "V3", "VL"]),
        ("", None, (("date", False),), ["R1", "-Coder", "V3", "VL"]),
        ("", None, (("date", True),), ["V3", "-Coder", "R1", "VL"]),
        ("", None, (("params", True),), ["VL", "-Coder", "R1", "V3"]),
        ("open:yes", None, (), ["R1", "V3"]),
        ("open:yes", None, (("params", False),), ["V3", "R1"]),
        ("", (4, 1, 99, 2), (), ["VL", "V3", "R1"]),
        ("", (), (), []),
        ("license:none-such", None, (), []),
    ],
)
@pytest.mark.parametrize("size", [1, 2, 2_000])
def test_rows_and_their_order(conn, monkeypatch, size, query, ids, sort, expected):
    monkeypatch.setattr(tabular, "PARTITION", size)
    spec = parse(query)
    request = ExportRequest(Kind.RELEASE, spec, ids, ("name", "technique"), sort, lossless=True)
    assert names(exported(conn, request)) == expected


def test_every_column_of_a_row(conn):
    keys = ("name", "date", "params", "open", "license", "technique", "variants", "aliases", "id")
    request = ExportRequest(Kind.RELEASE, parse("name:V3"), ids=(1,), columns=keys, lossless=True)
    header, row = exported(conn, request)
    variants = [{"key": key, "name": key.upper(), "params": 7, "active": None} for key in ("16b", "7b")]
    assert dict(zip(header, row, strict=True)) == {
        "name": "V3",
        "date": "2024-12",
        "date_earliest": "2024-12-01",
        "date_latest": "2024-12-28",
        "date_precision": "month",
        "params": "1000000000",
        "open": "true",
        "license": "MIT",
        "technique": '["=cmd()", "mla", "MoE"]',
        "variants": json.dumps(variants),
        "aliases": "",
        "id": "e1",
    }
    header, row = exported(conn, ExportRequest(Kind.RELEASE, ids=(1,), columns=keys))
    assert row[header.index("technique")] == "'=cmd(); mla; MoE"
    assert row[header.index("variants")] == "16B; 7B"


@pytest.mark.parametrize("listing", KINDS, ids=str)
@pytest.mark.parametrize("format_", FORMATS)
def test_every_column_of_every_kind_can_be_exported(conn, listing, format_):
    request = ExportRequest(listing, columns=tuple(item.key for item in fields_of(listing)), lossless=True)
    file = io.BytesIO()
    export(conn, request, FORMATS[format_], file)
    assert file.getvalue()
    headers, rows = preview(conn, request, FORMATS[format_])
    assert headers
    assert all(len(row) == len(headers) for row in rows)


@pytest.mark.parametrize("listing", KINDS, ids=str)
def test_essential_columns_exist(listing):
    assert essential(listing)
    assert all((listing, key) in BY_KEY for key in essential(listing))


def test_unknown_column_is_an_error_that_names_the_known(conn):
    with pytest.raises(ExportError, match=r"“size” is no column of release; the columns are name, date, org"):
        exported(conn, ExportRequest(Kind.RELEASE, columns=("size",)))


@pytest.mark.parametrize("format_", FORMATS)
def test_preview_is_the_head_of_the_file(conn, format_):
    request = ExportRequest(Kind.RELEASE, columns=("name", "technique"))
    headers, rows = preview(conn, request, FORMATS[format_], rows=2)
    assert headers == ["name", "technique"]
    assert len(rows) == 2
    if format_ == "csv":
        assert [headers, *rows] == exported(conn, request)[:3]


def test_watch_hears_each_partition_and_can_stop(conn, monkeypatch, tmp_path):
    monkeypatch.setattr(tabular, "PARTITION", 2)
    heard: list[tuple[int, int]] = []
    target = tmp_path / "out.csv"
    target.write_text("old")
    request = ExportRequest(Kind.RELEASE, columns=("name",))
    watch = Watch(lambda *steps: heard.append(steps), lambda: len(heard) > 1)
    with pytest.raises(Cancelled):
        export(conn, request, FORMATS["csv"], target, watch)
    assert heard == [(0, 4), (2, 4)]
    assert target.read_text() == "old"
    heard.clear()
    export(conn, request, FORMATS["csv"], target, Watch(lambda *steps: heard.append(steps)))
    assert heard == [(0, 4), (2, 4), (4, 4)]


def test_cancelling_while_the_disk_is_flushed_keeps_the_old_file(conn, monkeypatch, tmp_path):
    target = tmp_path / "out.csv"
    target.write_text("old")
    pressed: list[bool] = []
    monkeypatch.setattr("db.atomic.os.fsync", lambda _: pressed.append(True))
    with pytest.raises(Cancelled):
        export(conn, ExportRequest(Kind.RELEASE), FORMATS["csv"], target, Watch(cancelled=lambda: bool(pressed)))
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]


# ---- datapackage.json ----


def described(conn, path, **choices) -> dict:
    request = ExportRequest(Kind.RELEASE, lossless=True, **choices)
    made = export(conn, request, FORMATS["csv"], path)
    assert made[0] == path
    return json.loads(made[1].read_text("utf-8"))


def test_description_has_what_frictionless_asks_for(conn, tmp_path):
    keys = tuple(item.key for item in fields_of(Kind.RELEASE))
    package = described(conn, tmp_path / "V3 & 深度.csv", columns=keys, spec=parse("open:yes"))
    assert package["profile"] == "tabular-data-package"
    [resource] = package["resources"]
    assert resource["profile"] == "tabular-data-resource"
    assert re.fullmatch(r"[-a-z0-9._/]+", resource["name"])
    assert resource["path"] == "V3 & 深度.csv"
    assert resource["encoding"] == "utf-8"
    header, *_ = csv.reader(io.StringIO((tmp_path / resource["path"]).read_text("utf-8"), newline=""))
    fields = resource["schema"]["fields"]
    assert [field["name"] for field in fields] == header
    assert {field["type"] for field in fields} == {"string", "date", "number", "boolean", "array"}
    assert resource["licenses"] == [{"name": "CC-BY-4.0", "title": "CC BY 4.0"}]
    assert resource["sources"] == [{"title": "The authors of D"}]
    labline = resource["labline"]
    datetime.datetime.fromisoformat(labline.pop("made"))
    assert labline == {"kind": "release", "query": "open:yes", "scope": "filtered", "rows": 2, "of": 4}


def test_description_gathers_the_files_of_its_folder(conn, tmp_path):
    described(conn, tmp_path / "a.csv", ids=(1, 2))
    described(conn, tmp_path / "A.csv")
    package = described(conn, tmp_path / "a.csv", ids=(1,))
    assert [(item["path"], item["name"]) for item in package["resources"]] == [("A.csv", "a-2"), ("a.csv", "a")]
    assert package["resources"][1]["labline"]["scope"] == "selected"
    assert package["resources"][1]["labline"]["rows"] == 1


@pytest.mark.parametrize("content", ['{"name": "theirs", "resources": []}', "no json", "[]", "[" * 100_000])
def test_description_of_someone_else_is_left_alone(conn, tmp_path, content):
    (tmp_path / NAME).write_text(content)
    described(conn, tmp_path / "a.csv")
    assert (tmp_path / NAME).read_text() == content
    assert json.loads((tmp_path / f"a.{NAME}").read_text())["resources"][0]["path"] == "a.csv"


def test_no_room_for_a_description_is_an_error_that_says_what_was_written(conn, tmp_path):
    for name in (NAME, f"a.{NAME}"):
        (tmp_path / name).write_text("{}")
    with pytest.raises(WriteError, match=r"a\.csv was written, its description was not"):
        described(conn, tmp_path / "a.csv")
    assert (tmp_path / "a.csv").exists()


@pytest.mark.parametrize(("format_", "lossless"), [("csv", False), ("tsv", True), ("json", True), ("xlsx", False)])
def test_other_files_have_no_description(conn, tmp_path, format_, lossless):
    path = tmp_path / "a"
    assert export(conn, ExportRequest(Kind.RELEASE, lossless=lossless), FORMATS[format_], path) == [path]
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_headers_of_a_listing_differ():
    for listing in KINDS:
        headers = [column.header for column in tabular.columns_for(fields_of(listing))]
        assert len(headers) == len(set(headers))
    assert {item.listing for item in FIELDS} == set(KINDS)
