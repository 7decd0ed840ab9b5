"""Links that are handed to a running window: by this user alone, one line, bounded, and checked."""

from __future__ import annotations

import shutil
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket

from db.filters import parse
from desktop.instance import MOST_BYTES, LinkServer, server_name
from desktop.links import EntityLink, ViewLink

VIEW = ViewLink(parse("params:>100B 梁文锋"), "timeline")


@pytest.fixture
def name():
    """A short path: those of sockets may have about a hundred characters."""
    folder = Path(tempfile.mkdtemp(prefix="lab"))
    yield str(folder / "s")
    shutil.rmtree(folder)


@pytest.fixture
def server(qapp, name):
    made = LinkServer(name)
    assert made.is_listening()
    yield made
    made.close()


def came(server) -> list:
    links: list = []
    server.came.connect(links.append)
    return links


def call(qtbot, name, data: bytes, answer: str) -> None:
    """Connect, say something, and expect an answer that begins so; none if it is empty."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    assert socket.waitForConnected(1000)
    socket.write(data)
    socket.flush()
    got = bytearray()
    qtbot.waitUntil(
        lambda: (
            bool(got.extend(socket.readAll().data()) or got.endswith(b"\n"))
            or socket.state() == QLocalSocket.LocalSocketState.UnconnectedState
        ),
        timeout=5000,
    )
    got.extend(socket.readAll().data())
    socket.abort()
    assert got.decode().startswith(answer)
    assert bool(got) == bool(answer)


@pytest.mark.parametrize("link", [EntityLink("a1"), VIEW], ids=["entity", "view"])
def test_a_link_is_taken_and_told(qtbot, server, name, link):
    links = came(server)
    call(qtbot, name, f"{link}\n".encode(), "taken")
    assert links == [link]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"labline:entity/../../etc/passwd\n", "The link names no entity"),
        (b"quit\n", "A link begins with"),
        (b"\xff\xfe\n", "A link begins with"),
        (b"\n", "A link begins with"),
        (b"labline:view?filter=" + b"a" * MOST_BYTES, "The link is longer"),
    ],
    ids=["path", "command", "bytes", "nothing", "endless"],
)
def test_what_is_no_link_is_refused_with_a_reason(qtbot, server, name, data, said):
    links = came(server)
    call(qtbot, name, data, said)
    assert links == []


def test_who_says_nothing_is_hung_up_on(qtbot, server, name, monkeypatch):
    monkeypatch.setattr("desktop.instance.PATIENCE", 200)
    links = came(server)
    call(qtbot, name, b"labline:enti", "")
    assert links == []
    call(qtbot, name, b"labline:entity/a1\n", "taken")


def test_only_one_window_listens_and_the_next_takes_its_place(qapp, name):
    first, second = LinkServer(name), LinkServer(name)
    assert (first.is_listening(), second.is_listening()) == (True, False)
    first.close()
    third = LinkServer(name)
    assert third.is_listening()
    third.close()


def test_a_window_that_stays_takes_the_place_of_one_that_is_gone(qapp, name):
    first, second = LinkServer(name), LinkServer(name)
    second.take_place()
    assert not second.is_listening()
    first.close()
    second.take_place()
    assert second.is_listening()
    first.take_place()
    assert not first.is_listening()  # it is closed
    second.close()


def test_a_socket_that_a_crash_left_behind_is_no_hindrance(qapp, name):
    crash = (
        f"import os; from desktop.instance import LinkServer; s = LinkServer({name!r}); os._exit(not s.is_listening())"
    )
    assert subprocess.run([sys.executable, "-c", crash], check=False).returncode == 0
    assert Path(name).exists()
    after = LinkServer(name)
    assert after.is_listening()
    after.close()


@pytest.mark.skipif(sys.platform == "win32", reason="modes of files")
def test_nobody_else_may_connect(server, name):
    assert stat.S_IMODE(Path(name).stat().st_mode) & 0o077 == 0


def test_handing_over_from_another_process(qtbot, server, name):
    links = came(server)
    code = f"import sys; from desktop.instance import hand_over; from desktop.links import EntityLink; sys.exit(not hand_over({name!r}, EntityLink('a1')))"
    process = subprocess.Popen([sys.executable, "-c", code])
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
    assert process.returncode == 0
    assert links == [EntityLink("a1")]


def test_with_no_window_nothing_is_handed_over(qapp, name):
    from desktop.instance import hand_over

    assert not hand_over(name, VIEW)


# ---- names ----


@pytest.mark.skipif(sys.platform == "win32", reason="folders and their modes")
@pytest.mark.parametrize(
    ("mode", "expected"), [(0o700, "runtime"), (0o755, "settings"), (None, "settings")], ids=["private", "open", "none"]
)
def test_the_name_is_in_a_folder_of_this_user_alone(tmp_path, monkeypatch, mode, expected):
    runtime, settings = tmp_path / "runtime", tmp_path / "settings" / "labline.ini"
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    if mode is not None:
        runtime.mkdir()
        runtime.chmod(mode)
    made = Path(server_name(tmp_path / "x.db", settings))
    assert tmp_path / expected in made.parents
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="folders and their modes")
def test_there_is_no_name_where_no_folder_is_private(tmp_path, monkeypatch):
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    (tmp_path / "run").mkdir()
    (tmp_path / "run").chmod(0o777)
    assert server_name(tmp_path / "x.db", tmp_path / "labline.ini") == ""


def test_each_database_has_a_name_of_its_own_however_it_is_written(tmp_path, monkeypatch):
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    settings = tmp_path / "labline.ini"
    (tmp_path / "a").mkdir()
    same = {server_name(path, settings) for path in (tmp_path / "x.db", tmp_path / "a" / ".." / "x.db")}
    assert len(same) == 1
    assert server_name(tmp_path / "y.db", settings) not in same
