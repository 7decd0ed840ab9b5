"""What is asked for once is done at once; what is asked for again and again, when it rests."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from desktop.pause import Pause


@pytest.fixture
def done() -> list[int]:
    return []


@pytest.fixture
def pause(qapp, done: list[int]) -> Pause:
    parent = QObject(qapp)
    pause = Pause(parent, 30, lambda: done.append(len(done)))
    yield pause
    parent.deleteLater()


def test_the_first_is_done_at_once_and_once(qtbot, pause: Pause, done: list[int]) -> None:
    pause.ask()
    assert (done, pause.is_due()) == ([0], False)
    qtbot.wait(60)
    assert done == [0]


def test_of_many_the_first_and_the_last_are_done(qtbot, pause: Pause, done: list[int]) -> None:
    for _ in range(5):
        pause.ask()
        qtbot.wait(5)
    assert (done, pause.is_due()) == ([0], True)
    qtbot.waitUntil(lambda: not pause.is_due())
    assert done == [0, 1]


def test_after_a_rest_it_is_at_once_again(qtbot, pause: Pause, done: list[int]) -> None:
    pause.ask()
    qtbot.wait(60)
    pause.ask()
    assert done == [0, 1]
