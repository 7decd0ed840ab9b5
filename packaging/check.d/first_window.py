"""Compare the time to the first window of two commands on the X server of DISPLAY: `first_window.py RUNS LIMIT A B`.

A and B are shell commands, started in turn. Prints each median in milliseconds and their ratio A to B; fails when that
is above LIMIT in each of three attempts. The clock stops when the window is mapped, as the X server tells.
"""

from __future__ import annotations

import ctypes
import os
import select
import signal
import subprocess
import sys
import time
from statistics import median

PATIENCE = 60  # seconds
SMALLEST = 600  # pixels: narrower is no main window
MAP_NOTIFY, SUBSTRUCTURE_NOTIFY = 19, 1 << 19


class MapEvent(ctypes.Structure):
    """XMapEvent, as far as it is read."""

    _fields_ = (
        ("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int), ("display", ctypes.c_void_p),
        ("event", ctypes.c_ulong), ("window", ctypes.c_ulong), ("rest", ctypes.c_long * 24),
    )  # fmt: skip


class Screen:
    """Watches which windows are mapped."""

    def __init__(self) -> None:
        x11 = self._x11 = ctypes.CDLL("libX11.so.6")
        x11.XOpenDisplay.restype = ctypes.c_void_p
        x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(x11.XOpenDisplay(None))
        if not self._display:
            raise OSError(f"no X server at {os.environ.get('DISPLAY')}")
        self._root = ctypes.c_ulong(x11.XDefaultRootWindow(self._display))
        # A window may be gone when it is asked for.
        self._ignore = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda *_: 0)
        x11.XSetErrorHandler(self._ignore)
        x11.XSelectInput(self._display, self._root, ctypes.c_long(SUBSTRUCTURE_NOTIFY))
        x11.XFlush(self._display)

    def forget(self) -> None:
        """Drop what has happened."""
        self._x11.XSync(self._display, 1)

    def await_window(self) -> None:
        """Return when a main window is mapped. Raises TimeoutError."""
        deadline = time.monotonic() + PATIENCE
        event = MapEvent()
        while time.monotonic() < deadline:
            if not self._x11.XPending(self._display):
                select.select([self._x11.XConnectionNumber(self._display)], [], [], 1)
                continue
            self._x11.XNextEvent(self._display, ctypes.byref(event))
            if event.type == MAP_NOTIFY and self._width(event.window) >= SMALLEST:
                return
        raise TimeoutError(f"no window in {PATIENCE} seconds")

    def _width(self, window: int) -> int:
        root, x, y = ctypes.c_ulong(), ctypes.c_int(), ctypes.c_int()
        width, height, border, depth = (ctypes.c_uint() for _ in range(4))
        places = (ctypes.byref(place) for place in (root, x, y, width, height, border, depth))
        return width.value if self._x11.XGetGeometry(self._display, ctypes.c_ulong(window), *places) else 0


def first_window(screen: Screen, command: str) -> float:
    """Milliseconds from the start of a command to its first window; the command is ended then."""
    screen.forget()
    begun = time.monotonic()
    with subprocess.Popen(
        ["sh", "-c", f"exec {command}"], start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            screen.await_window()
            return 1000 * (time.monotonic() - begun)
        finally:
            os.killpg(process.pid, signal.SIGKILL)


def main(arguments: list[str]) -> int:
    """Compare; the exit code."""
    runs, limit, commands = int(arguments[0]), float(arguments[1]), arguments[2:]
    screen = Screen()
    for command in commands:
        first_window(screen, command)  # so that both find their files in memory
    for _attempt in range(3):
        pairs = [[first_window(screen, command) for command in commands] for _ in range(runs)]
        ours, other = (median(times) for times in zip(*pairs, strict=True))
        print(f"first window: {ours:.0f} ms against {other:.0f} ms, medians of {runs}: {ours / other:.2f} times")
        if ours <= limit * other:
            return 0
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
