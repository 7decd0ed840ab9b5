"""What the charts show beside the timeline's marks: how large releases are, and what sources say that things cost."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection, and_, select

from db import models as m
from db import queries
from db.kept import kept
from db.kinds import Basis, Kind, Rank
from db.listings import source_entity
from db.properties import PROPERTIES
from db.rows import Ref
from db.stated_rows import stated
from db.statements import number_range

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from db.filters import FilterSpec

e, _s, _v = m.entity.c, m.statement.c, m.variant.c
COSTS = ("training_cost", "cost")
"""Properties whose statements are claims of cost."""


@dataclass(frozen=True, eq=False, slots=True)
class Sizes:
    """Each size variant of each release: parallel arrays, by release and place within it.

    `total` and `active` are parameters, NaN where unknown; a release without a known size has no row at all and is
    counted by what it lacks: rows are releases' variants, `releases` all releases there are.
    """

    release: NDArray[np.int64]
    total: NDArray[np.float64]
    active: NDArray[np.float64]
    labels: Sequence[str]
    """The release, and the variant where there are several: “DeepSeek Coder 33B”."""
    releases: NDArray[np.int64]


def sizes(conn: Connection) -> Sizes:
    """The sizes of all releases. Kept while the database stays as it is."""
    return kept(conn).get("sizes", lambda: _sizes(conn), lambda found: 150 * len(found.release) + 1_000)


def _sizes(conn: Connection) -> Sizes:
    import numpy as np

    releases = conn.scalars(select(m.release.c.id).order_by(m.release.c.id)).all()
    query = (
        select(_v.release_id, _v.params, _v.active_params, e.name, _v.name, m.release.c.variants)
        .join_from(m.variant, m.entity, e.id == _v.release_id)
        .join(m.release, m.release.c.id == _v.release_id)
        .where(_v.params.is_not(None) | _v.active_params.is_not(None))
        .order_by(_v.release_id, _v.position, _v.id)
    )
    rows = conn.execute(query).all()

    def column(place: int) -> NDArray[np.float64]:
        return np.array([math.nan if row[place] is None else row[place] for row in rows], np.float64)

    labels = [f"{name} {variant}" if many > 1 else name for *_, name, variant, many in rows]
    ids = np.array([row[0] for row in rows], np.int64)
    return Sizes(ids, column(1), column(2), labels, np.array(releases, np.int64))


@dataclass(frozen=True, slots=True)
class CostClaim:
    """What one source says, at one place, that something cost. Amounts are in `unit`, a currency.

    `low` and `high` are what the number may mean: its rounding, a tenth for “about”, without end (math.inf) for
    “over” or “up to”.
    """

    statement: int
    entity: Ref
    kind: Kind
    property: str
    about: str
    """What the sum is for: “training”, “post-training”."""
    value: str
    """As the source writes it."""
    amount: float
    low: float
    high: float
    unit: str
    qualifier: str
    source: Ref | None
    line: int | None
    inferred: bool


def costs(conn: Connection) -> tuple[CostClaim, ...]:
    """All claims of cost that are not deprecated: training before other costs, by entity, by what they are for.

    Kept while the database stays as it is.
    """
    return kept(conn).get("costs", lambda: _costs(conn), lambda found: 600 * len(found) + 1_000)


def _costs(conn: Connection) -> tuple[CostClaim, ...]:
    query = (
        select(m.statement, e.name, e.kind, source_entity.c.name.label("source_name"))
        .join_from(m.statement, m.entity, e.id == _s.entity_id)
        .outerjoin(source_entity, source_entity.c.id == _s.source_id)
        .where(and_(_s.property.in_(COSTS), _s.number.is_not(None), _s.rank != Rank.DEPRECATED))
        .order_by(_s.property.desc(), e.name_key, _s.role, _s.number, _s.source_id, _s.first_line, _s.id)
    )
    return tuple(_claim(dict(row)) for row in conn.execute(query).mappings())


def _claim(row: dict[str, object]) -> CostClaim:
    said = stated(row, None, None)
    amount = float(said.number or 0.0)
    low, high = number_range(said, amount)
    source = None if row["source_id"] is None else Ref(int(str(row["source_id"])), str(row["source_name"]))
    return CostClaim(
        statement=said.id,
        entity=Ref(int(str(row["entity_id"])), str(row["name"])),
        kind=Kind(str(row["kind"])),
        property=said.property,
        about=said.role,
        value=said.value,
        amount=amount,
        low=low,
        high=high,
        unit=said.unit or PROPERTIES[said.property].unit,
        qualifier=said.qualifier,
        source=source,
        line=said.line,
        inferred=said.basis == Basis.INFERRED,
    )


def shown_claims(conn: Connection, spec: FilterSpec, claims: Sequence[CostClaim]) -> frozenset[int]:
    """The statements among the claims whose entity passes the filter."""
    passing = {kind: frozenset(queries.ids(conn, kind, spec)) for kind in {claim.kind for claim in claims}}
    return frozenset(claim.statement for claim in claims if claim.entity.id in passing[claim.kind])
