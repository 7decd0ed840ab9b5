"""The manual in the program: F1, search, links, and nothing that is loaded or taken for HTML."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QTextDocument
from PySide6.QtWidgets import QApplication, QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from db.texts import ENGLISH, Language, install
from desktop import __main__ as program
from desktop import manual_pages
from desktop.commands import COMMANDS, MENUS
from desktop.icons import Icons
from desktop.keys import KEYS
from desktop.language import LanguageInForce
from desktop.main_window import MainWindow
from desktop.manual_pages import pages, search, understood
from desktop.settings import Settings
from desktop.theme import Theme
from desktop.views.manual import ManualWindow
from desktop.widgets.document_view import Grid, Paragraph
from desktop.widgets.markdown_view import MarkdownView, blocks_of, units_of

NONE = Qt.KeyboardModifier.NoModifier
HOSTILE = """# Title <b>bold</b>

<img src="file:///etc/hostname"> and <a href="javascript:x">a link</a>

<script>alert(1)</script>

![picture](https://example.org/picture.png) [home](https://example.org/home) [bad](javascript:alert(1))
[file](file:///etc/passwd)

| a | b |
|---|---|
| <i>x</i> | **y** |
"""


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture
def manual(qtbot: QtBot, theme: Theme) -> ManualWindow:
    window = ManualWindow(theme)
    qtbot.addWidget(window)
    window.open()
    return window


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> MarkdownView:
    made = MarkdownView(theme)
    qtbot.addWidget(made)
    made.show()
    return made


# ---- Markdown ----


def test_html_is_shown_as_letters(view):
    view.set_markdown(HOSTILE)
    shown = view.toPlainText()
    for tag in ("<b>bold</b>", '<img src="file:///etc/hostname">', "<script>alert(1)</script>", "<i>x</i>"):
        assert tag in shown
    assert "￼" not in shown  # no picture stands in the text


def test_nothing_is_loaded(view, monkeypatch):
    asked = []
    monkeypatch.setattr(MarkdownView, "loadResource", lambda _self, kind, name: asked.append((kind, name)))
    view.set_markdown(HOSTILE)
    view.grab()
    assert asked == []
    monkeypatch.undo()
    assert view.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("file:///etc/hostname")) is None


def links(markdown: str) -> list[str]:
    return [
        span.link for block in blocks_of(markdown) if isinstance(block, Paragraph) for span in block.spans if span.link
    ]


def test_links_of_other_schemes_are_no_links():
    assert links(HOSTILE) == ["https://example.org/picture.png", "https://example.org/home"]


def test_lists_code_and_tables_keep_their_texts():
    text = "1. one\n2. two\n   - inner\n\n```query\na:b      what it does\n```\n\n|k|v|\n|-|-|\n|`x`|long words|\n"
    units = [unit.text for unit in units_of(blocks_of(text))]
    assert units == ["1.\u2002one", "2.\u2002two", "•\u2002inner", "a:b      what it does", "k  v", "x  long words"]
    code = next(block for block in blocks_of(text) if isinstance(block, Paragraph) and block.ground)
    assert [(span.text, span.tone, span.fixed) for span in code.spans] == [
        ("a:b", "text", True),
        ("      what it does", "muted", True),
    ]


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_columns_of_tables_fill_the_page(page):
    for block in blocks_of(page.text):
        if isinstance(block, Grid):
            assert len({len(row) for row in block.rows}) == 1
            assert 97 <= sum(block.widths) <= 103


# ---- the window ----


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


# ---- in Chinese ----


@pytest.fixture
def chinese(monkeypatch, tmp_path):
    """A manual of which one page is translated."""
    (tmp_path / "manual" / "en").mkdir(parents=True)
    (tmp_path / "manual" / "zh_CN").mkdir()
    (tmp_path / "manual" / "en" / "01-first.md").write_text("# First\n\nwords\n", encoding="utf-8")
    (tmp_path / "manual" / "en" / "02-second.md").write_text("# Second\n\nmore words\n", encoding="utf-8")
    text = "# 筛选\n\n在时间线上拖动一段日期，\n所有视图随之更新。\n\n用 Enter 保留筛选。\n"
    (tmp_path / "manual" / "zh_CN" / "01-first.md").write_text(text, encoding="utf-8")
    (tmp_path / "manual" / "zh_CN" / "99-stray.md").write_text("# 多余\n", encoding="utf-8")
    monkeypatch.setattr(manual_pages, "files", lambda _package: tmp_path)
    manual_pages._pages.cache_clear()
    install(Language("zh_CN", lambda text, _n: text))
    yield
    install(ENGLISH)
    manual_pages._pages.cache_clear()


def test_pages_are_in_the_language_of_the_window_as_far_as_they_are_translated(chinese):
    assert [(page.name, page.title) for page in pages()] == [("01-first.md", "筛选"), ("02-second.md", "Second")]


@pytest.mark.parametrize(
    ("typed", "words", "found"),
    [
        ("筛选", ("筛选",), 2),
        ("时间线", ("时间线",), 1),
        ("日期，所有", ("日期，所有",), 1),  # across the lines of the file
        ("时间视图", ("时间", "视图"), 1),  # one word for who types it, two in the text
        ("Enter筛选保留", ("Enter", "筛选", "保留"), 1),
        ("谷歌", ("谷歌",), 0),
        ("words", ("words",), 1),
    ],
)
def test_chinese_is_found_without_spaces(chinese, typed, words, found):
    assert understood(typed) == words
    assert len(search(words)) == found


def test_chinese_words_are_marked(qtbot, theme, chinese):
    window = ManualWindow(theme)
    qtbot.addWidget(window)
    window.open()
    window.search.setText("时间视图")
    window.next_hit()
    qtbot.waitUntil(window.view.is_written)
    marked = {selection.cursor.selectedText() for selection in window.view.extraSelections()}
    assert marked == {"时间", "视图"}
    assert window.view.textCursor().selectedText() == "时间"


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


# ---- in the main window ----


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


def page(name: str) -> str:
    return next(page.text for page in pages() if page.name == name)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_each_command_is_on_the_page_of_keys(command):
    title = command.title.replace("&", "")
    text = page("11-keys.md")
    assert f"| {command.shortcut} | {title} |" in text if command.shortcut else f"*{title}*" in text
    assert command.menu in MENUS


@pytest.mark.parametrize("place", KEYS, ids=lambda place: place.title)
def test_each_place_has_its_keys_on_the_page(place):
    section = page("11-keys.md").split(f"## {place.title}\n")[1].split("\n## ")[0]
    lines = re.findall(r"^\| (.+) \| (.+) \|$", section, re.MULTILINE)
    assert lines == [("key", "does"), *((key.keys, key.does) for key in place.keys)]


def test_no_key_is_documented_that_is_gone():
    table = page("11-keys.md").split("## In the filter bar")[0]
    documented = set(re.findall(r"^\| (\S+) \| (.+) \|$", table, re.MULTILINE)) - {("key", "command"), ("---", "---")}
    assert documented == {(item.shortcut, item.title.replace("&", "")) for item in COMMANDS if item.shortcut}


def window_examples() -> list[str]:
    found = re.findall(r"^```sh window\n(.*?)^```", page("10-command-line.md"), re.MULTILINE | re.DOTALL)
    return [line for body in found for line in body.splitlines()]


@pytest.mark.parametrize("command", window_examples())
def test_example_that_opens_the_window_is_accepted(command):
    assert program._parser().parse_args(shlex.split(command)[1:])


def test_each_option_of_the_window_is_documented():
    options = [option for item in program._parser()._actions for option in item.option_strings]
    assert [option for option in options if f"`{option}" not in page("10-command-line.md")] == []


def test_pictures_of_the_readme_lie_in_the_project():
    root = Path(program.__file__).parents[1]
    text = (root / "README.md").read_text(encoding="utf-8")
    assert all((root / path).is_file() for path in re.findall(r"!\[[^]]*\]\(([^)]+)\)", text))
