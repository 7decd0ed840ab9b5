"""The people view as every view: pictures, themes, names for screen readers, and quiet while it is hidden."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton

from db.filters import parse
from desktop.picture_dialog import PictureDialog
from tests.desktop.people.profile_said import head

LEFT = Qt.MouseButton.LeftButton


@pytest.mark.parametrize("ending", ["svg", "png", "pdf"])
def test_career_and_network_are_saved_as_pictures(use, tmp_path, ending):
    assert not use.view.picture.isEnabled()
    use.choose("daya-guo")
    QTest.mouseClick(use.view.picture, LEFT)
    use.settle()
    dialog = use.view.findChild(PictureDialog)
    for which, title in enumerate(("Career of Daya Guo", "People who work with Daya Guo")):
        button = dialog.findChild(QRadioButton, f"picture_which_{which}")
        assert button.text() == title
        button.click()
    dialog.findChild(QRadioButton, "picture_which_0").click()
    with use.qtbot.waitSignal(use.view.told) as said:
        dialog.save(tmp_path / f"career.{ending}")
    assert said.args == [f"Saved {tmp_path / f'career.{ending}'}"]
    content = (tmp_path / f"career.{ending}").read_bytes()
    assert content.startswith({"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF"}[ending])
    if ending == "svg":
        assert all(part in content.decode() for part in ("Sun Yat-sen University", "Rensselaer Polytechnic Institute"))


def test_pictures_are_offered_of_what_is_seen(use):
    use.choose("imran-sayeed")
    assert not use.view.picture.isEnabled()  # no career and nobody around
    use.choose("daya-guo")
    for tab, first in (("works with", "labline-people"), ("profile", "labline-career")):
        use.turn_to(tab)
        assert use.view.picture.isVisible()
        assert use.view.picture._first == first
    use.turn_to("team")
    assert not use.view.picture.isVisible()


def test_hidden_view_asks_nothing_and_catches_up(use):
    use.choose("daya-guo")
    use.view.hide()
    use.selection.set((), use.id("luo-fuli"))
    use.filters.set(parse("person:nobody"))
    use.qtbot.wait(80)
    assert not use.runner.is_busy()
    assert "Daya Guo" in head(use)
    use.view.show()
    use.settle()
    assert "Luo Fuli" in head(use)
    assert use.listed() == []


def test_another_theme_is_worn_at_once(use):
    use.choose("daya-guo")
    before = use.view.grab().toImage().pixelColor(700, 60)
    use.theme.choose("dark")
    use.qtbot.wait(50)
    assert use.view.profile.career._look.dark
    assert use.view.network._look.dark
    assert use.view.grab().toImage().pixelColor(700, 60) != before


def test_everything_that_takes_the_keyboard_has_a_name(use):
    use.choose("daya-guo")
    for tab in ("profile", "works with", "connected", "team"):
        use.turn_to(tab)
        parts = use.view.findChildren(object)
        named = [part for part in parts if part.isWidgetType() and part.isVisible()
                 and part.focusPolicy() & Qt.FocusPolicy.TabFocus]  # fmt: skip
        assert named
        nameless = [part.objectName() or type(part).__name__ for part in named
                    if not QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)]  # fmt: skip
        assert nameless == []
