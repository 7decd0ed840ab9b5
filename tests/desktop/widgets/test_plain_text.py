"""Text from data is plain text in labels, tooltips and messages, and links open after a look."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from desktop.widgets.messages import open_link, plain_message
from desktop.widgets.plain import PlainLabel, plain_tooltip, set_plain_tooltip
from tests.desktop.widgets.widget_in_window import HTML


def test_plain_label_never_reads_html(qtbot) -> None:
    label = PlainLabel(HTML)
    qtbot.addWidget(label)
    label.setTextFormat(Qt.TextFormat.RichText)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == HTML


def test_elided_label_keeps_its_whole_text_in_a_tooltip(qtbot) -> None:
    label = PlainLabel(HTML * 3, elide=True)
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert "&lt;b&gt;" in label.toolTip()
    assert "<b>" not in label.toolTip()
    assert label.minimumSizeHint().width() < 60 < label.sizeHint().width()
    label.setText("x")
    assert label.toolTip() == ""


@given(st.text(max_size=50))
def test_plain_tooltip_names_no_tag_of_the_data(text: str) -> None:
    inner = plain_tooltip(text).removeprefix('<div style="white-space: pre-wrap">').removesuffix("</div>")
    assert "<" not in inner
    assert bool(inner) == bool(text)


def test_plain_tooltip_is_bounded(qtbot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    set_plain_tooltip(widget, "x" * 100_000)
    assert len(widget.toolTip()) < 3000


def answer(button: QMessageBox.StandardButton, seen: list[str]) -> None:
    """Press a button of the message box that is about to open, and note its text and format."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert box.textFormat() == Qt.TextFormat.PlainText
        seen.append(box.text())
        box.button(button).click()

    QTimer.singleShot(0, press)


def test_plain_message_gives_the_answer_and_renames_buttons(qtbot) -> None:
    seen: list[str] = []
    buttons = QMessageBox.StandardButton
    answer(buttons.Discard, seen)
    got = plain_message(
        None, "Unsaved", HTML, buttons=buttons.Discard | buttons.Cancel, labels={buttons.Discard: "Forget it"}
    )
    assert got == buttons.Discard
    assert seen == [HTML]


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://a.b/c",
        "http://",
        "https:///x",
        "//a.b",
        "a.b",
        "",
        "HTTP ://x",
        "vscode://x",
        "http://a b/",
    ],
)
def test_other_links_are_refused(qtbot, monkeypatch, address: str) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True)
    seen: list[str] = []
    answer(QMessageBox.StandardButton.Ok, seen)
    assert not open_link(None, address)
    assert opened == []
    assert "http, https" in seen[0]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("http://bank.example@evil.example/", "http://bank.example@evil.example/"),
        ("https://ex\u0430mple.org/", "https://xn--exmple-4nf.org/"),
        ("mailto:a@example.org?subject=x", "mailto:a@example.org?subject=x"),
        ("https://example.org/" + "a" * 100, "https://example.org/" + "a" * 28 + "\n" + "a" * 48 + "\n" + "a" * 24),
    ],
)
@pytest.mark.parametrize("agree", [True, False])
def test_links_open_after_a_look(qtbot, monkeypatch, address: str, words: str, agree: bool) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True)
    seen: list[str] = []
    answer(QMessageBox.StandardButton.Open if agree else QMessageBox.StandardButton.Cancel, seen)
    assert open_link(None, address) is agree
    assert seen == [words]
    assert len(opened) == agree
