"""How far apart statements are that contradict or refine each other, in words: days, per cent, a factor, names."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from itertools import combinations

from db.edtf import DateSpan
from db.numbers import format_number
from db.properties import Property, ValueType
from db.statements import Stated, Verdict, number_range
from db.texts import tr, tr_n

MONTHS_FROM, YEARS_FROM = 61, 730
"""Days from which months, or years, are said too."""
DAYS_OF_MONTH, DAYS_OF_YEAR = 30.44, 365.25
SHOWN = 6
"""Names told at most."""


def apart(rule: Property, verdict: str, rivals: Sequence[Sequence[Stated]]) -> str:
    """How far the sets that contradict each other are apart; of a refinement, what is the most exact.

    Each set begins with its most precise statement, which speaks for it.
    """
    sets = [rival for rival in rivals if rival]
    if not sets:
        return ""
    if verdict == Verdict.REFINEMENT:
        return _refined(rule, sets[0])
    if rule.whole:
        return _names(sets)
    heads = [rival[0] for rival in sets]
    if all(head.date is not None for head in heads):
        return _days(heads)
    if all(head.number is not None for head in heads):
        return _numbers(heads)
    match rule.type:
        case ValueType.BOOL:
            return tr("one says yes, one says no")
        case ValueType.ENTITY:
            return tr("different names")
    return tr("different words")


def _refined(rule: Property, rival: Sequence[Stated]) -> str:
    if rule.whole:
        return tr("one names more than the other")
    return tr("“{value}” is the most exact", value=rival[0].value)


def _names(sets: Sequence[Sequence[Stated]]) -> str:
    """The names that not all of the sets have."""
    named = [{said.target or said.value: said.value for said in rival} for rival in sets]
    shared = set(named[0]).intersection(*named[1:])
    odd = {key: name for names in named for key, name in names.items() if key not in shared}
    told = list(odd.values())[:SHOWN] + (["…"] if len(odd) > SHOWN else [])
    return tr("not all name {names}", names=tr(", ").join(told))


def _days(heads: Sequence[Stated]) -> str:
    pairs = [_gap(one.date, other.date) for one, other in combinations(heads, 2) if one.date and other.date]
    low, high = max(pairs, key=lambda pair: pair[0], default=(0, 0))
    low = max(low, 0)
    if high is None:
        said = tr_n("at least {n:,} day apart", "at least {n:,} days apart", low)
    elif low == high:
        said = tr_n("{n:,} day apart", "{n:,} days apart", low)
    else:
        said = tr_n("{low:,} to {n:,} day apart", "{low:,} to {n:,} days apart", high, low=low)
    rough = _rough(low)
    return tr("{days} ({rough})", days=said, rough=rough) if rough else said


def _gap(one: DateSpan, other: DateSpan) -> tuple[int, int | None]:
    """The least and the most days between two dates; the most is None where a date has no end."""
    first, second = sorted((one, other), key=lambda span: span.earliest or date.min)
    if first.latest is None or second.earliest is None:
        return 0, None
    low = (second.earliest - first.latest).days
    if first.earliest is None or second.latest is None:
        return low, None
    return low, (second.latest - first.earliest).days


def _rough(days: int) -> str:
    if days >= YEARS_FROM:
        return tr("about {n} years", n=round(days / DAYS_OF_YEAR))
    if days >= MONTHS_FROM:
        return tr("about {n} months", n=round(days / DAYS_OF_MONTH))
    return ""


def _numbers(heads: Sequence[Stated]) -> str:
    """The two that are the farthest apart: per cent of the smaller below the double, then a factor."""
    ordered = sorted(heads, key=lambda head: head.number or 0.0)
    low, high = ordered[0], ordered[-1]
    small, large = low.number or 0.0, high.number or 0.0
    if low.unit == "%":
        points = format_number(round(large - small, 2))
        said = tr("{n} percentage points apart", n=points)
    elif small <= 0:
        said = tr("{n} apart", n=format_number(large - small))
    elif large < 2 * small:
        said = tr("{n} per cent apart", n=_rounded(100 * (large / small - 1)))
    else:
        said = tr("a factor of {n}", n=_rounded(large / small))
    is_open = number_range(low, small)[0] == -math.inf or number_range(high, large)[1] == math.inf
    return tr("at least {apart}", apart=said) if is_open else said


def _rounded(number: float) -> str:
    """Two digits that mean something; whole from ten on."""
    return f"{number:,.0f}" if number >= 10 else f"{number:.2g}"
