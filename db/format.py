"""Cells as people read them. Machine forms belong to the exporters."""

from __future__ import annotations

from db.edtf import DateSpan, format_span
from db.listings import Field, FieldType
from db.numbers import format_number
from db.rows import Cell, Ref
from db.texts import tr


def text(field: Field, cell: Cell) -> str:
    """A cell's text: 671B, Jan 2024, yes, “Meta; Mistral”; the empty text where nothing is known."""
    match cell:
        case None:
            return ""
        case bool():
            return tr("yes") if cell else tr("no")
        case int() | float():
            return format_number(cell)
        case DateSpan():
            return format_span(cell)
        case tuple():
            if field.type is FieldType.LINKS:
                return " ".join(_name(item) for item in cell)
            separator = tr("; ") if any("," in _name(item) for item in cell) else tr(", ")
            return separator.join(_name(item) for item in cell)
    return cell


def _name(value: str | Ref) -> str:
    return value.name if isinstance(value, Ref) else value
