"""Print what of a universal lock file is for Windows: pip evaluates markers for the machine that it runs on.

`windows_lock.py PYTHON_VERSION REQUIREMENTS` prints the requirements that hold there, with their hashes and without
markers, for `pip download --require-hashes --platform win_amd64`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from packaging.requirements import Requirement


def environment(python: str) -> dict[str, str]:
    """What markers ask for, on 64-bit Windows with a CPython such as 3.11.9."""
    return {
        "implementation_name": "cpython",
        "implementation_version": python,
        "os_name": "nt",
        "platform_machine": "AMD64",
        "platform_python_implementation": "CPython",
        "platform_release": "10",
        "platform_system": "Windows",
        "platform_version": "10.0.17763",
        "python_full_version": python,
        "python_version": ".".join(python.split(".")[:2]),
        "sys_platform": "win32",
    }


def for_windows(lock: str, python: str) -> list[str]:
    """The requirements of a lock file's text that hold, one a line, in its order."""
    lines = []
    for line in lock.replace("\\\n", " ").splitlines():
        text, *hashes = (part.strip() for part in line.split("--hash="))
        if not text or text.startswith("#"):
            continue
        requirement = Requirement(text)
        if requirement.marker is None or requirement.marker.evaluate(environment(python)):
            pinned = f"{requirement.name}{requirement.specifier}"
            lines.append(" ".join([pinned, *(f"--hash={value}" for value in hashes)]))
    return lines


def main(arguments: list[str]) -> int:
    """Print the filtered lock; the exit code."""
    if len(arguments) != 2:
        print("usage: windows_lock.py PYTHON_VERSION REQUIREMENTS", file=sys.stderr)
        return 2
    python, path = arguments
    print("\n".join(for_windows(Path(path).read_text(encoding="utf-8"), python)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
