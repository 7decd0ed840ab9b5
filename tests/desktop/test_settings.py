"""What is kept between starts comes back, and what is damaged does no harm."""

from __future__ import annotations

import stat

import pytest
from PySide6.QtCore import QByteArray

from desktop.settings import Settings, default_path


@pytest.mark.parametrize("value", ["dark", "文 “x”, =1\n", 3, 2.5, True, None, [["name", 100, True]], {"a": [1]}])
def test_values_come_back(tmp_path, qapp, value):
    kept = Settings(tmp_path / "new" / "a.ini")
    kept.write("x/y", value)
    kept.write_bytes("b", QByteArray(b"\0\xff1"))
    kept.save()
    again = Settings(tmp_path / "new" / "a.ini")
    assert again.read("x/y", "default") == value
    assert again.read_bytes("b").data() == b"\0\xff1"


@pytest.mark.parametrize("content", ["", "[x]\ny=not json\n", "\0\0", "[x]\ny=@Variant(\\0\\0)"])
def test_a_damaged_file_counts_as_empty(tmp_path, qapp, content):
    (tmp_path / "a.ini").write_text(content)
    kept = Settings(tmp_path / "a.ini")
    assert kept.read("x/y", "default") == "default"
    assert kept.read_bytes("x/y").isEmpty()


@pytest.mark.parametrize("before", [None, 0o644])
def test_nobody_else_may_read_them(tmp_path, qapp, before):
    path = tmp_path / "new" / "a.ini"
    if before is not None:
        path.parent.mkdir()
        path.touch(before)
    kept = Settings(path)
    for value in ("first", "second"):
        kept.write("x", value)
        kept.save()
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert before is not None or stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_made_is_passed_over(tmp_path, qapp):
    (tmp_path / "file").touch()
    kept = Settings(tmp_path / "file" / "a.ini")
    kept.write("x", 1)
    kept.save()
    assert kept.read("x") == 1


def test_default_place_is_the_folder_for_settings(home):
    assert default_path() == home / ".config" / "labline" / "labline.ini"
