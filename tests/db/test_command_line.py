"""The command line, as a user types it: output, files, exit codes and errors of one or two lines."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from db.__main__ import main
from db.engine import open_database
from db.exporters.delimited import BOM
from db.fields import fields_of
from db.importers.table import _ROLES as COLUMNS_OF_ROLES
from db.kinds import Kind
from db.listings import Part
from db.start import open_or_create

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("command line") / "deepseek.db"
    open_or_create(path).close()
    return path


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8").removeprefix(BOM), newline="")))


def run(capfd: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, str, str]:
    code = main([str(word) for word in words])
    out, err = capfd.readouterr()
    return code, out, err


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


@pytest.mark.parametrize("profile", ["lossless", "spreadsheet"])
@pytest.mark.parametrize("kind", ["release", "person", "organization", "publication", "technique"])
def test_an_exported_table_imports_with_the_same_values(
    database: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], kind: str, profile: str
) -> None:
    # What a table cannot hold stays out: sizes of each variant in a spreadsheet, how a parent is a parent, roles, what is
    # told in words, and what is stated of the entities at the other end.
    held = {"name", "id", "variants", "params", "active", "child", "tag", *COLUMNS_OF_ROLES}
    left_out = {item.key for item in fields_of(Kind(kind)) if not item.property and item.key not in held} | {"role"}
    if profile == "spreadsheet" or kind != "release":
        left_out |= {"variants", "params", "active"}
    columns = ",".join(item.key for item in fields_of(Kind(kind)) if item.key not in left_out)
    first, second, new = tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "new.db"
    export = ["export", "--kind", kind, "--profile", profile, "--columns", columns, "--sort", "id"]
    assert run(capfd, *export, "-o", first, "--db", database)[0] == 0
    code, _, err = run(capfd, "import", first, "--kind", kind, "--db", new)
    assert (code, err) == (0, "")
    ids = {row["id"] for row in rows_of(first)}
    assert run(capfd, *export, "-o", second, "--db", new)[0] == 0
    again = [row for row in rows_of(second) if row["id"] in ids]
    assert again == rows_of(first)


def test_a_dossier_goes_out_and_comes_back(database: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder, new = tmp_path / "dossier", tmp_path / "new.db"
    assert run(capfd, "export", "--format", "dossier", "-o", folder, "--db", database)[0] == 0
    code, out, _ = run(capfd, "import", folder, "--db", new)
    assert code == 0 and "55" in out
    everything = ["export", "--kind", "statement", "--columns", "all", "--sort", "entity_id,property,value,source"]
    _, before, _ = run(capfd, *everything, "--db", database)
    _, after, _ = run(capfd, *everything, "--db", new)
    assert sorted(after.splitlines()) == sorted(before.splitlines())


@pytest.mark.parametrize("content", [None, "name,date\nX,no day\n"], ids=["missing", "mistaken"])
def test_a_failed_import_leaves_no_new_database(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], content: str | None
) -> None:
    table = tmp_path / "mine.csv"
    if content is not None:
        table.write_text(content)
    assert run(capfd, "import", table, "--db", tmp_path / "new.db")[0] == 1
    assert not list(tmp_path.glob("*new.db*"))


def test_a_failed_import_leaves_an_old_database_alone(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    old = tmp_path / "old.db"
    open_database(old).close()
    assert run(capfd, "import", tmp_path / "missing.csv", "--db", old)[0] == 1
    assert old.exists()


def test_an_import_is_one_edit(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "mine.csv"
    table.write_text("name,org,date,params,open\nExample-1,Example Lab,May 2024,7B,yes\nExample-2,Example Lab,,,\n")
    new = tmp_path / "new.db"
    assert run(capfd, "import", table, "--db", new)[0] == 0
    database = open_database(new)
    with database.read() as conn:
        edits = conn.exec_driver_sql("SELECT label FROM edit").scalars().all()
    database.close()
    assert edits == ["Import of mine.csv"]
    _, out, _ = run(capfd, "export", "--columns", "name,org,date,params,open", "--sort", "name", "--db", new)
    assert out.removeprefix(BOM).splitlines()[1:] == [
        "Example-1,Example Lab,2024-05,2024-05-01,2024-05-31,month,7000000000,yes",
        "Example-2,Example Lab,,,,,,",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,date\nA,Febuary 2024\n", "mine.csv:2: column date: “Febuary 2024”"),
        ("name,params\nA,many\n", "mine.csv:2: column params: “many” is not a number"),
        ("name,open\nA,maybe\n", "mine.csv:2: column open: “maybe” is neither yes nor no; leave"),
        ("nmae\nA\n", "“nmae” is no column of release"),
        ("date\n2024\n", "no column “name”"),
        ("name,date\nA\n", "mine.csv:2: column –: 1 cells, but the header has 2"),
        ("name\nA\nA\n", "mine.csv:3: column name: “A” is there twice"),
        ('name\n"A\n', "check the quotes"),
        ("name,org\nA,[1]\n", "column org: not a JSON list"),
        ("name\nA\0B\n", "NUL"),
        ("name,params\nA,-5\n", "mine.csv:2: column params: “-5” is out of range"),
        ("name,params\nA,99999999T\n", "column params: “99999999T” is out of range"),
        ('name,variants\nA,"[{""name"": ""x"", ""params"": -5}]"\n', "column params: “-5” is out of range"),
        ('name,variants\nA,"[{""name"": ""x"", ""params"": NaN}]"\n', "column params: “nan” is not a number"),
        ('name,variants\nA,"[{""name"": 7}]"\n', "column variants: “7” cannot be a variant"),
        ('name,technique\nA,"[{""name"": ""x""}]"\n', "column technique: not a JSON list"),
        (f"name\n{'A' * 501}\n", "column name: a text is longer than 500 characters"),
        (f"name,org\nA,{'B' * 501}\n", "column org: “BBBB"),
        (f"name,variants\nA,{'B' * 201}\n", "column variants: “BBBB"),
        ("name,id\nA,import-mine\n", "has the id of something else"),
    ],
)
def test_a_faulty_table_names_line_and_column_and_changes_nothing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], text: str, message: str
) -> None:
    table, new = tmp_path / "mine.csv", tmp_path / "new.db"
    table.write_text(text)
    code, _, err = run(capfd, "import", table, "--db", new)
    assert code == 1 and message in err, err
    assert not list(tmp_path.glob("new.db*"))


def test_a_table_that_is_not_utf_8_says_so(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "mine.csv"
    table.write_bytes("name\nok\nJos\xe9\n".encode("latin-1"))
    code, _, err = run(capfd, "import", table, "--db", tmp_path / "new.db")
    assert code == 1 and "mine.csv:3: not UTF-8" in err


def imported(capfd: pytest.CaptureFixture[str], table: Path, text: str, new: Path) -> None:
    table.write_text(text, newline="")
    code, _, err = run(capfd, "import", table, "--db", new)
    assert (code, err) == (0, "")


def exported(capfd: pytest.CaptureFixture[str], new: Path, kind: str, columns: str) -> list[dict[str, str]]:
    _, out, _ = run(capfd, "export", "--kind", kind, "--columns", columns, "--sort", "name", "--db", new)
    return list(csv.DictReader(io.StringIO(out, newline="")))


def test_sizes_go_to_the_only_variant_that_a_row_names(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    new = tmp_path / "new.db"
    imported(capfd, tmp_path / "a.csv", "name,variants,params,active\nA,Big,671000000000,37B\nB,x; y,7,\n", new)
    sizes = [tuple(row.values()) for row in exported(capfd, new, "variant", "name,params,active")]
    assert sizes == [("Big", "671000000000", "37000000000"), ("x", "", ""), ("y", "", "")]


def test_a_spreadsheet_of_what_is_there_adds_no_variants(
    database: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    table, copy = tmp_path / "a.csv", tmp_path / "copy.db"
    copy.write_bytes(database.read_bytes())
    before = exported(capfd, copy, "variant", "release_id,key,name,params,active")
    assert run(capfd, "export", "--columns", "id,name,variants,params,active", "-o", table, "--db", copy)[0] == 0
    assert run(capfd, "import", table, "--db", copy)[0] == 0
    assert exported(capfd, copy, "variant", "release_id,key,name,params,active") == before


def test_a_release_and_its_maker_may_have_the_same_name(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    new = tmp_path / "new.db"
    imported(capfd, tmp_path / "a.csv", "name,org\nEx-1,Example\nExample,Example\n", new)
    assert [row["id"] for row in exported(capfd, new, "release", "name,id")] == ["ex-1", "example-release"]
    assert [row["id"] for row in exported(capfd, new, "organization", "name,id")] == ["example"]


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\r"])
def test_what_a_table_gave_goes_out_as_a_dossier_and_in_again(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], end: str
) -> None:
    """With a line separator inside a cell, and with or without a last line break: each citation is a line of it."""
    new, folder = tmp_path / "new.db", tmp_path / "dossier"
    imported(capfd, tmp_path / "a.csv", f"name,license{end or chr(10)}One\u2028two,MIT{end}", new)
    assert run(capfd, "export", "--format", "dossier", "-o", folder, "--db", new)[0] == 0
    code, _, err = run(capfd, "import", folder, "--db", tmp_path / "again.db")
    assert (code, err) == (0, "")
    assert [row["name"] for row in exported(capfd, tmp_path / "again.db", "release", "name")] == ["One\u2028two"]


def test_a_query_may_begin_with_what_it_excludes(database: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """“-open:yes” is not the option -o with the file “pen:yes”."""
    for query in ("-open:yes", "-open:yes params:>1B", "-licence:MIT"):
        _, expected, _ = run(capfd, "export", "--db", database, "--", query)
        assert run(capfd, "export", "--db", database, query) == (0, expected, "")


LABLINE = [sys.executable, "-m", "db"]


def test_a_reader_that_stops_early_hears_no_complaint(database: Path) -> None:
    words = [*LABLINE, "export", "--kind", "statement", "--columns", "all", "--db", str(database)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT) as process:
        assert process.stdout is not None and process.stderr is not None
        assert process.stdout.read(10) == b"entity,ent"
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize(
    "words", [["list-fields"], ["export", "--kind", "statement", "--db"]], ids=lambda words: words[0]
)
def test_output_that_cannot_be_written_is_one_line(database: Path, words: list[str]) -> None:
    words = [*words, str(database)] if words[-1] == "--db" else words
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*LABLINE, *words], stdout=full, stderr=subprocess.PIPE, env=ENVIRONMENT, check=False)
    assert done.returncode == 1
    assert (
        done.stderr.startswith(b"labline: standard output was not written: No space left")
        and done.stderr.count(b"\n") == 1
    )


def test_output_in_an_encoding_without_an_ellipsis() -> None:
    environment = {**ENVIRONMENT, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([*LABLINE, "list-fields"], capture_output=True, env=environment, check=True)
    assert done.stderr == b"" and b"at least, about \\u2026" in done.stdout
