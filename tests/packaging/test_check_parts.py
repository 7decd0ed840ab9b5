"""What the parts of packaging/check read and decide, without a clean root."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")


def in_bash(out: Path, script: str, said: str = "") -> subprocess.CompletedProcess[str]:
    """Run a script with the parts of the check loaded, and `said` as its input."""
    loaded = f'out={out} place=somewhere begun=0; for part in "{PACKAGING}"/check.d/*.sh; do source "$part"; done\n'
    return subprocess.run(
        ["bash", "-c", loaded + script], input=said, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize(
    ("said", "packages"),
    [
        ("Labline was not installed: it needs the command xz; install it (Debian, Ubuntu: xz-utils).", ["xz-utils"]),
        ("… lacks libGL.so.1 libz.so.1. Install what has it (Debian, Ubuntu: libgl1, zlib1g) and try again.",
         ["libgl1", "zlib1g"]),
        ("… (Debian, Ubuntu: libglib2.0-0 or libglib2.0-0t64, libgl1) …", ["libglib2.0-0t64", "libgl1"]),
        ("This machine has what Labline 1.0 needs.", []),
    ],
)  # fmt: skip
def test_packages_that_a_refusal_names(tmp_path, said, packages):
    there = "as_root() { [[ ${!#} != libglib2.0-0 ]]; }\n"  # what asks apt for a package
    assert in_bash(tmp_path, there + "named_packages", said).stdout.split() == packages


@pytest.mark.parametrize("name", ["debian-check.txt", "debian-check-root.txt"])
def test_lists_give_one_package_a_line(tmp_path, name):
    lines = [line for line in (PACKAGING / name).read_text(encoding="utf-8").splitlines() if line[:1] not in "#"]
    found = in_bash(tmp_path, f'listed_packages "{PACKAGING / name}" true').stdout.split("\n")
    assert [line.split()[0] for line in lines] == found[:-1]


@pytest.mark.parametrize(
    ("records", "code", "last"),
    [
        ("ok one; skip two", 0, "passed: 1 ok, 0 failed, 1 skipped"),
        ("ok one; wrong two", 1, "FAILED: 1 ok, 1 failed, 0 skipped"),
        ("skip all", 0, "passed: 0 ok, 0 failed, 1 skipped"),
        (": >$out/results.tsv", 1, "passed: 0 ok, 0 failed, 0 skipped"),
        ("verify three test 1 = 2", 1, "FAILED: 0 ok, 1 failed, 0 skipped"),
    ],
)
def test_summary_and_verdict(tmp_path, records, code, last):
    done = in_bash(tmp_path, f"{{ {records}; }} >/dev/null\nsummary")
    assert done.returncode == code
    assert last in done.stdout.splitlines()[-1]


@pytest.mark.parametrize(
    ("path", "own"),
    [
        (".local/share/labline/labline.db", True),
        (".config/labline", True),
        (".cache/fontconfig/CACHEDIR.TAG", True),
        (".local/lib/labline", False),
        (".local/bin/labline", False),
        (".local/share/applications/labline.desktop", False),
        (".local/share/labline2", False),
        ("labline.txt", False),
    ],
)
def test_what_is_the_users_own(tmp_path, path, own):
    assert (in_bash(tmp_path, 'grep -cE "$users_own"', path).stdout.strip() == "1") is own


def test_what_is_left_is_what_was_not_there(tmp_path):
    (tmp_path / "before").write_text("etc/a\nusr/b\n", encoding="utf-8")
    (tmp_path / "after").write_text("etc/a\nusr/b\nusr/lib/labline\nvar/cache/fontconfig/x\n", encoding="utf-8")
    assert in_bash(tmp_path, 'only_later "$out/before" "$out/after"').stdout.split() == ["usr/lib/labline"]
