"""The program as somebody sits down to it, in windows of two sizes, both colours and both languages."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase

from db.start import open_or_create
from db.texts import ENGLISH, install
from desktop.program import Program, application
from desktop.settings import Settings
from tests.end2end.screen import PATIENCE, PICTURES
from tests.end2end.user import User

SIZES = {"1280x720": (1280, 720), "2560x1440": (2560, 1440)}
LOOKS = [("light", "en"), ("dark", "zh_CN"), ("light", "zh_CN"), ("dark", "en")]
WINDOWS = (
    list(itertools.product(SIZES, LOOKS))
    if PICTURES
    else [("1280x720", LOOKS[0]), ("2560x1440", LOOKS[1])]
)  # fmt: skip


@pytest.fixture(scope="package")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the bundled dossier, as a first start makes it."""
    path = tmp_path_factory.mktemp("story") / "labline.db"
    open_or_create(path).close()
    return path


@pytest.fixture
def sit_down(qtbot, dossier: Path, tmp_path: Path) -> Iterator[Callable[[str, str], User]]:
    """Start the program for somebody, in a window of a size."""
    started: list[Program] = []

    def start(story: str, size: str) -> User:
        file = Path(shutil.copy(dossier, tmp_path / "labline.db"))
        settings = Settings(tmp_path / "labline.ini")
        settings.write("language", "en")
        program = Program(application(), "light", settings)
        started.append(program)
        program.window.resize(*SIZES[size])
        program.start(file)
        qtbot.waitUntil(lambda: program.context is not None, timeout=PATIENCE)
        program.window.activateWindow()
        user = User(qtbot, program, story)
        user.settle()
        return user

    yield start
    for program in started:
        program.window.choose_language("en")
        program.window.close()
        program.window.deleteLater()
        program.deleteLater()
    install(ENGLISH)


@pytest.fixture(params=WINDOWS, ids=lambda pair: "-".join((pair[0], *pair[1])))
def window(request: pytest.FixtureRequest) -> tuple[str, str, str]:
    """Size, colours and language."""
    size, (colours, language) = request.param
    if language == "zh_CN" and not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese) and PICTURES:
        pytest.skip("no font here has Chinese characters")
    return size, colours, language
