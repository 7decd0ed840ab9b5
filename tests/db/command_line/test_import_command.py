"""`labline import`: tables and dossiers that come back as they went, and one edit or nothing at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.engine import open_database
from db.exporters.delimited import BOM
from db.fields import fields_of
from db.importers.table import _ROLES as COLUMNS_OF_ROLES
from db.kinds import Kind
from tests.db.command_line.command_line_use import exported, imported, rows_of, run


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
