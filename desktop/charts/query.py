"""What the charts ask of the database, in the thread of queries. NumPy is loaded with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db import charts, queries
from desktop.drawing.charts.scene import ChartScene

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.filters import FilterSpec


def ask(conn: Connection, spec: FilterSpec) -> ChartScene:
    """All there is to draw, and what of it the filter keeps; nothing is selected."""
    claims = charts.costs(conn)
    shown = queries.shown(conn, spec)
    return ChartScene(
        queries.timeline(conn), charts.sizes(conn), claims, shown, charts.shown_claims(conn, spec, claims)
    )
