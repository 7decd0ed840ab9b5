"""The whole window as somebody uses it: filter, brush, keep, go back, save, change everything, open again.

With the environment variable LABLINE_PICTURES, a picture of each step is kept in the folder that it names.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from db.texts import tr
from tests.end2end.seen import Seen
from tests.end2end.user import User

Key, Modifier = Qt.Key, Qt.KeyboardModifier
QUERY = "org:DeepSeek"
NAME = "The year of V3"
FIRST, MIDDLE, LAST = datetime.date(2023, 11, 10), datetime.date(2024, 6, 15), datetime.date(2025, 1, 20)
TITLES = {"light": "&Light", "dark": "&Dark", "en": "English", "zh_CN": "简体中文"}


# ---- what is the same by mouse and by keyboard ----


def totals(seen: Seen) -> dict[str, int]:
    """How many marks each lane has, shown or dimmed."""
    return {label: total for label, _shown, total in seen.lanes}


def assert_agrees(user: User, seen: Seen, query: str) -> None:
    """Every view shows the same releases, as many as the database finds for the query."""
    count = user.matching(query)
    assert len(seen.rows) == count, query
    assert str(count) in re.findall(r"\d+", seen.status), seen.status
    assert sum(number for key, _value, number in seen.facets if key == "open") == count, query
    table = {*user.context.releases.model.ids}
    assert user.releases_on_timeline() == table, query
    for ids, shown in user.marks_in_chart():
        assert shown is not table.isdisjoint(ids), query


def assert_dark_or_light(user: User, colours: str) -> None:
    """The window's own ground, and that of the timeline, are of the scheme."""
    image = user.window.grab().toImage()
    levels = [
        image.pixelColor(x, y).lightnessF() for x in range(0, image.width(), 17) for y in range(0, image.height(), 17)
    ]
    middle = sorted(levels)[len(levels) // 2]
    assert middle > 0.9 if colours == "light" else middle < 0.2


def assert_language(user: User, language: str) -> None:
    """Panels, menus and lanes speak it."""
    wanted = "Timeline" if language == "en" else "时间线"
    assert user.window.panels.docks["timeline_dock"].windowTitle() == wanted
    lanes = {label for label, _shown, _total in user.look().lanes}
    assert ("Releases" in lanes) is (language == "en")


def dress(user: User, colours: str, language: str, choose: Callable[[str], None]) -> None:
    """Choose colours and a language; what is filtered stays as it is."""
    before = user.look()
    for choice, usual in ((colours, "light"), (language, "en")):
        if choice != usual:
            context = user.context
            choose(choice)
            user.until(lambda: choice == colours or user.context is not context)  # noqa: B023  # called at once
            user.settle()
    now = user.look()
    assert_dark_or_light(user, colours)
    assert_language(user, language)
    assert (now.rows, now.text, now.perspective) == (before.rows, before.text, before.perspective)
    user.picture(f"{colours}-{language}")


def type_the_filter(user: User) -> Seen:
    """Type into the bar. The table follows, and on the timeline what is left out dims where it is."""
    before = user.look()
    user.type(QUERY)
    user.until(user.window.bar.edit.hasFocus)
    seen = user.look()
    user.picture("typed")
    user.key(Key.Key_Return)  # the completions are done with, and the keyboard goes to the table
    seen = user.look()
    assert seen.text.strip() == QUERY
    assert 0 < len(seen.rows) < len(before.rows)
    assert_agrees(user, seen, QUERY)
    assert totals(seen) == totals(before), "marks left the timeline instead of dimming"
    assert seen.dimmed
    user.picture("filtered")
    return seen


def assert_dimmed(before: dict[str, float], now: dict[str, float], seen: Seen) -> None:
    """What is left out is painted fainter than it was, and what is shown as strong as before."""
    faint = {name: now[name] / before[name] for name in seen.dimmed if name in before and name in now}
    strong = {name: now[name] / before[name] for name in seen.shown if name in before and name in now}
    assert faint
    assert max(faint.values()) < 0.6, faint
    assert strong
    assert min(strong.values()) > 0.75, strong  # the edges of a mark that moved


def keep_and_go_back(user: User, before: Seen) -> Seen:
    """Enter makes the brush a part of the filter; back and forward go between without and with it."""
    brushed = user.look()
    query = str(user.context.filters.spec)
    user.key(Key.Key_Return)
    kept = user.look()
    assert kept.brush == ""
    assert user.context.timeline.panel.canvas.brush is None
    assert user.context.charts.canvas.brush is None
    assert "date:" in kept.text
    assert kept.text == query
    assert kept.rows == brushed.rows
    assert kept.facets == brushed.facets
    user.picture("kept")
    user.key(Key.Key_Left, Modifier.AltModifier)
    back = user.look()
    assert back.is_as(before), (back, before)
    user.picture("back")
    user.key(Key.Key_Right, Modifier.AltModifier)
    forward = user.look()
    assert forward.is_as(kept), (forward, kept)
    user.picture("forward")
    return kept


def save(user: User) -> None:
    """Ctrl+S, a name, Enter."""
    user.key(Key.Key_S, Modifier.ControlModifier)
    panel = user.window.overlays._panel
    user.until(panel.edit.hasFocus)
    assert panel.edit.text()
    user.picture("proposed-name")
    user.type(NAME)
    user.picture("own-name")
    user.key(Key.Key_Return)
    user.until(lambda: not panel.isVisible())
    assert NAME in user.window.statusBar().currentMessage()
    user.picture("saved")


def assert_as_it_was(user: User, kept: Seen) -> None:
    """The saved view is open again, with all that it had."""
    again = user.look()
    assert again.is_as(kept), (again, kept)
    user.picture("opened-again")


# ---- the stories ----


def test_by_mouse(sit_down: Callable[[str, str], User], window: tuple[str, str, str]) -> None:
    size, colours, language = window
    user = sit_down(f"mouse-{size}-{colours}-{language}", size)
    user.picture("opened")

    def choose(choice: str) -> None:
        if choice in ("light", "dark"):
            user.choose_from("View", tr(TITLES[choice]).replace("&", ""))
        else:
            user.call(TITLES[choice])

    dress(user, colours, language, choose)
    user.click_on("perspective.timeline_button")
    user.settle()
    docks = user.window.panels.docks
    user.window.splitDockWidget(docks["releases_dock"], docks["charts_dock"], Qt.Orientation.Horizontal)
    canvas = user.context.timeline.panel.canvas
    user.turn_wheel(canvas, QPoint(round(canvas.scale.x(MIDDLE.toordinal())), canvas.height() // 2), 5)
    user.look()
    user.picture("timeline")
    inks = user.inks()
    user.click(user.window.bar.edit)
    filtered = type_the_filter(user)
    assert_dimmed(inks, user.inks(), filtered)
    brush_by_mouse(user)
    kept = keep_and_go_back(user, filtered)
    save(user)
    change_everything_by_mouse(user, kept)
    user.choose_below("saved_views_button", user.window.top.views.menu(), NAME)
    assert_as_it_was(user, kept)


def brush_by_mouse(user: User) -> None:
    """Drag along the axis: at each step of the drag all views follow, with the button still down."""
    canvas = user.context.timeline.panel.canvas
    days = [FIRST + (LAST - FIRST) * step / 5 for step in range(6)]
    places = [QPoint(round(canvas.scale.x(day.toordinal())), canvas.height() - 10) for day in days]
    assert all(canvas.rect().contains(place) for place in places)
    user.move_mouse(canvas, places[0])
    user.press_mouse(canvas, places[0])
    counts, charts = [], []
    for step, (day, place) in enumerate(zip(days[1:], places[1:], strict=True), 1):
        user.move_mouse(canvas, place)
        seen = user.look()
        assert f"2023-11..{day:%Y-%m}" in seen.brush
        assert seen.text == QUERY, "a brush is not yet a part of the filter"
        assert_agrees(user, seen, f"{QUERY} date:2023-11..{day:%Y-%m}")
        counts.append(len(seen.rows))
        charts.append(len(seen.chart))
        if step in (2, 5):
            user.picture(f"brush-{step}")
    user.release_mouse(canvas, places[-1])
    assert counts == sorted(counts)
    assert len({*counts}) >= 4, counts
    assert charts == sorted(charts)
    assert charts[0] < charts[-1]


def change_everything_by_mouse(user: User, kept: Seen) -> None:
    """Another filter, zoom, sort and perspective."""
    user.click_on("timeline_nearer")
    user.look()
    header = user.context.releases.table.columns
    user.click(
        header.viewport(), QPoint(header.sectionViewportPosition(header.logicalIndex(0)) + 20, header.height() // 2)
    )
    user.look()
    user.click_on("filter.home_button")
    user.click_on("perspective.releases_button")
    other = user.look()
    assert other.text == ""
    assert other.perspective != kept.perspective
    assert other.sort != kept.sort
    assert len(other.rows) > len(kept.rows)
    assert not other.is_as(kept)
    assert other.span != kept.span
    user.picture("everything-else")


def test_by_keyboard_alone(sit_down: Callable[[str, str], User], window: tuple[str, str, str]) -> None:
    size, colours, language = window
    user = sit_down(f"keyboard-{size}-{colours}-{language}", size)
    dress(user, colours, language, lambda choice: user.call(tr(TITLES[choice]).replace("&", "")))
    user.key(Key.Key_2, Modifier.ControlModifier)
    user.look()
    user.picture("timeline")
    user.key(Key.Key_F, Modifier.ControlModifier)
    type_the_filter(user)
    kept = keep_and_go_back(user, brush_by_keyboard(user))
    save(user)
    user.key(Key.Key_Home, Modifier.AltModifier)
    user.key(Key.Key_1, Modifier.ControlModifier)
    other = user.look()
    assert (other.text, other.perspective) == ("", "releases")
    assert len(other.rows) > len(kept.rows)
    user.picture("everything-else")
    user.call(NAME)
    assert_as_it_was(user, kept)


def brush_by_keyboard(user: User) -> Seen:
    """The table's first release, from there to the timeline, and with Shift and the arrow month by month.

    Returns what was to be seen before the brush.
    """
    canvas = user.context.timeline.panel.canvas
    user.key(Key.Key_Home, Modifier.ControlModifier)
    user.key(Key.Key_Space)
    user.until(lambda: canvas.focus_position() is not None)
    for _ in range(6):
        if canvas.hasFocus():
            break
        user.key(Key.Key_F6)
    assert QApplication.focusWidget() is canvas
    user.type("++")  # where months can be told apart
    before = user.look()
    user.picture("first-release")
    counts = []
    for step in range(1, 6):
        user.key(Key.Key_Right, Modifier.ShiftModifier, times=2)
        seen = user.look()
        assert seen.brush
        assert seen.text == QUERY
        assert_agrees(user, seen, str(user.context.filters.spec))
        counts.append(len(seen.rows))
        if step in (2, 5):
            user.picture(f"brush-{step}")
    assert counts == sorted(counts)
    assert len({*counts}) >= 4, counts
    return before
