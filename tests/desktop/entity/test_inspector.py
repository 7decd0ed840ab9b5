"""The inspector in the window: statements with their sources, and links that lead on and back."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from desktop.widgets.document_blocks import Grid, Paragraph
from tests.desktop.window_use import click_row, focus_name, focus_on, names, press, shown_text, status

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def test_the_inspector_shows_statements_with_their_sources(program, settle):
    focus_on(program, settle, "A-2")
    text = shown_text(program)
    for part in (
        "A-2",
        "Release",
        "67B",
        "Second source · line 4",
        "Start, line 1",
        "inferred",
        "Its name.",
        "Mixture of experts",
    ):
        assert part in text, part
    assert "⚠ Date: sources disagree" in text
    grids = [block for block in program.context.inspector.document.blocks() if isinstance(block, Grid) and block.ruled]
    values = [cell[0].spans[0].text for row in grids[0].rows for cell in row]
    assert values == ["Jan 2024", "3 March 2024"]


def test_the_inspector_follows_when_the_focus_moves_on_before_its_answer(program, settle):
    click_row(program, 0)
    settle()
    inspector = program.context.inspector
    first, second = program.context.releases.model.ids[1], program.context.releases.model.ids[2]
    program.context.selection.set_focus(first)
    inspector._timer.stop()
    inspector._look_up()  # asked, and before the answer is here …
    program.context.selection.set_focus(second)
    settle()
    assert focus_name(program) == names(program)[2]


def test_text_from_data_is_shown_letter_by_letter(program, settle):
    focus_on(program, settle, "文心 <b>4</b>")
    assert "文心 <b>4</b>" in shown_text(program)


def links(program) -> dict[str, str]:
    paragraphs = [block for block in program.context.inspector.document.blocks() if isinstance(block, Paragraph)]
    return {span.text: span.link for paragraph in paragraphs for span in paragraph.spans if span.link}


def test_links_lead_to_entities_and_back(program, settle):
    focus_on(program, settle, "A-2")
    program.context.inspector.document.followed.emit(links(program)["Alpha"])
    settle()
    assert focus_name(program) == "Alpha"
    assert "A-1" in shown_text(program)
    assert status(program) == "5 of 5 releases · 1 selected"
    program.window.findChild(QWidget, "filter.back_button").click()
    settle()
    assert focus_name(program) == "A-2"
    press(program, Key.Key_Right, Modifier.AltModifier)
    settle()
    assert focus_name(program) == "Alpha"


def test_native_names_are_shown(program, settle):
    focus_on(program, settle, "A-2")
    program.context.inspector.document.followed.emit(links(program)["Liang Wenfeng"])
    settle()
    assert "梁文锋" in shown_text(program)


def test_links_out_are_confirmed(program, settle):
    focus_on(program, settle, "A-1")
    asked = []

    def refuse() -> None:
        box = QApplication.activeModalWidget()
        asked.append(box.text())
        box.button(QMessageBox.StandardButton.Cancel).click()

    QTimer.singleShot(50, refuse)
    program.context.inspector.document.followed.emit(links(program)["https://example.org/a1"])
    assert asked == ["https://example.org/a1"]
