"""What is frozen: every module, whatever imports it, and no more of Qt than is used."""

from __future__ import annotations

import ast
import plistlib
import re
import sys
import tomllib
from importlib import metadata
from importlib.util import resolve_name
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [path for name in ("db", "desktop") for path in sorted((ROOT / name).rglob("*.py"))]
MODULE_NAME = re.compile(r"(db|desktop|resources)(\.[a-z_]\w*)+")


@pytest.fixture(scope="module")
def contents(script):
    return script("bundle/contents.py")


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path: Path) -> set[str]:
    """All that a file imports, early or late, by name or by a text that names a module of ours."""
    package = module_of(path) if path.name == "__init__.py" else module_of(path).rpartition(".")[0]
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = resolve_name("." * node.level + (node.module or ""), package) if node.level else node.module or ""
            names |= {base} | {f"{base}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and MODULE_NAME.fullmatch(node.value):
            names.add(node.value)
    return names


def is_module(name: str) -> bool:
    place = ROOT.joinpath(*name.split("."))
    return place.with_suffix(".py").is_file() or (place / "__init__.py").is_file()


@pytest.mark.parametrize("path", [path for path in SOURCES if "migrations" not in path.parts], ids=module_of)
def test_each_module_is_frozen_with_all_that_it_imports(contents, path):
    frozen = set(contents.frozen_modules(ROOT))
    ours = {
        name for name in imported(path) if name.partition(".")[0] in ("db", "desktop", "resources") and is_module(name)
    }
    assert {module_of(path)} | ours <= frozen


def test_migrations_travel_as_files_and_not_as_modules(contents):
    assert not [name for name in contents.frozen_modules(ROOT) if "migrations" in name]
    spec = (ROOT / "packaging/bundle/labline.spec").read_text(encoding="utf-8")
    assert '(ROOT / "db/migrations").rglob("*.py")' in spec


def test_nothing_that_the_program_imports_is_left_out(contents):
    wanted = {name for path in SOURCES for name in imported(path)}
    left_out = {
        name for name in wanted for excluded in contents.EXCLUDED if name == excluded or name.startswith(f"{excluded}.")
    }
    assert not left_out


def test_the_program_imports_nothing_that_no_lock_has():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[<>=\[; ]", line)[0].lower().replace("-", "_") for line in project["dependencies"]}
    as_imported = {"pyside6_essentials": "pyside6", "pyyaml": "yaml", "markdown_it_py": "markdown_it"}
    known = {as_imported.get(name, name) for name in declared}
    known |= {"db", "desktop", "resources", "shiboken6", "pydantic_core", "typing_extensions"}
    outside = {name.partition(".")[0] for path in SOURCES for name in imported(path)} - set(sys.stdlib_module_names)
    assert {name.lower() for name in outside} <= known


def test_qt_s_modules_are_those_that_are_imported(contents):
    used = {name.split(".")[1] for path in SOURCES for name in imported(path) if re.match(r"PySide6\.Qt\w+", name)}
    assert used == contents.QT_MODULES


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("PySide6/QtWidgets.abi3.so", True),
        ("PySide6/QtWidgets.pyd", True),
        ("PySide6\\Qt6Widgets.dll", True),
        ("PySide6/Qt/lib/QtWidgets.framework/Versions/A/QtWidgets", True),
        ("PySide6/QtQml.abi3.so", False),
        ("PySide6/QtTest.pyd", False),
        ("PySide6/Qt/lib/libQt6Core.so.6", True),
        ("libQt6Core.so.6", True),
        ("PySide6/Qt/lib/libQt6Quick.so.6", False),
        ("libQt6EglFSDeviceIntegration.so.6", False),
        ("PySide6/Qt6Quick.dll", False),
        ("PySide6/Qt/lib/QtQuick.framework/Versions/A/QtQuick", False),
        ("PySide6/Qt/lib/libicudata.so.73", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqwayland.so", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so", True),
        ("PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/sqldrivers/libqsqlite.so", False),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("resources/translations/labline_zh_CN.qm", True),
        ("PySide6/Qt/qml/QtQuick/qmldir", False),
        ("PySide6/libpyside6.abi3.so.6.11", True),
        ("libpyside6qml.abi3.so.6.11", False),
        ("numpy/_core/_multiarray_umath.cpython-311-x86_64-linux-gnu.so", True),
        ("db/migrations/versions/0001_first.py", True),
    ],
)
def test_of_qt_only_what_is_used_is_kept(contents, target, wanted):
    assert contents.is_wanted(target) is wanted


def test_metadata_tells_the_version_and_not_where_it_was_installed(contents):
    found = contents.own_metadata()
    assert [Path(source).name for source, _ in found] == ["METADATA"]
    assert re.fullmatch(r"labline-[\d.]+\.dist-info", found[0][1])


def test_macos_is_told_what_the_program_opens(contents):
    told = plistlib.loads(plistlib.dumps(contents.bundle_information()))
    assert told["CFBundleShortVersionString"] == metadata.version("labline")
    assert told["CFBundleURLTypes"][0]["CFBundleURLSchemes"] == ["labline"]
    (opened,) = told["CFBundleDocumentTypes"]
    (declared,) = told["UTExportedTypeDeclarations"]
    assert opened["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
