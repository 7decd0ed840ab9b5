"""Rows of `statement` as what `statements.py` compares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from db.edtf import DateSpan, Precision, Qualifier
from db.statements import Stated

SPAN_PARTS = ("text", "edtf", "earliest", "latest", "precision", "qualifier")
"""What the six columns of a date end in."""


def read_span(row: Mapping[str, Any], prefix: str) -> DateSpan | None:
    """The date in a row's six columns, or None."""
    if not row[f"{prefix}_text"]:
        return None
    text, edtf, earliest, latest, precision, qualifier = (row[f"{prefix}_{name}"] for name in SPAN_PARTS)
    return DateSpan(text, edtf, earliest, latest, Precision(precision), Qualifier(qualifier))


def stated(row: Mapping[str, Any], variant: str | int | None, source: str | int | None) -> Stated:
    """A row of `statement`, or a draft's, as `statements.py` compares it."""
    return Stated(
        id=row.get("id", 0),
        property=row["property"],
        value=row["value"],
        variant=variant or None,
        target=row.get("target_id"),
        number=row["number"],
        rounding=row["rounding"] or 0.0,
        date=read_span(row, "value"),
        unit=row["unit"],
        role=row["role"],
        qualifier=row["qualifier"],
        when=read_span(row, "applies"),
        rank=row["rank"],
        basis=row["basis"],
        source=source or None,
        line=row["first_line"],
    )
