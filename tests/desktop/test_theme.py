"""The palette, the rendered style sheets, the following of the system, and the icons."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.icons import Icons
from desktop.theme import Theme, themes_folder, tokens

ROOT = Path(__file__).resolve().parents[2]
SCHEMES = ("light", "dark")
SIGNS = ("company", "release", "paper", "system", "people", "policy")


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG's ratio, to one decimal as the palette is stated."""
    low, high = sorted((luminance(one), luminance(other)))
    return round((high + 0.05) / (low + 0.05), 1)


@pytest.fixture
def theme(qapp: QApplication):
    theme = Theme(qapp, "light")
    yield theme
    qapp.styleHints().colorSchemeChanged.disconnect(theme._follow)
    theme.deleteLater()


@pytest.fixture(scope="module")
def renderer():
    spec = importlib.util.spec_from_file_location("render_themes", ROOT / "packaging" / "render_themes.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_committed_sheets_are_a_fresh_render(renderer) -> None:
    fresh = renderer.rendered()
    committed = {
        str(path.relative_to(themes_folder())): path.read_text(encoding="utf-8")
        for path in themes_folder().rglob("*")
        if path.suffix in {".qss", ".svg"}
    }
    assert committed == fresh


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("names", "grounds", "least"),
    [
        (("text",), ("background", "surface"), 13),
        (("text",), ("selection", "hit"), 7),
        (("muted", "accent", "disagreement", "error", "fine"), ("background", "surface"), 4.5),
        (("muted", "accent", "disagreement", "error"), ("selection",), 4.5),
        (("disabled", *SIGNS), ("background", "surface"), 4.3),
        (("edge",), ("background", "surface"), 3),
        (("background",), ("accent",), 4.5),
    ],
)
def test_contrast_of_the_palette(scheme: str, names, grounds, least: float) -> None:
    colours = asdict(tokens(scheme))
    weak = {(n, g): contrast(colours[n], colours[g]) for n in names for g in grounds}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < least} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_contrast_of_every_rule(scheme: str) -> None:
    colours = asdict(tokens(scheme))
    weak = []
    for selector, body in re.findall(r"^([^{}/]+) \{([^}]*)\}", (themes_folder() / f"{scheme}.qss").read_text(), re.M):
        rule = dict(part.strip().split(": ", 1) for part in body.split(";"))
        ground = rule.get("background-color", rule.get("background", "transparent"))
        for name in ("color", "selection-color", "placeholder-text-color"):
            colour = rule.get(name, "transparent")
            below = rule.get("selection-background-color", "transparent") if name == "selection-color" else ground
            belows = [below] if below != "transparent" else [colours["background"], colours["surface"]]
            least = 4.3 if "disabled" in selector else 4.5
            if colour != "transparent":
                weak += [(selector, name, colour, b) for b in belows if contrast(colour, b) < least]
    assert weak == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_sheet_says_nothing_that_we_do_not_want(scheme: str) -> None:
    sheet = (themes_folder() / f"{scheme}.qss").read_text()
    assert "uppercase" not in sheet
    assert "font-family" not in sheet
    assert "icon:/" not in sheet
    assert not re.search(r"^QTable(View|Widget) \{[^}]*background", sheet, re.M)
    assert not re.search(r"^(QWidget|\*) ", sheet, re.M)
    for picture in re.findall(r"url\(theme:([^)]*)\)", sheet):
        assert (themes_folder() / picture).is_file()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_choice_sets_palette_and_sheet(theme: Theme, qapp: QApplication, scheme: str) -> None:
    theme.choose(scheme)
    palette, colours = qapp.palette(), tokens(scheme)
    assert palette.color(QPalette.ColorRole.Base).name().upper() == colours.background
    assert palette.color(QPalette.ColorRole.Highlight).name().upper() == colours.selection
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text).name().upper() == colours.disabled
    assert colours.accent in qapp.styleSheet()
    assert theme.colour("hit") == QColor(colours.hit)
    assert qapp.font().pointSizeF() == 10


def test_follows_the_system_only_when_asked(theme: Theme, qapp: QApplication, qtbot) -> None:
    system = qapp.styleHints().colorSchemeChanged
    system.emit(Qt.ColorScheme.Dark)
    assert theme.scheme == "light"
    theme.choose("system")
    with qtbot.waitSignal(theme.changed):
        system.emit(Qt.ColorScheme.Dark)
    assert theme.scheme == "dark"
    with qtbot.assertNotEmitted(theme.changed):
        system.emit(Qt.ColorScheme.Dark)
    system.emit(Qt.ColorScheme.Unknown)
    assert theme.scheme == "light"


def test_unknown_token_is_an_error(theme: Theme) -> None:
    with pytest.raises(AttributeError):
        theme.colour("mauve")


def test_dimmed_lies_a_quarter_of_the_way(theme: Theme) -> None:
    theme.choose("light")
    assert theme.dimmed("company").name().upper() == "#C2D8E9"


def test_loading_writes_nothing(theme: Theme, home: Path) -> None:
    before = sorted(home.rglob("*"))
    for choice in ("dark", "light"):
        theme.choose(choice)
    assert sorted(home.rglob("*")) == before


def test_a_table_still_scrolls_by_blitting(theme: Theme, qtbot) -> None:
    table = QTableView()
    qtbot.addWidget(table)
    table.show()
    assert not table.viewport().testAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    assert table.viewport().autoFillBackground()
    assert table.viewport().palette().color(QPalette.ColorRole.Base) == theme.colour("background")


@pytest.fixture
def window(qtbot) -> Callable[[], QWidget]:
    def make() -> QWidget:
        widget = QWidget()
        qtbot.addWidget(widget)
        layout = QVBoxLayout(widget)
        edit = QLineEdit("text")
        edit.setClearButtonEnabled(True)
        combo = QComboBox()
        combo.addItems(["one", "two"])
        off = QCheckBox("Off")
        off.setEnabled(False)
        muted = QLabel("Muted")
        muted.setProperty("muted", True)
        for child in (
            edit,
            combo,
            off,
            muted,
            QPushButton("Go"),
            QTableView(),
            QProgressBar(value=40, textVisible=False),
        ):
            child.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            layout.addWidget(child)
        widget.resize(300, 400)
        widget.show()
        return widget

    return make


@pytest.mark.parametrize("hidden", [False, True])
@pytest.mark.parametrize("changes", [["dark"], ["dark", "light", "dark"], ["dark", "light", "dark", "light"]])
def test_a_live_change_looks_like_a_fresh_start(theme: Theme, window, qtbot, changes, hidden) -> None:
    old = window()
    qtbot.waitExposed(old)
    old.setHidden(hidden)
    for choice in changes:
        theme.choose(choice)
    old.show()
    fresh = window()
    qtbot.waitUntil(lambda: old.grab().toImage() == fresh.grab().toImage())


def pixels(icon: QIcon, size: int, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    """The colours of the opaque pixels."""
    image = icon.pixmap(QSize(size, size), 3.0, mode).toImage()
    points = [image.pixelColor(x, y) for x in range(size * 3) for y in range(size * 3)]
    return {colour.name().upper() for colour in points if colour.alpha() == 255}


def test_icons_are_tinted_and_follow_the_theme(theme: Theme, qtbot) -> None:
    icons = Icons(theme)
    button, action = QPushButton("Export"), QAction("Find")
    qtbot.addWidget(button)
    icons.put(button, "download")
    icons.put(action, "minus", "error")
    assert pixels(icons.icon("minus"), 20) == {tokens("light").text}
    assert pixels(icons.icon("minus"), 20, QIcon.Mode.Disabled) == {tokens("light").disabled}
    theme.choose("dark")
    assert pixels(action.icon(), 20) == {tokens("dark").error}
    assert pixels(button.icon(), 16) == {tokens("dark").text}
    assert icons.icon("minus") is icons.icon("minus")


def test_icons_forget_what_is_gone(theme: Theme, qtbot) -> None:
    icons = Icons(theme)
    action = QAction("Gone")
    icons.put(action, "x")
    del action
    theme.choose("dark")
    assert not icons._users


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_icons_are_sharp_on_dense_screens(theme: Theme, ratio: float) -> None:
    pixmap = Icons(theme).icon("search").pixmap(QSize(16, 16), ratio)
    assert pixmap.size() == QSize(16, 16) * ratio


@pytest.mark.parametrize("path", sorted((ROOT / "resources" / "icons").glob("*.svg")), ids=lambda path: path.stem)
def test_every_icon_draws(theme: Theme, path: Path) -> None:
    assert "currentColor" in path.read_text()
    assert not Icons(theme).icon(path.stem).pixmap(16, 16).toImage().isNull()


def test_an_unknown_icon_is_an_error(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        Icons(theme).icon("no-such-icon")
