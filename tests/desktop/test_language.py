"""The language of the window: which one it is, what it changes while the program runs, and that nothing is left out."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QLocale, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QDockWidget,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QTextEdit,
    QWidget,
)

from db.texts import ENGLISH, Language, install, language, tr
from desktop.language import LanguageInForce, of_system

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    install(ENGLISH)


# ---- which language ----


@pytest.mark.parametrize(
    ("preferred", "name"),
    [
        (["zh-Hans-CN", "zh-CN", "zh-Hans", "zh"], "zh_CN"),
        (["zh-CN"], "zh_CN"),
        (["zh-Hans-SG"], "zh_CN"),
        (["zh-Hant-TW", "zh-TW", "zh-Hant"], "en"),
        (["zh-HK", "zh-Hans"], "zh_CN"),
        (["de-DE", "zh-CN"], "zh_CN"),
        (["en-GB", "zh-CN"], "en"),
        (["de-DE"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_language_of_the_system(preferred, name):
    assert of_system(preferred) == name


def test_chosen_language_is_spoken_and_told(qtbot):
    chosen = LanguageInForce("en")
    with qtbot.waitSignal(chosen.changed):
        chosen.choose("zh_CN")
    assert (chosen.choice, chosen.name, language()) == ("zh_CN", "zh_CN", "zh_CN")
    assert tr("Export") == "导出"
    assert QApplication.translate("QPlatformTheme", "Cancel") == "取消", "Qt's own dialogs"
    with qtbot.assertNotEmitted(chosen.changed):
        chosen.choose("zh_CN")
    chosen.choose("en")
    assert tr("Export") == "Export"
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_the_system_decides_until_the_user_does(monkeypatch):
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _self: ["zh-Hans-CN"])
    assert LanguageInForce().name == "zh_CN"
    assert LanguageInForce("en").name == "en"


# ---- while the program runs ----


def switch(qtbot, program, name: str) -> None:
    before = program.context
    program.window.findChild(QAction, f"language.{name}").trigger()
    qtbot.waitUntil(lambda: program.context is not before, timeout=20_000)
    qtbot.waitUntil(lambda: program.window.findChild(QWidget, "curtain") is None, timeout=20_000)
    qtbot.waitUntil(lambda: not program.context.runner.is_busy())


def widths(program) -> dict[str, int]:
    return {name: dock.width() for name, dock in program.window.panels.docks.items() if dock.isVisible()}


def test_switching_builds_the_views_anew_around_the_same_states(qtbot, program, settle):
    context = program.context
    program.window.bar.edit.setText("open:yes")
    program.window.bar._read()
    settle()
    release = context.releases.model.ids[1]
    context.selection.set((release,), release)
    settle()
    database, before = context.runner.database, widths(program)
    switch(qtbot, program, "zh_CN")
    after = program.context
    assert after.releases is not context.releases
    assert (after.filters, after.selection, after.navigation) == (
        context.filters,
        context.selection,
        context.navigation,
    )
    assert after.runner.database is database
    assert str(after.filters.base) == program.window.bar.edit.text() == "open:yes"
    assert after.selection.focus == release
    assert widths(program) == before
    assert program.window.findChild(QDockWidget, "facets_dock").windowTitle() == "分面"
    assert program.window.findChild(QWidget, "counts").text() == "5 个发布中的 2 个 · 已选择 1 个"
    assert program.window.findChild(QAction, "file.export").text() == "导出(&E)…"
    assert "2024年1月" in [after.releases.model.text(row, 1).rstrip(" ⚠") for row in range(2)]
    after.navigation.back()
    settle()
    assert str(after.filters.base) == ""
    switch(qtbot, program, "en")
    assert program.window.findChild(QWidget, "counts").text() == "5 of 5 releases · 1 selected"


def test_keyboard_and_what_was_typed_stay(qtbot, program, settle):
    program.window.bar.edit.setFocus()
    program.window.bar.edit.setText("params:>")
    program.window.bar._read()
    switch(qtbot, program, "zh_CN")
    assert program.window.bar.edit.text() == "params:>"
    assert program.window.focusWidget() is program.window.bar.edit
    assert "需要一个值" in program.window.bar.explanation.text()


def test_the_choice_is_kept(qtbot, program, start, lab_file):
    switch(qtbot, program, "zh_CN")
    program.window.close()
    again = start(lab_file)
    assert again.window.findChild(QAction, "language.zh_CN").isChecked()
    assert again.window.findChild(QAction, "file.quit").text() == "退出(&Q)"


# ---- nothing is left out ----

DATA = ("文心 <b>4</b>", "Beta & Sons", "Alpha", "Mixture of experts", "Liang Wenfeng", "First source", "Second source",
        "Own, v1", "Own", "MIT", "Bare", "A-1", "A-2", "B-1", "Start", "Its name.", "founder", "website", "lab.db",
        "Jan 2024", "3 March 2024", "2 May 2023",
        "Oct 2023", "梁文锋", "native", "successor", "test")  # fmt: skip
"""What the small database says, which no translator can know."""
NAMES = ("Labline", "CSV", "TSV", "JSON", "Excel", "SVG", "PNG", "PDF", "English", "Ctrl", "Alt", "Shift", "Esc", "Home",
         "Left", "Right", "Del", "DOI")  # fmt: skip
"""What has the same name everywhere."""
QUERY = re.compile(r"\b(?:params:>100B|open:yes|date:2024\.\.)|https?://\S+|/\S*/\S*|\b\d+(?:\.\d+)?[KMBT]\b|\bUTC\b")
SPOKEN = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.DisplayRole


@pytest.fixture
def pseudo(monkeypatch) -> None:
    """A language that puts each text that translators are given between brackets."""
    spec = importlib.util.spec_from_file_location("translate_for_pseudo", ROOT / "packaging" / "translate.py")
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(__import__("sys").modules, spec.name, module)
    spec.loader.exec_module(module)
    known = module.texts()
    marked = Language("pseudo", lambda text, _n: f"⟦{text}⟧" if text in known else text)
    monkeypatch.setattr("desktop.language.ENGLISH", marked)


def unmarked(text: str) -> str:
    """What of a text is neither translated nor data."""
    rest = unescape(re.sub(r"<[^>]*>", " ", text)) if text.startswith("<div") else text
    while (shorter := re.sub(r"⟦[^⟦⟧]*⟧", " ", rest)) != rest:
        rest = shorter
    rest = QUERY.sub(" ", rest)
    for known in (*DATA, *NAMES):
        rest = rest.replace(known, " ")
    return rest if re.search(r"[^\W\d_]{2}", rest) else ""


def items(model: QAbstractItemModel) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(min(model.rowCount(), 40)):
        for column in range(columns):
            for role in SPOKEN:
                yield str(model.index(row, column).data(role) or "")
    for column in range(columns if columns > 1 else 0):
        for role in SPOKEN:
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")


def said_by(widget: QWidget) -> Iterator[tuple[str, str]]:
    """All texts of one widget, each with what it is."""
    yield "tooltip", widget.toolTip()
    yield "name", widget.accessibleName()
    yield "description", widget.accessibleDescription()
    yield "title", widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton):
        yield "text", widget.text()
    if isinstance(widget, QLineEdit):
        yield "placeholder", widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (("choice", widget.itemText(at)) for at in range(widget.count()))
    if isinstance(widget, QMenu):
        yield "menu", widget.title()
    if isinstance(widget, QTextEdit):
        yield from (("document", line) for line in widget.toPlainText().splitlines())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from (("item", text) for text in items(widget.model()))
    for action in widget.actions():
        yield "action", action.text()
        yield "tooltip", action.toolTip()


def is_left_alone(widget: QWidget) -> bool:
    """Whether a widget is Qt's own, which has its own translation, or shows a file as it will be."""
    names, parts = ("qt_", "Scroll", "export_preview"), (QDialogButtonBox, QFileDialog, QTabBar)
    while widget is not None:
        if isinstance(widget, parts) or widget.objectName().startswith(names):
            return True
        widget = widget.parentWidget()
    return False


def left_out(*roots: QWidget) -> set[str]:
    """Texts that are not translated, with where they are."""
    found = set()
    for root in roots:
        for widget in (root, *root.findChildren(QWidget)):
            if is_left_alone(widget):
                continue
            for what, text in said_by(widget):
                if text and unmarked(text):
                    found.add(f"{type(widget).__name__} {widget.objectName()} {what}: {text}")
    return found


def idle(qtbot, program) -> None:
    qtbot.waitUntil(lambda: not program.context.runner.is_busy(), timeout=10_000)
    qtbot.wait(50)
    qtbot.waitUntil(lambda: not program.context.runner.is_busy(), timeout=10_000)


@pytest.fixture
def spoken(qtbot, pseudo, program):
    """The program in that language, with a release in the inspector."""
    context = program.context
    release = next(number for number in context.releases.model.ids if context.releases.model.row_of(number) == 2)
    context.selection.set((release,), release)
    idle(qtbot, program)
    return program


def test_the_walk_finds_what_is_left_out(qtbot, spoken):
    label = QLabel("Not translated", spoken.window)
    label.setToolTip(tr("Export") + " twice")
    found = left_out(label)
    assert found == {"QLabel  text: Not translated", "QLabel  tooltip: ⟦Export⟧ twice"}


@pytest.mark.parametrize(
    "filter_", ["", "open:yes date:2023.. -license:MIT params:?", "no-such-word", "params:>", "Alhpa"]
)
def test_everything_in_the_window_is_translated(qtbot, spoken, filter_):
    spoken.window.bar.edit.setText(filter_)
    spoken.window.bar._read()
    idle(qtbot, spoken)
    assert "\n".join(sorted(left_out(spoken.window))) == ""


def test_every_panel_of_every_perspective_is_translated(qtbot, spoken):
    from desktop.perspectives import PERSPECTIVES

    for perspective in PERSPECTIVES:
        spoken.context.navigation.set_perspective(perspective.name)
        idle(qtbot, spoken)
    assert "\n".join(sorted(left_out(spoken.window))) == ""


@pytest.mark.parametrize("command", ["file.export", "view.columns", "go.anything", "file.open", "file.import"])
def test_what_commands_open_is_translated(qtbot, spoken, command):
    before = set(QApplication.topLevelWidgets())
    spoken.window.findChild(QAction, command).trigger()
    idle(qtbot, spoken)
    opened = [window for window in QApplication.topLevelWidgets() if window not in before and window.isVisible()]
    found = left_out(spoken.window) | {text for window in opened for text in (window.windowTitle(),) if unmarked(text)}
    found |= left_out(*opened)
    for window in opened:
        window.close()
    assert "\n".join(sorted(found)) == ""
