"""Every disagreement of the dossier, opened on the board and traced to the lines of the attached documents."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from db.texts import tr
from desktop.entity.folds import READ
from desktop.sources.query import attach_text
from tests.end2end.user import User

DOCUMENTS = Path(__file__).parents[3] / "shared" / "sources"
pytestmark = pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the documents are not beside the project")
LEAST = 10


@pytest.fixture
def user(sit_down: Callable[[str, str], User]) -> User:
    """Somebody with all documents attached, before the board."""
    user = sit_down("traced", "1280x720")
    for slug, source, name in user.ask("SELECT slug, id, name FROM entity WHERE kind = 'source'"):
        (path,) = DOCUMENTS.glob(f"{slug}_*.txt")
        user.context.edits.make(partial(attach_text, source_id=source, name=name, path=path))
        user.settle()
    user.key(Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    user.settle()
    return user


def test_each_side_of_each_disagreement_leads_to_a_line_that_says_so(user: User) -> None:
    traced = [trace(user, entry) for entry in board(user)]
    assert len(traced) >= LEAST
    assert all(len(lines) >= 2 for lines in traced)
    assert len({line for lines in traced for line in lines}) > LEAST


def board(user: User) -> list[int]:
    """All disagreements that the board lists: as many as the database has."""
    show_board(user)
    ids = list(user.context.disagreements.model.ids)
    assert len(ids) == user.ask("SELECT count(*) FROM disagreement WHERE verdict = 'disagreement'")[0][0]
    return ids


def show_board(user: User) -> None:
    user.click_tab(tr("Disagreements"))
    user.settle()


def trace(user: User, entry: int) -> set[tuple[int, int]]:
    """Open a disagreement, and of each of its sides the first place; returns source and line of each."""
    context, found = user.context, set()
    show_board(user)
    user.click_row(context.disagreements.table, list(context.disagreements.model.ids).index(entry))
    user.settle()
    opened = context.disagreements._entry
    assert opened is not None
    assert opened.id == entry
    sides = opened.groups()
    assert len(sides) > 1
    for side in sides:
        statement = next(row for row in side if row.source is not None and row.first_line is not None)
        show_board(user)
        user.click_link(context.disagreements.document, f"{READ}{statement.source.id}:{statement.id}")
        user.settle()
        assert_lit(user, statement)
        found.add((statement.source.id, statement.first_line))
    return found


def assert_lit(user: User, statement) -> None:
    """The text of the source is open at the lines, which say what is cited of them."""
    sources = user.context.sources
    assert sources.isVisible()
    document = sources.reader.document
    assert document is not None
    assert document.source_id == statement.source.id
    assert sources.reader.reader.lit() == (statement.first_line, statement.last_line)
    assert statement.id not in sources._problems
    cited = " ".join(document.lines[statement.first_line - 1 : statement.last_line])
    words = re.findall(r"\w+", statement.value)
    assert any(word.casefold() in cited.casefold() for word in words) or statement.basis == "inferred", (words, cited)
    assert not sources.reader._problem.isVisible()
