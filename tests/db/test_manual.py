"""The manual tells all and tells it rightly: no field, property, option or clause is missing, and each example works."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from db import queries
from db.__main__ import _parser, main
from db.clauses import IS_VALUES, LINEAGE_KEYS, UNKNOWN, AnyOf, Clause, Disagrees, Has, Is, Lineage, Range, Words
from db.dossier import FILES, Fact
from db.dossier_files import ABOUT_FILE, read_dossier
from db.engine import memory_database
from db.fields import FIELDS
from db.filters import QueryError, parse
from db.importers.table import read_table
from db.kinds import PLURALS, Kind
from db.listings import Field, Listing, Part
from db.properties import PROPERTIES, Property
from db.query_keys import SPECIAL_KEYS
from db.store import store

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "resources" / "manual" / "en").glob("*.md"))
DOCUMENTS = [*PAGES, ROOT / "README.md"]
BUNDLED = ROOT / "resources" / "dossiers" / "deepseek"
FENCE = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def page(name: str) -> str:
    return (ROOT / "resources" / "manual" / "en" / name).read_text(encoding="utf-8")


def fences(word: str, *documents: Path) -> Iterator[tuple[str, str]]:
    """The rest of the first line and the text of each fenced block that begins with a word."""
    for document in documents or DOCUMENTS:
        for head, body in FENCE.findall(document.read_text(encoding="utf-8")):
            first, _, rest = head.partition(" ")
            if first == word:
                yield rest, body


def sections(text: str) -> dict[str, str]:
    """The text under each heading of levels 2 and 3."""
    parts = re.split(r"^#{2,3} (.*)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def example(line: str) -> str:
    """A line of a block without its explanation, which stands after two spaces or more."""
    return re.split(r"\s{2,}", line, maxsplit=1)[0]


QUERIES = [
    (kind, example(line))
    for kind, body in fences("query")
    for line in body.splitlines()
    if line.strip() and kind != "error"
]
MISTAKES = [example(line) for kind, body in fences("query") for line in body.splitlines() if kind == "error"]
COMMANDS = [
    example(line)
    for what, body in fences("sh")
    for line in body.splitlines()
    if line.startswith("labline ") and not what
]


@pytest.fixture(scope="module")
def bundled() -> Iterator[Connection]:
    database = memory_database()
    with database.write("bundled") as conn:
        store(conn, read_dossier(BUNDLED))
    with database.read() as conn:
        yield conn
    database.close()


# ---- nothing is missing ----


def row_of(field: Field, text: str) -> str | None:
    return next((line for line in text.splitlines() if re.match(rf"\| \*{{0,2}}`{re.escape(field.key)}`", line)), None)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: f"{field.listing}.{field.key}")
def test_each_field_is_documented_as_it_is(field):
    parts = sections(page("03-fields.md"))
    own = (
        PLURALS[field.listing].capitalize()
        if isinstance(field.listing, Kind)
        else f"{field.listing.value.capitalize()}s"
    )
    row = row_of(field, parts[own])
    if row is None and isinstance(field.listing, Kind):
        row = row_of(field, parts["Fields of every kind"])
    assert row is not None
    assert field.label in row
    assert field.about in row


@pytest.mark.parametrize("item", PROPERTIES.values(), ids=lambda item: item.key)
def test_each_property_is_documented_as_it_is(item: Property):
    rows = [line for line in page("08-properties.md").splitlines() if line.startswith(f"| `{item.key}` |")]
    assert len(rows) == 1
    assert item.about in rows[0]
    assert ("Single" in rows[0]) == item.single
    assert ("Whole" in rows[0]) == item.whole
    assert ("Of a variant" in rows[0]) == item.part
    assert ("or name" in rows[0]) == item.open
    assert all(f"`{role}`" in rows[0] for role in item.roles)
    assert not item.unit or f"in {item.unit}" in rows[0]
    if len(item.kinds) < len(Kind):
        assert all(kind.value in rows[0] for kind in (*item.kinds, *item.targets))


def test_no_property_is_documented_that_is_gone():
    documented = set(re.findall(r"^\| `(\w+)` \|", page("08-properties.md"), re.MULTILINE))
    assert documented == set(PROPERTIES)


def test_each_part_of_a_fact_and_each_file_of_a_dossier_is_documented():
    text = page("07-dossier-format.md")
    assert all(f"`{name}`" in text for name in (*Fact.model_fields, ABOUT_FILE, *FILES))


def subcommands() -> dict[str, argparse.ArgumentParser]:
    action = next(item for item in _parser()._actions if isinstance(item, argparse._SubParsersAction))
    return dict(action.choices)


@pytest.mark.parametrize("name", subcommands())
def test_each_option_of_a_command_is_documented(name):
    found = [
        text for title, text in sections(page("10-command-line.md")).items() if title.startswith(f"labline {name}")
    ]
    assert len(found) == 1
    for action in subcommands()[name]._actions:
        if isinstance(action, argparse._HelpAction):
            continue
        assert all(f"`{option}" in found[0] for option in action.option_strings), action.option_strings
        if name == "export" and action.choices:
            assert all(f"`{choice}`" in found[0] for choice in action.choices), action.choices


def test_no_option_is_documented_that_is_gone():
    known = {option for parser in subcommands().values() for item in parser._actions for option in item.option_strings}
    written = set(re.findall(r"`(--[a-z-]+)", page("10-command-line.md")))
    of_pictures = {"--chart", "--lanes", "--days", "--size", "--scale"}  # tests/desktop/test_picture_command.py
    assert written <= known | of_pictures | {"--", "--theme", "--version"}


def forms(clause: Clause) -> Iterator[str]:
    """The forms of the query language that a clause shows."""
    yield f"{'-' * clause.negated}{type(clause).__name__}"
    match clause:
        case Words(phrase=phrase):
            yield "phrase" if phrase else "word"
        case AnyOf(values=values):
            yield "several" if len(values) > 1 else "one"
            yield "unknown" if UNKNOWN in values else "known"
        case Range():
            ends = (clause.low, clause.low_open, clause.high, clause.high_open)
            shape = "".join("-" if end is None else "(" if open_ else "[" for end, open_ in (ends[:2], ends[2:]))
            yield f"{'date' if clause.is_date() else 'number'} {shape}"
            if clause.low == clause.high:
                yield "date =" if clause.is_date() else "number ="
        case Is(value=value):
            yield f"is:{value}"
        case Lineage(key=key):
            yield key
        case Disagrees(about="any"):
            yield "disagrees:any"
        case Has() | Disagrees():
            yield clause.key


WANTED = (
    {f"{sign}{type_.__name__}" for type_ in (Words, AnyOf, Range, Has, Disagrees, Lineage) for sign in ("", "-")}
    | {"Is", "word", "phrase", "several", "one", "unknown", "known", "number =", "date =", "disagrees:any"}
    | {f"{what} {shape}" for what in ("number", "date") for shape in ("[[", "[-", "-[", "(-", "-(")}
    | {"number (("}
    | {f"is:{value}" for value in IS_VALUES}
    | set(LINEAGE_KEYS)
    | (set(SPECIAL_KEYS) - {"is"})
)


def test_examples_show_each_form_of_a_clause():
    shown = {form for _, query in QUERIES for clause in parse(query).clauses for form in forms(clause)}
    assert WANTED - shown == set()


# ---- each example works ----


def listing_of(word: str) -> Listing:
    return Part(word) if word in set(Part) else Kind(word or "release")


@pytest.mark.parametrize(("kind", "query"), QUERIES)
def test_query_example_finds_something_in_the_bundled_dossier(bundled, kind, query):
    spec = parse(query)
    assert parse(str(spec)) == spec
    assert queries.count(bundled, listing_of(kind), spec).matching > 0


@pytest.mark.parametrize("query", MISTAKES)
def test_example_of_a_mistake_is_one(query):
    with pytest.raises(QueryError):
        parse(query)


def test_there_are_examples():
    assert len(QUERIES) > 80
    assert len(MISTAKES) > 5
    assert len(COMMANDS) > 15


def write_example_dossier(folder: Path) -> None:
    folder.mkdir()
    for name, body in fences("yaml", *PAGES):
        (folder / name).write_text(body, encoding="utf-8")


def test_example_of_a_dossier_can_be_read(tmp_path):
    write_example_dossier(tmp_path / "dossier")
    dossier = read_dossier(tmp_path / "dossier")
    assert {entity.kind for entity in dossier.entities} >= {Kind.RELEASE, Kind.SOURCE, Kind.ORGANIZATION}


def test_example_of_a_table_can_be_imported(tmp_path, bundled):
    ((_, body),) = fences("csv", *PAGES)
    (tmp_path / "releases.csv").write_text(body, encoding="utf-8")
    dossier = read_table(bundled, tmp_path / "releases.csv")
    assert "Example-1" in {entity.name for entity in dossier.entities}


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """What the commands of the manual find where they are run."""
    made = tmp_path_factory.mktemp("examples")
    write_example_dossier(made / "my-dossier")
    ((_, body),) = fences("csv", *PAGES)
    (made / "releases.csv").write_text(body, encoding="utf-8")
    (made / "people.tsv").write_text("name\torg\nA Person\tExample Lab\n", encoding="utf-8")
    return made


@pytest.mark.parametrize("command", COMMANDS)
def test_command_example_runs(folder, command, monkeypatch, capfd):
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / "data"))
    assert main(shlex.split(command)[1:]) == 0, capfd.readouterr().err
    out = capfd.readouterr().out
    assert out or "-o" in command


# ---- form ----


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page_begins_with_its_title_and_links_to_pages(path):
    text = path.read_text(encoding="utf-8")
    assert re.match(r"# \S", text)
    links = re.findall(r"\]\(([^)]*)\)", text)
    assert [link for link in links if not link.startswith("https://") and not (path.parent / link).is_file()] == []
