"""What is worked out from a database and kept while it stays as it is: masks, orders, codes, the timeline.

Each connection keeps its own, so no lock is needed. It is thrown away as soon as the connection sees another state of
the database, whoever wrote it. Where a state cannot be told from another (PostgreSQL), nothing is kept.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from sqlalchemy import Connection

T = TypeVar("T")

MOST_BYTES = 512_000_000
"""What one connection keeps at most. 100,000 releases with orders, facets, relations and timeline take 45 MB, so that a
million and the masks of some dozens of filters have room; the bundled dossier takes less than one."""
_NAME = "labline.kept"


class Kept:
    """Values by key, of which those that were not asked for longest go first when there is no more room."""

    def __init__(self, state: object = None, most: int = MOST_BYTES) -> None:
        self.state = state
        self._most = most
        self._bytes = 0
        self._values: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], T], size: Callable[[T], int] = lambda _: 1_000) -> T:
        """The value of a key, made when it is not here; `size` says how many bytes it takes."""
        found = self._values.get(key)
        if found is not None:
            self._values.move_to_end(key)
            return cast(T, found[0])
        value = make()  # may itself ask for others, or be interrupted: then nothing is kept
        taken = size(value)
        if taken <= self._most:
            self._values[key] = (value, taken)
            self._bytes += taken
            while self._bytes > self._most:
                _, (_, freed) = self._values.popitem(last=False)
                self._bytes -= freed
        return value

    def __contains__(self, key: Hashable) -> bool:
        return key in self._values


def is_keeping(conn: Connection) -> bool:
    """Whether the state of this database can be told, so that anything may be kept."""
    return conn.dialect.name == "sqlite"


def kept(conn: Connection) -> Kept:
    """What this connection has kept of the state that it sees."""
    if not is_keeping(conn):
        return Kept()
    driver: Any = conn.connection.driver_connection
    # The first number tells of others' commits, the second of this connection's own changes.
    state = (driver.execute("PRAGMA data_version").fetchone()[0], driver.total_changes)
    found: Kept | None = conn.info.get(_NAME)
    if found is None or found.state != state:
        found = conn.info[_NAME] = Kept(state)
    return found


def forget(conn: Connection, *_: object) -> None:
    """Throw away what a connection has kept: after a rollback its own changes are gone, though they were counted."""
    conn.info.pop(_NAME, None)
