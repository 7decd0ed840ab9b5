"""Print what a screen reader sees of the programs on this desktop: the AT-SPI tree (Linux, needs gdbus).

    python packaging/screen_reader_tree.py [NAME] [--role ROLE] [--json]

With NAME or ROLE, only the first thing that is called so, or is one, and what lies within it.
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
CLOSED = frozenset({"table", "tree table", "menu bar", "menu", "popup menu", "combo box", "list"})
"""Roles within which nothing is looked for: they have many children."""
NAME = ("org.freedesktop.DBus.Properties.Get", ACCESSIBLE, "Name")
DESCRIPTION = ("org.freedesktop.DBus.Properties.Get", ACCESSIBLE, "Description")
AT_ONCE = 4

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

    def find(self, name: str | None, role: str | None) -> Reference | None:
        """The first thing with this name and role, level by level; None asks for neither."""
        level = [ROOT]
        while level:
            known = list(self._pool.map(self._name_and_role, level))
            for reference, (its_name, its_role) in zip(level, known, strict=True):
                if name in (None, its_name) and role in (None, its_role):
                    return reference
            inner = [one for one, (_, its_role) in zip(level, known, strict=True) if its_role not in CLOSED]
            level = [child for children in self._pool.map(self._children, inner) for child in children]
        return None

    def read(self, reference: Reference) -> Thing:
        """The thing and all within it."""
        thing = self._thing(reference)
        thing.children = [self.read(child) for child in self._children(reference)]
        return thing

    def _name_and_role(self, reference: Reference) -> tuple[str, str]:
        return _text(self._ask(reference, *NAME)), _text(self._ask(reference, f"{ACCESSIBLE}.GetRoleName"))

    def _thing(self, reference: Reference) -> Thing:
        questions = (
            (f"{ACCESSIBLE}.GetRoleName",),
            NAME,
            DESCRIPTION,
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
    parser.add_argument("--role", help="only what is one, such as “chart”, and what lies within it")
    parser.add_argument("--json", action="store_true", help="for programs")
    options = parser.parse_args()
    try:
        bus = Bus()
        found = bus.find(options.name, options.role)
        thing = bus.read(found) if found is not None else None
    except (BusError, FileNotFoundError) as error:
        print(f"The accessibility bus does not answer: {error}", file=sys.stderr)
        return 1
    if thing is None:
        print(f"There is no {options.role or 'thing'} called “{options.name or ''}”", file=sys.stderr)
        return 1
    print(json.dumps(asdict(thing), ensure_ascii=False) if options.json else "\n".join(thing.lines()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
