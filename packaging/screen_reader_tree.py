"""Print what a screen reader sees of the programs on this desktop: the AT-SPI tree (Linux, needs gdbus).

    python packaging/screen_reader_tree.py [NAME] [--json]

With NAME, only the first thing that is called so and what lies within it.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field

ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
STATES = {12: "focused", 23: "selected"}
"""The bits of AT-SPI's states that are printed."""
AT_ONCE = 8

_REFERENCE = re.compile(r"\('([^']*)', (?:objectpath )?'([^']*)'\)")
_STRING = re.compile(r"""<?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")>?""")
_NUMBER = re.compile(r"(?:uint32 )?(-?\d+)")

Reference = tuple[str, str]
"""The bus name of a program and the path of a thing in it."""


class BusError(Exception):
    """The accessibility bus does not answer."""


@dataclass
class Thing:
    """One node of the tree, with its rectangle on the screen (x, y, width, height)."""

    role: str
    name: str
    description: str
    states: list[str]
    extents: list[int]
    children: list[Thing] = field(default_factory=list)

    def walk(self) -> Iterator[Thing]:
        """Itself and all within it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def lines(self, depth: int = 0) -> Iterator[str]:
        """The tree as indented text."""
        states = f" [{', '.join(self.states)}]" if self.states else ""
        description = f" – {self.description}" if self.description else ""
        yield f"{'  ' * depth}{self.role} “{self.name}”{description}{states}"
        for child in self.children:
            yield from child.lines(depth + 1)


class Bus:
    """Asks the accessibility bus by gdbus, a process a question: slow, and needs no library."""

    def __init__(self) -> None:
        answer = _gdbus("--session", ("org.a11y.Bus", "/org/a11y/bus"), "org.a11y.Bus.GetAddress")
        self._address = _text(answer)
        self._pool = ThreadPoolExecutor(AT_ONCE)

    def read(self, reference: Reference, name: str | None = None) -> Thing | None:
        """The thing and all within it; with a name, the first one that is called so."""
        thing = self._thing(reference)
        found = name is None or thing.name == name
        for child in self._children(reference):
            inner = self.read(child, None if found else name)
            if inner is not None and not found:
                return inner
            thing.children += [inner] if inner is not None else []
        return thing if found else None

    def _thing(self, reference: Reference) -> Thing:
        questions = (
            (f"{ACCESSIBLE}.GetRoleName",),
            ("org.freedesktop.DBus.Properties.Get", ACCESSIBLE, "Name"),
            ("org.freedesktop.DBus.Properties.Get", ACCESSIBLE, "Description"),
            (f"{ACCESSIBLE}.GetState",),
            ("org.a11y.atspi.Component.GetExtents", "0"),
        )
        role, name, description, state, extents = self._pool.map(lambda asked: self._ask(reference, *asked), questions)
        bits = int((_NUMBER.findall(state) or ["0"])[0])
        states = [word for bit, word in STATES.items() if bits >> bit & 1]
        return Thing(_text(role), _text(name), _text(description), states, [int(n) for n in _NUMBER.findall(extents)])

    def _children(self, reference: Reference) -> list[Reference]:
        return _REFERENCE.findall(self._ask(reference, f"{ACCESSIBLE}.GetChildren"))

    def _ask(self, reference: Reference, method: str, *arguments: str) -> str:
        try:
            return _gdbus(f"--address={self._address}", reference, method, *arguments)
        except BusError:  # gone meanwhile, or a thing without a place
            return ""


def _gdbus(bus: str, reference: Reference, method: str, *arguments: str) -> str:
    name, path = reference
    command = ["gdbus", "call", bus, "--dest", name, "--object-path", path, "--method", method, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
    if done.returncode:
        raise BusError(done.stderr.strip())
    return done.stdout.strip()


def _text(answer: str) -> str:
    """The first text of an answer as gdbus prints it."""
    found = _STRING.search(answer)
    return re.sub(r"\\(.)", r"\1", found[1][1:-1]) if found else ""


def main() -> int:
    """Print the tree."""
    parser = argparse.ArgumentParser(description="What a screen reader sees of the programs on this desktop.")
    parser.add_argument("name", nargs="?", help="only what is called so, and what lies within it")
    parser.add_argument("--json", action="store_true", help="for programs")
    options = parser.parse_args()
    try:
        thing = Bus().read(ROOT, options.name)
    except (BusError, FileNotFoundError) as error:
        print(f"The accessibility bus does not answer: {error}", file=sys.stderr)
        return 1
    if thing is None:
        print(f"Nothing is called “{options.name}”", file=sys.stderr)
        return 1
    print(json.dumps(asdict(thing), ensure_ascii=False) if options.json else "\n".join(thing.lines()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
