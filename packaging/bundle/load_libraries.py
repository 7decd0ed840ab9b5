"""Load each library of a frozen program for Linux: `load_libraries.py BUNDLE`.

One that was cut, stripped or trimmed too far fails here, and not when a user comes to what needs it. Python's own
extension modules are loaded by the Python that runs this, which has to be of the same version.
"""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path


def failures(bundle: Path) -> list[str]:
    """What the loader says of each library that does not load."""
    found = []
    for path in sorted(bundle.rglob("*.so*")):
        if path.is_file() and not path.is_symlink():
            try:
                ctypes.CDLL(str(path), mode=os.RTLD_LAZY)
            except OSError as error:
                found.append(f"{path.relative_to(bundle)}: {error}")
    return found


def main(arguments: list[str]) -> int:
    """Load them; the exit code. Starts itself anew, because the loader asks only once where libraries are."""
    inner = str(Path(arguments[0], "_internal").resolve())
    if os.environ.get("LD_LIBRARY_PATH") != inner:
        os.execve(sys.executable, [sys.executable, __file__, *arguments], {**os.environ, "LD_LIBRARY_PATH": inner})
    wrong = failures(Path(arguments[0]))
    print("\n".join(wrong) or "each library of the bundle loads")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
