"""A theme that is put on in steps, while windows show the one before."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.theme import Theme, tokens


def test_the_last_choice_wins_and_windows_wait_for_it(qtbot, qapp: QApplication) -> None:
    theme = Theme(qapp, "light", stepwise=True)
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    seen = []
    theme.changed.connect(lambda: seen.append((theme.scheme, window.updatesEnabled())))
    theme.choose("dark")
    theme.choose("light")
    theme.choose("dark")
    assert not window.updatesEnabled()
    qtbot.waitUntil(window.updatesEnabled)
    assert seen == [("dark", False)]
    assert qapp.palette().color(QPalette.ColorRole.Base).name().upper() == tokens("dark").background


def test_a_window_that_is_not_drawn_yet_is_not_held(qtbot, qapp: QApplication) -> None:
    """Desktops tell that they are dark between the window's `show` and its first paint: it would stay empty."""
    theme = Theme(qapp, "light", stepwise=True)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    theme.choose("dark")
    assert window.updatesEnabled()
    qtbot.waitUntil(lambda: qapp.palette().color(QPalette.ColorRole.Base).name().upper() == tokens("dark").background)


def test_a_hidden_panel_has_the_new_colours_once_it_is_shown(qtbot, start, lab_file: Path) -> None:
    def colours(program) -> tuple[str, str]:
        """Of the titles of the panel of people, and of the hint in its search."""
        program.window.panels.bring("people_dock")
        qtbot.waitUntil(lambda: program.window.findChild(QLineEdit, "find_person") is not None)
        search, dock = program.window.findChild(QLineEdit, "find_person"), program.window.panels.docks["people_dock"]
        qtbot.waitUntil(search.isVisible)
        roles = ((dock, QPalette.ColorRole.WindowText), (search, QPalette.ColorRole.PlaceholderText))
        return tuple(widget.palette().color(role).name().upper() for widget, role in roles)

    wanted = colours(start(lab_file, theme="dark"))
    program = start(lab_file)
    assert colours(program) != wanted
    program.window.panels.docks["people_dock"].hide()
    program.window.choose_theme("dark")
    assert not program.window.updatesEnabled()
    qtbot.waitUntil(program.window.updatesEnabled)
    assert colours(program) == wanted
    assert wanted[0] == tokens("dark").muted
