"""What queries answer with: frozen rows that views and exporters can hold without a database."""

from __future__ import annotations

from dataclasses import dataclass, field

from db.edtf import DateSpan
from db.kinds import Kind
from db.texts import tr


@dataclass(frozen=True, slots=True)
class Ref:
    """Another entity as a value: `id` is None where it is only a name."""

    id: int | None
    name: str


Cell = str | float | int | bool | DateSpan | tuple[str, ...] | tuple[Ref, ...] | None
"""A value by FieldType: TEXT str, NUMBER int or float, DATE DateSpan, BOOL bool, WORDS and LINKS texts, ENTITIES refs.
None is unknown; a field with several values and none known is an empty tuple."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a listing: `cells` in the order of the fields that were asked for."""

    id: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows match and how many there are."""

    matching: int
    total: int


@dataclass(frozen=True, slots=True)
class Spread:
    """How many of a selection are rows that match, are rows that do not, and are of other kinds."""

    shown: int
    hidden: int
    others: int


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet. `text` is what a clause writes; the empty text is “unknown”."""

    text: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """Values by falling count, then label; `unknown` rows have none; `low` and `high` bound numbers and dates."""

    key: str
    values: tuple[FacetValue, ...]
    unknown: int
    low: float | None = None
    high: float | None = None
    bins: tuple[tuple[float, float, int], ...] = ()
    """(from, to, count) of a number's logarithmic bins, or of a date's months, quarters or years
    as fractions of years: April 2024 is (2024.25, 2024.333…)."""


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One statement with its source, as the inspector shows it."""

    id: int
    property: str
    label: str
    variant: str
    value: str
    target: Ref | None
    role: str
    qualifier: str
    unit: str
    when: str
    rank: str
    basis: str
    ground: str
    note: str
    source: Ref | None
    section: str
    first_line: int | None
    last_line: int | None
    page: str

    def locator(self) -> str:
        """Where in the source, in words: “Founding, line 12”."""
        if self.first_line is None:
            lines = ""
        elif self.first_line == self.last_line:
            lines = tr("line {n}", n=self.first_line)
        else:
            lines = tr("lines {first}–{last}", first=self.first_line, last=self.last_line)
        page = tr("p. {page}", page=self.page) if self.page else ""
        return tr(", ").join(part for part in (self.section, page, lines) if part)


@dataclass(frozen=True, slots=True)
class DisagreementRow:
    """Statements of one property that cannot both be true, or that refine each other.

    `label` also says what the property is about where that is stated: “Figure (released versions)”.
    """

    property: str
    label: str
    variant: str
    verdict: str
    statements: tuple[int, ...]
    rivals: tuple[tuple[int, ...], ...] = ()
    """The statements in groups that agree within themselves, the most precise first. Of a disagreement there are two or
    more; a vague statement that fits several is in each of them."""


@dataclass(frozen=True, slots=True)
class RelationRow:
    """An entity that the focused one is related to: `label` says how, `detail` adds role, date or basis."""

    label: str
    other: Ref
    kind: Kind | None
    detail: str


@dataclass(frozen=True, slots=True)
class VariantRow:
    """One size of a release."""

    name: str
    params: int | None
    active_params: int | None


@dataclass(frozen=True, slots=True)
class Details:
    """Everything the inspector shows of one entity."""

    id: int
    slug: str
    kind: Kind
    name: str
    aliases: tuple[str, ...]
    description: str
    date: DateSpan | None
    tags: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    """(role, address)."""
    variants: tuple[VariantRow, ...] = ()
    statements: tuple[StatementRow, ...] = ()
    disagreements: tuple[DisagreementRow, ...] = ()
    relations: tuple[RelationRow, ...] = ()
    changes: tuple[str, ...] = field(default=())
    """Its history, newest first: “21 Nov 2026, import of the bundled dossier: added”."""
