"""What is kept between two questions, thrown away: so that a measurement holds the work that a user waits for."""

from __future__ import annotations

from sqlalchemy import Connection

from db.kept import forget, kept

_OF_FILTERS = {"mask", "unit", "respelled"}


def forget_filters(conn: Connection) -> None:
    """As after a new key: what is known of the entities stays, what is known of filters goes."""
    values = kept(conn)._values
    for key in [key for key in values if isinstance(key, tuple) and key[0] in _OF_FILTERS]:
        del values[key]


def forget_everything(conn: Connection) -> None:
    """As after opening the database, or a change to it."""
    forget(conn)
