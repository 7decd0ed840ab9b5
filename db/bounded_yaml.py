"""YAML from people and files that nobody vouches for, read within limits and with the line of each value.

Only mappings, lists and scalars are read. Every scalar arrives as the text that was written: 001, 2024-05, 1e5, NO and
671B stay what they are, and the record that takes the text decides what it means.

Values are built from the parser's events with a stack of our own. PyYAML's and libyaml's composers recurse and end the
process on deep nesting; the event stream does not, and reading stops at the first event that is too deep.
"""

from __future__ import annotations

import re
from typing import Any, cast

import yaml

from db.texts import tr

MAX_BYTES = 16 * 1024 * 1024
MAX_DEPTH = 20
MAX_VALUES = 1_000_000

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


class YamlError(ValueError):
    """A text that cannot be read; `line` counts from 1, the message says what is wrong and what to do."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


class Mapping(dict[str, Any]):
    """A mapping; `lines` gives the line of each key."""

    __slots__ = ("lines",)

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, int] = {}


class Sequence(list[Any]):
    """A list; `lines` gives the line of each item."""

    __slots__ = ("lines",)

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[int] = []


Value = Mapping | Sequence | str | None
"""What a document holds. None is a value that was left empty."""


def load(data: bytes) -> Value:
    """Read one document, UTF-8 with or without a byte order mark; raise YamlError."""
    text = _decode(data)
    parser_class: Any = getattr(yaml, "CSafeLoader", None) or yaml.SafeLoader
    parser = parser_class(text)
    try:
        return _build(parser)
    except yaml.YAMLError as error:
        raise _explained(error, text) from None
    finally:
        parser.dispose()


def _decode(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise YamlError(1, tr("the file is larger than {size} MB; split it", size=MAX_BYTES // 1024 // 1024))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise YamlError(line, tr("the text is not UTF-8; save the file in that encoding")) from None
    control = _CONTROL.search(text)
    if control is not None:
        line = len(_BREAK.findall(text, 0, control.start())) + 1
        raise YamlError(line, tr("the control character U+{code:04X} is not allowed; remove it", code=ord(control[0])))
    return text


def _explained(error: yaml.YAMLError, text: str) -> YamlError:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    number = mark.line if mark else 0
    lines = _BREAK.split(text)
    written = lines[number] if number < len(lines) else ""
    if "\t" in written[: len(written) - len(written.lstrip())]:
        return YamlError(number + 1, tr("the line is indented with a tab; use spaces"))
    said = [part for part in (getattr(error, "context", None), getattr(error, "problem", None)) if part]
    return YamlError(
        number + 1,
        tr("this is not YAML ({problem}); check indentation, quotes and brackets", problem=", ".join(said) or error),
    )


class _Builder:
    """The value that events describe so far: containers that are open, and the key that waits for its value."""

    def __init__(self) -> None:
        self.root: Value = None
        self.open: list[Mapping | Sequence] = []
        self.keys: list[str | None] = []
        self.count = 0

    def begin(self, container: Mapping | Sequence, line: int) -> None:
        if len(self.open) >= MAX_DEPTH:
            raise YamlError(line, tr("values are nested more than {most} deep; flatten them", most=MAX_DEPTH))
        self.add(container, line, plain=False)
        self.open.append(container)
        self.keys.append(None)

    def end(self) -> None:
        self.open.pop()
        self.keys.pop()

    def add(self, value: Mapping | Sequence | str, line: int, *, plain: bool) -> None:
        self.count += 1
        if self.count > MAX_VALUES:
            raise YamlError(line, tr("the file has more than {most:,} values; split it", most=MAX_VALUES))
        given = None if plain and value == "" else value
        if not self.open:
            self.root = given
            return
        parent = self.open[-1]
        if isinstance(parent, Sequence):
            parent.append(given)
            parent.lines.append(line)
        elif (key := self.keys[-1]) is not None:
            parent[key] = given
            self.keys[-1] = None
        elif not isinstance(value, str):
            raise YamlError(line, tr("a key must be a text; quote it"))
        elif value in parent:
            raise YamlError(
                line,
                tr("“{key}” stands twice, first on line {line}; keep one", key=value[:60], line=parent.lines[value]),
            )
        else:
            self.keys[-1] = value
            parent.lines[value] = line


def _build(parser: Any) -> Value:
    builder = _Builder()
    documents = 0
    while True:
        event = parser.get_event()
        line = event.start_mark.line + 1
        match event:
            case yaml.ScalarEvent():
                _refuse_extras(event, line)
                if "\0" in event.value:  # as an escape: no database holds it, and no other format
                    raise YamlError(line, tr("the control character U+0000 is not allowed; remove it"))
                builder.add(event.value, line, plain=not event.style)
            case yaml.MappingStartEvent():
                _refuse_extras(event, line)
                builder.begin(Mapping(), line)
            case yaml.SequenceStartEvent():
                _refuse_extras(event, line)
                builder.begin(Sequence(), line)
            case yaml.CollectionEndEvent():
                builder.end()
            case yaml.AliasEvent():
                raise YamlError(line, tr("the alias *{name} is not allowed; write the value out", name=event.anchor))
            case yaml.DocumentStartEvent():
                documents += 1
                if documents > 1:
                    raise YamlError(line, tr("the file holds a second document; remove the line “---”"))
            case yaml.StreamEndEvent():
                return builder.root
            case _:
                continue


def _refuse_extras(event: yaml.NodeEvent, line: int) -> None:
    if event.anchor is not None:
        raise YamlError(line, tr("the anchor &{name} is not allowed; remove it", name=event.anchor))
    tag = cast("str | None", getattr(event, "tag", None))
    if tag is not None:
        raise YamlError(line, tr("the tag {tag} is not allowed; remove it", tag=tag[:60]))
