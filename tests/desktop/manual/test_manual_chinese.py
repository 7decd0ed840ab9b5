"""The manual in Chinese: pages as far as they are translated, and words found without spaces."""

from __future__ import annotations

import pytest

from db.texts import ENGLISH, Language, install
from desktop import manual_pages
from desktop.manual_pages import pages, search, understood
from desktop.views.manual import ManualWindow


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
