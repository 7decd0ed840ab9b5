"""A small database behind a whole window, for tests that use the program as people do."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.links import Link
from desktop.main_window import USUAL_SIZE
from desktop.program import Program
from desktop.settings import Settings
from desktop.theme import Choice
from tests.desktop.canvas_world import CanvasWorld
from tests.small_database import fact, write_file


def release(slug: str, name: str, variants: tuple[str, ...] = (), **facts: object) -> dict:
    sizes = [
        {"id": size.lower(), "name": size, "facts": {"params": {"value": size, "cite": "s1:3"}}} for size in variants
    ]
    return {"kind": "release", "id": slug, "name": name, "facts": facts, "variants": sizes}


ENTITIES = [
    {"kind": "source", "id": "s1", "name": "First source", "lines": 90, "sections": [{"line": 1, "title": "Start"}]},
    {"kind": "source", "id": "s2", "name": "Second source", "lines": 90},
    {"kind": "organization", "id": "alpha", "name": "Alpha"},
    {"kind": "organization", "id": "beta", "name": "Beta & Sons"},
    {"kind": "technique", "id": "moe", "name": "Mixture of experts"},
    {"kind": "person", "id": "liang", "name": "Liang Wenfeng",
     "facts": {"alias": fact("梁文锋", role="native"), "credit": fact("a2", role="founder")}},
    release("a1", "A-1", ("7B",), date=fact("2 May 2023"), organization=fact("alpha"), license=fact("MIT"),
            open_weights=fact("yes"), link=fact("https://example.org/a1", role="website")),
    release("a2", "A-2", ("7B", "67B"), date=[fact("Jan 2024"), fact("3 March 2024", "s2:4")],
            organization=fact("alpha"), technique=fact("moe"), open_weights=fact("yes"),
            parent={"value": "a1", "cite": "s1:5", "role": "successor", "basis": "inferred", "ground": "Its name."}),
    release("b1", "B-1", ("236B",), date=fact("2024"), organization=fact("beta"), open_weights=fact("no"),
            license=fact("Own, v1")),
    release("zh", "文心 <b>4</b>", date=fact("Oct 2023"), organization=fact("beta")),
    release("bare", "Bare"),
]  # fmt: skip


@pytest.fixture(scope="session")
def lab_original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with a few releases; made once."""
    return write_file(tmp_path_factory.mktemp("lab") / "lab.db", ENTITIES, "Lab")


@pytest.fixture
def lab_file(lab_original: Path, tmp_path: Path) -> Path:
    """A copy of that database for one test."""
    return Path(shutil.copy(lab_original, tmp_path / "lab.db"))


@pytest.fixture
def settings_file(tmp_path: Path) -> Path:
    """Where one test keeps its settings."""
    return tmp_path / "labline.ini"


@pytest.fixture
def start(qtbot, settings_file: Path, monkeypatch) -> Iterator[Callable[..., Program]]:
    """Start programs; each has its window filled and idle."""
    started: list[Program] = []
    monkeypatch.setattr("desktop.main_window.room_on", lambda _screen: USUAL_SIZE)  # that of the tests is small

    def begin(file: Path, link: Link | None = None, theme: Choice = "light") -> Program:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        program = Program(app, theme, Settings(settings_file))
        started.append(program)
        program.start(file, link)
        qtbot.waitUntil(lambda: program.context is not None, timeout=20_000)
        program.window.activateWindow()
        idle(qtbot, program)
        return program

    yield begin
    for program in started:
        program.window.close()
        program.window.deleteLater()
        program.deleteLater()


@pytest.fixture
def program(start: Callable[[Path], Program], lab_file: Path) -> Program:
    """The program with the small database open."""
    return start(lab_file)


@pytest.fixture
def settle(qtbot, program: Program) -> Callable[[], None]:
    """Wait until typed text is read and every answer is shown."""
    return lambda: idle(qtbot, program)


@pytest.fixture
def world(worlds: Callable[[], CanvasWorld]) -> CanvasWorld:
    """One of the `worlds` that the tests of a folder make."""
    return worlds()


def idle(qtbot, program: Program) -> None:
    """Wait until nothing is typed, asked or looked up any more."""

    def quiet() -> bool:
        bar, context = program.window.bar, program.context
        timers = [bar._typing, context.inspector._timer, context.releases._fetch_soon]
        return not (context.runner.is_busy() or context.panels.is_filling() or any(t.isActive() for t in timers))

    qtbot.waitUntil(quiet, timeout=10_000)
    qtbot.wait(1)
    qtbot.waitUntil(quiet, timeout=10_000)


def child(parent: QWidget, name: str) -> QWidget:
    """The widget with an object name."""
    found = parent.findChild(QWidget, name)
    assert found is not None, f"there is no {name}"
    return found
