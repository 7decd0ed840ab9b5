"""The installer for one user, with a program that only stands for Labline: in a home folder with a space and Chinese letters."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the installer is for Linux")
ENTRY = "applications/labline.desktop"


class User:
    """Somebody with a home folder, who has an unpacked .run file."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "home of 小明"
        self.home.mkdir()
        self.tools = folder / "tools"
        self.tools.mkdir()
        self.unpacked = folder / "unpacked"
        self.library = self.home / ".local/lib/labline"
        self.share = self.home / ".local/share"
        self.command = self.home / ".local/bin/labline"

    def pack(self, version: str, glibc: str = "2.17") -> None:
        """Make what packaging/run/make packs, of a version."""
        shutil.rmtree(self.unpacked, ignore_errors=True)
        shutil.copytree(PACKAGING / "share", self.unpacked / "share" / "applications",
                        ignore=lambda _folder, names: [name for name in names if name != "labline.desktop"])  # fmt: skip
        (self.unpacked / "share/man/man1").mkdir(parents=True)
        (self.unpacked / "share/man/man1/labline.1.gz").write_bytes(b"a page")
        text = (PACKAGING / "run/install").read_text(encoding="utf-8")
        (self.unpacked / "install").write_text(text.replace("@VERSION@", version).replace("@GLIBC@", glibc))
        shutil.copy(PACKAGING / "run/uninstall", self.unpacked)
        program = self.unpacked / "program"
        program.mkdir()
        shutil.copy(shutil.which("sleep"), program / "window")  # an open window is a process of a file in the folder
        (program / "labline").write_text(f"#!/bin/sh\necho Labline {version}\n")
        (program / "labline").chmod(0o755)
        subprocess.run(["tar", "-cJf", "../program.tar.xz", "."], cwd=program, check=True)
        shutil.rmtree(program)

    def stub(self, name: str, text: str) -> None:
        """Let a command of this machine say something else."""
        (self.tools / name).write_text(f"#!/bin/sh\n{text}\n")
        (self.tools / name).chmod(0o755)

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        places = {"HOME": str(self.home), "PATH": f"{self.tools}:{os.environ['PATH']}"}
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "SUDO_"))}
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, env=kept | places)

    def install(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run("sh", self.unpacked / "install", "--quiet=n", *arguments)

    def files(self) -> list[str]:
        return sorted(str(path.relative_to(self.home)) for path in self.home.rglob("*") if not path.is_dir())


@pytest.fixture
def user(tmp_path: Path) -> User:
    made = User(tmp_path)
    made.pack("1.0")
    return made


def test_installs_and_removes_without_a_trace(user):
    data = user.share / "labline"
    data.mkdir(parents=True)
    (data / "labline.db").write_bytes(b"what the user made")
    done = user.install()
    assert done.returncode == 0, done.stderr
    assert "Labline 1.0 is installed" in done.stdout
    assert f"{user.command.parent} is not in your PATH" in done.stdout
    assert user.run(user.command).stdout == "Labline 1.0\n"
    assert (user.share / "man/man1/labline.1.gz").read_bytes() == b"a page"
    removed = user.run(user.library / "uninstall")
    assert removed.returncode == 0, removed.stderr
    assert str(data) in removed.stdout
    assert user.files() == [".local/share/labline/labline.db"]
    assert sorted(path.name for path in (user.home / ".local").iterdir()) == ["share"]


def test_menu_entry_starts_the_program_whatever_the_folder_is_called(user):
    user.home = user.home.rename(user.home.with_name('a "b" $c 100% `d` \\e'))
    user.__dict__.update(library=user.home / ".local/lib/labline", share=user.home / ".local/share")
    assert user.install().returncode == 0
    line = next(line for line in (user.share / ENTRY).read_text().splitlines() if line.startswith("Exec="))
    value = re.sub(r"\\(.)", r"\1", line.removeprefix("Exec="))  # as a desktop reads a string
    quoted, rest = re.fullmatch(r'"((?:[^"\\`$]|\\.)*)" (.*)', value).groups()  # then an argument
    assert rest == "%u"
    assert re.sub(r"\\(.)", r"\1", quoted).replace("%%", "%") == str(user.library / "current/labline")


def test_upgrade_takes_the_place_of_what_was_there(user):
    assert user.install().returncode == 0
    before = (user.library / "current").resolve()
    user.pack("2.0")
    assert user.install().returncode == 0
    assert user.run(user.command).stdout == "Labline 2.0\n"
    assert not before.exists()
    assert len(list(user.library.glob("program.*"))) == 1


def test_an_open_window_keeps_its_files_over_an_upgrade(user):
    assert user.install().returncode == 0
    before = (user.library / "current").resolve()
    with subprocess.Popen([before / "window", "60"]) as window:
        try:
            while Path(f"/proc/{window.pid}/exe").resolve().name != "window":
                time.sleep(0.01)
            user.pack("2.0")
            assert user.install().returncode == 0
            assert (before / "labline").is_file()
            assert user.run(user.command).stdout == "Labline 2.0\n"
            refused = user.run(user.library / "uninstall")
            assert (refused.returncode, "close its windows" in refused.stderr) == (1, True)
        finally:
            window.kill()
    assert user.install().returncode == 0
    assert not before.exists()


def test_a_program_that_does_not_start_changes_nothing(user):
    assert user.install().returncode == 0
    before = user.files()
    user.pack("2.0")
    broken = user.unpacked / "broken"
    broken.mkdir()
    (broken / "labline").write_text("#!/bin/sh\necho it is broken >&2\nexit 1\n")
    (broken / "labline").chmod(0o755)
    subprocess.run(["tar", "-cJf", "../program.tar.xz", "."], cwd=broken, check=True)
    done = user.install()
    assert done.returncode == 1
    assert "it is broken" in done.stderr
    assert user.files() == before
    assert user.run(user.command).stdout == "Labline 1.0\n"


@pytest.mark.parametrize(
    ("tool", "text", "said"),
    [
        ("uname", 'case $1 in -s) echo Linux ;; *) echo aarch64 ;; esac', "64-bit Intel and AMD processors (x86_64); this one is aarch64"),
        ("uname", "echo FreeBSD", "made for Linux; this is FreeBSD"),
        ("getconf", "echo glibc 2.9", "needs glibc 2.17 or newer, as Debian 12 and Ubuntu 22.04 have; this system has 2.9"),
        ("getconf", "exit 1", "needs the GNU C library"),
        ("ldd", r"printf '\tlibGL.so.1 => not found\n\tlibm.so.6 => /lib/libm.so.6 (0x0)\n'",
         "lacks libGL.so.1. Install what has it (Debian, Ubuntu: libgl1)"),
        ("ldd", "echo \"x: /lib/libc.so.6: version \\`GLIBCXX_3.4.99' not found (required by x)\"", "lacks GLIBCXX_3.4.99"),
        ("ldd", r"printf '\tlibglib-2.0.so.0 => not found\n\tlibgthread-2.0.so.0 => not found\n'",
         "(Debian, Ubuntu: libglib2.0-0 or libglib2.0-0t64)"),
    ],
    ids=["another processor", "another system", "an old C library", "another C library", "no OpenGL", "an old C++ library", "two of one package"],
)  # fmt: skip
def test_refuses_and_names_what_is_missing(user, tool, text, said):
    user.stub(tool, text)
    done = user.install()
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert user.files() == []


def test_quiet_prints_nothing(user):
    done = user.run("sh", user.unpacked / "install", "--quiet=y")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_check_leaves_nothing_behind(user):
    done = user.install("--check")
    assert (done.returncode, done.stdout) == (0, "This machine has what Labline 1.0 needs.\n")
    assert user.files() == []


def test_another_file_of_that_name_is_left_alone(user):
    user.command.parent.mkdir(parents=True)
    user.command.write_text("something else")
    done = user.install()
    assert done.returncode == 0
    assert "another file" in done.stderr
    user.run(user.library / "uninstall")
    assert user.files() == [".local/bin/labline"]


def test_help_tells_each_option(user):
    done = user.install("--help")
    assert done.returncode == 0
    assert all(word in done.stdout for word in ("--quiet", "--check", "--remove", ".local/lib/labline"))


def test_an_unknown_option_is_refused(user):
    done = user.install("--prefix=/opt")
    assert (done.returncode, "--prefix=/opt" in done.stderr) == (1, True)
    assert user.files() == []
