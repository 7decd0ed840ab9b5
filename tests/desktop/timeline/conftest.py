"""Timelines over small databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desktop.canvas_world import closed_after
from tests.desktop.timeline.timeline_world import ENTITIES, World
from tests.small_database import write_file


@pytest.fixture(scope="session")
def dated_original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_file(tmp_path_factory.mktemp("dated") / "dated.db", ENTITIES, "Dated")


@pytest.fixture
def world_of(qtbot, tmp_path: Path, settings_file: Path) -> Iterator[Callable[[list[dict]], World]]:
    """A timeline over other entities."""

    def make(entities: list[dict]) -> World:
        return World(qtbot, write_file(tmp_path / "other.db", entities, "D"), settings_file)

    with closed_after(make) as worlds:
        yield worlds


@pytest.fixture
def worlds(qtbot, dated_original: Path, settings_file: Path) -> Iterator[Callable[[], World]]:
    with closed_after(lambda: World(qtbot, dated_original, settings_file)) as worlds:
        yield worlds
