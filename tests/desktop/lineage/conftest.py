"""Lineages over a small database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desktop.canvas_world import closed_after
from tests.desktop.lineage.lineage_world import ENTITIES, World
from tests.small_database import write_file


@pytest.fixture(scope="session")
def lineage_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_file(tmp_path_factory.mktemp("lineage") / "lineage.db", ENTITIES, "Lineage")


@pytest.fixture
def worlds(qtbot, lineage_file: Path, settings_file: Path) -> Iterator[Callable[..., World]]:
    with closed_after(lambda file=lineage_file: World(qtbot, file, settings_file)) as worlds:
        yield worlds
