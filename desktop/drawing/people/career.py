"""What a career chart draws: times at organizations and credits, as marks on one time axis and as lines without one."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from db.edtf import DateSpan, Precision, Qualifier, format_span
from db.kinds import Kind
from db.person import CreditRow, Profile, Stint
from db.texts import later, tr
from db.timeline import APPROXIMATE, OPEN_END, OPEN_START, TONES, UNCERTAIN, Timeline

TYPES = {
    "employment": ("company", later("Employment")),
    "education": ("paper", later("Education")),
    "internship": ("system", later("Internship")),
    "mentoring": ("people", later("Mentoring")),
}
"""Tone and label of an affiliation by its type."""
_CREDIT_TONES = {Kind.RELEASE: "release", Kind.SYSTEM: "system", Kind.EVENT: "market", Kind.ORGANIZATION: "company"}
_FLAGS = {
    Qualifier.APPROXIMATE: APPROXIMATE,
    Qualifier.UNCERTAIN: UNCERTAIN,
    Qualifier.BOTH: APPROXIMATE | UNCERTAIN,
}
ROOM_BEFORE, ROOM_AFTER = 0.05, 0.14
"""Of all days, what is left empty before the first and after the last: labels and open ends need room."""
SHORTEST = 500.0
"""Days that are in sight at least."""


@dataclass(frozen=True, slots=True)
class Line:
    """One mark: its row, what stands beside it, the whole text, and the entity that it leads to."""

    row: int
    tone: str
    label: str
    text: str
    entity: int | None


@dataclass(frozen=True, slots=True)
class Undated:
    """A time at an organization that no source dates."""

    tone: str
    organization: str
    label: str
    text: str
    entity: int | None


@dataclass(frozen=True, eq=False)
class Career:
    """`lines` are parallel to the positions of `timeline`, which holds their dates; `rows` name each row."""

    timeline: Timeline
    lines: tuple[Line, ...]
    rows: tuple[str, ...]
    undated: tuple[Undated, ...]
    types: tuple[str, ...]
    """The types that occur, in the order of TYPES."""
    stints: int
    """How many lines are times at organizations; credits, which are in the last row, come after them."""

    @property
    def has_credits(self) -> bool:
        """Whether the last row is that of credits."""
        return self.stints < len(self.lines)

    def days(self) -> tuple[float, float]:
        """The days to show, with room for labels; the year before today where nothing is dated."""
        if not self.lines:
            today = float(datetime.date.today().toordinal())
            return today - 365, today
        first, last = float(self.timeline.first.min()), float(self.timeline.last.max()) + 1
        long = max(last - first, SHORTEST)
        opens = bool((self.timeline.flags & OPEN_START).any())
        return first - (ROOM_AFTER if opens else ROOM_BEFORE) * long, first + long * (1 + ROOM_AFTER)


def career_of(profile: Profile) -> Career:
    """The career of a person: a row for each organization with a dated time, then one for credits."""
    dated = [stint for stint in profile.career if _has_days(stint.when)]
    rows: dict[str, list[Stint]] = {}
    for stint in dated:
        rows.setdefault(stint.organization.name, []).append(stint)
    names: list[str] = []
    spans: list[DateSpan] = []
    lines: list[Line] = []
    for name, stints in rows.items():
        for place, stint in enumerate(stints):  # a row each, the name at the first: times may overlap
            tone = TYPES[stint.type][0]
            lines.append(Line(len(names), tone, stint.role, stint_text(stint), stint.organization.id))
            spans.append(stint.when or _never())
            names.append(name if place == 0 else "")
    credited = [row for row in profile.credits if row.work and _has_days(row.date)]
    for row in sorted(credited, key=_first_day):
        roles = tr(", ").join(row.roles)
        when = format_span(row.date) if row.date is not None else ""
        text = "\n".join(part for part in (row.target.name, tr(row.kind.value), when, roles) if part)
        tone = _CREDIT_TONES.get(row.kind, "paper")
        lines.append(Line(len(names), tone, row.target.name, text, row.target.id))
        spans.append(row.date or _never())
    if credited:
        names.append(tr("Credits"))
    undated = tuple(
        Undated(TYPES[one.type][0], one.organization.name, one.role, stint_text(one), one.organization.id)
        for one in profile.career
        if not _has_days(one.when)
    )
    types = {stint.type for stint in profile.career}
    shown = tuple(type_ for type_ in TYPES if type_ in types)
    return Career(_timeline(spans, lines), tuple(lines), tuple(names), undated, shown, len(dated))


def stint_text(stint: Stint) -> str:
    """A time at an organization in words, a line for each thing known of it."""
    when = tr("no source gives a date") if stint.when is None else format_span(stint.when)
    basis = tr("inferred") if stint.said.inferred else ""
    sources = "; ".join(" · ".join(filter(None, (place.source.name, place.locator))) for place in stint.said.places)
    parts = (stint.organization.name, stint.role, tr(TYPES[stint.type][1]), when, basis, sources)
    return "\n".join(part for part in parts if part)


def _has_days(span: DateSpan | None) -> bool:
    return span is not None and (span.earliest is not None or span.latest is not None)


def _first_day(row: CreditRow) -> int:
    day = None if row.date is None else row.date.earliest or row.date.latest
    return 0 if day is None else day.toordinal()


def _never() -> DateSpan:
    return DateSpan("", "", None, None, Precision.UNKNOWN, Qualifier.EXACT)


def _timeline(spans: Sequence[DateSpan], lines: Sequence[Line]) -> Timeline:
    """The dates as the timeline has them, in this order, so that bars are as soft as there."""
    ends = [(span.earliest or span.latest, span.latest or span.earliest) for span in spans]
    first, last = (np.array([end[side].toordinal() for end in ends if end[side]], np.int32) for side in (0, 1))  # type: ignore[union-attr]
    flags = [
        _FLAGS.get(span.qualifier, 0)
        | (OPEN_START if span.earliest is None else 0)
        | (OPEN_END if span.latest is None else 0)
        for span in spans
    ]
    places = {precision: place for place, precision in enumerate(Precision)}
    count = len(spans)
    return Timeline(
        np.arange(count, dtype=np.int64), np.zeros(count, np.uint8),
        np.array([TONES.index(line.tone) for line in lines], np.uint8), first, last,
        np.array([places[span.precision] for span in spans], np.uint8), np.array(flags, np.uint8),
        np.ones(count, np.float32), tuple(line.label for line in lines), count, np.arange(count, dtype=np.int32),
    )  # fmt: skip
