"""Typing mistakes: the filter that was probably meant, where a word of it is in no text."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeGuard

from sqlalchemy import Connection

from db import search
from db.filters import Clause, FilterSpec, Words


def respelled(conn: Connection, spec: FilterSpec) -> FilterSpec:
    """The spec with each unknown word replaced by the nearest known one; the same spec where there is nothing to mend.

    Only words that begin no word of the index are mended, so what is spelt rightly always means itself. A word to be
    left out is never mended: that would hide what nobody named.
    """
    words = [clause.text for clause in spec.clauses if _is_mended(clause)]
    nearest = search.correct(conn, words) if words else {}
    if not nearest:
        return spec
    return FilterSpec(
        tuple(
            replace(clause, text=nearest.get(clause.text, clause.text)) if _is_mended(clause) else clause
            for clause in spec.clauses
        )
    )


def _is_mended(clause: Clause) -> TypeGuard[Words]:
    return isinstance(clause, Words) and not clause.phrase and not clause.negated
