"""No test reads or writes what belongs to the person who runs it, and none needs a display."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Machines are noisy: how long an example takes says nothing about the code.
settings.register_profile("labline", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("labline")

HOME = Path(tempfile.mkdtemp(prefix="labline-tests-"))
PLACES = {
    "HOME": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
}
for variable, place in PLACES.items():
    (HOME / place).mkdir(parents=True, exist_ok=True)
    os.environ[variable] = str(HOME / place)


def pytest_configure(config: pytest.Config) -> None:
    """The offscreen platform's remarks on what it lacks are no faults of the program."""
    config.addinivalue_line("qt_log_ignore", "^This plugin does not support ")


def pytest_unconfigure() -> None:
    """Remove the tests' home folder."""
    shutil.rmtree(HOME, ignore_errors=True)


@pytest.fixture(scope="session")
def home() -> Path:
    """The folder that stands for the user's home in this run."""
    return HOME
