"""Ancestors and descendants over derivations, which sources give with cycles and self-loops."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, func, literal, select, union

from db import models as m
from db.related import named

MAX_DEPTH = 50
MAX_FOUND = 100_000


def walk(values: Sequence[str], *, descendants: bool) -> Select[Any]:
    """Ids of the releases that descend from, or lead to, any release of these names; never a start itself.

    A parent that is only a name is a start as well. UNION keeps a cycle from being walked more often than the depth.
    """
    d = m.derivation.c
    near, far = (d.parent_id, d.child_id) if descendants else (d.child_id, d.parent_id)
    roots = named(values).subquery()
    root = roots.c[0]
    start = select(root.label("root"), far.label("id"), literal(1).label("depth")).join_from(
        roots, m.derivation, near == root
    )
    first = start.where(far.is_not(None))
    if descendants:
        folded = sorted({form for value in values for form in (value.lower(), value)})
        unresolved = select(literal(0), d.child_id, literal(1)).where(
            d.parent_id.is_(None), func.lower(d.parent_name).in_(folded)
        )
        seeds = union(first, unresolved).subquery()
        first = select(seeds.c.root, seeds.c.id, seeds.c.depth)
    reached = first.cte(recursive=True)
    step = (
        select(reached.c.root, far, reached.c.depth + 1)
        .join_from(reached, m.derivation, near == reached.c.id)
        .where(reached.c.depth < MAX_DEPTH, far.is_not(None))
    )
    reached = reached.union(step)
    return select(reached.c.id).where(reached.c.id != reached.c.root).limit(MAX_FOUND)
