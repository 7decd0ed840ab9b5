"""The date of one entity for people: in words, and with who says so."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from db import models as m
from db.details import statements_of
from db.edtf import Precision, Qualifier, format_span, parse
from db.kinds import Kind, Rank
from db.texts import later, tr

e = m.entity.c


@dataclass(frozen=True, slots=True)
class DateNote:
    """A date for people: `precision` and `qualifier` in words, empty where there is nothing to add."""

    name: str
    kind: Kind
    text: str
    precision: str
    qualifier: str
    sources: tuple[str, ...]
    """Who says so, where: “Deep dive, Founding, line 12”."""


_PRECISION_WORDS = {
    Precision.DAY: later("known to the day"),
    Precision.MONTH: later("known to the month"),
    Precision.QUARTER: later("known to the quarter"),
    Precision.SEASON: later("known to the part of a year"),
    Precision.YEAR: later("known to the year"),
    Precision.DECADE: later("known to the decade"),
    Precision.CENTURY: later("known to the century"),
    Precision.INTERVAL: later("a span of time"),
    Precision.UNKNOWN: later("unknown"),
}
_QUALIFIER_WORDS = {
    Qualifier.EXACT: "", Qualifier.UNCERTAIN: later("uncertain"), Qualifier.APPROXIMATE: later("approximate"),
    Qualifier.BOTH: later("uncertain and approximate"),
}  # fmt: skip


def date_note(conn: Connection, id_: int) -> DateNote | None:
    """The date of an entity with who says so; None if there is no such entity."""
    row = conn.execute(select(e.name, e.kind, e.date_edtf).where(e.id == id_)).one_or_none()
    if row is None:
        return None
    span = parse(row.date_edtf) if row.date_edtf else None
    said = [statement for statement in statements_of(conn, id_, "date") if statement.rank != Rank.DEPRECATED]
    cited = (tr(", ").join(filter(None, (s.source.name, s.locator()))) for s in said if s.source is not None)
    precision = Precision.UNKNOWN if span is None else span.precision
    qualifier = Qualifier.EXACT if span is None else span.qualifier
    precise, certain = _PRECISION_WORDS[precision], _QUALIFIER_WORDS[qualifier]
    return DateNote(
        row.name, Kind(row.kind), "" if span is None else format_span(span), tr(precise), certain and tr(certain),
        tuple(dict.fromkeys(cited)),
    )  # fmt: skip
