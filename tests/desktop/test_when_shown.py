"""Views that cannot be seen ask nothing, and catch up once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from desktop.when_shown import WhenShown


@pytest.fixture
def view(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_it_is_done_at_once_when_shown_and_once_after_being_hidden(view):
    done = []
    work = WhenShown(view, lambda: done.append(view.isVisible()))
    for _ in range(3):
        work.ask()
    assert done == []
    view.show()
    assert done == [True]
    work.ask()
    work.ask()
    assert len(done) == 3
    view.hide()
    view.show()
    assert len(done) == 3
