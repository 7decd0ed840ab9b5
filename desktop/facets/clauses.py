"""How a facet reads and writes the clauses of its key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from db.clauses import UNKNOWN, AnyOf, Clause, Range

End = float | str | None


def chosen(clauses: Iterable[Clause]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The values that clauses include and exclude."""
    included: dict[str, None] = {}
    excluded: dict[str, None] = {}
    for clause in clauses:
        if isinstance(clause, AnyOf):
            (excluded if clause.negated else included).update(dict.fromkeys(clause.values))
    return tuple(included), tuple(excluded)


def with_values(key: str, clauses: Sequence[Clause], included: Iterable[str], excluded: Iterable[str]) -> list[Clause]:
    """The clauses of a key after a choice of values. What was typed as two clauses stays two."""
    result: list[Clause] = list(clauses)
    for negated, wanted in ((False, tuple(included)), (True, tuple(excluded))):
        before = chosen(clauses)[negated]
        result = _without(result, negated, {value for value in before if value not in wanted})
        added = tuple(value for value in wanted if value not in before)
        if added:
            result = _with(result, key, negated, added)
    return result


def _without(clauses: Iterable[Clause], negated: bool, dropped: set[str]) -> list[Clause]:
    result: list[Clause] = []
    for clause in clauses:
        if isinstance(clause, AnyOf) and clause.negated == negated:
            kept = tuple(value for value in clause.values if value not in dropped)
            if kept:
                result.append(AnyOf(clause.key, kept, negated))
        else:
            result.append(clause)
    return result


def _with(clauses: list[Clause], key: str, negated: bool, added: tuple[str, ...]) -> list[Clause]:
    places = [at for at, clause in enumerate(clauses) if isinstance(clause, AnyOf) and clause.negated == negated]
    if not places:
        return [*clauses, AnyOf(key, added, negated)]
    last = places[-1]
    old = clauses[last]
    values = (*old.values, *added) if isinstance(old, AnyOf) else added
    return [*clauses[:last], AnyOf(key, values, negated), *clauses[last + 1 :]]


def limits(clauses: Iterable[Clause]) -> tuple[End, End]:
    """The ends of the first range among the clauses."""
    for clause in clauses:
        if isinstance(clause, Range) and not clause.negated:
            return clause.low, clause.high
    return None, None


def with_limits(key: str, clauses: Iterable[Clause], low: End, high: End) -> list[Clause]:
    """The clauses of a key with another range. The unknown has no place in a range, so asking for it goes.

    Raises ValueError for a range that holds nothing.
    """
    kept = [
        clause
        for clause in clauses
        if not (isinstance(clause, Range) and not clause.negated)
        and not (isinstance(clause, AnyOf) and not clause.negated and UNKNOWN in clause.values)
    ]
    return kept if low is None and high is None else [*kept, Range(key, low, high)]


def with_unknown(key: str, clauses: Iterable[Clause], *, included: bool, excluded: bool) -> list[Clause]:
    """The clauses of a key after a choice about the unknown: alone, left out, or neither."""
    kept = [clause for clause in clauses if not (isinstance(clause, AnyOf) and UNKNOWN in clause.values)]
    if included:
        return [AnyOf(key, (UNKNOWN,))]
    return [*kept, AnyOf(key, (UNKNOWN,), True)] if excluded else kept
