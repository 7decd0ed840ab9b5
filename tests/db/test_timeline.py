"""What the timeline draws: order, open ends, lanes, and what a filter leaves of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import Connection, insert, select, update

from db import models as m
from db import queries
from db.database import Database
from db.date_notes import DateNote
from db.edtf import Precision
from db.engine import memory_database, open_database
from db.filters import parse
from db.kinds import DATED, Kind
from db.start import open_or_create
from db.timeline import APPROXIMATE, LANES_BY, MOST_LANES, OPEN_END, OPEN_START, TONES, UNDATED, Lanes, Timeline

KINDS, PRECISIONS = tuple(Kind), tuple(Precision)


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """A connection to the bundled dossier."""
    with open_or_create(tmp_path_factory.mktemp("timeline") / "d.db") as database, database.read() as conn:
        yield conn


def place(conn: Connection, slug: str) -> int:
    found = queries.timeline(conn).position_of(queries.resolve(conn, slug) or 0)
    assert found is not None
    return found


def lane_names(conn: Connection, lanes: Lanes, slug: str) -> set[str]:
    return {lanes.labels[at] for at in lanes.lane[lanes.position == place(conn, slug)]}


def test_holds_all_dated_kinds_in_order(few: Connection) -> None:
    line = queries.timeline(few)
    kinds = sorted(kind.value for kind in DATED)
    assert sorted(line.ids) == sorted(few.scalars(select(m.entity.c.id).where(m.entity.c.kind.in_(kinds))))
    keys = [
        (bool(flags & UNDATED), first, last, name.casefold())
        for flags, first, last, name in zip(line.flags, line.first, line.last, line.names, strict=True)
    ]
    assert keys == sorted(keys)
    assert line.dated == len(line.ids) - 1
    assert line.names[line.dated :] == ("Bare",)


@pytest.mark.parametrize(
    ("slug", "first", "last", "precision", "flags"),
    [
        ("a1", "2023-05-02", "2023-05-02", Precision.DAY, 0),
        ("a2", "2024-01-01", "2024-01-31", Precision.MONTH, 0),
        ("a3", "2024-01-01", "2024-12-31", Precision.YEAR, 0),
        ("b1", "2023-01-01", "2024-12-31", Precision.INTERVAL, 0),
        ("c1", "2022-12-31", "2022-12-31", Precision.INTERVAL, OPEN_START),
        ("open-end", "2025-01-01", "2025-01-01", Precision.INTERVAL, OPEN_END),
        ("bare", "", "", Precision.UNKNOWN, UNDATED),
    ],
)
def test_bounds_are_those_of_the_date(
    few: Connection, slug: str, first: str, last: str, precision: Precision, flags: int
) -> None:
    line, at = queries.timeline(few), place(few, slug)
    days = tuple(date.fromisoformat(day).toordinal() if day else 0 for day in (first, last))
    assert (int(line.first[at]), int(line.last[at])) == days
    assert PRECISIONS[line.precisions[at]] is precision
    assert line.flags[at] == flags


def test_positions_are_found_by_id(few: Connection) -> None:
    line = queries.timeline(few)
    assert [line.position_of(int(id_)) for id_ in line.ids] == list(range(len(line.ids)))
    assert line.position_of(queries.resolve(few, "luo") or 0) is None
    assert line.position_of(10**9) is None
    wanted = np.array([queries.resolve(few, slug) for slug in ("a1", "luo", "launch")], np.int64)
    assert list(line.positions_of(wanted)) == [place(few, "a1"), -1, place(few, "launch")]


def test_arrays_cannot_be_written(few: Connection) -> None:
    for name, array in vars(queries.timeline(few)).items():
        if isinstance(array, np.ndarray):
            with pytest.raises(ValueError, match="read-only"):
                array[:1] = 0
            assert len(array) == len(queries.timeline(few).ids), name


def test_the_empty_database_has_an_empty_timeline() -> None:
    with memory_database() as database, database.read() as conn:
        line = queries.timeline(conn)
        assert (len(line.ids), line.dated, line.position_of(1)) == (0, 0, None)
        assert len(queries.shown(conn, parse("date:2024"))) == 0
        assert [len(queries.lanes(conn, by).position) for by in LANES_BY] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("slug", "tone"),
    [
        ("deepseek-v3", "release"), ("deepseek-v3-technical-report", "paper"), ("fire-flyer-2", "system"),
        ("001", "paper"), ("deepseek-founded", "company"), ("r1-released", "company"), ("luo-fuli-joins", "people"),
        ("liang-born", "people"), ("daya-guo-doctorate", "people"), ("export-ban", "market"),
        ("nvidia-drop", "market"), ("gpu-stockpiling", "system"), ("transformer-published", "paper"),
    ],
)  # fmt: skip
def test_tones_of_the_bundled_dossier(bundled: Connection, slug: str, tone: str) -> None:
    assert TONES[queries.timeline(bundled).tones[place(bundled, slug)]] == tone


def test_the_most_told_of_comes_first(bundled: Connection) -> None:
    line = queries.timeline(bundled)
    first = np.argsort(-line.weights, kind="stable")[:3]
    assert {line.names[at] for at in first} == {"DeepSeek-R1", "DeepSeek-V3", "DeepSeek is founded"}
    assert line.flags[place(bundled, "nvidia-drop")] & APPROXIMATE


def test_lanes_by_kind_are_the_tones(bundled: Connection) -> None:
    lanes, line = queries.lanes(bundled, "kind"), queries.timeline(bundled)
    assert len(lanes.labels) == len(TONES)
    assert np.array_equal(lanes.position, np.arange(len(line.ids)))
    assert np.array_equal(lanes.lane, line.tones)


@pytest.mark.parametrize("by", LANES_BY[1:])
def test_lanes_hold_each_entity_and_fall_in_size(bundled: Connection, by: str) -> None:
    lanes, line = queries.lanes(bundled, by), queries.timeline(bundled)
    assert set(lanes.position) == set(range(len(line.ids)))
    pairs = set(zip(lanes.position.tolist(), lanes.lane.tolist(), strict=True))
    assert len(pairs) == len(lanes.position)
    sizes = np.bincount(lanes.lane, minlength=len(lanes.labels))
    named = [size for size, id_ in zip(sizes, lanes.ids, strict=True) if id_ is not None]
    assert named == sorted(named, reverse=True)
    assert lanes.labels[-1] == f"Without {by}"
    assert lanes.ids[-1] is None
    assert sizes.min() > 0


@pytest.mark.parametrize(
    ("by", "slug", "expected"),
    [
        ("organization", "a3", {"Alpha", "Beta, Inc. (“B”)"}), ("organization", "founding", {"Gamma"}),
        ("organization", "001", {"Without organization"}), ("technique", "a3", {"Multi-head Latent Attention", "Mixture of experts"}),
        ("person", "a3", {"Luo Fuli"}), ("person", "prize", {"Luo Fuli"}), ("person", "b1", {"Without person"}),
    ],
)  # fmt: skip
def test_lanes_follow_relations(few: Connection, by: str, slug: str, expected: set[str]) -> None:
    assert lane_names(few, queries.lanes(few, by), slug) == expected


def test_small_lanes_share_one(tmp_path: Path) -> None:
    with memory_database() as database, database.write("many organizations") as conn:
        many = MOST_LANES + 5
        conn.execute(
            insert(m.entity),
            [{"id": at, "slug": f"o{at}", "kind": "organization", "name": f"O {at}", "name_key": f"o {at}"} for at in range(1, many + 1)]
            + [{"id": 1000 + at, "slug": f"r{at}", "kind": "release", "name": f"R {at}", "name_key": f"r {at}"} for at in range(1, many + 2)],
        )  # fmt: skip
        pairs = [(1000 + at, at) for at in range(1, many + 1)] + [(1001, 2), (1001, many)]
        conn.execute(
            insert(m.relation), [{"property": "organization", "subject_id": a, "object_id": b} for a, b in pairs]
        )
        lanes = queries.lanes(conn, "organization")
        assert lanes.labels[MOST_LANES:] == ("Other organizations", "Without organization")
        # `many` has two releases and is named; 1001 is in named lanes alone, though it is in a small one as well.
        assert len(lanes.ids) == MOST_LANES + 2
        line = queries.timeline(conn)
        of_1001 = lanes.lane[lanes.position == line.position_of(1001)]
        assert MOST_LANES not in of_1001
        assert np.count_nonzero(lanes.lane == MOST_LANES) == many - MOST_LANES
        assert np.count_nonzero(lanes.lane == MOST_LANES + 1) == 1


def test_unknown_lanes_are_refused(few: Connection) -> None:
    with pytest.raises(KeyError):
        queries.lanes(few, "colour")


@pytest.mark.parametrize("query", ["", "date:2024", "params:>100B", "luo", "-date:2024", "org:Alpha is:inferred"])
def test_shown_is_the_filter_of_each_kind(few: Connection, query: str) -> None:
    line, spec = queries.timeline(few), parse(query)
    expected = {id_ for kind in DATED for id_ in queries.ids(few, kind, spec)}
    assert set(line.ids[queries.shown(few, spec)]) == expected


def test_is_kept_while_the_database_stays(tmp_path: Path) -> None:
    path = tmp_path / "d.db"
    with open_database(path) as database:
        with database.write("one") as conn:
            conn.execute(insert(m.entity), {"slug": "e", "kind": "event", "name": "E", "name_key": "e"})
        assert _timeline(database) is _timeline(database)
        before = _timeline(database)
        with database.write("rename") as conn:
            conn.execute(update(m.entity).values(name="F", name_key="f"))
        assert (before.names, _timeline(database).names) == (("E",), ("F",))


def _timeline(database: Database) -> Timeline:
    with database.read() as conn:
        return queries.timeline(conn)


def test_date_note(few: Connection) -> None:
    def note(slug: str) -> DateNote | None:
        return queries.date_note(few, queries.resolve(few, slug) or 0)

    assert note("a3") == DateNote(
        "A-3", Kind.RELEASE, "2024", "known to the year", "", ("Deep dive, lines 3–4", "News, lines 3–4")
    )
    assert note("bare") == DateNote("Bare", Kind.RELEASE, "", "unknown", "", ())
    assert queries.date_note(few, 10**6) is None
