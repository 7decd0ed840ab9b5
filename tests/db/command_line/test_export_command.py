"""`labline export` and `list-fields`: what they write, and mistakes in one or two lines."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from db.fields import fields_of
from db.kinds import Kind
from db.listings import Part
from tests.db.command_line.command_line_use import rows_of, run


def test_the_issue_s_own_example(database: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.csv"
    code, _, err = run(
        capfd, "export", "params:>100B open:yes", "--kind", "release", "--format", "csv", "--profile", "lossless",
        "--columns", "name,date,params", "-o", out, "--db", database,
    )  # fmt: skip
    assert (code, err) == (0, f"wrote {out}\nwrote {out.with_name('datapackage.json')}\n")
    rows = rows_of(out)
    assert list(rows[0]) == ["name", "date", "date_earliest", "date_latest", "date_precision", "params"]
    assert all(int(row["params"]) > 100e9 for row in rows)
    by_name = {row["name"]: row for row in rows}
    assert by_name["DeepSeek-V2"]["date_earliest"] == "2024-05-06"
    assert by_name["DeepSeek-V3"]["date_precision"] == "month"
    package = json.loads(out.with_name("datapackage.json").read_text("utf-8"))
    assert package["resources"][0]["labline"]["query"] == "params:>100B open:yes"
    assert package["resources"][0]["labline"]["rows"] == len(rows)


@pytest.mark.parametrize("listing", [*Kind, *Part])
@pytest.mark.parametrize("format_", ["csv", "tsv", "json"])
def test_each_kind_exports_all_its_columns(
    database: Path, capfd: pytest.CaptureFixture[str], listing: Kind | Part, format_: str
) -> None:
    code, out, err = run(
        capfd, "export", "--kind", listing.value, "--columns", "all", "--format", format_, "--db", database
    )
    assert (code, err) == (0, "")
    keys = {item.key for item in fields_of(listing)}
    if format_ == "json":
        found = json.loads(out)
        assert all(set(row) == keys for row in found)
    else:
        header = next(csv.reader(io.StringIO(out), delimiter="," if format_ == "csv" else "\t"))
        assert keys <= set(header)


def test_excluding_what_cannot_be_searched_for_excludes_nothing(
    database: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    _, everything, _ = run(capfd, "export", "deepseek", "--columns", "id", "--db", database)
    _, found, _ = run(capfd, "export", "deepseek -🚀", "--columns", "id", "--db", database)
    assert found == everything


def test_json_numbers_are_whole_where_they_are(database: Path, capfd: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(
        capfd, "export", "property:params", "--kind", "statement", "--format", "json", "--columns", "number",
        "--db", database,
    )  # fmt: skip
    numbers = [row["number"] for row in json.loads(out)]
    assert 671_000_000_000 in numbers and all(isinstance(number, int) for number in numbers)


def test_sorting(database: Path, capfd: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capfd, "export", "org:DeepSeek", "--columns", "params", "--sort", "params:desc", "--db", database)
    numbers = [int(line) for line in out.split()[1:] if line and line != '""']
    assert numbers == sorted(numbers, reverse=True) and len(set(numbers)) > 5


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["export", "parms:>7B"], "did you mean params"),
        (["export", 'org:"Deep'], "quote"),
        (["export", "--columns", "nmae"], "“nmae” is no column of release; the columns are name, date"),
        (["export", "--sort", "date:up"], "write KEY or KEY:desc"),
        (["export", "--format", "dossier"], "name it with -o FOLDER"),
        (["export", "-o", "/nowhere/out.csv"], "its folder does not exist"),
        (["export", "-o", "."], "it is a folder; add a file name"),
        (["export", "--db", "/nowhere/x.db"], "does not exist"),
        (["import", "/nowhere/x.csv"], "does not exist"),
    ],
)
def test_mistakes_are_explained(
    database: Path, capfd: pytest.CaptureFixture[str], words: list[str], message: str
) -> None:
    at = [] if "--db" in words else ["--db", str(database)]
    code, out, err = run(capfd, *words, *at)
    assert code == 1
    assert out == ""
    assert message in err
    assert err.startswith("labline: ") and err.count("\n") <= 2 and "Traceback" not in err


@pytest.mark.parametrize(
    ("name", "content"), [("text.db", b"not a database, but long enough\n" * 100), ("empty.csv", b"")]
)
def test_foreign_files_are_refused_and_left_alone(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    words = ["export", "--db"] if name.endswith(".db") else ["import", "--db", str(tmp_path / "new.db")]
    code, _, err = run(capfd, *words, path)
    assert code == 1 and name in err and err.count("\n") <= 2
    assert path.read_bytes() == content


def test_list_fields_tells_each(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capfd, "list-fields", "--kind", "release")
    lines = out.splitlines()
    assert code == 0 and len(lines) == len(fields_of(Kind.RELEASE))
    assert all(line.startswith("release") and len(line.split(maxsplit=3)) == 4 for line in lines)


def test_a_query_may_begin_with_what_it_excludes(database: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """“-open:yes” is not the option -o with the file “pen:yes”."""
    for query in ("-open:yes", "-open:yes params:>1B", "-licence:MIT"):
        _, expected, _ = run(capfd, "export", "--db", database, "--", query)
        assert run(capfd, "export", "--db", database, query) == (0, expected, "")
