"""Markdown as the manual shows it: nothing is loaded, and HTML is letters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from desktop.manual_pages import pages
from desktop.theme import Theme
from desktop.widgets.document_blocks import Grid, Paragraph
from desktop.widgets.markdown_view import MarkdownView, blocks_of, units_of

HOSTILE = """# Title <b>bold</b>

<img src="file:///etc/hostname"> and <a href="javascript:x">a link</a>

<script>alert(1)</script>

![picture](https://example.org/picture.png) [home](https://example.org/home) [bad](javascript:alert(1))
[file](file:///etc/passwd)

| a | b |
|---|---|
| <i>x</i> | **y** |
"""


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> MarkdownView:
    made = MarkdownView(theme)
    qtbot.addWidget(made)
    made.show()
    return made


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
