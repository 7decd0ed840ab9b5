"""Typing mistakes: the filter that was probably meant, where a word of it is in no text."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from db import search
from db.filters import FilterSpec, Words


def respelled(conn: Connection, spec: FilterSpec) -> FilterSpec:
    """The spec with each unknown word replaced by the nearest known one; the same spec where there is nothing to mend.

    Only words that begin no word of the index are mended, so what is spelt rightly always means itself.
    """
    words = [clause.text for clause in spec.clauses if isinstance(clause, Words) and not clause.phrase]
    nearest = search.correct(conn, words) if words else {}
    if not nearest:
        return spec
    return FilterSpec(
        tuple(
            replace(clause, text=nearest.get(clause.text, clause.text))
            if isinstance(clause, Words) and not clause.phrase
            else clause
            for clause in spec.clauses
        )
    )
