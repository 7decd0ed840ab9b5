"""The rules of the project that no other tool checks: dependencies, package lists, size of files and safe widgets."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock", "packaging/requirements-build.lock")
PACKAGE_LISTS = sorted(ROOT.glob("packaging/debian-*.txt"))
LONGEST_FILE = 320  # lines


def sources(*folders: str) -> list[Path]:
    """The Python files in these folders of the project, as paths from its root."""
    return [path.relative_to(ROOT) for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


@pytest.fixture(scope="module")
def pyproject() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


# ---- dependencies ----


def test_void_calls_of_qt_keep_the_references_to_none():
    """PySide6 6.12.0 drops one a call and aborts the process. From Python 3.12 on None is immortal, and only survival shows."""
    program = """
import sys
from PySide6.QtGui import QPainterPath
before = sys.getrefcount(None)
for _ in range(100_000):
    QPainterPath().moveTo(1, 1)
print(sys.getrefcount(None) - before)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > -1000


def test_qt_is_pinned_below_the_release_that_loses_references(pyproject):
    assert "PySide6-Essentials>=6.11,<6.12" in pyproject["project"]["dependencies"]
    for lock in LOCKS:
        assert re.search(r"^pyside6-essentials==6\.11\.", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE)


def lock_entries(lock: str) -> dict[str, str]:
    """Each requirement of a lock file by its name and version, with its lines joined."""
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    return {line.split()[0]: line for line in text.splitlines()}


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_pins_each_requirement_with_hashes_and_names_no_registry(lock):
    pinned = re.compile(r"[a-z0-9-]+==\S+( ; [^:/]+?)?(\s+--hash=sha256:[0-9a-f]{64})+")
    entries = lock_entries(lock)
    assert entries
    assert [line for line in entries.values() if not pinned.fullmatch(line.rstrip())] == []


@pytest.mark.parametrize("lock", LOCKS[1:])
def test_locks_of_tools_hold_what_the_program_runs_with(lock):
    assert lock_entries("requirements.lock").keys() <= lock_entries(lock).keys()


def test_locks_hold_every_declared_dependency(pyproject):
    groups = pyproject["dependency-groups"]
    declared = dict(zip(LOCKS, (pyproject["project"]["dependencies"], groups["dev"], groups["build"]), strict=True))
    for lock, requirements in declared.items():
        locked = {entry.split("==")[0] for entry in lock_entries(lock)}
        names = {re.split(r"[<>=\[; ]", requirement)[0].lower() for requirement in requirements}
        assert names <= locked


def test_each_dependency_says_why_it_is_there():
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    lines = lines[lines.index("dependencies = [") + 1 :]
    lines = lines[: lines.index("]")]
    assert lines
    above = ["", *lines]
    assert [line for line, before in zip(lines, above, strict=False) if "#" not in line + before] == []


@pytest.mark.parametrize("path", sources("db", "desktop", "resources"), ids=str)
def test_themes_are_rendered_when_building(path):
    modules = {
        name
        for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8")))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert not {name for name in modules if name.split(".")[0] == "qt_material"}


# ---- files ----


def test_licence_is_the_one_that_the_package_declares(pyproject):
    assert pyproject["project"]["license"] == "MIT"
    assert (
        (ROOT / "LICENSE")
        .read_text(encoding="utf-8")
        .startswith("MIT License\n\nCopyright (c) 2026 The Labline developers")
    )


@pytest.mark.parametrize("path", PACKAGE_LISTS, ids=lambda path: path.stem)
def test_package_list_names_a_package_a_line_and_its_purpose(path):
    line_form = re.compile(r"#.*|[a-z0-9][a-z0-9+.-]+( \| [a-z0-9][a-z0-9+.-]+)* +# \S.*")
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line_form.fullmatch(line)] == []
    names = [name for line in lines for name in line.split("#")[0].replace("|", " ").split()]
    assert names
    assert len(names) == len(set(names))


def test_dev_explains_itself_and_refuses_an_unknown_command():
    shown = subprocess.run([ROOT / "dev"], capture_output=True, text=True, timeout=20, check=False)
    assert shown.returncode == 0
    assert "usage: ./dev" in shown.stdout
    refused = subprocess.run([ROOT / "dev", "nonsense"], capture_output=True, text=True, timeout=20, check=False)
    assert refused.returncode == 1
    assert refused.stderr == "dev: unknown command 'nonsense'; ./dev help lists them.\n"


# A migration is written once, whole, and never edited.
@pytest.mark.parametrize(
    "path", [path for path in sources("db", "desktop", "packaging") if path.parent.name != "versions"], ids=str
)
def test_file_is_short_enough_to_read(path):
    assert len((ROOT / path).read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


# ---- text from data is plain text, links are looked at, files are written whole ----

# Outside desktop/widgets, which wraps them: what to use instead of each.
BANNED_NAMES = {
    "QLabel": "PlainLabel",
    "QToolTip": "set_plain_tooltip",
    "QMessageBox": "plain_message",
    "QErrorMessage": "plain_message",
    "QWhatsThis": "set_plain_tooltip",
    "QTextBrowser": "a QPlainTextEdit",
    "QTextEdit": "a QPlainTextEdit",
    "QDesktopServices": "open_link",
    "QSaveFile": "a temporary file and os.replace: it reports success on a full disk",
}
BANNED_CALLS = {"setHtml", "insertHtml", "appendHtml", "setMarkdown"}
# These guess HTML: only a text of our own goes in, or one that a function of SAFE_CALLS gives.
GUESSING_CALLS = {"setToolTip", "setWhatsThis"}
SAFE_CALLS = {"plain_tooltip", "escape"}


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _is_safe_text(node: ast.expr) -> bool:
    """A literal, a literal to be translated, or escaped text."""
    if isinstance(node, ast.Call):
        return _name(node.func) in SAFE_CALLS or (_name(node.func) == "tr" and all(map(_is_safe_text, node.args)))
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def unsafe_uses(code: str) -> list[str]:
    """Each use of a widget or function that takes text from data for HTML, with its line."""
    nodes = list(ast.walk(ast.parse(code)))
    escapes = any(isinstance(node, ast.Call) and _name(node.func) in SAFE_CALLS for node in nodes)
    found = []
    for node in nodes:
        if isinstance(node, ast.ImportFrom):
            found += [f"{node.lineno}: {alias.name}" for alias in node.names if alias.name in BANNED_NAMES]
        elif isinstance(node, ast.Attribute) and node.attr in BANNED_NAMES:
            found.append(f"{node.lineno}: {node.attr}")
        elif isinstance(node, ast.Attribute) and node.attr == "ToolTipRole" and not escapes:
            found.append(f"{node.lineno}: ToolTipRole without plain_tooltip")
        elif isinstance(node, ast.Call):
            name = _name(node.func)
            if name in BANNED_CALLS or (name in GUESSING_CALLS and not all(map(_is_safe_text, node.args))):
                found.append(f"{node.lineno}: {name}(…)")
    return found


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("from PySide6.QtWidgets import QLabel, QWidget", ["1: QLabel"]),
        ("from PySide6 import QtWidgets\nQtWidgets.QMessageBox.warning(None, 'a', text)", ["2: QMessageBox"]),
        ("from PySide6.QtWidgets import QLabel as L", ["1: QLabel"]),
        ("view.setHtml(text)", ["1: setHtml(…)"]),
        ("button.setToolTip(release.name)", ["1: setToolTip(…)"]),
        ("button.setToolTip(f'{name}')", ["1: setToolTip(…)"]),
        ("button.setToolTip(self.tr(name))", ["1: setToolTip(…)"]),
        ("if role == Qt.ItemDataRole.ToolTipRole:\n    text = row.name", ["1: ToolTipRole without plain_tooltip"]),
        ("if role == Qt.ItemDataRole.ToolTipRole:\n    text = plain_tooltip(row.name)", []),
        ("button.setToolTip('Back')", []),
        ("button.setToolTip(self.tr('Back'))", []),
        ("button.setToolTip(escape(name))", []),
        ("from desktop.widgets.plain import PlainLabel\nPlainLabel(name)", []),
    ],
)
def test_unsafe_uses_are_found(code, found):
    assert unsafe_uses(code) == found


@pytest.mark.parametrize(
    "path", [path for path in sources("desktop") if path.parts[:2] != ("desktop", "widgets")], ids=str
)
def test_text_from_data_cannot_become_html(path):
    found = unsafe_uses((ROOT / path).read_text(encoding="utf-8"))
    instead = {BANNED_NAMES.get(use.split(": ")[1], "set_plain_tooltip or plain_tooltip") for use in found}
    assert not found, f"use instead: {', '.join(sorted(instead))}"
