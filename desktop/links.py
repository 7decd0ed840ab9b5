"""`labline:` links to an entity and to a filtered view, as text.

    labline:entity/deepseek-v3
    labline:view?filter=params%3A%3E100B&perspective=timeline&zoom=timeline:2024-01-01..2024-06-30

A link names what to show and nothing else: it can run nothing and write nothing, whoever made it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote

from db.filters import FilterSpec, QueryError, parse
from db.texts import tr
from desktop.perspectives import PERSPECTIVES

if TYPE_CHECKING:
    from desktop.state import Span

SCHEME = "labline:"
LONGEST = 8_000  # characters of a link
MOST_PARTS = 12  # parameters of a link
ZOOMED = ("timeline", "charts")
"""The views that a link may zoom."""

_SLUG = re.compile(r"[a-z0-9][a-z0-9._-]{0,199}")
_ZOOM = re.compile(r"([a-z]{1,20}):(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)")
_BARE = ":.,/-_~*()"  # written as they are in a parameter; everything else is escaped


class LinkError(ValueError):
    """A text that is no link of ours; the message is for people."""


@dataclass(frozen=True, slots=True)
class EntityLink:
    """To an entity, by its id in dossiers."""

    slug: str

    def __str__(self) -> str:
        return f"{SCHEME}entity/{self.slug}"


@dataclass(frozen=True, slots=True)
class ViewLink:
    """To a filter, in a perspective, with the days that views show. Written to whole days; they only become more."""

    spec: FilterSpec
    perspective: str = ""
    """Empty leaves the one that is shown."""
    zooms: Mapping[str, Span] = field(default_factory=dict)

    def __str__(self) -> str:
        parts = [("filter", str(self.spec))] if self.spec.clauses else []
        if self.perspective:
            parts.append(("perspective", self.perspective))
        parts += [("zoom", f"{view}:{_days(span)}") for view, span in sorted(self.zooms.items())]
        return f"{SCHEME}view?" + "&".join(f"{name}={quote(value, safe=_BARE)}" for name, value in parts)


Link = EntityLink | ViewLink


def is_link(text: str) -> bool:
    """Whether a text means to be a link, right or wrong."""
    return text[: len(SCHEME)].lower() == SCHEME


def read_link(text: str) -> Link:
    """Read a link; raise LinkError."""
    if not is_link(text):
        raise LinkError(tr("A link begins with “{scheme}”.", scheme=SCHEME))
    if len(text) > LONGEST:
        raise LinkError(tr("The link is longer than {n} characters.", n=LONGEST))
    rest = text[len(SCHEME) :].removeprefix("//")
    kind, mark, parameters = rest.partition("?")
    if kind.startswith("entity/") and not mark:
        return EntityLink(_slug(kind.removeprefix("entity/")))
    if kind in ("view", "view/"):
        return _view(parameters)
    raise LinkError(tr("A link leads to an entity (labline:entity/…) or to a view (labline:view?…)."))


def _slug(text: str) -> str:
    if not _SLUG.fullmatch(text):
        raise LinkError(tr("The link names no entity: an id has small letters, digits, dots, - and _."))
    return text


def _view(parameters: str) -> ViewLink:
    try:
        pairs = parse_qsl(
            parameters, keep_blank_values=True, strict_parsing=bool(parameters), errors="strict",
            max_num_fields=MOST_PARTS,
        )  # fmt: skip
    except ValueError:
        raise LinkError(tr("The part after “?” cannot be read; it has the form filter=…&perspective=….")) from None
    spec, perspective = FilterSpec(), ""
    zooms: dict[str, Span] = {}
    for name, value in pairs:
        if "\0" in value:
            raise LinkError(tr("The link has a character in it that no text has."))
        if name == "filter":
            spec = _filter(value)
        elif name == "perspective" and value in {record.name for record in PERSPECTIVES}:
            perspective = value
        elif name == "zoom":
            view, span = _zoom(value)
            zooms[view] = span
        else:
            raise LinkError(tr("The link asks for something that this version does not know: {name}.", name=name[:40]))
    return ViewLink(spec, perspective, zooms)


def _filter(text: str) -> FilterSpec:
    try:
        return parse(text)
    except QueryError as error:
        raise LinkError(tr("The link's filter is wrong: {problem}", problem=error.message)) from None


def _zoom(text: str) -> tuple[str, Span]:
    match = _ZOOM.fullmatch(text)
    try:
        if match is None or match[1] not in ZOOMED:
            raise ValueError
        first, last = date.fromisoformat(match[2]).toordinal(), date.fromisoformat(match[3]).toordinal()
        if first > last:
            raise ValueError
    except ValueError:
        wrong = tr("The link's zoom is wrong; it has the form timeline:2024-01-01..2024-06-30.")
        raise LinkError(wrong) from None
    return match[1], (float(first), last + 1.0)


def _days(span: Span) -> str:
    """The first and the last day of a span, both in it."""
    first, last = int(span[0] // 1), -int(-span[1] // 1) - 1
    earliest, latest = date.min.toordinal(), date.max.toordinal()
    days = (date.fromordinal(min(max(day, earliest), latest)) for day in (first, max(first, last)))
    return "..".join(day.isoformat() for day in days)
