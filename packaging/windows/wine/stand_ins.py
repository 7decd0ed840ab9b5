"""Make stand-ins for what Windows has and wine 8 has not, for the check under wine; nothing of this is shipped.

`stand_ins.py PROGRAM SYSTEM32` puts four libraries into the system folder of a wine prefix:

- icuuc.dll: the functions that PROGRAM's Qt6Core.dll is linked to. They find no converter, so Qt uses its own.
- bcryptprimitives.dll: random bytes, from wine's own source of them.
- ucrtbase.dll: functions of complex numbers; all others are passed on to
- wineucrt.dll: wine's own ucrtbase.dll, without the mark by which wine would replace it.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent
COMPILER, OBJDUMP = "x86_64-w64-mingw32-gcc", "x86_64-w64-mingw32-objdump"
MARK_AT, MARK = 0x40, b"Wine builtin DLL"
COMPLEX_OF_TWO = ("cpow", "cpowf", "cpowl")


def tables(path: Path) -> str:
    """The import and export tables of a library."""
    return subprocess.run([OBJDUMP, "-p", str(path)], capture_output=True, text=True, check=True).stdout


def imported(path: Path, library: str) -> list[str]:
    """The functions of a library that a file is linked to."""
    table = re.search(rf"DLL Name: {re.escape(library)}\n(.*?)\n\s*\n", tables(path), re.DOTALL | re.IGNORECASE)
    return sorted(re.findall(r"\s(\w+)$", table[1], re.MULTILINE) if table else [])


def exported(path: Path) -> set[str]:
    """The functions that a library offers by name."""
    table = tables(path).partition("[Ordinal/Name Pointer] Table")[2]
    return set(re.findall(r"^\s*\[\s*\d+\] (\S+)$", table, re.MULTILINE))


def complex_functions() -> set[str]:
    """Those that complex.c defines."""
    names = re.findall(r"(?:COMPLEX|REAL)\((c\w+)\)", (HERE / "complex.c").read_text(encoding="utf-8"))
    return {name + kind for name in names for kind in ("", "f", "l")} | {*COMPLEX_OF_TWO}


def link(target: Path, *arguments: str) -> None:
    """Compile and link a library."""
    command = [
        COMPILER,
        "-O2",
        "-s",
        "-shared",
        "-static-libgcc",
        "-Wl,--no-insert-timestamp",
        "-o",
        str(target),
        *arguments,
    ]
    subprocess.run(command, check=True)


def make_c_library(system: Path, scratch: Path) -> None:
    """Set wine's C library aside, and put one in its place that passes on what it does not do itself."""
    original = (system / "ucrtbase.dll").read_bytes()
    if original[MARK_AT : MARK_AT + len(MARK)] != MARK:
        raise SystemExit(f"stand_ins.py: {system / 'ucrtbase.dll'} is not wine's own")
    (system / "wineucrt.dll").write_bytes(original[:MARK_AT] + bytes(32) + original[MARK_AT + 32 :])
    offered = exported(system / "ucrtbase.dll")
    own = complex_functions() & offered
    exports = [f'"{name}" = own_{name}' if name in own else f'"{name}" = "wineucrt.{name}"' for name in sorted(offered)]
    definitions = scratch / "ucrtbase.def"
    definitions.write_text("\n".join(["LIBRARY ucrtbase.dll", "EXPORTS", *exports, ""]), encoding="ascii")
    link(system / "ucrtbase.dll", str(HERE / "complex.c"), str(definitions))


def main(arguments: list[str]) -> int:
    """Make all four; the exit code."""
    program, system = (Path(argument) for argument in arguments)
    functions = imported(next(program.rglob("Qt6Core.dll")), "icuuc.dll")
    with TemporaryDirectory() as name:
        source = Path(name) / "icuuc.c"
        source.write_text("".join(f"__declspec(dllexport) void *{each}(void) {{ return 0; }}\n" for each in functions))
        link(system / "icuuc.dll", str(source))
        link(system / "bcryptprimitives.dll", str(HERE / "random.c"))
        make_c_library(system, Path(name))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
