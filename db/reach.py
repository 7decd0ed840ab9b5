"""Whose facts a clause is about: a listing's own, or those of the kinds or parts that it reaches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from db.clauses import AnyOf, Clause, Disagrees, Has, Is, Lineage, Range, Words
from db.fields import BY_KEY, FIELDS
from db.kinds import Kind
from db.listings import Listing, Part
from db.properties import PROPERTIES

ITSELF = {
    "org": Kind.ORGANIZATION,
    "person": Kind.PERSON,
    "release": Kind.RELEASE,
    "technique": Kind.TECHNIQUE,
    "paper": Kind.PUBLICATION,
    "publication": Kind.PUBLICATION,
    "system": Kind.SYSTEM,
    "event": Kind.EVENT,
}
"""Keys that name an entity of a kind: on that kind's own listing they choose it."""


def properties_about(about: str) -> set[str]:
    """The properties that a word after `has:` or `disagrees:` means."""
    shown = {field.property for field in FIELDS if field.key == about and field.property}
    return shown or ({about} & PROPERTIES.keys())


def kinds_of(clause: Clause) -> set[Kind]:
    """The kinds of entity whose own facts a clause can be about."""
    match clause:
        case Words() | Is() | Disagrees(about="any"):
            return set(Kind)
        case Lineage():
            return {Kind.RELEASE}
        case Has(field=key) | Disagrees(about=key):
            stated = {kind for name in properties_about(key) for kind in PROPERTIES[name].kinds}
            fields = {kind for kind in Kind if (kind, key) in BY_KEY} if isinstance(clause, Has) else set()
            return stated | fields
        case _:
            kinds = {kind for kind in Kind if (kind, clause.key) in BY_KEY}
            return kinds | ({ITSELF[clause.key]} if clause.key in ITSELF and isinstance(clause, AnyOf) else set())


def is_own(listing: Listing, clause: Clause) -> bool:
    """Whether a clause is about the listing's own rows."""
    if isinstance(listing, Kind):
        return listing in kinds_of(clause)
    match clause:
        case Words():
            return True
        case Is():
            return listing is not Part.VARIANT
        case Disagrees():
            return listing in (Part.STATEMENT, Part.DISAGREEMENT)
        case Has(field=key):
            return (listing, key) in BY_KEY
        case Lineage():
            return False
        case _:
            return (listing, clause.key) in BY_KEY


def _homes(listing: Kind, clause: Clause) -> set[Listing]:
    """The other kinds, or else the parts, that a clause can be about. A source is the last to be asked."""
    kinds: set[Listing] = {kind for kind in kinds_of(clause) if kind is not listing}
    if kinds - {Kind.PUBLICATION, Kind.SOURCE}:
        kinds.discard(Kind.SOURCE)
    return kinds or {part for part in Part if (part, clause.key) in BY_KEY}


def groups(listing: Kind, clauses: Iterable[Clause]) -> list[tuple[set[Listing], list[Clause]]]:
    """Clauses that must hold for the same related entity or part, with the listings it may be in."""
    found: list[tuple[set[Listing], list[Clause]]] = []
    for homes, clause in sorted(
        ((_homes(listing, clause), clause) for clause in clauses), key=lambda pair: len(pair[0])
    ):
        for place, (others, group) in enumerate(found):
            if others & homes:
                found[place] = (others & homes, [*group, clause])
                break
        else:
            found.append((homes, [clause]))
    return found


@dataclass(frozen=True, slots=True)
class Unit:
    """Clauses that can be asked by themselves: `through` relations to any of these kinds, or of the kind itself."""

    clauses: tuple[Clause, ...]
    through: frozenset[Kind] = frozenset()


@lru_cache(maxsize=256)
def units(listing: Kind, clauses: tuple[Clause, ...]) -> tuple[Unit, ...]:
    """The clauses in the smallest sets that can be asked by themselves: the condition is that of all sets together.

    Words that are wanted stay together, as do ranges of a repeated part and what must hold for one related entity.
    """
    own = [clause for clause in clauses if is_own(listing, clause)]
    wanted = tuple(clause for clause in own if isinstance(clause, Words) and not clause.negated)
    repeated = tuple(clause for clause in own if isinstance(clause, Range) and _is_repeated(listing, clause))
    single = [Unit((clause,)) for clause in own if clause not in wanted and clause not in repeated]
    found = [*(Unit(unit) for unit in (wanted, repeated) if unit), *single]
    others: list[Clause] = [clause for clause in clauses if clause not in own]
    for homes, group in groups(listing, others):
        found.append(Unit(tuple(group), frozenset(home for home in homes if isinstance(home, Kind))))
    return tuple(found)


def _is_repeated(listing: Listing, clause: Range) -> bool:
    """Whether a range is about a release's sizes, each of which has values of its own."""
    field = BY_KEY.get((listing, clause.key))
    return field is not None and field.variant is not None
