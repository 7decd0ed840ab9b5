"""The window of the manual: F1, search, links that are looked at first, and its colours."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox, QToolButton

from desktop.icons import Icons
from desktop.language import LanguageInForce
from desktop.main_window import MainWindow
from desktop.manual_pages import pages, search
from desktop.settings import Settings
from desktop.views.manual import ManualWindow

NONE = Qt.KeyboardModifier.NoModifier


def test_all_pages_are_listed_and_shown(manual):
    assert [manual.contents.item(row).text() for row in range(manual.contents.count())] == [
        page.title for page in pages()
    ]
    for row, page in enumerate(pages()):
        manual.contents.setCurrentRow(row)
        assert manual.view.toPlainText().startswith(page.title)


def test_search_lists_places_and_goes_there(qtbot, manual):
    manual.resize(920, 400)
    qtbot.keyClicks(manual.search, "descendant-of steps")
    assert manual.contents.count() > 0
    texts = [manual.contents.item(row).text() for row in range(manual.contents.count())]
    row = next(at for at, text in enumerate(texts) if text.startswith("Filtering › Lineage"))
    manual.contents.setCurrentRow(row)
    qtbot.waitUntil(manual.view.is_written)
    assert "descendant-of" in manual.view.textCursor().block().text()
    marked = {selection.cursor.selectedText() for selection in manual.view.extraSelections()}
    assert marked >= {"descendant-of", "steps"}
    assert manual.view.viewport().rect().contains(manual.view.cursorRect().center())


def test_place_in_a_table_is_found(qtbot, manual):
    qtbot.keyClicks(manual.search, "active_params variant")
    texts = [manual.contents.item(row).text() for row in range(manual.contents.count())]
    row = next(at for at, text in enumerate(texts) if text.startswith("Properties"))
    manual.contents.setCurrentRow(row)
    qtbot.waitUntil(manual.view.is_written)
    assert manual.view.textCursor().block().text() == "active_params"


def test_search_without_a_hit_says_so_and_clearing_it_brings_the_pages_back(qtbot, manual):
    qtbot.keyClicks(manual.search, "qqqq")
    assert manual.contents.count() == 0
    assert manual.findChild(object, "manual_found").text().startswith("Nothing found")
    manual.search.clear()
    assert manual.contents.count() == len(pages())


@pytest.mark.parametrize(
    ("words", "found"), [([], False), (["", ""], False), (["EDTF"], True), (["edtf", "ISO"], True)]
)
def test_search_wants_all_words_in_any_letter_case(words, found):
    assert bool(search(words)) == found


def test_f3_goes_through_the_places_and_around(qtbot, manual):
    qtbot.keyClicks(manual.search, "descendant-of")
    count = manual.contents.count()
    assert count > 2
    found = manual.findChild(object, "manual_found")
    assert found.text() == f"{count} places"
    rows = []
    for key, modifier in [(Qt.Key.Key_F3, NONE)] * 2 + [(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)] * 2:
        qtbot.keyClick(manual.search, key, modifier)
        qtbot.waitUntil(manual.view.is_written)
        rows.append(manual.contents.currentRow())
        assert manual.view.textCursor().selectedText().casefold() == "descendant-of"
        assert found.text() == f"{rows[-1] + 1} of {count}"
    assert rows == [0, 1, 0, count - 1]
    manual.findChild(QToolButton, "manual_next").click()
    assert manual.contents.currentRow() == 0
    qtbot.keyClick(manual.search, Qt.Key.Key_Return)
    assert manual.contents.currentRow() == 1


def test_f3_without_a_search_does_nothing(qtbot, manual):
    qtbot.keyClick(manual.search, Qt.Key.Key_F3)
    assert manual.contents.currentRow() == 0
    assert not manual.findChild(QToolButton, "manual_next").isVisible()


def test_ctrl_f_goes_to_the_search(qtbot, manual):
    manual.view.setFocus()
    qtbot.keyClick(manual.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert manual.search.hasFocus()


def test_link_to_a_page_opens_it(manual):
    manual.view.followed.emit("03-fields.md")
    assert manual.view.toPlainText().startswith("Fields")


@pytest.mark.parametrize(
    ("link", "opened"), [("https://example.org/a", True), ("file:///etc/passwd", False), ("99-none.md", False)]
)
def test_other_links_are_looked_at_first(manual, monkeypatch, link, opened):
    seen, asked = [], []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: seen.append(url.toString()) or True)

    def answer():
        box = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QMessageBox))
        asked.append(box.text())
        box.button(box.standardButton(box.defaultButton() or box.buttons()[0])).click()

    QTimer.singleShot(0, answer)
    manual.view.followed.emit(link)
    assert len(asked) == 1
    assert seen == ([link] if opened else [])


def test_escape_clears_the_search_then_closes(qtbot, manual):
    qtbot.keyClicks(manual.search, "date")
    qtbot.keyClick(manual.search, "\x1b")
    assert manual.search.text() == ""
    assert manual.isVisible()
    qtbot.keyClick(manual.search, "\x1b")
    assert not manual.isVisible()


def test_colours_follow_the_theme(manual, theme):
    manual.show_page("02-filtering.md")
    light = manual.view.grab().toImage().pixelColor(5, 5)
    theme.choose("dark")
    try:
        assert manual.view.grab().toImage().pixelColor(5, 5) != light
        assert manual.view.toPlainText().startswith("Filtering")
    finally:
        theme.choose("light")


def test_f1_opens_the_manual_without_a_database_and_closing_the_window_closes_it(qtbot, theme, tmp_path):
    window = MainWindow(theme, Icons(theme), Settings(tmp_path / "labline.ini"), LanguageInForce("en"))
    qtbot.addWidget(window)
    window.show()
    action = window.findChild(object, "help.manual")
    assert action.shortcut().toString() == "F1"
    assert action.isEnabled()
    action.trigger()
    (manual,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, ManualWindow) and w.isVisible()]
    qtbot.addWidget(manual)
    window.close()
    assert not manual.isVisible()
