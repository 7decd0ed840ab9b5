"""What packaging/check.d/trace.py reads from a log of strace, and what it complains of."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

import pytest

HOME = "/home/user"


@pytest.fixture(scope="module")
def trace(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("check.d/trace.py")


@pytest.mark.parametrize(
    ("line", "paths"),
    [
        ('7 openat(AT_FDCWD</home/user>, "a.csv", O_WRONLY|O_CREAT|O_TRUNC|O_CLOEXEC, 0666) = 5</home/user/a.csv>', ["/home/user/a.csv"]),
        ('7 openat(AT_FDCWD</>, "/etc/passwd", O_RDONLY|O_CLOEXEC) = 5</etc/passwd>', []),
        ('7 openat(AT_FDCWD</>, "/etc/passwd", O_WRONLY) = -1 EACCES (Permission denied)', []),
        ('7 rename("/home/user/a.new", "/home/user/a") = 0', ["/home/user/a.new", "/home/user/a"]),
        ('7 mkdirat(3</home/user/.cache>, "labline", 0700) = 0', ["/home/user/.cache/labline"]),
        ('7 symlink("target", "/tmp/link") = 0', ["/tmp/link"]),
        ('7 unlink("/tmp/\\346\\210\\221") = 0', ["/tmp/我"]),
        ('7 openat(AT_FDCWD</root/of/home>, "/var/x", O_RDWR|O_CREAT) = 5</root/of/var/x>', ["/var/x"]),
        ("7 +++ exited with 0 +++", []),
    ],
)  # fmt: skip
def test_written_paths(trace, line, paths):
    assert list(trace.read([line], "/root/of").written) == paths


def test_interrupted_calls_are_joined(trace):
    lines = [
        '7 openat(AT_FDCWD</>, "/etc/x", O_WRONLY <unfinished ...>',
        "8 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3<UNIX-STREAM:[1]>",
        "7 <... openat resumed>) = 5</etc/x>",
    ]
    session = trace.read(lines)
    assert list(session.written) == ["/etc/x"]
    assert session.sockets == {"AF_UNIX": 1}


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("7 socket(AF_INET6, SOCK_DGRAM|SOCK_CLOEXEC, IPPROTO_UDP) = 3<UDPv6:[1]>", "a socket of AF_INET6 (1 times)"),
        ("7 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = -1 EPERM (Operation not permitted)", "a socket of AF_INET (1 times)"),
        ('7 connect(3<TCP:[1]>, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("1.2.3.4")}, 16) = -1 EINPROGRESS', "connected to AF_INET 1.2.3.4 (1 times)"),
        ('7 mkdir("/tmp/own", 0700) = 0', "written outside the user's folders: /tmp/own (1 times)"),
        ('7 connect(3<UNIX-STREAM:[1]>, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X1"}, 20) = 0', ""),
        ('7 mkdir("/home/user/.cache", 0700) = 0', ""),
        ('7 mkdir("/home/user2", 0700) = 0', "written outside the user's folders: /home/user2 (1 times)"),
        ('7 mkdir("/home/user/../other", 0700) = 0', "written outside the user's folders: /home/other (1 times)"),
    ],
)  # fmt: skip
def test_complaints(trace, line, complaint):
    assert trace.report(trace.read([line]), HOME)[1] == ([complaint] if complaint else [])


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        ("/home/user", "/home/user"),
        ("/home/user/a/b.csv", "/home/user"),
        ("/home/user/.config/labline/labline.ini", "/home/user/.config/labline"),
        ("/home/user/.local/share/labline/labline.db-wal", "/home/user/.local/share/labline"),
        ("/run/user/1000/socket", "/run/user (sockets of the session)"),
        ("/dev/null", "devices and shared memory"),
        ("/dev/sda", ""),
        ("/usr/lib/labline/x", ""),
    ],
)
def test_folders_of_the_user(trace, path, folder):
    assert trace.belongs(path, HOME) == folder


def test_a_log_without_a_program_is_no_proof(trace, tmp_path, capsys):
    (tmp_path / "log").write_text("", encoding="utf-8")
    assert trace.main([str(tmp_path / "log"), HOME]) == 1
