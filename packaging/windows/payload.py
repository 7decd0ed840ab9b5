"""Lay out the Windows program in a folder: Python, the packages that it uses, and Labline itself.

`payload.py PARTS WHEEL FOLDER` takes CPython and the wheels that `parts` has downloaded, and the project's own wheel:

    FOLDER/runtime    CPython, and Microsoft's C++ runtime in the one version that all share
    FOLDER/packages   what requirements.lock pins, without what the program never loads
    FOLDER/app        Labline

Python files are compiled by the Python that runs this, which must be of the same minor version as the one shipped.
Migrations stay source: Alembic reads them as files.
"""

from __future__ import annotations

import importlib.util
import os
import py_compile
import sys
import zipfile
from pathlib import Path, PurePosixPath

sys.path.insert(0, str(Path(__file__).parents[1] / "bundle"))
from contents import EXCLUDED, is_wanted

SEARCH_PATH = "python311.zip\n.\n..\\packages\n..\\app\n"
"""Of the shipped Python, relative to its library. Beside it, neither variables nor the registry are asked."""

PYTHON_UNUSED = frozenset({
    "python.exe", "pythonw.exe",  # Labline's own programs start Python
    "python.cat",  # a catalogue of signatures for files that are not here
    "python311.zip", "python311._pth", "LICENSE.txt",  # written anew, or with the notices
    "_ssl.pyd", "_hashlib.pyd", "libssl-3.dll", "libcrypto-3.dll",  # HTTPS is Windows' own, hashes Python's
    "pyexpat.pyd", "_elementtree.pyd", "_msi.pyd", "winsound.pyd",
    "vcruntime140.dll", "vcruntime140_1.dll",  # older than Qt's
})  # fmt: skip
"""Files of the embeddable distribution that are left out."""

CPP_RUNTIME = frozenset({"vcruntime140.dll", "vcruntime140_1.dll", "msvcp140.dll", "msvcp140_1.dll", "msvcp140_2.dll"})
"""Microsoft's runtime as it lies in Qt's wheel: a newer one serves all that was built for an older one."""

QT_UNUSED = frozenset({
    "Qt6DBus.dll", "Qt6OpenGL.dll",  # nothing that is shipped is linked to them
    "qoffscreen.dll", "qopensslbackend.dll", "qmodernwindowsstyle.dll",  # Windows has its own screen and certificates
})  # fmt: skip
"""What the bundle of other systems needs of Qt and Windows does not."""

KINDS = frozenset({".py", ".pyd", ".dll", ".json"})
"""Endings of what packages need at run time, but for Qt's translations."""


def is_shipped(member: str) -> bool:
    """Whether a file of a wheel is used by the program; named by its place in the wheel."""
    path = PurePosixPath(member)
    top = path.parts[0]
    if top.endswith((".dist-info", ".data")) or {"tests", "_examples", "_pyinstaller"} & set(path.parts[:-1]):
        return False
    if path.suffix == ".dll" and top in {"PySide6", "shiboken6"} and "140" in path.name:
        return False  # the C++ runtime: see `CPP_RUNTIME`
    if top == "PySide6":
        return _is_shipped_of_qt(path)
    if path.name.startswith("_") and "_tests." in path.name:
        return False
    module = ".".join(path.with_suffix("").parts)
    return path.suffix in KINDS and not any(module == name or module.startswith(f"{name}.") for name in EXCLUDED)


def _is_shipped_of_qt(path: PurePosixPath) -> bool:
    folder = path.parts[1] if len(path.parts) > 2 else ""
    if folder not in {"", "plugins", "translations", "support"} or path.name in QT_UNUSED:
        return False
    return path.suffix in KINDS | {".qm"} and is_wanted(str(path))


def write(target: Path, data: bytes) -> None:
    """Write a file, making its folder."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)


def compile_tree(folder: Path, kept: tuple[str, ...] = ()) -> None:
    """Replace every Python file by its bytecode, but for those in the `kept` folders.

    Bytecode names a file by its place in the program, holds no time, and is not held against a source.
    """
    for path in sorted(folder.rglob("*.py")):
        place = path.relative_to(folder).as_posix()
        if place.startswith(kept):
            continue
        py_compile.compile(
            str(path),
            cfile=str(path.with_suffix(".pyc")),
            dfile=place,
            doraise=True,
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )
        path.unlink()


def put_python(parts: Path, wheel: zipfile.ZipFile, folder: Path) -> None:
    """CPython, with its own modules in an archive that is not compressed: the installer compresses better."""
    for path in sorted((parts / "python").iterdir()):
        if path.name not in PYTHON_UNUSED:
            write(folder / path.name, path.read_bytes())
    for name in sorted(CPP_RUNTIME):
        write(folder / name, wheel.read(f"PySide6/{name}"))
    write(folder / "python311._pth", SEARCH_PATH.encode())
    with (
        zipfile.ZipFile(parts / "python/python311.zip") as given,
        zipfile.ZipFile(folder / "python311.zip", "w", zipfile.ZIP_STORED) as own,
    ):
        for name in sorted(given.namelist()):
            if name.endswith("/") or name.split("/")[0].removesuffix(".pyc") in EXCLUDED:
                continue
            data = given.read(name)
            if name == "os.pyc" and data[:4] != importlib.util.MAGIC_NUMBER:
                raise SystemExit(
                    "payload.py: the Python that compiles is of another minor version than the one shipped"
                )
            own.writestr(zipfile.ZipInfo(name), data)  # in 1980, like all archives without times


def put_wheel(wheel: zipfile.ZipFile, folder: Path) -> None:
    """What is used of a wheel."""
    for name in sorted(wheel.namelist()):
        if not name.endswith("/") and is_shipped(name):
            write(folder / name, wheel.read(name))


def put_program(wheel: zipfile.ZipFile, commit: str, folder: Path) -> None:
    """Labline itself, with the version that it says of itself and the commit that it is built from."""
    for name in sorted(wheel.namelist()):
        path = PurePosixPath(name)
        if path.parts[0].endswith(".dist-info"):
            wanted = path.name == "METADATA"
        elif path.parts[0] == "resources":
            wanted = not name.endswith((".ts", ".qss.in"))
        else:
            wanted = path.suffix == ".py"
        if wanted:
            write(folder / name, wheel.read(name))
    write(folder / "resources/commit.txt", f"{commit}\n".encode())


def main(arguments: list[str]) -> int:
    """Lay the program out; the exit code."""
    if len(arguments) != 3:
        print("usage: payload.py PARTS WHEEL FOLDER", file=sys.stderr)
        return 2
    parts, own, folder = (Path(argument) for argument in arguments)
    for path in sorted((parts / "wheels").glob("*.whl")):
        with zipfile.ZipFile(path) as wheel:
            put_wheel(wheel, folder / "packages")
            if path.name.startswith("pyside6_essentials-"):
                put_python(parts, wheel, folder / "runtime")
    with zipfile.ZipFile(own) as wheel:
        put_program(wheel, os.environ["LABLINE_COMMIT"], folder / "app")
    compile_tree(folder / "packages")
    compile_tree(folder / "app", kept=("db/migrations/",))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
