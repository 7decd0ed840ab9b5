"""A database with the bundled dossier."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.start import open_or_create


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("command line") / "deepseek.db"
    open_or_create(path).close()
    return path
