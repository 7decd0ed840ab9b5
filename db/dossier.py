"""Records of the dossier format: one frozen, validated value for each entity, fact and citation.

A dossier is a folder: `dossier.yaml` describes it, and each kind has a file (`releases.yaml`, `people.yaml` …) with a
list of entities. An entity is a name and its facts; a fact is a value and where it is said:

    - id: example-1
      name: Example-1
      facts:
        date:
          - {value: "6 May 2024", cite: "paper:12"}
          - {value: May 2024, cite: "press:3-4", rank: deprecated, ground: The paper is closer to the event}
        technique: {value: mla, cite: "paper:40"}
      variants:
        - id: 7b
          name: 7B
          facts:
            params: {value: 7B, cite: "paper:12"}

Values are texts, exactly as written: `7B`, `001`, `2024-05`, `yes`; the property decides how they are read (a bool is
yes, no, true or false). Where a fact has several citations they are a list; each becomes a statement of its own in the
database. An entity value is the id of the other entity; `name:` instead of `value:` is allowed where the property is
open, for something that has no entry. A source gives the number of its `lines` and its `sections`:

    - id: paper
      name: A paper
      lines: 250
      sections: [{line: 1, title: Abstract}, {line: 9, title: Introduction}]
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    model_validator,
)

from db.kinds import PLURALS, Basis, Kind, Rank
from db.texts import tr

FORMAT = 1
"""Version of the format; a newer one is refused."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._-]{0,199}$")]
Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, max_length=20_000)]

MAX_LINE = 9_999_999
"""Lines that a source may have, so that each can be cited."""

Line = Annotated[int, Field(ge=1, le=MAX_LINE)]

_CITATION = re.compile(
    r"(?P<source>[a-z0-9][a-z0-9._-]*)(?::(?P<first>\d{1,7})(?:-(?P<last>\d{1,7}))?)?(?: p\. ?(?P<page>\S.{0,30}))?"
)


class Record(BaseModel):
    """A frozen record that refuses unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Citation(Record):
    """Where a fact is said, as text `SOURCE[:LINE[-LINE]][ p. PAGE]`. Lines count from 1."""

    source: Slug
    first: Line | None = None
    last: Line | None = None
    page: Annotated[str, StringConstraints(max_length=31)] = ""

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        match = _CITATION.fullmatch(value.strip())
        if match is None:
            raise ValueError(
                tr(
                    "“{text}” is not a citation; write SOURCE:LINE, SOURCE:FIRST-LAST or SOURCE p. PAGE",
                    text=value[:60],
                )
            )
        first = int(match["first"]) if match["first"] else None
        last = int(match["last"]) if match["last"] else first
        return {"source": match["source"], "first": first, "last": last, "page": match["page"] or ""}

    @model_validator(mode="after")
    def _in_order(self) -> Citation:
        if (self.first is None) != (self.last is None):
            raise ValueError(tr("a citation has a first and a last line or neither; write SOURCE:FIRST-LAST"))
        if self.first is not None and self.last is not None and self.first > self.last:
            raise ValueError(tr("“{text}” ends before it starts", text=self))
        if "\n" in self.page:
            raise ValueError(tr("a page is one line; remove the line break"))
        return self

    def __str__(self) -> str:
        lines = (
            "" if self.first is None else f":{self.first}" if self.first == self.last else f":{self.first}-{self.last}"
        )
        return f"{self.source}{lines}" + (f" p. {self.page}" if self.page else "")


def _as_tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value if isinstance(value, tuple) else (value,)


Citations = Annotated[tuple[Annotated[Citation, PlainSerializer(str)], ...], BeforeValidator(_as_tuple)]


class Fact(Record):
    """One value of a property: a `value`, or the `name` of an entity that nothing resolves to yet."""

    value: Prose = ""
    name: Annotated[str, StringConstraints(max_length=500)] = ""
    cite: Citations = ()
    role: Annotated[str, StringConstraints(max_length=200)] = ""
    qualifier: Annotated[str, StringConstraints(max_length=100)] = ""
    unit: Annotated[str, StringConstraints(max_length=40)] = ""
    when: Annotated[str, StringConstraints(max_length=200)] = ""
    """The time that the fact is about, as any date text."""
    rank: Rank = Rank.NORMAL
    basis: Basis = Basis.STATED
    ground: Prose = ""
    note: Prose = ""

    @model_validator(mode="after")
    def _whole(self) -> Fact:
        if bool(self.value) == bool(self.name):
            raise ValueError(tr("a fact has either a value or a name"))
        if self.basis is Basis.INFERRED and not self.ground:
            raise ValueError(tr("an inferred fact needs its ground: what it was concluded from"))
        return self


Facts = dict[str, Annotated[tuple[Fact, ...], BeforeValidator(_as_tuple)]]


class Variant(Record):
    """One size of a release."""

    id: Annotated[Slug, StringConstraints(max_length=100)]
    name: Annotated[Word, StringConstraints(max_length=200)]
    facts: Facts = {}


class Section(Record):
    """A heading of a source document and the line that it stands on; it holds until the next one."""

    line: Line
    title: Annotated[Word, StringConstraints(max_length=300)]


class Entity(Record):
    """Anything that can be selected, cited, tagged or searched."""

    kind: Kind
    id: Slug
    name: Word
    tags: tuple[Word, ...] = ()
    facts: Facts = {}
    variants: tuple[Variant, ...] = ()
    """Of a release only."""
    lines: Line | None = None
    """Of a source only: how many lines the document has."""
    sections: tuple[Section, ...] = ()
    """Of a source only."""


class About(Record):
    """What `dossier.yaml` says of the whole."""

    format: int = FORMAT
    id: Slug
    title: Annotated[Word, StringConstraints(max_length=300)]
    version: Annotated[str, StringConstraints(max_length=40)] = ""
    license: Annotated[str, StringConstraints(max_length=200)] = ""
    credits: Prose = ""
    about: Prose = ""


FILES: dict[str, Kind] = {
    f"{PLURALS[kind]}.yaml": kind
    for kind in (
        Kind.SOURCE,
        Kind.ORGANIZATION,
        Kind.PERSON,
        Kind.RELEASE,
        Kind.PUBLICATION,
        Kind.TECHNIQUE,
        Kind.SYSTEM,
        Kind.EVENT,
    )
}
"""The file of each kind, in the order in which a dossier holds its entities."""

_ORDER = {kind: position for position, kind in enumerate(FILES.values())}


def _by_kind(entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
    return tuple(sorted(entities, key=lambda entity: _ORDER[entity.kind]))


class Dossier(Record):
    """A whole dossier, its entities kind by kind. `dossier_checks` looks at what they say of each other."""

    about: About
    entities: Annotated[tuple[Entity, ...], AfterValidator(_by_kind)] = ()
