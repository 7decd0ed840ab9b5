"""Puts `labline:` links on the clipboard: to an entity, and to what the window shows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from db.texts import tr

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from desktop.links import Link
    from desktop.state import FilterState, NavigationState
    from desktop.tasks import QueryRunner

Tell = Callable[[str], object]
"""Says something in the status bar."""


def copy_entity_link(runner: QueryRunner, entity_id: int | None, tell: Tell) -> None:
    """Copy a link to an entity, or say that there is none to copy one of."""
    if entity_id is None:
        tell(tr("Nothing is selected: choose what to copy a link to."))
    else:
        runner.run("link.copy", partial(_link, entity_id=entity_id), partial(_put, tell))


def copy_view_link(filters: FilterState, navigation: NavigationState, tell: Tell) -> None:
    """Copy a link to the filter in force, with the perspective and the zooms."""
    from desktop.links import LONGEST, ViewLink

    link = ViewLink(filters.spec, navigation.perspective, navigation.place.zooms)
    if len(str(link)) > LONGEST:
        tell(tr("The filter is too long for a link; save the view instead."))
    else:
        _put(tell, link)


def _link(conn: Connection, entity_id: int) -> Link | None:
    from db import queries
    from desktop.links import EntityLink

    details = queries.details(conn, entity_id)
    return None if details is None else EntityLink(details.slug)


def _put(tell: Tell, link: Link | None) -> None:
    if link is None:
        tell(tr("The entity is no longer in this database."))
        return
    QGuiApplication.clipboard().setText(str(link))
    tell(tr("Link copied: {link}", link=str(link)))
