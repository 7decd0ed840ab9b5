"""List all that the installers carry, as a CycloneDX document, and hold it against CycloneDX's schema.

`sbom.py PYTHON SYSTEM FILE`: the Python packages are those of the environment of PYTHON, which has nothing but what the
program runs with; SYSTEM is the folder of the system's libraries that only the .run installer brings. What no package
list knows is added: CPython, Qt, ICU, the starter, what is inside NumPy's wheel, and from the folder PARTS, which the
environment names, what is in the installer for Windows instead.
"""

from __future__ import annotations

import json
import os
import re
import struct
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from notices import debian_packages

Component = dict[str, Any]
ROOT = Path(__file__).parents[2]


def python_packages(python: str) -> dict[str, Any]:
    """The document that CycloneDX's own tool makes of an environment."""
    done = subprocess.run(
        [Path(sys.executable).with_name("cyclonedx-py"), "environment", python, "--pyproject", ROOT / "pyproject.toml",
         "--mc-type", "application", "--sv", "1.6", "--of", "JSON", "--output-reproducible", "-o", "-"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return json.loads(done.stdout)


def library(name: str, number: str, licence: str, *, purl: str = "", where: str = "") -> Component:
    """A library that is no Python package; `licence` is an SPDX expression, `where` says which installers have it."""
    found: Component = {
        "type": "library",
        "bom-ref": f"{name}=={number}",
        "name": name,
        "version": number,
        "licenses": [{"expression": licence}],
    }
    if purl:
        found["purl"] = purl
    if where:
        found["properties"] = [{"name": "labline:shipped-in", "value": where}]
    return found


def shipped(python: str) -> list[Component]:
    """What comes inside wheels or from the system into every installer for Linux."""
    qt = version("PySide6_Essentials")
    icu = subprocess.run(
        [python, "-c", "import PySide6, pathlib; print(*(path.name for path in (pathlib.Path(PySide6.__path__[0])"
                       " / 'Qt' / 'lib').glob('libicuuc.so.*')))"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    ((name, number),) = debian_packages(["libpython3.11.so.1.0"]).items()
    parts = [
        library("Qt", qt, "LGPL-3.0-only", purl=f"pkg:generic/qt@{qt}"),
        library("ICU", re.findall(r"\.(\d+)", icu)[0], "Unicode-3.0"),
        library("CPython", number, "PSF-2.0", purl=debian_purl(name, number)),
        library("PyInstaller bootloader", version("pyinstaller"), "GPL-2.0-or-later WITH Bootloader-exception",
                purl=f"pkg:pypi/pyinstaller@{version('pyinstaller')}"),
    ]  # fmt: skip
    built = "import numpy, json; print(json.dumps(numpy.__config__.CONFIG['Build Dependencies']['blas']['version']))"
    blas = json.loads(subprocess.run([python, "-c", built], capture_output=True, text=True, check=True).stdout)
    return [*parts, library("OpenBLAS", blas, "BSD-3-Clause")]


def debian_purl(name: str, number: str) -> str:
    """How CycloneDX names a Debian package."""
    return f"pkg:deb/debian/{name}@{number.replace('+', '%2B').replace(':', '%3A')}?arch=amd64"


def of_system(folder: Path) -> list[Component]:
    """The system's libraries that the .run installer brings, as the Debian packages that they were taken from."""
    libraries = sorted(path.name for path in folder.iterdir())
    return [
        {
            "type": "library",
            "bom-ref": f"deb:{name}=={number}",
            "name": name,
            "version": number,
            "purl": debian_purl(name, number),
            "properties": [{"name": "labline:shipped-in", "value": ".run"}],
        }
        for name, number in debian_packages(libraries).items()
    ]


def file_version(data: bytes) -> str:
    """The version that a library for Windows states of itself."""
    high, low = struct.unpack_from("<II", data, data.index(b"\xbd\x04\xef\xfe") + 8)
    return f"{high >> 16}.{high & 0xFFFF}.{low >> 16}.{low & 0xFFFF}"


def of_windows(parts: Path) -> list[Component]:
    """What only the installer for Windows brings."""
    python = (parts / "python-version").read_text(encoding="ascii").strip()
    with ZipFile(next((parts / "wheels").glob("pyside6_essentials-*.whl"))) as wheel:
        runtime = file_version(wheel.read("PySide6/msvcp140.dll"))
    ((mingw, mingw_number),) = debian_packages(["x86_64-w64-mingw32/lib/libmingw32.a"]).items()
    nsis, nsis_number = next(iter(debian_packages(["nsis/Stubs/lzma_solid-amd64-unicode"]).items()))
    return [
        library("CPython", python, "PSF-2.0", purl=f"pkg:generic/python@{python}", where=".exe"),
        library("Microsoft Visual C++ runtime", runtime, "LicenseRef-Microsoft-Visual-Cpp-runtime", where=".exe"),
        library("mingw-w64", mingw_number, "ZPL-2.1", purl=debian_purl(mingw, mingw_number), where=".exe"),
        library("NSIS", nsis_number, "Zlib", purl=debian_purl(nsis, nsis_number), where=".exe"),
    ]


def completed(document: dict[str, Any], added: list[Component]) -> dict[str, Any]:
    """The document with what was added: the program depends on it. Its time is the commit's."""
    made = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    document["metadata"]["timestamp"] = made.isoformat()
    document["components"] = sorted([*document["components"], *added], key=lambda item: str(item["bom-ref"]))
    own = document["metadata"]["component"]["bom-ref"]
    for entry in document["dependencies"]:
        if entry["ref"] == own:
            entry["dependsOn"] = sorted({*entry.get("dependsOn", ()), *(str(item["bom-ref"]) for item in added)})
    document["dependencies"] += [{"ref": item["bom-ref"]} for item in added]
    document["dependencies"].sort(key=lambda entry: str(entry["ref"]))
    commit = os.environ["LABLINE_COMMIT"]
    document["metadata"]["component"].setdefault("properties", []).append({"name": "labline:commit", "value": commit})
    return document


def faults(text: str) -> object:
    """What the schema of CycloneDX says against a document; None when it is right."""
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    return JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)


def main(arguments: list[str]) -> int:
    """Write the document; the exit code."""
    python, system, target = arguments
    others = [*shipped(python), *of_system(Path(system)), *of_windows(Path(os.environ["PARTS"]))]
    document = completed(python_packages(python), others)
    text = json.dumps(document, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
    wrong = faults(text)
    if wrong:
        print(f"{target} is no CycloneDX document: {wrong}", file=sys.stderr)
        return 1
    Path(target).write_text(text, encoding="utf-8")
    print(f"{len(document['components'])} components in {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
