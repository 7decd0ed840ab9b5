"""The columns that several tables have: dates, words of a list, and the ids of other rows."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Integer, String


def one_of(column: str, words: type[StrEnum]) -> CheckConstraint:
    """A column takes these words alone."""
    listed = ", ".join(f"'{word.value}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def span(prefix: str) -> list[Column[object]]:
    """Columns of one date: original text, EDTF, bounds (inclusive; NULL is open or unknown), precision, qualifier."""
    return [
        Column(f"{prefix}_text", String(200), nullable=False, server_default=""),
        Column(f"{prefix}_edtf", String(100), nullable=False, server_default=""),
        Column(f"{prefix}_earliest", Date),
        Column(f"{prefix}_latest", Date),
        Column(f"{prefix}_precision", String(20), nullable=False, server_default=""),
        Column(f"{prefix}_qualifier", String(20), nullable=False, server_default=""),
        CheckConstraint(f"{prefix}_earliest <= {prefix}_latest", name=f"{prefix}_order"),  # type: ignore[list-item]
    ]


def refers_to(
    name: str, *, nullable: bool = False, primary_key: bool = False, column: str = "entity", ondelete: str = "CASCADE"
) -> Column[int]:
    """A column with the id of an entity, or of a row of another table that is named like `column`."""
    key = ForeignKey(f"{column}.id", ondelete=ondelete)
    return Column(name, Integer, key, nullable=nullable, primary_key=primary_key)
