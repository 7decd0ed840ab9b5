"""The program's colours: one palette for widgets, style sheet and canvases, light or dark, following the system.

A `Theme` is built once beside the application and handed to the views. The style sheets are rendered at build time
(`packaging/render_themes.py`), so that loading one takes some milliseconds and writes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import shiboken6
from PySide6.QtCore import QDir, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QDockWidget, QLineEdit, QWidget

import resources
from desktop.painting import paint_again

Scheme = Literal["light", "dark"]
Choice = Literal["system", "light", "dark"]

POINT_SIZE = 10.0  # of the system's font
END = object()
BATCH = 60
"""Widgets that are stripped or dressed in a step."""
OWN_STYLE = Qt.WidgetAttribute.WA_SetStyle
POLISHED = Qt.WidgetAttribute.WA_WState_Polished
ROW_HEIGHT = 26  # of tables and lists, in pixels
COMFORTABLE_ROW_HEIGHT = 32


@dataclass(frozen=True)
class Tokens:
    """The colours by their use, as #RRGGBB; the last six are the kinds of entity."""

    background: str
    surface: str
    hover: str
    line: str
    edge: str
    text: str
    muted: str
    disabled: str
    accent: str
    selection: str
    hit: str
    disagreement: str
    error: str
    fine: str
    company: str
    release: str
    paper: str
    system: str
    people: str
    policy: str


@cache
def tokens(scheme: Scheme) -> Tokens:
    """The colours of a scheme, from `resources/themes/palette.json`."""
    return Tokens(**json.loads((themes_folder() / "palette.json").read_text(encoding="utf-8"))[scheme])


def themes_folder() -> Path:
    """Where the palette and the rendered style sheets are."""
    return Path(resources.__path__[0]) / "themes"


def qt_palette(colours: Tokens) -> QPalette:
    """Every role of Qt's palette from our colours, so that what no style sheet reaches looks the same."""
    role = QPalette.ColorRole
    everywhere = {
        role.Window: colours.surface,
        role.WindowText: colours.text,
        role.Base: colours.background,
        role.AlternateBase: colours.surface,
        role.Text: colours.text,
        role.PlaceholderText: colours.disabled,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.error,
        role.ToolTipBase: colours.background,
        role.ToolTipText: colours.text,
        role.Highlight: colours.selection,
        role.HighlightedText: colours.text,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.policy,
        role.Light: colours.background,
        role.Midlight: colours.hover,
        role.Mid: colours.line,
        role.Dark: colours.edge,
        role.Shadow: colours.muted,
    }
    palette = QPalette()
    for name, colour in everywhere.items():
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText, role.PlaceholderText, role.Link):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.disabled))
    return palette


def _is_drawn(window: QWidget) -> bool:
    """Whether a window is on the screen: between `show` and the system's answer nothing is."""
    handle = window.windowHandle()
    return window.isVisible() and handle is not None and handle.isExposed()


def _batches(widgets: list[QWidget]) -> Iterator[Iterator[QWidget]]:
    """Some at a time, of those that are still there."""
    for begin in range(0, len(widgets), BATCH):
        yield (widget for widget in widgets[begin : begin + BATCH] if shiboken6.isValid(widget))


class Theme(QObject):
    """The colours in force. `changed` comes after the application has taken new ones.

    With `stepwise` it takes them between events, so that none waits for all of them; windows show the old colours until
    then.
    """

    changed = Signal()

    def __init__(self, app: QApplication, choice: Choice = "system", *, stepwise: bool = False) -> None:
        super().__init__(app)
        self._stepwise = stepwise
        self._steps: Iterator[None] = iter(())
        self._rests = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._go_on)
        self._held: list[QWidget] = []
        self._app = app
        self._choice = choice
        self._scheme: Scheme | None = None
        QDir.setSearchPaths("theme", [str(themes_folder())])
        font = app.font()
        font.setPointSizeF(POINT_SIZE)
        app.setFont(font)
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self._ask_system_frames()
        self._apply(self._wanted(app.styleHints().colorScheme()))

    @property
    def scheme(self) -> Scheme:
        """Which of the two is in force."""
        return self._scheme or "light"

    @property
    def choice(self) -> Choice:
        """What the user chose."""
        return self._choice

    @property
    def tokens(self) -> Tokens:
        """The colours in force, as text."""
        return tokens(self.scheme)

    def colour(self, name: str) -> QColor:
        """The colour of a token, such as `release`. Raises AttributeError for a name that is none."""
        return QColor(getattr(self.tokens, name))

    def dimmed(self, name: str) -> QColor:
        """A token at a quarter of its strength on the background, for what a filter leaves out."""
        colour, ground = self.colour(name), self.colour("background")
        return QColor(
            round(colour.red() * 0.25 + ground.red() * 0.75),
            round(colour.green() * 0.25 + ground.green() * 0.75),
            round(colour.blue() * 0.25 + ground.blue() * 0.75),
        )

    def choose(self, choice: Choice) -> None:
        """Use light, dark or what the system has, now and when the system changes."""
        self._choice = choice
        self._ask_system_frames()
        self._apply(self._wanted(self._app.styleHints().colorScheme()))

    def _ask_system_frames(self) -> None:
        """Have the system draw title bars and its own dialogs in the same scheme, where it can."""
        hints = self._app.styleHints()
        if self._choice == "system":
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(Qt.ColorScheme.Dark if self._choice == "dark" else Qt.ColorScheme.Light)

    def _wanted(self, system: Qt.ColorScheme) -> Scheme:
        if self._choice == "system":
            return "dark" if system == Qt.ColorScheme.Dark else "light"
        return self._choice

    def _follow(self, system: Qt.ColorScheme) -> None:
        self._apply(self._wanted(system))

    def _apply(self, scheme: Scheme) -> None:
        if scheme == self._scheme:
            return
        first, self._scheme = self._scheme is None, scheme
        self._steps, self._rests = self._change(), False
        if first or not self._stepwise:
            for _ in self._steps:
                pass
        else:
            self._go_on()

    def _go_on(self) -> None:
        """Take the next step, or rest a turn after one: what it brings about, layout and paint, has that for itself."""
        if self._rests or next(self._steps, END) is not END:
            self._rests = not self._rests
            self._soon.start()

    def _change(self) -> Iterator[None]:
        self._hold()
        yield from self._strip()
        self._put_sheet("")
        yield
        self._app.setPalette(qt_palette(self.tokens))
        for widget in self._app.allWidgets():
            widget.setPalette(QPalette())  # what has no colours yet is passed over
        yield
        self._put_sheet((themes_folder() / f"{self._scheme}.qss").read_text(encoding="utf-8"))
        yield
        yield from self._dress()
        for widget in self._app.allWidgets():
            if isinstance(widget, QLineEdit) and widget.isClearButtonEnabled():
                widget.setClearButtonEnabled(False)  # Qt keeps the old scheme's picture on it
                widget.setClearButtonEnabled(True)
        yield
        self.changed.emit()
        yield
        yield from self._release()

    def _put_sheet(self, sheet: str) -> None:
        """Without telling any widget: it would tell all of them at once."""
        passed_over = [widget for widget in self._app.allWidgets() if not widget.testAttribute(OWN_STYLE)]
        for widget in passed_over:
            widget.setAttribute(OWN_STYLE)
        self._app.setStyleSheet(sheet)
        for widget in passed_over:
            widget.setAttribute(OWN_STYLE, False)

    def _strip(self) -> Iterator[None]:
        """Take the old colours off, some widgets a step."""
        for batch in _batches(self._app.allWidgets()):
            for widget in batch:
                if widget.testAttribute(POLISHED):
                    widget.style().unpolish(widget)
                    widget.setAttribute(POLISHED, False)
            yield

    def _dress(self) -> Iterator[None]:
        """Put the new colours on, some widgets a step; what is in sight lays itself out anew."""
        windows = self._app.topLevelWidgets()
        for batch in _batches([part for window in windows for part in (window, *window.findChildren(QWidget))]):
            for widget in batch:
                widget.setAttribute(POLISHED)
                widget.style().polish(widget)
                if widget.isVisible():
                    QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
            yield

    def _hold(self) -> None:
        """Let the windows show what they show until all is changed. One that shows nothing yet would stay empty."""
        shown = [window for window in self._app.topLevelWidgets() if _is_drawn(window) and window.updatesEnabled()]
        self._held += shown
        for window in shown:
            window.setUpdatesEnabled(False)

    def _release(self) -> Iterator[None]:
        """Let the windows show what is new, a panel a step."""
        while self._held:
            widget = self._held.pop()
            if shiboken6.isValid(widget):
                docks = [dock for dock in widget.findChildren(QDockWidget) if dock.isVisible()]
                for dock in docks:
                    dock.setUpdatesEnabled(False)
                self._held += docks
                paint_again(widget)
                yield
