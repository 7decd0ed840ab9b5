"""The sources in the window: statements in the order of the document, its text, and what is linked to both."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from db.documents import document_of
from db.filters import parse
from desktop.sources.query import attach_text
from desktop.sources.statement_list import KEYS
from tests.desktop.window_use import id_of

Key, Modifier = Qt.Key, Qt.KeyboardModifier
TEXT = "\n".join(
    ["A-1 came on 2 May 2023, A-2 in Jan 2024, B-1 in 2024, and 文心 <b>4</b> in Oct 2023.", "nothing", "7B, 67B, 236B",
     "x", "the successor"] + [f"line {n}" for n in range(6, 91)]
)  # fmt: skip


@pytest.fixture
def quiet(qtbot, program, settle):
    def wait() -> None:
        busy = program.context.edits.is_busy
        for _ in range(3):
            qtbot.waitUntil(lambda: not busy() and not program.context.sources.is_looking(), timeout=10_000)
            settle()

    return wait


@pytest.fixture
def view(program, quiet):
    """The perspective of sources, opened by key."""
    QTest.keyClick(program.window, Key.Key_5, Modifier.ControlModifier)
    quiet()
    view = program.context.sources
    assert view.isVisible()
    return view


@pytest.fixture
def document(tmp_path) -> Path:
    path = tmp_path / "first.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def attach(view, quiet, path: Path) -> None:
    view.attach_file(path)
    quiet()


def rows(view) -> list[tuple[str, ...]]:
    model = view.statements.model
    return [tuple(model.text(row, column) for column in range(len(KEYS))) for row in range(model.rowCount())]


def click(table, row: int) -> None:
    table.scrollTo(table.model().index(row, 0))
    place = table.visualRect(table.model().index(row, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def heading(view) -> str:
    return view._heading.text()


def test_sources_are_listed_with_what_cites_them_and_the_first_is_open(view):
    model = view.sources.model
    names = [model.text(row, model.column_of("name")) for row in range(model.rowCount())]
    counts = [model.text(row, model.column_of("statements")) for row in range(model.rowCount())]
    assert dict(zip(names, counts, strict=True)) == {"First source": "22", "Second source": "1"}
    assert heading(view) == "First source · 22 of 22 statements"
    first = [int(row[0].partition("–")[0]) for row in rows(view)]
    assert first == sorted(first)


def test_the_focus_on_a_source_opens_it(program, view, quiet):
    program.context.selection.set_focus(id_of(program, "s2"))
    quiet()
    assert heading(view) == "Second source · 1 of 1 statement"
    assert rows(view) == [("4", "–", "A-2", "Date", "3 March 2024", "–")]


def test_the_filter_holds_for_sources_and_their_statements(program, view, quiet):
    program.context.filters.set(parse("org:Beta"))
    quiet()
    assert heading(view) == "First source · 7 of 22 statements"
    assert {row[2] for row in rows(view)} <= {"B-1", "文心 <b>4</b>"}
    program.context.filters.set(parse("nothingiscalledso"))
    quiet()
    assert view.sources.model.rowCount() == 0


def test_a_row_selects_its_entity_and_the_selection_marks_rows(program, view, quiet):
    table, selection = view.statements.table, program.context.selection
    table.setFocus()
    for _ in rows(view):
        QTest.keyClick(table, Key.Key_Down)
    quiet()
    name = rows(view)[-1][2]
    with program.context.runner.database.read() as conn:
        from db.queries import details

        assert details(conn, selection.focus).name == name
    selection.set({id_of(program, "a1")}, id_of(program, "a1"))
    quiet()
    chosen = {
        rows(view)[row][2] for row in range(len(rows(view))) if view.statements.model.ids[row] in table.selected()
    }
    assert chosen == {"A-1"}
    assert rows(view)[table.currentIndex().row()][2] == "A-1"


def test_a_text_is_attached_read_at_its_lines_and_taken_back_by_key(program, view, quiet, document):
    attach(view, quiet, document)
    assert view.reader.document.lines[1] == "nothing"
    assert "Attached first.txt" in program.window.statusBar().currentMessage()
    table = view.statements.table
    table.setFocus()
    row = next(at for at, cells in enumerate(rows(view)) if cells[0] == "3")
    click(view.statements.table, row)
    quiet()
    assert view.reader.reader.lit() == (3, 3)
    QTest.keyClick(table, Key.Key_Return)
    assert view.reader.reader.hasFocus()
    QTest.keyClick(program.window, Key.Key_Z, Modifier.ControlModifier)
    quiet()
    assert view.reader.document is None
    QTest.keyClick(program.window, Key.Key_Z, Modifier.ControlModifier | Modifier.ShiftModifier)
    quiet()
    assert view.reader.document.name == "first.txt"
    view.detach()
    quiet()
    with program.context.runner.database.read() as conn:
        assert document_of(conn, id_of(program, "s1")) is None


def test_where_the_text_differs_is_told_in_the_table_the_text_and_words(program, view, quiet, document):
    attach(view, quiet, document)
    differing = [row for row in rows(view) if row[1].startswith("✗")]
    assert differing
    assert all("✓" in row[1] or "✗" in row[1] for row in rows(view))
    verdict = view.reader._verdict.text()
    assert verdict.startswith("✗ The text differs: ")
    assert str(len(differing)) in verdict
    marks = view.reader.reader.marks()
    assert any(marks.values()) and not marks[3]
    places = [at for at, row in enumerate(rows(view)) if row[1].startswith("✗")]
    seen = []
    for _ in range(len(places) + 1):
        view.reader._next.click()
        quiet()
        seen.append(view.statements.table.currentIndex().row())
    assert sorted(seen[:-1]) == places
    assert seen[-1] == seen[0]
    assert view.reader._problem.text().startswith("✗ ")
    assert view.reader._problem.isVisible()


def test_a_text_of_fewer_lines_is_told(program, view, quiet, document):
    document.write_text("A-1", encoding="utf-8")
    attach(view, quiet, document)
    assert "the source has 90 lines, the text 1" in view.reader._verdict.text()


def test_what_is_no_text_is_explained(program, view, quiet, document, monkeypatch):
    said = []
    monkeypatch.setattr("desktop.widgets.messages.plain_message", lambda *args, **_more: said.append(args[-1]))
    document.write_bytes(b"\0\1\2")
    attach(view, quiet, document)
    assert "is no text" in said[0]
    assert view.reader.document is None


@pytest.mark.parametrize("form", ["text", "bibtex", "csl"])
def test_a_citation_is_copied_with_the_lines_that_are_lit(program, view, quiet, form):
    row = next(at for at, cells in enumerate(rows(view)) if cells[0] == "3")
    click(view.statements.table, row)
    quiet()
    menu = view._cite.menu()
    next(action for action in menu.actions() if action.objectName() == f"cite_{form}").trigger()
    quiet()
    text = QGuiApplication.clipboard().text()
    assert "First source" in text
    assert "line 3" in text
    if form == "csl":
        assert json.loads(text)[0]["note"] == "line 3"
    assert program.window.statusBar().currentMessage().startswith("Citation copied: ")


def test_asking_to_read_brings_the_panel_the_source_and_the_line(program, view, quiet, document):
    attach(view, quiet, document)
    program.context.filters.set(parse("org:Alpha"))
    program.window.panels.bring("disagreements_dock")
    quiet()
    statement = None
    with program.context.runner.database.read() as conn:
        from db.filters import FilterSpec
        from db.source_statements import statements_in

        found = statements_in(conn, id_of(program, "s1"), FilterSpec())
        statement = found.ids[-1]
    program.context.selection.set_focus(id_of(program, "s2"))
    quiet()
    program.context.reading.ask(id_of(program, "s1"), statement)
    quiet()
    assert view.isVisible()
    assert heading(view).startswith("First source")
    assert view.statements.current() == statement
    assert view.reader.reader.lit()[0] == found.first[-1]


def follow_place(program, where: str) -> None:
    """Follow a place in the inspector by keyboard."""
    document = program.context.inspector.document
    document.setFocus()
    for _ in range(60):
        QTest.keyClick(document, Key.Key_Tab)
        if document.textCursor().selectedText() == where:
            break
    QTest.keyClick(document, Key.Key_Return)


@pytest.mark.parametrize("attached", [True, False], ids=["text", "no-text"])
def test_a_place_in_the_inspector_opens_the_lines_and_back_returns(program, quiet, document, attached):
    context = program.context
    source = id_of(program, "s1")
    if attached:
        context.edits.make(partial(attach_text, source_id=source, name="First source", path=document))
        quiet()
    context.navigation.visit(id_of(program, "a2"))
    quiet()
    assert not context.sources.isVisible()
    follow_place(program, "Start, line 5")
    quiet()
    sources = context.sources
    assert context.navigation.perspective == "sources"
    assert heading(sources).startswith("First source")
    assert sources.statements.lines_of(sources.statements.current()) == (5, 5)
    assert sources.reader.reader.lit() == ((5, 5) if attached else (0, 0))
    assert sources.reader.reader.hasFocus() is attached
    assert sources.statements.table.hasFocus() is not attached
    context.navigation.back()
    quiet()
    assert (context.navigation.perspective, context.selection.focus) == ("releases", id_of(program, "a2"))


def test_hostile_lines_stay_lines(qtbot, program):
    from desktop.widgets.line_reader import LineReader

    reader = LineReader(program.window._theme)
    qtbot.addWidget(reader)
    reader.set_lines(["<b>a</b>\u2029x", "b\rc", "d\u2028e"])
    assert reader.blockCount() == 3
    assert reader.toPlainText().splitlines()[0] == "<b>a</b> x"
    reader.show_lines(3, 9)
    assert reader.lit() == (3, 3)
    reader.show_lines(9, 9)
    assert reader.lit() == (0, 0)


def test_what_is_read_only_offers_no_edit(start, lab_file, qtbot):
    from db.engine import open_database

    with open_database(lab_file):
        program = start(lab_file)
        QTest.keyClick(program.window, Key.Key_5, Modifier.ControlModifier)
        qtbot.waitUntil(program.context.sources.reader._empty.isVisible)
        assert not program.context.sources.reader._empty.findChildren(type(program.context.sources.reader._next))
        assert not program.context.edits.can_edit()
