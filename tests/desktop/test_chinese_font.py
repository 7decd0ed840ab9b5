"""The font that Chinese is written in, whichever language the window speaks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from db.texts import ENGLISH, install
from desktop.language import CHINESE, Choice, LanguageInForce


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication) -> Iterator[None]:
    font = qapp.font()
    yield
    qapp.setFont(font)
    install(ENGLISH)


@pytest.mark.parametrize("spoken", ["en", "zh_CN"])
def test_names_are_in_the_forms_of_the_mainland(qapp: QApplication, spoken: Choice) -> None:
    """For all other letters the font stays what it is."""
    there = [family for family in CHINESE if QFontDatabase.hasFamily(family)]
    if not there:
        pytest.skip(f"no font here has Simplified Chinese: {', '.join(CHINESE)}")
    qapp.setFont(QFont("sans-serif"))
    usual = QFontInfo(qapp.font()).family()
    LanguageInForce(spoken)
    assert qapp.font().families() == [usual, there[0]]
    assert QFontInfo(qapp.font()).family() == usual
