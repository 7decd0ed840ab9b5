"""How a selection of entities stands to a filter."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice

import numpy as np
from sqlalchemy import Connection

from db.arrays import positions
from db.filters import FilterSpec
from db.kinds import Kind
from db.masks import entities, mask, respelled
from db.rows import Spread

_BATCH = 20_000
"""Ids looked at between two chances of other threads to run."""


def spread(conn: Connection, kind: Kind, spec: FilterSpec, selected: Collection[int]) -> Spread:
    """How many of the selected are of a kind and shown by the filter, are of it and hidden, and are of other kinds."""
    known = entities(conn, kind) if selected else None
    if known is None:
        return Spread(0, 0, 0)
    matching = mask(conn, kind, respelled(conn, spec))
    of_kind = shown = 0
    rest = iter(selected)
    while chosen := list(islice(rest, _BATCH)):
        places = positions(known, np.array(chosen, np.int64))
        places = places[places >= 0]
        of_kind += len(places)
        shown += int(np.count_nonzero(matching[places]))
    return Spread(shown, of_kind - shown, len(selected) - of_kind)
