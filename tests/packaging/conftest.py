"""The scripts in packaging/ as modules: they are no package, and are run as files."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"


@pytest.fixture(scope="session")
def script() -> Callable[[str], ModuleType]:
    """A function that loads a script by its path in packaging/, with its neighbours to be imported."""

    def load(name: str) -> ModuleType:
        path = PACKAGING / name
        own = f"packaging_{path.stem}"
        if own not in sys.modules:
            spec = importlib.util.spec_from_file_location(own, path)
            assert spec is not None and spec.loader is not None
            module = importlib.util.module_from_spec(spec)
            sys.modules[own] = module
            sys.path.insert(0, str(path.parent))
            try:
                spec.loader.exec_module(module)
            finally:
                sys.path.remove(str(path.parent))
        return sys.modules[own]

    return load
