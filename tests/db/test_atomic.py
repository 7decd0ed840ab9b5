"""Files that are there whole or not at all, whatever happens while they are written."""

from __future__ import annotations

import os
import resource
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from db.atomic import WriteError, atomic_write, explain


def left(folder) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_file_takes_its_place_with_what_was_written(tmp_path):
    target = tmp_path / "out.csv"
    with atomic_write(target) as file:
        file.write(b"a")
        assert not target.exists()
        file.write(b"b")
    assert target.read_bytes() == b"ab"
    assert left(tmp_path) == ["out.csv"]


@pytest.mark.parametrize("error", [ValueError("bad row"), KeyboardInterrupt(), OSError(28, "No space left on device")])
def test_old_file_stays_when_writing_fails(tmp_path, error):
    target = tmp_path / "out.csv"
    target.write_text("old")
    with pytest.raises(WriteError if isinstance(error, OSError) else type(error)), atomic_write(target) as file:
        file.write(b"new")
        raise error
    assert target.read_text() == "old"
    assert left(tmp_path) == ["out.csv"]


def test_last_look_before_replacing_can_stop_it(tmp_path):
    target = tmp_path / "out.csv"
    target.write_text("old")

    def stop() -> None:
        raise ValueError("cancelled")

    with pytest.raises(ValueError, match="cancelled"), atomic_write(target, stop) as file:
        file.write(b"new")
    assert target.read_text() == "old"
    assert left(tmp_path) == ["out.csv"]


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")
def test_a_folder_that_makes_no_files_is_not_said_to_be_missing():
    with pytest.raises(WriteError, match="its folder cannot be written to"), atomic_write(Path("/proc/x.csv")):
        pass


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="the system limits no file's size")
def test_full_disk_is_an_error_and_the_old_file_stays(tmp_path):
    target = tmp_path / "out.csv"
    target.write_text("old")
    program = f"""
import resource
from pathlib import Path
from db.atomic import WriteError, atomic_write
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    with atomic_write(Path({str(target)!r})) as file:
        file.write(b"x" * 1_000_000)
except WriteError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == f"{target} was not written: File too large; free some space or choose another folder\n"
    assert target.read_text() == "old"
    assert left(tmp_path) == ["out.csv"]


def test_symbolic_link_is_replaced_and_what_it_names_stays(tmp_path):
    (tmp_path / "precious").write_text("keep")
    link = tmp_path / "out.csv"
    link.symlink_to("precious")
    with atomic_write(link) as file:
        file.write(b"new")
    assert (tmp_path / "precious").read_text() == "keep"
    assert not link.is_symlink()
    assert link.read_text() == "new"
    assert stat.S_IMODE(link.stat().st_mode) & 0o133 == 0  # not the 0777 of a link


@pytest.mark.parametrize("umask", [0o022, 0o077])
def test_new_file_has_the_mode_that_the_umask_leaves(tmp_path, umask):
    before = os.umask(umask)
    try:
        with atomic_write(tmp_path / "out.csv"):
            pass
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "out.csv").stat().st_mode) == 0o666 & ~umask


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o444])
def test_replaced_file_keeps_its_mode(tmp_path, mode):
    target = tmp_path / "out.csv"
    target.write_text("old")
    target.chmod(mode)
    with atomic_write(target) as file:
        file.write(b"new")
    assert stat.S_IMODE(target.stat().st_mode) == mode
    assert target.read_text() == "new"


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("missing/out.csv", "its folder does not exist; make it first or choose another"),
        ("folder", "it is a folder; add a file name"),
        ("link-to-folder", "it is a folder; add a file name"),
        ("file/out.csv", "a part of its path is a file, not a folder; choose another folder"),
        ("x" * 300 + ".csv", "its name is too long; choose a shorter one"),
        ("a\0b.csv", "it is no name for a file"),
        ("pipe", "a device, a pipe or"),
    ],
)
def test_target_that_cannot_be_is_explained(tmp_path, name, advice):
    (tmp_path / "folder").mkdir()
    (tmp_path / "link-to-folder").symlink_to("folder")
    (tmp_path / "file").write_text("old")
    os.mkfifo(tmp_path / "pipe")
    before = left(tmp_path)
    with pytest.raises(WriteError) as caught, atomic_write(tmp_path / name):
        pytest.fail("there is nothing to write to")
    assert advice in str(caught.value)
    assert name.replace("\0", "␀") in str(caught.value)
    assert left(tmp_path) == before


@pytest.mark.parametrize("name", ["y" * 251 + ".csv", "深" * 83 + ".csv", "-o", " ", "a\nb"])
def test_long_and_odd_names_are_written(tmp_path, name):
    with atomic_write(tmp_path / name) as file:
        file.write(b"x")
    assert left(tmp_path) == [name]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_folder_without_permission_is_explained(tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(WriteError, match="you may not write there"), atomic_write(tmp_path / "out.csv"):
            pytest.fail("nothing can be written there")
    finally:
        tmp_path.chmod(0o700)


def test_lack_of_permission_is_explained(tmp_path, monkeypatch):
    """For root too, whom no folder's mode stops."""

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("db.atomic.os.open", refuse)
    with pytest.raises(WriteError, match=r"out\.csv was not written: you may not write there"):  # noqa: SIM117
        with atomic_write(tmp_path / "out.csv"):
            pytest.fail("nothing can be written there")
    assert left(tmp_path) == []


def test_unknown_error_keeps_the_systems_words(tmp_path):
    assert str(explain(tmp_path, OSError(5, "Input/output error"))).endswith(
        "was not written: Input/output error; free some space or choose another folder"
    )
