"""Attached texts: how they are read, kept and taken back, and where they differ from what is cited."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, select

from db import models as m
from db.documents import TextFile, attach, detach, differences, document_of, read_file
from db.engine import Database, DatabaseError
from db.exporters.dossier import write_folder
from db.source_texts import MAX_BYTES, SourceTextError
from db.undo import undo
from db.undo_steps import steps
from tests.small_database import fact, holding

TEXT = """A report
Example-1 was released on 6 May 2024 under MIT.
It has seven billion parameters, 2,048 GPUs and costs $5.58M.
Ann founded Example Lab; it is “an heir” of Example-0.
See https://example.org/a for more.
"""


ENTITIES = [
    {"kind": "source", "id": "s1", "name": "Example Lab: a portrait", "lines": 5},
    {"kind": "source", "id": "s2", "name": "Other"},
    {"kind": "person", "id": "ann", "name": "An Ni", "facts": {
        "alias": fact("Ann", "s1:4"), "affiliation": fact("lab", "s1:3", role="founder")}},
    {"kind": "organization", "id": "lab", "name": "Example Lab", "facts": {"founder": fact("ann", "s1:4")}},
    {"kind": "release", "id": "r0", "name": "Example-0"},
    {"kind": "release", "id": "r1", "name": "Example-1", "facts": {
        "date": [fact("6 May 2024", "s1:2"), fact("7 May 2024", "s1:2"), fact("May 2024", "s1")],
        "license": fact("MIT", ["s1:2-3", "s1:5", "s1:9"]),
        "gpus": [fact("2048", "s1:3"), fact("2000", "s1:3", qualifier="about", note="rounded from “2,048 GPUs”")],
        "link": [fact("https://example.org/a", "s1:5"), fact("https://example.org/b", "s1:5")],
        "claim": fact("In our own words", "s1:1"),
        "parent": [
            fact("r0", "s1:4", basis="inferred", ground="It is “an heir” of it", role="successor"),
            fact("r0", "s1:4", basis="inferred", ground="It is “a child” of it", role="finetune"),
            fact("r0", ["s1:4", "s2:1"], basis="inferred", ground="“a grandchild”", role="merge"),
        ],
    }, "variants": [{"id": "7b", "name": "7B", "facts": {"params": fact("7B", "s1:3")}}]},
]  # fmt: skip


@pytest.fixture
def database() -> Iterator[Database]:
    with holding(ENTITIES, "X") as made:
        yield made


def source(conn: Connection, slug: str = "s1") -> int:
    return int(conn.scalar(select(m.entity.c.id).where(m.entity.c.slug == slug)) or 0)


def put(database: Database, text: str, slug: str = "s1") -> None:
    with database.write("Attach") as conn:
        attach(conn, source(conn, slug), TextFile("a.txt", text, hashlib.sha256(text.encode()).hexdigest()))


def faults(conn: Connection, slug: str = "s1") -> list[tuple[str, int, str]]:
    s = m.statement.c
    return [
        (*conn.execute(select(s.value, s.role).where(s.id == found.statement_id)).one(), found.first, found.problem)
        for found in differences(conn, source(conn, slug))
    ]


@pytest.mark.parametrize(("data", "text"), [
    (b"one\r\ntwo\n", "one\ntwo\n"),
    (b"\xef\xbb\xbfone", "one"),
    ("梁 one\n".encode("utf-16"), "梁 one\n"),
    ("a – b".encode().decode("mac_roman").encode(), "a – b"),
    (b"", ""),
])  # fmt: skip
def test_a_file_is_read_in_known_encodings_with_the_digest_of_its_bytes(tmp_path, data, text):
    path = tmp_path / "report.txt"
    path.write_bytes(data)
    assert read_file(path) == TextFile("report.txt", text, hashlib.sha256(data).hexdigest())


@pytest.mark.parametrize(("data", "message"), [
    (b"one\ntwo \xff\xfe", r"a\.txt:2: not UTF-8"),
    (b"\xff\xfea", "not UTF-8"),
    (b"PDF\0\0", "is no text"),
    (b"x" * (MAX_BYTES + 1), "larger than 16 MB"),
    (None, "cannot be read"),
])  # fmt: skip
def test_what_is_no_text_of_bounded_size_is_refused(tmp_path, data, message):
    path = tmp_path / "a.txt"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(SourceTextError, match=message):
        read_file(path)


def test_a_text_is_kept_exchanged_and_taken_back(database):
    put(database, TEXT)
    with database.read() as conn:
        found = document_of(conn, source(conn))
        assert found is not None
        assert (found.source, found.name, found.cited_lines) == ("Example Lab: a portrait", "a.txt", 5)
        assert found.lines == tuple(TEXT.splitlines())
        assert found.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
        assert document_of(conn, source(conn, "s2")) is None
        first = conn.scalar(select(func.max(m.edit.c.id)))
    put(database, TEXT)
    with database.read() as conn:
        assert conn.scalar(select(func.max(m.edit.c.id))) == first  # the same text is no edit
    put(database, "other")
    with database.write("Detach") as conn:
        detach(conn, source(conn))
    seen = []
    for _ in range(3):
        with database.read() as conn:
            step = steps(conn, 1).undo
        assert step is not None
        with database.write("Undo") as conn:
            undo(conn, step.edit_id)
        with database.read() as conn:
            found = document_of(conn, source(conn))
            seen.append(None if found is None else len(found.lines))
    assert seen == [1, 5, None]


def test_only_a_source_has_a_text(database):
    with pytest.raises(DatabaseError, match="no longer"), database.write("x") as conn:
        attach(conn, source(conn, "ann"), TextFile("a", "b", "c"))


def test_where_the_text_does_not_say_what_was_cited(database):
    put(database, TEXT)
    with database.read() as conn:
        found = faults(conn)
    assert [row[:3] for row in found] == [
        ("7 May 2024", "", 2),
        ("Example-0", "finetune", 4),
        ("MIT", "", 5),
        ("https://example.org/b", "", 5),
        ("MIT", "", 9),
    ]
    assert "not in the cited lines" in found[0][3]
    assert "a child" in found[1][3]
    assert found[-1][3] == "the text has only 5 lines"


def test_an_inferred_fact_is_looked_at_when_all_its_texts_are_there(database):
    put(database, TEXT)
    put(database, "a grandchild\n", "s2")
    with database.read() as conn:
        assert not [row for row in faults(conn) if row[1] == "merge"]
        assert faults(conn, "s2") == []
    put(database, "nothing\n", "s2")
    with database.read() as conn:
        assert [row[1] for row in faults(conn, "s2")] == ["merge"]


def test_without_a_text_nothing_differs(database):
    with database.read() as conn:
        assert differences(conn, source(conn)) == ()


def test_an_edited_line_is_told_exactly(database):
    put(database, TEXT.replace("6 May", "8 May"))
    with database.read() as conn:
        assert [row[:3] for row in faults(conn)][:2] == [("6 May 2024", "", 2), ("7 May 2024", "", 2)]


def test_a_dossier_is_exported_without_the_texts(database, tmp_path: Path):
    put(database, "A secret sentence\n")
    with database.read() as conn:
        write_folder(conn, tmp_path / "out")
    written = "".join(path.read_text("utf-8") for path in (tmp_path / "out").iterdir())
    assert "secret" not in written
    assert "a.txt" not in written
