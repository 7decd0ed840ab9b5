"""What of a saved view this version cannot show: it is opened all the same, and whoever imports it is told."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from db.fields import fields_of
from db.kinds import Kind
from db.texts import tr
from desktop.links import ZOOMED
from desktop.perspectives import PERSPECTIVES

if TYPE_CHECKING:
    from desktop.saved.record import SavedView


def passed_over(view: SavedView) -> list[str]:
    """A sentence for each part that does not exist here: perspective, zooms, keys of the sort, columns."""
    said = []
    if view.perspective not in {"", *(one.name for one in PERSPECTIVES)}:
        first = tr(PERSPECTIVES[0].title)
        said.append(tr("there is no perspective “{name}”, so {first} is shown.", name=view.perspective, first=first))
    for name, (first_day, last_day) in view.zooms.items():
        if name not in ZOOMED:
            said.append(tr("“{name}” cannot be zoomed, so that zoom is passed over.", name=name))
        elif first_day < datetime.date.min.toordinal() or last_day > datetime.date.max.toordinal() + 1:
            said.append(tr("the zoom of {name} lies outside the calendar, so other days are shown.", name=name))
    known = {field.key for field in fields_of(Kind.RELEASE)}
    for key, _descending in view.layout.sort:
        if key not in known:
            said.append(tr("there is no column “{key}” to sort by, so that key is passed over.", key=key))
    gone = [column.key for column in view.layout.columns if column.key not in known]
    if gone:
        said.append(tr("there is no column {keys}, so none is shown.", keys=", ".join(f"“{key}”" for key in gone)))
    return said
