"""The first window of an installed Labline against that of the same code from its environment, on an X server.

LABLINE_INSTALLED names the program that an installer put on this machine; without it there is nothing to measure. Both
are looked at from outside alike: a window counts as shown once what it painted is on the screen.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from ctypes import byref, c_int, c_uint, c_ulong, c_void_p
from pathlib import Path
from statistics import median

import pytest

from db.start import open_or_create
from tests.bench.measure import REPORT, Line

INSTALLED = os.environ.get("LABLINE_INSTALLED", "")
pytestmark = [
    pytest.mark.bench,
    pytest.mark.skipif(not INSTALLED, reason="LABLINE_INSTALLED names no installed program"),
    pytest.mark.skipif(not shutil.which("Xvfb"), reason="there is no Xvfb"),
]
RUNS = 7
LIMIT = 1.3
Z_PIXMAP = 2


class Screen:
    """An X server of its own, and what can be seen on it."""

    def __init__(self) -> None:
        reading, writing = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
            pass_fds=[writing], stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(writing)
        with os.fdopen(reading) as number:
            self.name = f":{number.readline().strip()}"
        self._x = ctypes.CDLL("libX11.so.6")
        self._x.XOpenDisplay.restype = self._x.XGetImage.restype = c_void_p
        self._x.XDefaultRootWindow.restype = c_ulong
        self._x.XGetPixel.restype = c_ulong
        self._display = c_void_p(self._x.XOpenDisplay(self.name.encode()))
        self._root = c_ulong(self._x.XDefaultRootWindow(self._display))

    def pixel(self, x: int, y: int) -> int:
        """The colour of a point of the screen; black is where nothing was painted."""
        every = c_ulong(0xFFFFFF)
        image = c_void_p(
            self._x.XGetImage(self._display, self._root, c_int(x), c_int(y), c_uint(1), c_uint(1), every, Z_PIXMAP)
        )
        try:
            return int(self._x.XGetPixel(image, 0, 0)) & 0xFFFFFF
        finally:
            self._x.XDestroyImage(image)

    def is_painted(self) -> bool:
        """Whether there is a window with something in its middle and below its corner, where the menu is."""
        first, last, count, windows = c_ulong(), c_ulong(), c_uint(), ctypes.POINTER(c_ulong)()
        self._x.XQueryTree(self._display, self._root, byref(first), byref(last), byref(windows), byref(count))
        self._x.XFree(windows)
        return bool(self.pixel(640, 360) and self.pixel(12, 12)) if count.value else False

    def close(self) -> None:
        """End the server."""
        self._x.XCloseDisplay(self._display)
        self._server.terminate()
        self._server.wait()


@pytest.fixture
def screen() -> Iterator[Screen]:
    made = Screen()
    yield made
    made.close()


def first_window(screen: Screen, command: list[str], home: Path) -> float:
    """Milliseconds from before the process starts until its window is on the screen."""
    places = {name: str(home / name) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    shown = {"DISPLAY": screen.name, "QT_QPA_PLATFORM": "xcb", "PYTHONDONTWRITEBYTECODE": ""}
    kept = {name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"}
    assert not screen.is_painted()
    started = time.monotonic()
    with subprocess.Popen(command, env=kept | places | shown, stderr=subprocess.DEVNULL) as program:
        try:
            while not screen.is_painted():
                assert program.poll() is None, f"{command[0]} ended before it showed a window"
                assert time.monotonic() < started + 60, f"{command[0]} shows no window"
                time.sleep(0.002)
            return 1000 * (time.monotonic() - started)
        finally:
            program.kill()
            program.wait()
            while screen.is_painted():
                time.sleep(0.002)


def test_first_window_of_the_installed_program(tmp_path: Path, screen: Screen) -> None:
    """Medians of runs in turn, the best of three if others disturb."""
    file = tmp_path / "some.db"
    open_or_create(file).close()
    commands = ([INSTALLED, str(file)], [sys.executable, "-m", "desktop", str(file)])
    for command in commands:
        first_window(screen, command, tmp_path)
    for _attempt in range(3):
        pairs = [tuple(first_window(screen, command, tmp_path) for command in commands) for _ in range(RUNS)]
        line = Line("first window, installed and from its environment",
                    median(ours for ours, _ in pairs), median(other for _, other in pairs), LIMIT)  # fmt: skip
        if line.is_fast():
            break
    REPORT.append(line)
    assert line.is_fast(), str(line)
