"""Relations between entities as arrays: who can be reached from whom, as `related.edges` says."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Column, Connection, select

from db.arrays import column, distinct_pairs, nbytes, positions, read_only
from db.bulk import columns
from db.kept import kept
from db.kinds import Kind
from db.related import edges

Ids = NDArray[np.int64]
Pairs = tuple[NDArray[np.int32], NDArray[np.int32]]
"""Parallel places: of an entity of one kind, and of one of another kind that it is related to."""


def pairs(conn: Connection, one: Kind, other: Kind, ones: Ids, others: Ids) -> Pairs:
    """Whatever relates entities of one kind to those of another, each pair once.

    `ones` and `others` are the ids of all of either kind, rising: places are counted in them.
    """

    def ask() -> Pairs:
        found = [_placed(_ids(conn, near, far), ones, others) for near, far in edges(one, {other})]
        near, far = (np.concatenate(parts) for parts in zip(*found, strict=True))
        both, _ = distinct_pairs(near, far)
        read_only(*both)
        return both

    return kept(conn).get(("edges", one, other), ask, lambda found: 2 * nbytes(found[0]))


def _placed(ids: tuple[Ids, Ids], ones: Ids, others: Ids) -> Pairs:
    near, far = positions(ones, ids[0]), positions(others, ids[1])
    known = (near >= 0) & (far >= 0)
    return near[known], far[known]


def _ids(conn: Connection, near: Column[int], far: Column[int]) -> tuple[Ids, Ids]:
    """All pairs of ids in two columns of a table, which is read once, whichever way it is walked."""
    if near.name > far.name:
        there, here = _ids(conn, far, near)
        return here, there

    def ask() -> tuple[Ids, Ids]:
        both = columns(conn, select(near, far).where(near.is_not(None), far.is_not(None)), 2)
        return column(both[0]), column(both[1])

    return kept(conn).get(("ids", near.table.name, near.name), ask, lambda found: 2 * nbytes(found[0]))
