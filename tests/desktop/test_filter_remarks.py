"""What the filter bar says below the text: of mistakes, and of values that nothing has."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest


def typed(program, settle, text: str) -> str:
    edit = program.window.bar.edit
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)
    settle()
    explanation = program.window.bar.explanation
    return explanation.text() if explanation.isVisible() else ""


@pytest.mark.parametrize(("text", "said"), [
    ("org:Nobody", "Organization: nothing is called “Nobody”."),
    ("org:Alpa,Beta", "Organization: nothing is called “Alpa”. Did you mean “Alpha”?"),
    ("org:Alpha", ""),
    ("org:?", ""),
    ("license:MITT", "Licence: nothing is called “MITT”. Did you mean “MIT”?"),
    ("-technique:none", "Techniques: nothing is called “none”."),
    ("descendant-of:Nobody", "descendant-of: nothing is called “Nobody”."),
    ("open:yes", ""),
])  # fmt: skip
def test_a_value_that_nothing_has_is_named_but_no_mistake(program, settle, text, said):
    assert typed(program, settle, text) == said
    assert program.window.bar.edit.mistake() is None


def test_a_mistake_says_what_is_still_shown(program, settle):
    assert typed(program, settle, "open:no") == ""
    assert typed(program, settle, "parms:7B").endswith("Still showing: Open weights is no.")
    program.window.bar.clear()
    assert typed(program, settle, ":").endswith("Still showing: everything.")


@pytest.mark.parametrize("text", [":", "::", "-:", "open:yes :"])
def test_a_colon_alone_is_a_mistake(program, settle, text):
    assert "colon alone" in typed(program, settle, text)
    assert program.window.bar.edit.mistake() is not None
