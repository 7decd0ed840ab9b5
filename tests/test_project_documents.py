"""What the project says of itself is true: paths exist, links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENTS = ("README.md", "ARCHITECTURE.md", "CHANGELOG.md")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_path_that_a_document_names_exists(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:db|desktop|resources|tests|packaging)/[\w./-]*)`", text))
    links = {link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link}
    assert named | links or name == "CHANGELOG.md"
    assert sorted(path for path in named | links if not (ROOT / path).exists()) == []


def test_architecture_names_the_folders_of_both_packages():
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    folders = [
        path.relative_to(ROOT).as_posix()
        for package in ("db", "desktop")
        for path in (ROOT / package).iterdir()
        if path.is_dir() and not path.name.startswith("__")
    ]
    assert [folder for folder in folders if folder not in text] == []


def test_changelog_has_a_part_for_the_version_and_whole_sentences():
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    version = re.search(r'^version = "(.+)"$', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert version
    assert f"## {version[1]} – " in text
    lines = re.findall(r"^- (.*)$", text, re.MULTILINE)
    assert lines
    assert [line for line in lines if not re.fullmatch(r"[A-Z].*\.", line)] == []
