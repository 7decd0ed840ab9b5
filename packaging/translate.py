"""Bring `resources/translations` up to date with the texts of the program, and compile it for Qt.

Run after a change of texts, and after editing a `.ts` file by hand or with Qt Linguist. The texts are found by reading
the source: literals given to `tr`, `tr_n` and `later`, and the labels of the large tables of records. Translations are
kept, texts that are gone are dropped, new ones are left unfinished for a translator. With `--check` nothing is written.
"""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import PySide6

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
CONTEXT = "Labline"
SOURCES = ("db", "desktop")
CALLS = {"tr": 1, "later": 1, "tr_n": 2}
"""What marks texts, and how many of the first arguments are some."""
RECORDS: dict[str, Callable[..., Iterable[str]]] = {
    "desktop.commands": lambda m: [
        *m.MENUS,
        *m.MENUS.values(),
        *(text for command in m.COMMANDS for text in (command.title, command.submenu)),
    ],
    "db.fields": lambda m: [text for field in m.FIELDS for text in (field.label, field.short, field.about)],
    "db.properties": lambda m: [text for rule in m.PROPERTIES.values() for text in (rule.label, rule.about)],
    "db.kinds": lambda m: [*m.Kind, *m.PLURALS.values(), *m.Rank, *m.Basis, *m.RELATION_WORDS.values()],
    "db.exporters.tables": lambda m: [form.label for form in m.FORMATS.values()],
    "db.listings": lambda m: [text for part in m.Part for text in (part.value, f"{part.value}s")],
}
"""Modules whose records hold texts, and these."""


@dataclass(frozen=True, slots=True)
class Message:
    """A text of the program: where it is said, whether it counts something, and its translation if there is one."""

    source: str
    places: tuple[str, ...] = ()
    one: str = ""
    """The English singular of a text that counts."""
    translation: str = ""


class Mistake(Exception):
    """A text that cannot be extracted; says where it is and why."""


# ---- from the source ----


def texts(root: Path = ROOT) -> dict[str, Message]:
    """All texts of the program, sorted. Raises Mistake."""
    found: dict[str, Message] = {}
    for path, one, source in [*_called(root), *_recorded()]:
        before = found.get(source, Message(source))
        found[source] = replace(before, places=tuple(sorted({*before.places, path})), one=before.one or one)
    return dict(sorted(found.items(), key=lambda item: (item[0].strip("&… ").casefold(), item[0])))


def _called(root: Path) -> Iterator[tuple[str, str, str]]:
    for folder in SOURCES:
        for path in sorted((root / folder).rglob("*.py")):
            name = path.relative_to(root).as_posix()
            for one, source in in_module(path.read_text(encoding="utf-8"), name):
                yield name, one, source


def in_module(code: str, name: str) -> Iterator[tuple[str, str]]:
    """The texts of one module, each with its singular if it counts. Raises Mistake."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            place = f"{name}:{node.lineno}"
            one, *many = (_literals(argument, place) for argument in node.args[: CALLS[node.func.id]])
            if many:
                yield from zip(one, many[0], strict=True)
            else:
                yield from (("", text) for text in one)


def _literals(node: ast.expr, place: str) -> list[str]:
    """The texts of a literal, or of two for a condition; none of a name, which stands for a text of a record."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.Name | ast.Attribute | ast.Subscript):
        return []
    if isinstance(node, ast.IfExp):
        return [*_literals(node.body, place), *_literals(node.orelse, place)]
    raise Mistake(f"{place}: {ast.unparse(node)} is no literal; write the text out and give its values as fields")


def _recorded() -> Iterator[tuple[str, str, str]]:
    sys.path.insert(0, str(ROOT))
    try:
        for name, read in RECORDS.items():
            for text in read(importlib.import_module(name)):
                if text:
                    yield name.replace(".", "/") + ".py", "", str(text)
    finally:
        sys.path.remove(str(ROOT))


# ---- files of Qt Linguist ----


def read(path: Path) -> dict[str, Message]:
    """The messages of a `.ts` file by their source; those unfinished have no translation."""
    if not path.exists():
        return {}
    found = {}
    for node in ElementTree.parse(path).getroot().iter("message"):
        translation = node.find("translation")
        assert translation is not None
        form = translation.find("numerusform")
        done = translation.get("type") is None
        text = (translation if form is None else form).text or ""
        source = node.findtext("source") or ""
        found[source] = Message(source, translation=text if done else "")
    return found


def written(messages: Iterable[Message], language: str) -> str:
    """A `.ts` file: one text a message, in a stable order, without line numbers that would change all the time."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for message in messages:
        lines += _message(message)
    return "\n".join([*lines, "</context>", "</TS>", ""])


def _message(message: Message) -> Iterator[str]:
    state = "" if message.translation else ' type="unfinished"'
    text = escape(message.translation)
    counts = ' numerus="yes"' if message.one else ""
    yield f"    <message{counts}>"
    yield f"        <source>{escape(message.source)}</source>"
    if message.one:
        yield f"        <extracomment>For one: {escape(message.one)}</extracomment>"
        text = f"<numerusform>{text}</numerusform>"
    yield f"        <translation{state}>{text}</translation>"
    yield "    </message>"


def compiled(path: Path) -> bytes:
    """A `.ts` file as the program loads it. Needs lrelease, which comes with PySide6."""
    tool = Path(PySide6.__path__[0]) / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "compiled.qm"
        subprocess.run([tool, "-silent", path, "-qm", target], check=True)
        return target.read_bytes()


def merged(found: dict[str, Message], path: Path) -> str:
    """What the `.ts` file should be: the texts found, with the translations that it has."""
    kept = read(path)
    language = path.stem.removeprefix("labline_")
    known = (replace(m, translation=kept[m.source].translation if m.source in kept else "") for m in found.values())
    return written(known, language)


def main(arguments: list[str]) -> int:
    """Write, or with --check compare, each language."""
    found = texts()
    stale = 0
    for path in sorted(FOLDER.glob("labline_*.ts")):
        text = merged(found, path)
        unfinished = text.count('type="unfinished"')
        print(f"{path.name}: {len(found)} texts, {unfinished} unfinished")
        if "--check" in arguments:
            stale += unfinished + (text != path.read_text(encoding="utf-8"))
            stale += compiled(path) != path.with_suffix(".qm").read_bytes()
        else:
            path.write_text(text, encoding="utf-8", newline="\n")
            path.with_suffix(".qm").write_bytes(compiled(path))
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
