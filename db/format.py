"""Cells as people read them. Machine forms belong to the exporters."""

from __future__ import annotations

from db.edtf import DateSpan, format_span
from db.listings import Field, FieldType
from db.numbers import format_number
from db.rows import Cell, Ref


def text(field: Field, cell: Cell) -> str:
    """A cell's text: 671B, Jan 2024, yes, “Meta; Mistral”; the empty text where nothing is known."""
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case int() | float():
            return format_number(cell)
        case DateSpan():
            return format_span(cell)
        case tuple():
            apart = " " if field.type is FieldType.LINKS else ", "
            separator = "; " if apart == ", " and any("," in _name(item) for item in cell) else apart
            return separator.join(_name(item) for item in cell)
    return cell


def _name(value: str | Ref) -> str:
    return value.name if isinstance(value, Ref) else value
