"""Saved views as JSON and in their file: nothing is lost, by whatever two windows, a full disk or a text editor do."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.filters import AnyOf, FilterSpec, parse
from db.query_text import MAX_LENGTH
from desktop.saved.file import LARGEST, Export, ViewsFile, read_export, write
from desktop.saved.moments import read_moment, to_the_minute
from desktop.saved.record import SavedView, Unreadable, ViewsError, clean_name, free_name, from_json, to_json
from desktop.table.columns import Layout, Shown
from tests.db.filter_specs import SPECS

COLUMNS = st.lists(
    st.builds(Shown, st.text(min_size=1, max_size=12), st.integers(40, 2000), st.booleans()),
    max_size=6,
    unique_by=lambda column: column.key,
)
SORTS = st.lists(st.tuples(st.text(min_size=1, max_size=12), st.booleans()), max_size=4, unique_by=lambda pair: pair[0])
DAYS = st.floats(1, 3_000_000, allow_nan=False)
SPANS = st.tuples(DAYS, DAYS).filter(lambda span: span[0] < span[1])
NAMES = st.text(min_size=1, max_size=60).map(clean_name).filter(bool)
VIEWS = st.builds(
    SavedView,
    NAMES,
    SPECS,
    st.builds(Layout, COLUMNS.map(tuple), SORTS.map(tuple)),
    st.sampled_from(["releases", "timeline", "people", "gone"]),
    st.dictionaries(st.text(min_size=1, max_size=8), SPANS, max_size=3),
)


def view(name: str, query: str = "") -> SavedView:
    return SavedView(name, parse(query), Layout((Shown("name", 100, True),), (("date", False),)), "releases")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "views.json"


@pytest.fixture
def file(path: Path) -> ViewsFile:
    return ViewsFile(path)


def names(file: ViewsFile) -> list[str]:
    return [entry.name for entry in file.entries()]


# ---- JSON ----


@given(st.lists(VIEWS, max_size=4, unique_by=lambda view: view.name.casefold()))
def test_views_come_back_as_they_were(views: list[SavedView]) -> None:
    assert from_json(to_json(views)) == views


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["name", "filter", "columns", "sort", "zooms", "perspective"]), inner, max_size=6
            )
        ),
    )
)
def test_any_entry_is_a_view_or_says_why_not_and_is_kept(entry) -> None:
    text = json.dumps({"format": "labline-views", "version": 1, "views": [entry]})
    (read,) = from_json(text)
    if isinstance(read, Unreadable):
        assert read.problem
        assert json.loads(to_json([read]))["views"] == json.loads(text)["views"] or entry != entry  # NaN


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[" * 100_000, "nested too deeply"),
        ("[]", "does not hold saved views"),
        ('{"format": "other", "views": []}', "does not hold saved views"),
        ('{"format": "labline-views", "views": []}', "does not say which version"),
        ('{"format": "labline-views", "version": 2, "views": []}', "newer version"),
        ('{"format": "labline-views", "version": 1, "views": {}}', "does not hold saved views"),
        (json.dumps({"format": "labline-views", "version": 1, "views": [1] * 1001}), "more than 1,000"),
    ],
)
def test_what_is_no_file_of_views_is_refused(text: str, problem: str) -> None:
    with pytest.raises(ViewsError, match=problem):
        from_json(text)


@pytest.mark.parametrize(
    ("entry", "name", "problem"),
    [
        (4, "View 2", "no object"),
        ({}, "View 2", "no name"),
        ({"name": " \n"}, "View 2", "no name"),
        ({"name": "A", "filter": "params:>>7"}, "A", "filter “params:>>7” cannot be read"),
        ({"name": "A", "filter": 7}, "A", "filter is no text"),
        ({"name": "A", "columns": {}}, "A", "columns are no list"),
        ({"name": "A", "columns": [["name", "wide", True]]}, "A", "a column is not"),
        ({"name": "A", "sort": [["name"]]}, "A", "a key of its sort"),
        ({"name": "A", "perspective": 1}, "A", "perspective is no text"),
        ({"name": "A", "zooms": []}, "A", "zooms are no object"),
        ({"name": "A", "zooms": {"timeline": [5, 1]}}, "A", "zoom of timeline"),
        ({"name": "A", "zooms": {"timeline": [True, 9]}}, "A", "zoom of timeline"),
    ],
)
def test_a_broken_view_says_which_it_is_and_what_is_wrong(entry, name: str, problem: str) -> None:
    text = json.dumps({"format": "labline-views", "version": 1, "views": [{"name": "Good"}, entry]})
    good, bad = from_json(text)
    assert isinstance(good, SavedView)
    assert isinstance(bad, Unreadable)
    assert bad.name == name
    assert problem in bad.problem


def test_views_of_one_name_are_told_apart() -> None:
    text = json.dumps({"format": "labline-views", "version": 1, "views": [{"name": "A"}, {"name": "A"}]})
    assert [entry.name for entry in from_json(text)] == ["A", "A (2)"]


@given(st.text(max_size=200))
def test_clean_names_are_short_and_on_one_line(text: str) -> None:
    name = clean_name(text)
    assert len(name) <= 120
    assert name.isprintable()
    assert clean_name(name) == name


def test_a_free_name_is_not_longer_than_names_may_be() -> None:
    long = "x" * 120
    assert free_name("A", ["B"]) == "A"
    assert free_name("A", ["A", "A (2)"]) == "A (3)"
    assert len(free_name(long, [long])) == 120


# ---- the file ----


def test_it_is_for_the_user_alone_and_readable(file: ViewsFile, path: Path) -> None:
    file.put(view("Große Modelle 大", "params:>100B open:yes"))
    assert path.stat().st_mode & 0o777 == 0o600
    assert '"filter": "params:>100B open:yes"' in path.read_text(encoding="utf-8")
    assert "大" in path.read_text(encoding="utf-8")
    assert file.find("Große Modelle 大") == view("Große Modelle 大", "params:>100B open:yes")


def test_no_file_is_no_views(file: ViewsFile) -> None:
    assert file.entries() == []
    assert file.remark == ""


def test_the_same_name_replaces_in_its_place(file: ViewsFile) -> None:
    for name in "ABC":
        file.put(view(name))
    file.put(view("B", "open:yes"))
    assert names(file) == ["A", "B", "C"]
    assert file.find("B") == view("B", "open:yes")


def test_renaming_keeps_the_place_and_never_takes_a_name(file: ViewsFile) -> None:
    for name in "ABC":
        file.put(view(name))
    file.rename("B", "Z")
    assert names(file) == ["A", "Z", "C"]
    with pytest.raises(ViewsError, match="“C” exists already"):
        file.rename("A", "C")
    with pytest.raises(ViewsError, match="not there any more"):
        file.rename("B", "D")
    assert names(file) == ["A", "Z", "C"]


def test_what_was_removed_comes_back_where_it_was(file: ViewsFile) -> None:
    for name in "ABCD":
        file.put(view(name))
    gone = file.remove(["B", "D"])
    assert names(file) == ["A", "C"]
    file.restore(gone)
    assert names(file) == ["A", "B", "C", "D"]
    gone = file.remove(["A"])
    file.put(view("A", "open:yes"))
    file.restore(gone)
    assert names(file) == ["A (2)", "B", "C", "D", "A"]


@pytest.mark.parametrize(
    ("name", "by", "order"), [("A", 1, "BAC"), ("A", -1, "ABC"), ("C", -1, "ACB"), ("C", 5, "ABC"), ("C", -9, "CAB")]
)
def test_moving(file: ViewsFile, name: str, by: int, order: str) -> None:
    for one in "ABC":
        file.put(view(one))
    file.move(name, by)
    assert names(file) == list(order)


def test_added_views_keep_both_of_a_name_and_leave_out_what_is_there(file: ViewsFile) -> None:
    file.put(view("A"))
    file.put(view("B"))
    assert file.add([view("A"), view("B", "open:yes"), view("C")]) == {"B": "B (2)", "C": "C"}
    assert names(file) == ["A", "B", "B (2)", "C"]
    assert file.find("B") == view("B")


def test_two_windows_keep_what_each_saves(path: Path) -> None:
    one, other = ViewsFile(path), ViewsFile(path)
    assert one.entries() == other.entries() == []
    one.put(view("A"))
    other.put(view("B"))
    one.remove(["A"])
    other.put(view("C"))
    assert names(one) == names(other) == ["B", "C"]


def test_many_writers_at_once_lose_nothing(path: Path) -> None:
    problems: list[Exception] = []

    def save(writer: int) -> None:
        try:
            for n in range(5):
                ViewsFile(path).put(view(f"{writer}-{n}"))
        except Exception as error:
            problems.append(error)

    threads = [threading.Thread(target=save, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert sorted(names(ViewsFile(path))) == sorted(f"{writer}-{n}" for writer in range(4) for n in range(5))


# ---- damage ----


@pytest.mark.parametrize(
    "damaged",
    [b'{"format": "labline-vi', b"\xff\xfe\x00", b"[]", b" " * (LARGEST + 1)],
    ids=["cut", "not UTF-8", "other", "large"],
)
def test_a_damaged_file_is_kept_aside_and_told(file: ViewsFile, path: Path, damaged: bytes) -> None:
    path.write_bytes(damaged)
    assert file.entries() == []
    aside = path.with_name("views-damaged-1.json")
    assert str(aside) in file.remark
    assert aside.read_bytes() == damaged
    file.put(view("A"))
    assert names(file) == ["A"]
    path.write_bytes(damaged)
    file.put(view("B"))
    assert names(file) == ["B"]
    assert path.with_name("views-damaged-2.json").read_bytes() == damaged


def test_a_newer_file_is_left_alone(file: ViewsFile, path: Path) -> None:
    newer = '{"format": "labline-views", "version": 9, "views": [{"name": "A", "new": 1}]}'
    path.write_text(newer, encoding="utf-8")
    assert file.entries() == []
    assert "newer version" in file.remark
    with pytest.raises(ViewsError, match="newer version"):
        file.put(view("B"))
    assert path.read_text(encoding="utf-8") == newer


def test_a_broken_view_survives_all_changes(file: ViewsFile, path: Path) -> None:
    broken = {"name": "Future", "filter": "color:green", "more": [1, 2]}
    path.write_text(json.dumps({"format": "labline-views", "version": 1, "views": [broken]}), encoding="utf-8")
    file.put(view("A"))
    file.move("Future", 1)
    file.rename("A", "B")
    assert [type(entry) for entry in file.entries()] == [SavedView, Unreadable]
    assert json.loads(path.read_text(encoding="utf-8"))["views"][1] == broken
    with pytest.raises(ViewsError, match="not there"):
        file.rename("Future", "Past")
    gone = file.remove(["Future"])
    file.restore(gone)
    assert json.loads(path.read_text(encoding="utf-8"))["views"][1] == broken


def test_a_folder_in_its_place_is_told(file: ViewsFile, path: Path) -> None:
    path.mkdir()
    assert file.entries() == []
    assert "no file" in file.remark
    with pytest.raises(ViewsError):
        file.put(view("A"))


def test_a_full_disk_changes_nothing(file: ViewsFile, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.put(view("A"))
    before = path.read_bytes()
    monkeypatch.setattr("os.fsync", lambda _handle: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(ViewsError, match="No space left"):
        file.put(view("B"))
    monkeypatch.undo()
    assert path.read_bytes() == before
    assert names(file) == ["A"]


def test_an_empty_file_is_no_damage(file: ViewsFile, path: Path) -> None:
    path.touch()
    assert file.entries() == []
    assert file.remark == ""


# ---- exchange ----


def test_an_export_is_read_again(tmp_path: Path) -> None:
    target = tmp_path / "mine.json"
    write(target, [view("A"), view("B", "open:yes")])
    assert read_export(target) == Export([view("A"), view("B", "open:yes")], [], [])


@pytest.mark.parametrize(
    ("part", "problem"),
    [
        ({"perspective": "cinema"}, "there is no perspective “cinema”, so Releases is shown."),
        ({"zooms": {"map": ["2024-01-01", "2024-02-01"]}}, "“map” cannot be zoomed, so that zoom is passed over."),
        ({"zooms": {"charts": [4e6, 5e6]}}, "the zoom of charts lies outside the calendar, so other days are shown."),
        ({"sort": [["name", True], ["colour", True]]}, "there is no column “colour” to sort by, so that key is passed over."),
        ({"columns": [["name", 90, True], ["colour", 90, True]]}, "there is no column “colour”, so none is shown."),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_of_a_view_is_told_with_its_place(tmp_path: Path, part: dict, problem: str) -> None:
    source = tmp_path / "theirs.json"
    views = [{"name": "Good"}, {"name": "Odd", "filter": "open:yes", **part}]
    source.write_text(json.dumps({"format": "labline-views", "version": 1, "views": views}), encoding="utf-8")
    read = read_export(source)
    assert [one.name for one in read.good] == ["Good", "Odd"]
    assert read.remarks == [f"theirs.json, view 2 “Odd”: {problem}"]


def test_zooms_are_dates_that_people_can_read_and_write() -> None:
    kept = replace(view("A"), zooms={"timeline": (738886.0, 739000.5), "charts": (-40.0, 738886.25)})
    assert json.loads(to_json([kept]))["views"][0]["zooms"] == {
        "timeline": ["2024-01-01", "2024-04-24T12:00"],
        "charts": [-40.0, "2024-01-01T06:00"],
    }
    assert from_json(to_json([kept])) == [kept]
    ordinals = to_json([kept]).replace('"2024-01-01"', "738886")  # as files had them before
    assert from_json(ordinals) == [kept]


@given(SPANS)
def test_a_zoom_to_the_minute_stays_what_it_is(span: tuple[float, float]) -> None:
    rounded = to_the_minute(span)
    assert to_the_minute(rounded) == rounded
    assert rounded[0] < rounded[1]
    assert rounded == pytest.approx(span, abs=1 / 1440)


@pytest.mark.parametrize("written", ["2024", "soon", "2024-13-01", True, None, float("inf"), [1]])
def test_what_is_no_moment_is_refused(written) -> None:
    assert read_moment(written) is None


# ---- names ----


def test_names_that_differ_in_capitals_alone_are_the_same(file: ViewsFile) -> None:
    file.put(view("Large"))
    file.put(view("LARGE", "open:yes"))
    assert [(one.name, str(one.spec)) for one in file.views()] == [("LARGE", "open:yes")]
    file.put(view("Other"))
    with pytest.raises(ViewsError, match="“large” exists already"):
        file.rename("Other", "large")
    file.rename("LARGE", "large")
    assert names(file) == ["large", "Other"]
    assert file.add([view("LARGE", "-vl")]) == {"LARGE": "LARGE (2)"}


@pytest.mark.parametrize(
    ("content", "problem"),
    [(b"", "not JSON"), (b"\xff", "not UTF-8"), (b"{}", "does not hold"), (None, "No such file")],
)
def test_a_file_that_cannot_be_imported_is_named(tmp_path: Path, content: bytes | None, problem: str) -> None:
    source = tmp_path / "theirs.json"
    if content is not None:
        source.write_bytes(content)
    with pytest.raises(ViewsError, match=problem) as caught:
        read_export(source)
    assert str(source) in str(caught.value)


def test_an_empty_filter_is_everything() -> None:
    assert from_json(to_json([replace(view("A"), spec=FilterSpec())])) == [view("A")]


def test_a_filter_too_long_to_be_typed_comes_back() -> None:
    long = FilterSpec(tuple(AnyOf(key, tuple(f"Number {n}" for n in range(500))) for key in ("org", "technique")))
    assert len(str(long)) > MAX_LENGTH
    kept = replace(view("A"), spec=long)
    assert from_json(to_json([kept])) == [kept]
