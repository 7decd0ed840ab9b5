"""Print what a screen reader sees of the programs on this desktop: the AT-SPI tree (Linux, needs gdbus).

    python packaging/screen_reader_tree.py [NAME ...] [--role ROLE] [--json]

With NAMEs or ROLE, only the first thing that is called so, or is one, and what lies within it. What is hidden is left
out.
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
SHOWING = 25
"""The bit of what is to be seen."""
READ = frozenset({"label", "text"})
"""Roles of what may hold a whole text, beside its name."""
CLOSED = frozenset({"table", "tree table", "menu bar", "menu", "popup menu", "combo box", "list"})
"""Roles within which nothing is looked for: they have many children."""
NAME = ("org.freedesktop.DBus.Properties.Get", ACCESSIBLE, "Name")
DESCRIPTION = ("org.freedesktop.DBus.Properties.Get", ACCESSIBLE, "Description")
AT_ONCE = 4
PROGRAMS = 1
"""How deep in the tree the programs are: the desktop is above them."""

_REFERENCE = re.compile(r"\('([^']*)', (?:objectpath )?'([^']*)'\)")
_STRING = re.compile(r"""<?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")>?""")
_ESCAPE = re.compile(r"\\(u[0-9a-f]{4}|U[0-9a-f]{8}|.)")
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
    text: str = ""
    """What it says beside its name: of documents and fields, what is in them."""
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
        yield from (f"{'  ' * depth}  | {line}" for line in self.text.splitlines())
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
        level, depth = [ROOT], 0
        while level:
            known = list(self._pool.map(self._name_and_role, level))
            for reference, (its_name, its_role) in zip(level, known, strict=True):
                if name in (None, its_name) and role in (None, its_role):
                    return reference
            inner = [one for one, (_, its_role) in zip(level, known, strict=True) if its_role not in CLOSED]
            depth += 1
            level = [child for children in self._pool.map(self._children, inner) for child in children]
            if depth > PROGRAMS:
                shown = self._pool.map(self._is_showing, level)
                level = [one for one, is_shown in zip(level, shown, strict=True) if is_shown]
        return None

    def read(self, reference: Reference) -> Thing:
        """The thing and all within it."""
        thing = self._thing(reference)
        if thing.role in READ:
            thing.text = self._text_of(reference, thing.name)
        inner = self._children(reference)
        shown = self._pool.map(self._is_showing, inner)
        thing.children = [self.read(child) for child, is_shown in zip(inner, shown, strict=True) if is_shown]
        return thing

    def _text_of(self, reference: Reference, name: str) -> str:
        """A whole text, "" where it is no other than the name."""
        text = _text(self._ask(reference, "org.a11y.atspi.Text.GetText", "0", "int32 -1"))
        return "" if text == name else text

    def _is_showing(self, reference: Reference) -> bool:
        """Whether it can be seen; programs and the desktop have no such state, and are."""
        bits = self._states(reference)
        return not bits or bool(bits >> SHOWING & 1)

    def _states(self, reference: Reference) -> int:
        return int((_NUMBER.findall(self._ask(reference, f"{ACCESSIBLE}.GetState")) or ["0"])[0])

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
    return _ESCAPE.sub(_letter, found[1][1:-1]) if found else ""


def _letter(escape: re.Match[str]) -> str:
    """The letter that gdbus wrote as “\\n”, “\\u00a0” or with a backslash before it."""
    code = escape[1]
    return chr(int(code[1:], 16)) if code[0] in "uU" and len(code) > 1 else {"n": "\n", "t": "\t"}.get(code, code)


def main() -> int:
    """Print the tree."""
    parser = argparse.ArgumentParser(description="What a screen reader sees of the programs on this desktop.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="only what is called so, and what lies within it")
    parser.add_argument("--role", help="only what is one, such as “chart”, and what lies within it")
    parser.add_argument("--json", action="store_true", help="for programs, a line each")
    options = parser.parse_args()
    try:
        bus = Bus()
        for name in options.names or [None]:
            found = bus.find(name, options.role)
            if found is None:
                print(f"There is no {options.role or 'thing'} called “{name or ''}”", file=sys.stderr)
                return 1
            thing = bus.read(found)
            print(json.dumps(asdict(thing), ensure_ascii=False) if options.json else "\n".join(thing.lines()))
    except (BusError, FileNotFoundError) as error:
        print(f"The accessibility bus does not answer: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
