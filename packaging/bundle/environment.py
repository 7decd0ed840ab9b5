"""Before the frozen program: the environment as its user has it, so that a browser opened from it starts as ever.

PyInstaller's starter lets the loader find the bundle's libraries through a variable, which every child would inherit.
The loader has read it by now.
"""

import os
import sys

if sys.platform.startswith("linux"):
    kept = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if kept is None:
        os.environ.pop("LD_LIBRARY_PATH", None)
    else:
        os.environ["LD_LIBRARY_PATH"] = kept
