"""Which statement of a property is shown, and whether statements contradict each other: pure rules.

Nothing is merged, dropped or averaged: a disagreement is kept beside the value that is shown.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from db.edtf import DateSpan, Qualifier
from db.edtf import Relation as DateRelation
from db.edtf import relation as date_relation
from db.kinds import Basis, Rank
from db.properties import Property, ValueType


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement of an entity, as far as it is compared. `when` is the EDTF of the time that it is about."""

    property: str
    value: str
    rank: str = Rank.NORMAL
    basis: str = Basis.STATED
    id: int = 0
    variant: Hashable = None
    target: int | None = None
    number: float | None = None
    rounding: float = 0.0
    date: DateSpan | None = None
    unit: str = ""
    role: str = ""
    qualifier: str = ""
    when: DateSpan | None = None
    source: Hashable = None
    line: int | None = None


class Verdict(StrEnum):
    """What statements of one property are to each other; NONE: they say the same, or can all be true."""

    NONE = "none"
    REFINEMENT = "refinement"
    DISAGREEMENT = "disagreement"


_RANKS = {Rank.PREFERRED: 0, Rank.NORMAL: 1}


def best(statements: Iterable[Stated]) -> Stated | None:
    """The statement to show: preferred before normal, stated before inferred, then the first in order.

    Of dates, the narrowest that is compatible with that first one: 6 May 2024 before May 2024. Deprecated ones never.
    """
    allowed = [statement for statement in statements if statement.rank != Rank.DEPRECATED]
    if not allowed:
        return None
    first = min(allowed, key=_standing)
    if first.date is None or len(allowed) == 1:
        return first
    span = first.date
    peers = [
        statement
        for statement in allowed
        if _standing(statement) == _standing(first)
        and statement.date is not None
        and date_relation(span, statement.date) is not DateRelation.DISJOINT
    ]
    return min(peers, key=_width)


def _standing(statement: Stated) -> tuple[int, bool]:
    return _RANKS[Rank(statement.rank)], statement.basis == Basis.INFERRED


def _width(statement: Stated) -> tuple[float, bool]:
    span = statement.date
    if span is None or span.earliest is None or span.latest is None:
        return math.inf, True
    return (span.latest - span.earliest).days, span.qualifier is not Qualifier.EXACT


def comparable(rule: Property, statements: Sequence[Stated]) -> Iterator[list[Stated]]:
    """The groups of statements of one property that speak of the same thing, each of two or more.

    Single-valued properties, numbers and whole sets can be compared, where variant, role, unit and the time spoken of
    are the same: two costs of different parts of a training are no disagreement. Deprecated statements take part.
    """
    if len(statements) < 2 or not rule.compared:
        return
    groups: dict[Hashable, list[Stated]] = {}
    for statement in statements:
        when = statement.when.edtf if statement.when else ""
        key = (statement.variant, statement.role.casefold(), statement.unit.casefold(), when)
        groups.setdefault(key, []).append(statement)
    yield from (group for group in groups.values() if len(group) > 1)


def verdict(rule: Property, group: Sequence[Stated]) -> Verdict:
    """What statements that `comparable` put together are to each other: the worst of all pairs."""
    if rule.whole:
        found = {_compare_sets(one, other) for one, other in combinations(_named(group), 2)}
    else:
        found = {_compare(rule.type, one, other) for one, other in combinations(_distinct(group), 2)}
    return next((worst for worst in (Verdict.DISAGREEMENT, Verdict.REFINEMENT) if worst in found), Verdict.NONE)


def rivals(rule: Property, group: Sequence[Stated]) -> list[list[Stated]]:
    """Statements that `comparable` put together as the sets that contradict each other, in the order of the dossier.

    Within a set no two disagree, and the most precise comes first. A statement is in every set that it fits.
    """
    said = [[statement] for statement in group]
    if rule.whole:
        places: defaultdict[Hashable, list[Stated]] = defaultdict(list)
        for statement in group:
            places[statement.source, statement.line].append(statement)
        said = list(places.values())

    def agree(one: Sequence[Stated], other: Sequence[Stated]) -> bool:
        return verdict(rule, [*one, *other]) is not Verdict.DISAGREEMENT

    precise = sorted(said, key=lambda named: (-len(named), _vagueness(rule.type, named[0])))
    sets: list[list[Sequence[Stated]]] = []
    for named in precise:
        fitting = next((found for found in sets if all(agree(named, other) for other in found)), None)
        if fitting is None:
            sets.append([named])
        else:
            fitting.append(named)
    for found in sets:
        found += [named for named in precise if named not in found and all(agree(named, other) for other in found)]
    order = {id(statement): place for place, statement in enumerate(group)}
    flat = [[statement for named in found for statement in named] for found in sets]
    return sorted(flat, key=lambda found: min(order[id(statement)] for statement in found))


def _vagueness(type_: ValueType, statement: Stated) -> tuple[float, bool]:
    if statement.date is not None:
        return _width(statement)
    if statement.number is not None:
        low, high = number_range(statement, statement.number)
        return high - low, bool(statement.qualifier)
    return (0.0 if type_ is ValueType.ENTITY else -len(fold(statement.value))), False


def _distinct(group: Sequence[Stated]) -> list[Stated]:
    """One statement of each value, for a fact may have many citations."""
    return list({(statement.value, statement.qualifier): statement for statement in group}.values())


def _named(group: Sequence[Stated]) -> set[frozenset[Hashable]]:
    """The sets that are named: what one line of a source names is one set, what has no source another."""
    places: defaultdict[Hashable, set[Hashable]] = defaultdict(set)
    for statement in group:
        places[statement.source, statement.line].add(statement.target or fold(statement.value))
    return {frozenset(names) for names in places.values()}


def _compare_sets(one: frozenset[Hashable], other: frozenset[Hashable]) -> Verdict:
    """A set that holds the other whole says more; else each leaves out what the other names."""
    return Verdict.REFINEMENT if one < other or other < one else Verdict.DISAGREEMENT


def _compare(type_: ValueType, one: Stated, other: Stated) -> Verdict:
    if one.date is not None and other.date is not None:
        match date_relation(one.date, other.date):
            case DateRelation.DISJOINT:
                return Verdict.DISAGREEMENT
            case DateRelation.REFINES:
                return Verdict.REFINEMENT
            case _:
                return Verdict.NONE
    if one.number is not None and other.number is not None:
        return _compare_ranges(number_range(one, one.number), number_range(other, other.number))
    if type_ is ValueType.ENTITY:
        same = one.target == other.target and (one.target is not None or fold(one.value) == fold(other.value))
        return Verdict.NONE if same else Verdict.DISAGREEMENT
    return _compare_texts(fold(one.value), fold(other.value))


_MORE = re.compile(
    r"(?<!\bno )(?<!\bnot )\b(over|more than|above|exceeding)\b|\b(at least|from|minimum)\b"
    r"|\b(no|not) (less|fewer) than\b|[>≥+]",
    re.IGNORECASE,
)
_LESS = re.compile(
    r"(?<!\bno )(?<!\bnot )\b(less|fewer) than\b|\b(up to|at most|under|below|maximum|within|as (many|much) as)\b"
    r"|\b(no|not) (over|more than|above|exceeding)\b|[<≤]",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(about|approx(imately|\.)?|around|roughly|some|nearly|almost|circa|ca\.?|estimated?|close to)\b|[~≈]",
    re.IGNORECASE,
)
_TOLERANCE = 0.1
"""How far “about” reaches, as a share of the number."""


def number_range(statement: Stated, number: float) -> tuple[float, float]:
    """What a number may mean: its rounding either way, a tenth for “about”, no end for “over” and “up to”."""
    margin = statement.rounding
    if _ABOUT.search(statement.qualifier):
        margin = max(margin, abs(number) * _TOLERANCE)
    low, high = number - margin, number + margin
    if _MORE.search(statement.qualifier):
        high = math.inf
    if _LESS.search(statement.qualifier):
        low = -math.inf
    return low, high


def _compare_ranges(one: tuple[float, float], other: tuple[float, float]) -> Verdict:
    if one == other:
        return Verdict.NONE
    if one[1] < other[0] or other[1] < one[0]:
        return Verdict.DISAGREEMENT
    nested = (one[0] <= other[0] and other[1] <= one[1]) or (other[0] <= one[0] and one[1] <= other[1])
    return Verdict.REFINEMENT if nested else Verdict.NONE


def fold(text: str) -> str:
    """A text without letter case, accents, punctuation and repeated spaces: words with one space between."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return re.sub(r"[\W_]+", " ", bare).strip()


def _compare_texts(one: str, other: str) -> Verdict:
    """The same words agree; a text that holds the other whole says more: “Paris” and “Paris, France”."""
    if one.replace(" ", "") == other.replace(" ", ""):
        return Verdict.NONE
    if f" {one} " in f" {other} " or f" {other} " in f" {one} ":
        return Verdict.REFINEMENT
    return Verdict.DISAGREEMENT
