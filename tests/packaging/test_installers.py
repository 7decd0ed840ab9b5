"""What makes the installers: limits of size, the list of parts, and scripts that shellcheck finds nothing in."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"


def bash_scripts() -> list[Path]:
    """The project's scripts for a shell, by their first line."""
    found = [path for path in PACKAGING.rglob("*") if path.is_file() and "node_modules" not in path.parts]
    return sorted(
        path
        for path in [*found, ROOT / "dev", ROOT / ".ci/run"]
        if path.read_bytes()[:64].startswith((b"#!/usr/bin/env bash", b"#!/bin/bash", b"#!/bin/sh", b"# shellcheck"))
    )


def test_the_scripts_are_found():
    names = {str(path.relative_to(ROOT)) for path in bash_scripts()}
    assert {"dev", ".ci/run", "packaging/build", "packaging/clean_root.sh", "packaging/run/install"} <= names


@pytest.mark.skipif(not shutil.which("shellcheck"), reason="shellcheck is not installed")
@pytest.mark.parametrize("path", bash_scripts(), ids=lambda path: str(path.relative_to(ROOT)))
def test_shellcheck_finds_nothing(path):
    done = subprocess.run(
        ["shellcheck", "-x", "-P", ROOT, path], capture_output=True, text=True, check=False, cwd=ROOT
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def weigh(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([PACKAGING / "weigh", folder], capture_output=True, text=True, check=False)


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="there is no sha256sum")
@pytest.mark.parametrize(("size", "code"), [(40_000_000, 0), (40_000_001, 1)])
def test_an_installer_that_is_too_heavy_fails(tmp_path, size, code):
    with (tmp_path / "labline-1.0-windows-x64.exe").open("wb") as file:
        file.truncate(size)
    done = weigh(tmp_path)
    assert done.returncode == code, done.stderr
    assert ("TOO HEAVY" in done.stdout) == bool(code)
    subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=tmp_path, check=True)


def test_the_list_of_parts_has_what_no_package_list_knows(script, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    monkeypatch.setenv("LABLINE_COMMIT", "0123abc")
    sbom = script("bundle/sbom.py")
    document = {
        "metadata": {"component": {"bom-ref": "root-component", "name": "labline"}},
        "components": [{"bom-ref": "numpy==2"}],
        "dependencies": [{"ref": "root-component", "dependsOn": ["numpy==2"]}, {"ref": "numpy==2"}],
    }
    made = sbom.completed(document, [sbom.library("Qt", "6.1", "LGPL-3.0-only", purl="pkg:generic/qt@6.1")])
    assert [item["bom-ref"] for item in made["components"]] == ["Qt==6.1", "numpy==2"]
    assert {"ref": "root-component", "dependsOn": ["Qt==6.1", "numpy==2"]} in made["dependencies"]
    assert {"ref": "Qt==6.1"} in made["dependencies"]
    assert made["metadata"]["timestamp"] == "2026-01-01T00:00:00+00:00"
    assert made["metadata"]["component"]["properties"] == [{"name": "labline:commit", "value": "0123abc"}]


def test_debian_s_versions_are_written_as_addresses_want_them(script):
    found = script("bundle/sbom.py").debian_purl("libx11-6", "2:1.8.4-2+deb12u2")
    assert found == "pkg:deb/debian/libx11-6@2%3A1.8.4-2%2Bdeb12u2?arch=amd64"


def test_notices_tell_of_each_package_that_the_program_needs(script):
    notices = script("bundle/notices.py")
    found = notices.needed("labline")
    assert {"pyside6-essentials", "shiboken6", "sqlalchemy", "alembic", "mako", "markupsafe", "mdurl"} <= found.keys()
    assert not {"pytest", "ruff", "qt-material"} & found.keys()
    for name, package in found.items():
        assert name in notices.OF_QT or list(notices.licence_files(package)), f"{name} has no licence file"


def test_libraries_of_the_system_come_along_with_what_they_need(script, monkeypatch):
    system = script("bundle/system_libraries.py")
    needs = {
        "program": ["liba.so.1", "libstdc++.so.6", "libc.so.6"],
        "liba.so.1": ["libb.so.1"],
        "libb.so.1": ["liba.so.1", "libX11.so.6"],
        "libX11.so.6": ["libonly-x.so.1"],
    }
    monkeypatch.setattr(system, "needed_by", lambda path: needs.get(path.name, []))
    names = ("liba.so.1", "libb.so.1", "libunused.so.1", "libstdc++.so.6", "libX11.so.6", "libonly-x.so.1")
    assert system.brought([Path("program")], {name: Path(name) for name in names}) == {"liba.so.1", "libb.so.1"}
