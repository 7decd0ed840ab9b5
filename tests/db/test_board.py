"""The board of disagreements and the statements of a source: what is listed, how far apart, which is shown and why."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, select

from db import models as m
from db.board import BoardEntry, board, entries
from db.engine import Database, memory_database
from db.filters import FilterSpec, parse
from db.preference import prefer
from db.queries import resolve
from db.source_statements import stated_of, statements_in
from db.statements import Verdict
from tests.small_database import fact, holding, put_in


def release(slug: str, **facts: object) -> dict:
    return {"kind": "release", "id": slug, "name": slug.upper(), "facts": facts}


INFERRED = {"basis": "inferred", "ground": "“x”"}
WRONG = {"rank": "deprecated", "ground": "A misprint"}
ENTITIES = [
    {"kind": "source", "id": "s1", "name": "First", "lines": 90, "sections": [{"line": 1, "title": "Start"}]},
    {"kind": "source", "id": "s2", "name": "Second", "lines": 90},
    *({"kind": "person", "id": slug, "name": slug.title()} for slug in ("ann", "bob", "cid")),
    {"kind": "organization", "id": "lab", "name": "Lab", "facts": {
        "founder": [fact("ann", "s1:1"), fact("bob", "s1:1"), fact("ann", "s2:1"), fact("cid", "s2:1")],
        "stake": [fact("84", "s1:2", role="fund"), fact("100", "s2:2", role="fund")]}},
    release("days", date=[fact("6 May 2024", "s1:9"), fact("9 May 2024", "s2:4")]),
    release("months", date=[fact("Jan 2024"), fact("March 2024", "s2:4"), fact("July 2024", "s2:5")]),
    release("open", date=[fact("before 2020"), fact("1 Jan 2021", "s2:4")]),
    release("percent", tokens=[fact("100B"), fact("112B", "s2:4")]),
    release("factor", tokens=[fact("1M"), fact("3.5M", "s2:4"), fact("over 3M", "s2:5")][:2]),
    release("over", tokens=[fact("1M"), fact("30M", "s2:4", qualifier="over")]),
    release("words", license=[fact("MIT"), fact("Own", "s2:4")]),
    release("truth", open_weights=[fact("yes"), fact("no", "s2:4")]),
    release("wrong", license=[fact("MIT"), fact("Own", "s2:4", **WRONG)]),
    release("thought", license=[fact("MIT", **INFERRED), fact("Own", "s2:4")]),
    release("finer", date=[fact("2024"), fact("May 2024", "s2:4")]),
    release("chosen", license=[fact("MIT"), fact("Own", "s2:4", rank="preferred", ground="The file")]),
]  # fmt: skip


@pytest.fixture(scope="module")
def filled() -> Iterator[Database]:
    with holding(ENTITIES, "X", who="Ann") as made:
        yield made


def entry(conn: Connection, slug: str, verdict: Verdict = Verdict.DISAGREEMENT, place: int = 0) -> BoardEntry:
    found = board(conn, FilterSpec(), verdict)
    mine = [id_ for id_, entity in zip(found.ids, found.entities, strict=True) if entity == resolve(conn, slug)]
    return entries(conn, mine)[place]


@pytest.mark.parametrize(("slug", "place", "said"), [
    ("days", 0, "3 days apart"),
    ("months", 0, "152 to 212 days apart (about 5 months)"),
    ("open", 0, "at least 367 days apart (about 12 months)"),
    ("percent", 0, "12 per cent apart"),
    ("factor", 0, "a factor of 3.5"),
    ("over", 0, "at least a factor of 30"),
    ("words", 0, "different words"),
    ("truth", 0, "one says yes, one says no"),
    ("lab", 0, "not all name Bob, Cid"),
    ("lab", 1, "16 percentage points apart"),
])  # fmt: skip
def test_how_far_apart_the_values_are(filled, slug, place, said):
    with filled.read() as conn:
        assert entry(conn, slug, place=place).apart == said


def test_a_refinement_says_what_is_the_most_exact(filled):
    with filled.read() as conn:
        found = entry(conn, "finer", Verdict.REFINEMENT)
        assert found.apart == "“May 2024” is the most exact"
        assert [[row.value for row in group] for group in found.groups()] == [["May 2024", "2024"]]
        assert (found.shown, found.why) == (found.row.statements[1], "the most exact date that fits the first one")


@pytest.mark.parametrize(("slug", "shown", "why"), [
    ("words", "MIT", "it comes first in the dossier; nobody has chosen"),
    ("wrong", "MIT", "the others are deprecated"),
    ("thought", "Own", "the others are only inferred"),
    ("chosen", "Own", "preferred by the dossier: The file"),
    ("lab", None, "none is preferred: tables show all of them"),
])  # fmt: skip
def test_what_is_shown_and_why(filled, slug, shown, why):
    with filled.read() as conn:
        found = entry(conn, slug)
        assert (next((row.value for row in found.statements if row.id == found.shown), None), found.why) == (shown, why)


def test_a_choice_tells_who_made_it_and_why():
    with memory_database() as database:
        with database.write("fill") as conn:
            put_in(conn, ENTITIES, "X")
        with database.write("Choose", who="Ann") as conn:
            own = conn.scalar(select(m.statement.c.id).where(m.statement.c.value == "Own").order_by(m.statement.c.id))
            prefer(conn, own, "Read it")
        with database.read() as conn:
            found = entry(conn, "words")
            assert found.shown == own
            assert found.why.startswith("preferred by Ann on ")
            assert found.why.endswith(": Read it")


@pytest.mark.parametrize(("query", "verdict", "slugs"), [
    ("", Verdict.REFINEMENT, ["finer"]),
    ("disagrees:date", Verdict.DISAGREEMENT, ["days", "months", "open"]),
    ("disagrees:license", Verdict.DISAGREEMENT, ["chosen", "thought", "words", "wrong"]),
    ("date:2021", Verdict.DISAGREEMENT, []),
    ("words", Verdict.DISAGREEMENT, ["words"]),
])  # fmt: skip
def test_the_filter_leaves_some(filled, query, verdict, slugs):
    with filled.read() as conn:
        found = board(conn, parse(query), verdict)
        names = [made.entity.name.lower() for made in entries(conn, found.ids)]
        assert names == slugs
        assert found.total == (1 if verdict is Verdict.REFINEMENT else 13)
        assert entries(conn, [9_999]) == []


@pytest.mark.parametrize(("query", "count"), [("", 16), ("source:s2", 16), ("disagrees:date", 4), ("days", 1)])
def test_statements_of_a_source_come_in_the_order_of_its_lines(filled, query, count):
    with filled.read() as conn:
        found = statements_in(conn, resolve(conn, "s2"), parse(query))
        assert (len(found.ids), found.total) == (count, 16)
        assert list(found.first) == sorted(found.first)
        rows = stated_of(conn, found.ids)
        assert [made.row.id for made in rows] == list(found.ids)
        assert [made.entity.id for made in rows] == list(found.entities)
        assert [made.row.first_line for made in rows] == list(found.first)
        assert found.place(found.ids[-1]) == count - 1
        assert found.place(0) is None
