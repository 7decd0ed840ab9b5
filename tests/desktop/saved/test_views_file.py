"""Saved views in their file: nothing is lost, by whatever two windows, a full disk or a text editor do."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from desktop.saved.file import LARGEST, ViewsFile
from desktop.saved.record import SavedView, Unreadable, ViewsError
from tests.desktop.saved.named_view import view


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "views.json"


@pytest.fixture
def file(path: Path) -> ViewsFile:
    return ViewsFile(path)


def names(file: ViewsFile) -> list[str]:
    return [entry.name for entry in file.entries()]


# ---- changes ----


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
