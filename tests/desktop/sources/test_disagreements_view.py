"""The board of disagreements: all of them, side by side, chosen, taken back and traced to their lines."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from db.engine import open_database
from db.filters import parse
from desktop.entity.folds import READ
from desktop.sources.board_text import PREFER, WITHDRAW
from desktop.widgets.document_blocks import Grid
from tests.desktop.window_use import id_of
from tests.small_database import fact, put_in

Key, Modifier = Qt.Key, Qt.KeyboardModifier


MORE = [
    {"kind": "release", "id": "a1", "name": "A-1", "facts": {"license": fact("Own", "s2:7")}},
    {"kind": "release", "id": "b1", "name": "B-1", "facts": {"date": fact("May 2024", "s2:8")}},
]


@pytest.fixture
def lab_file(lab_original, tmp_path):
    import shutil

    path = shutil.copy(lab_original, tmp_path / "lab.db")
    with open_database(path) as database, database.write("more") as conn:
        put_in(conn, MORE, "More")
    return path


@pytest.fixture
def quiet(qtbot, program, settle):
    def wait() -> None:
        context = program.context
        for _ in range(3):
            qtbot.waitUntil(
                lambda: (
                    not context.edits.is_busy()
                    and not context.sources.is_looking()
                    and not context.disagreements.is_waiting()
                ),
                timeout=10_000,
            )
            settle()

    return wait


@pytest.fixture
def view(program, quiet):
    QTest.keyClick(program.window, Key.Key_5, Modifier.ControlModifier)
    program.window.panels.bring("disagreements_dock")
    quiet()
    view = program.context.disagreements
    assert view.isVisible()
    return view


def cells(view) -> list[tuple[str, ...]]:
    return [tuple(view.model.text(row, column) for column in range(5)) for row in range(view.model.rowCount())]


def links(view, prefix: str) -> list[str]:
    paragraphs = [
        paragraph
        for block in view.document.blocks()
        for paragraph in (
            [part for row in block.rows for cell in row for part in cell] if isinstance(block, Grid) else [block]
        )
    ]
    return [span.link for paragraph in paragraphs for span in paragraph.spans if span.link.startswith(prefix)]


def test_all_are_listed_with_values_and_distance(view):
    assert cells(view) == [
        ("A-1", "Licence", "MIT ⇄ Own", "different words", "MIT"),
        ("A-2", "Date", "Jan 2024 ⇄ 3 March 2024", "32 to 62 days apart", "Jan 2024"),
    ]
    assert view.tabs.tabText(0) == "Disagreements  2"
    text = view.document.toPlainText()
    assert "⚠ Sources disagree" in text
    assert "Tables show MIT" in text


def test_refinements_are_shown_as_such(view, quiet):
    view.tabs.setCurrentIndex(1)
    quiet()
    assert cells(view) == [("B-1", "Date", "May 2024 ≈ 2024", "“May 2024” is the most exact", "May 2024")]
    assert "≈ A refinement: both can be true" in view.document.toPlainText()


@pytest.mark.parametrize(
    ("query", "names"), [("disagrees:date", ["A-2"]), ("disagrees:license", ["A-1"]), ("bare", [])]
)
def test_the_filter_holds(program, view, quiet, query, names):
    program.context.filters.set(parse(query))
    quiet()
    assert [row[0] for row in cells(view)] == names
    assert view._count.text() == f"{len(names)} of 2"
    assert view._empty.isVisible() == (not names)


def test_a_choice_is_an_edit_that_all_see_and_that_is_taken_back(program, view, quiet):
    table = view.table
    table.setFocus()
    QTest.keyClick(table, Key.Key_Down)
    quiet()
    assert program.context.selection.focus == id_of(program, "a2")
    view.menus.reason.setText("Closer to the event")
    view.document.followed.emit(links(view, PREFER)[1])
    quiet()
    assert cells(view)[1][4] == "3 March 2024"
    assert "preferred by" in view.document.toPlainText()
    assert "Closer to the event" in view.document.toPlainText()
    assert view.menus.reason.text() == ""
    assert len(links(view, WITHDRAW)) == 1
    QTest.keyClick(program.window, Key.Key_1, Modifier.ControlModifier)
    quiet()
    releases = program.context.releases.model
    dates = {
        releases.text(row, 0): releases.text(row, releases.column_of("date")) for row in range(releases.rowCount())
    }
    assert dates["A-2"].startswith("3 Mar 2024")
    QTest.keyClick(program.window, Key.Key_Z, Modifier.ControlModifier)
    quiet()
    said = program.window.statusBar().currentMessage()
    QTest.keyClick(program.window, Key.Key_5, Modifier.ControlModifier)
    program.window.panels.bring("disagreements_dock")
    quiet()
    assert cells(view)[1][4] == "Jan 2024"
    assert said == "Undone: Prefer “3 March 2024” as Date of A-2"


def test_a_preference_is_withdrawn(view, quiet):
    view.document.followed.emit(links(view, PREFER)[1])
    quiet()
    assert cells(view)[0][4] == "Own"
    view.document.followed.emit(links(view, WITHDRAW)[0])
    quiet()
    assert cells(view)[0][4] == "MIT"


def test_a_place_leads_to_its_lines(program, view, quiet):
    view.document.followed.emit(links(view, READ)[1])
    quiet()
    sources = program.context.sources
    assert sources.isVisible()
    assert sources._heading.text().startswith("Second source")
    assert sources.statements.lines_of(sources.statements.current()) == (7, 7)


def test_the_focus_elsewhere_goes_to_its_disagreement(program, view, quiet):
    program.context.selection.set({id_of(program, "a2")}, id_of(program, "a2"))
    quiet()
    assert "A-2" in view.document.toPlainText()
    assert view.table.currentIndex().row() == 1


def test_by_keyboard_from_row_to_link(program, view, quiet):
    view.table.setFocus()
    QTest.keyClick(view.table, Key.Key_Return)
    assert view.document.hasFocus()
    for _ in range(12):
        QTest.keyClick(view.document, Key.Key_Tab)
        if view.document.textCursor().charFormat().anchorHref().startswith(PREFER):
            break
    QTest.keyClick(view.document, Key.Key_Return)
    quiet()
    assert "preferred by" in view.document.toPlainText()


# ---- menus ----


@pytest.fixture
def menu_of(qtbot, view, quiet):
    """The menu that a key brings, as texts to actions; those of menus within it after a slash."""

    def show(widget, *keys) -> dict[str, QAction]:
        widget.setFocus()
        QTest.keyClick(widget, *keys)
        quiet()
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return dict(actions_of(menu, ""))

    yield show
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def actions_of(menu: QMenu, before: str) -> Iterator[tuple[str, QAction]]:
    for action in menu.actions():
        text = before + action.text().partition("\t")[0].replace("&", "")
        if action.menu() is not None:
            yield from actions_of(action.menu(), f"{text} / ")
        elif action.text():
            yield text, action


F10 = (Key.Key_F10, Modifier.ShiftModifier)


def test_the_menu_of_a_row_offers_all_that_is_done_with_it(view, menu_of):
    assert list(menu_of(view.table, *F10)) == [
        "Open", "Prefer / MIT", "Prefer / Own",
        "Open the source / MIT: First source", "Open the source / Own: Second source",
        "Copy citation / First source, Start, line 1 / As text",
        "Copy citation / First source, Start, line 1 / As BibTeX",
        "Copy citation / First source, Start, line 1 / As CSL-JSON",
        "Copy citation / Second source, line 7 / As text",
        "Copy citation / Second source, line 7 / As BibTeX",
        "Copy citation / Second source, line 7 / As CSL-JSON",
        "Filter to “A-1”", "Exclude “A-1”", "Filter to what sources disagree about: Licence",
        "Copy link",
    ]  # fmt: skip


def test_by_the_menu_of_a_row_another_value_is_preferred_and_none_again(view, menu_of, quiet):
    menu_of(view.table, *F10)["Prefer / Own"].trigger()
    quiet()
    assert cells(view)[0][4] == "Own"
    menu = menu_of(view.table, *F10)
    assert not menu["Prefer / Own"].isEnabled()
    menu["Prefer “Own” no longer"].trigger()
    quiet()
    assert cells(view)[0][4] == "MIT"


@pytest.mark.parametrize(
    ("entry", "query"),
    [("Filter to “A-1”", "name:A-1"), ("Exclude “A-1”", "-name:A-1"),
     ("Filter to what sources disagree about: Licence", "disagrees:license")],
)  # fmt: skip
def test_the_menu_of_a_row_filters(program, view, menu_of, quiet, entry, query):
    menu_of(view.table, *F10)[entry].trigger()
    quiet()
    assert str(program.context.filters.spec) == query
    assert [row[0] for row in cells(view)] == (["A-2"] if query.startswith("-") else ["A-1"])


@pytest.mark.parametrize(("form", "begins"), [("As text", "Second source"), ("As BibTeX", "@"), ("As CSL-JSON", "[")])
def test_the_menu_of_a_row_copies_citations(view, menu_of, quiet, form, begins):
    menu_of(view.table, *F10)[f"Copy citation / Second source, line 7 / {form}"].trigger()
    quiet()
    text = QGuiApplication.clipboard().text()
    assert text.startswith(begins)
    assert "line 7" in text


def test_the_menu_of_a_row_opens_the_line_and_copies_a_link(program, view, menu_of, quiet):
    menu_of(view.table, *F10)["Copy link"].trigger()
    quiet()
    assert QGuiApplication.clipboard().text() == "labline:entity/a1"
    menu_of(view.table, *F10)["Open the source / Own: Second source"].trigger()
    quiet()
    sources = program.context.sources
    assert sources.isVisible()
    assert sources.statements.lines_of(sources.statements.current()) == (7, 7)


def test_the_menu_of_a_place_is_that_of_its_statement(view, menu_of, quiet):
    view.document.setFocus()
    for _ in range(20):
        QTest.keyClick(view.document, Key.Key_Tab)
        if view.document.textCursor().selectedText() == "line 7":
            break
    menu = menu_of(view.document, *F10)
    assert {"Open the source at this place", "Prefer this", "Copy citation / As BibTeX"} <= set(menu)
    menu["Prefer this"].trigger()
    quiet()
    assert cells(view)[0][4] == "Own"


def test_the_menu_key_brings_the_menu_too(view, menu_of, quiet):
    view.table.setFocus()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(view.table.viewport(), event)
    quiet()
    assert QApplication.activePopupWidget().objectName() == "board_menu"
