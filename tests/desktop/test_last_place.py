"""The window stands as it was left: filter, brush, focus and zooms, for each database."""

from __future__ import annotations

import datetime
import json
import shutil
from pathlib import Path

import pytest

from db import queries
from db.clauses import AnyOf
from db.engine import open_database
from db.filters import FilterSpec, parse
from db.query_text import MAX_LENGTH
from desktop.last_place import KEPT_AS, MOST_PLACES, LastPlace, begin_at, keep_place, last_place
from desktop.links import EntityLink, ViewLink
from desktop.settings import Settings
from desktop.state import FilterState, NavigationState, SelectionState
from desktop.tasks import QueryRunner
from tests.desktop.window_use import id_of


def span(first: str, last: str) -> tuple[float, float]:
    return tuple(float(datetime.date.fromisoformat(day).toordinal()) for day in (first, last))


def leave(program) -> None:
    """End the program; the next one begins where this one was left."""
    program.window.close()


@pytest.fixture
def left(start, lab_file):
    """A program that was used and closed."""
    program = start(lab_file)
    program.context.filters.set(parse("org:Alpha"))
    program.context.filters.set_brush(parse("date:2024").clauses[0])
    program.context.selection.set_focus(id_of(program, "a2"))
    program.context.navigation.set_zoom("timeline", span("2023-06-01", "2024-06-01"))
    program.context.navigation.set_perspective("timeline")
    leave(program)
    return program


def test_the_next_window_stands_as_this_one_was_left(qtbot, left, start, lab_file):
    second = start(lab_file)
    context = second.context
    assert (str(context.filters.base), str(context.filters.brush)) == ("org:Alpha", "date:2024")
    assert second.window.bar.edit.text() == "org:Alpha"
    qtbot.waitUntil(lambda: context.selection.focus == id_of(second, "a2"))
    scale = context.timeline.panel.canvas.scale
    assert (scale.first, scale.last) == span("2023-06-01", "2024-06-01")
    assert context.navigation.perspective == "timeline"
    assert not context.navigation.can_go_back()
    context.filters.set(parse("org:Beta"))
    context.navigation.back()
    assert str(context.filters.base) == "org:Alpha"
    context.filters.home()  # which is everything, wherever the window began
    assert not context.filters.spec.clauses


def test_another_database_begins_with_everything(left, start, lab_file, tmp_path):
    second = start(Path(shutil.copy(lab_file, tmp_path / "other.db")))
    assert not second.context.filters.spec.clauses
    assert second.context.selection.focus is None


@pytest.mark.parametrize(
    ("link", "text"), [(ViewLink(parse("org:Beta")), "org:Beta"), (EntityLink("b1"), "")], ids=["view", "entity"]
)
def test_a_link_says_where_to_begin(qtbot, left, start, lab_file, link, text):
    second = start(lab_file, link)
    qtbot.waitUntil(lambda: str(second.context.filters.spec) == text)
    if isinstance(link, EntityLink):
        qtbot.waitUntil(lambda: second.context.selection.focus == id_of(second, "b1"))


def test_a_filter_that_cannot_be_read_any_more_is_told_and_not_lost(start, lab_file, settings_file):
    first = start(lab_file)
    first.context.filters.set(parse("org:Alpha"))
    leave(first)
    settings = Settings(settings_file)
    (places,) = [settings.read(KEPT_AS)]
    next(iter(places.values()))["filter"] = "gone:thing"
    settings.write(KEPT_AS, places)
    settings.save()
    for _ in range(2):  # it is still there after a start in which nobody mended it
        program = start(lab_file)
        assert program.window.bar.edit.text() == "gone:thing"
        assert "gone" in program.window.bar.explanation.text()
        assert program.window.bar.explanation.isVisible()
        assert not program.context.filters.spec.clauses
        leave(program)


class World:
    """What views share, over the small database."""

    def __init__(self, database, settings: Settings) -> None:
        self.settings, self.runner = settings, QueryRunner(database)
        self.filters, self.selection = FilterState(FilterSpec()), SelectionState()
        self.navigation = NavigationState(self.filters, self.selection)

    def leave(self) -> None:
        keep_place(self.settings, self.filters, self.navigation, self.runner.database)

    def begin(self) -> None:
        place = last_place(self.settings, self.runner.database.path)
        begin_at(place, self.filters, self.selection, self.navigation, self.runner)


@pytest.fixture
def worlds(lab_file, settings_file):
    """Two worlds, one after the other."""
    with open_database(lab_file) as database:
        pair = [World(database, Settings(settings_file)) for _ in range(2)]
        yield pair
        for world in pair:
            world.runner.close()


def test_a_filter_too_long_to_be_typed_comes_back(worlds):
    names = tuple(f"Some thing with number {n:04}" for n in range(200))
    spec = FilterSpec(tuple(AnyOf(key, names) for key in ("org", "license", "technique")))
    assert len(str(spec)) > MAX_LENGTH
    worlds[0].filters.set(spec)
    worlds[0].leave()
    worlds[1].begin()
    assert worlds[1].filters.base == spec


@pytest.mark.parametrize(("slug", "found"), [("a2", True), ("nobody", False)])
def test_an_entity_that_is_gone_is_no_focus(qtbot, worlds, slug, found):
    first, second = worlds
    with first.runner.database.read() as conn:
        first.selection.set_focus(queries.resolve(conn, "a2"))
    first.leave()
    places = first.settings.read(KEPT_AS)
    next(iter(places.values()))["focus"] = slug
    second.settings.write(KEPT_AS, places)
    second.begin()
    qtbot.waitUntil(lambda: not second.runner.is_busy())
    qtbot.wait(1)
    assert (second.selection.focus == first.selection.focus) == found


def test_few_places_are_kept(worlds):
    worlds[0].settings.write(KEPT_AS, {str(n): {} for n in range(50)})
    worlds[0].leave()
    assert len(worlds[0].settings.read(KEPT_AS)) == MOST_PLACES


@pytest.mark.parametrize(
    "kept",
    [
        None, [], "x", {"KEY": 3}, {"KEY": {"filter": 1, "brush": [], "focus": None, "zooms": [1]}},
        {"KEY": {"zooms": {"timeline": [2, 1], "charts": ["a", "b"], "x": [1, float("inf")]}}},
    ],
)  # fmt: skip
def test_what_is_not_a_place_is_as_if_it_had_not_been_kept(settings_file, tmp_path, kept):
    settings = Settings(settings_file)
    file = tmp_path / "some.db"
    from desktop.last_place import _key

    settings.write(KEPT_AS, json.loads(json.dumps(kept).replace("KEY", _key(file))))
    assert last_place(settings, file) == LastPlace()


def test_beginning_is_no_step(worlds):
    navigation, told = worlds[0].navigation, []
    navigation.zoom_changed.connect(told.append)
    navigation.begin({"timeline": (1.0, 2.0)})
    assert navigation.zoom("timeline") == (1.0, 2.0)
    assert told == ["timeline"]
    assert not navigation.can_go_back()
