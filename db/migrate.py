"""Bringing an older database up to date: a verified backup, then one transaction that holds or leaves no trace."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, text

from db import schema, search
from db.database_file import DatabaseError, connect_for_reading, refuse, sidecar
from db.texts import later, tr

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
_ADVICE = later("Nothing was changed. Report this, and go on with the Labline that you had.")


def migrate(path: Path, writer: Engine) -> Path:
    """Bring the database at `path` to the newest generation; the caller holds its lock and its only writing connection.

    Returns the backup that it took first. Raises DatabaseError, with the database as it was.
    """
    copy = back_up(path)
    with writer.connect() as conn:
        # With foreign_keys=ON, rebuilding a table would delete what hangs on it; in a transaction the pragma is void.
        driver = conn.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)  # noqa: S101
        driver.execute("PRAGMA foreign_keys=OFF")
        try:
            with conn.begin():
                _migrate(path, conn, driver)
        finally:
            driver.execute("PRAGMA foreign_keys=ON")
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return copy


def _migrate(path: Path, conn: Connection, driver: sqlite3.Connection) -> None:
    before = _counts(conn)
    try:
        upgrade(conn)
    except DatabaseError:
        raise
    except Exception as error:
        raise refuse(
            path,
            tr("its update to schema {generation} failed ({error})", generation=schema.GENERATION, error=error),
            _ADVICE,
        ) from error
    after = _counts(conn)
    for table, count in before.items():
        if after.get(table) != count:
            lost = tr(
                "{table} had {count} rows and would have {left}",
                table=table,
                count=count,
                left=after.get(table, "none"),
            )
            raise refuse(path, tr("its update failed: {lost}", lost=lost), _ADVICE)
    broken = conn.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken:
        raise refuse(
            path,
            tr("its update failed: a row of {table} names a missing row of {other}", table=broken[0], other=broken[2]),
            _ADVICE,
        )
    search.create(conn)
    search.rebuild(conn)
    search.integrity_check(conn)
    schema.mark(conn)
    strange = schema.strangeness(driver, schema.GENERATION)
    if strange:
        raise refuse(path, tr("its update failed: {strange}", strange=strange), _ADVICE)


def upgrade(conn: Connection) -> None:
    """Run the migrations that the database behind this connection lacks, in the transaction that it is in."""
    from alembic import command

    config = configuration()
    config.attributes["connection"] = conn
    command.upgrade(config, "head")


def configuration() -> Config:
    """Alembic's configuration: the one place that says where the migrations are."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def back_up(path: Path) -> Path:
    """A verified copy beside the database, mode 0600, named by its generation; an existing copy is kept as well."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:80]}.", suffix=".backup", dir=path.parent)
    os.close(handle)
    new = Path(name)
    try:
        with closing(connect_for_reading(path, immutable=False)) as source, closing(sqlite3.connect(new)) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")  # one file, without a -wal beside it
            (verdict,) = target.execute("PRAGMA integrity_check(1)").fetchone()
            (generation,) = target.execute("PRAGMA user_version").fetchone()
        if verdict != "ok":
            raise refuse(
                path,
                tr("its backup before the update is damaged ({verdict})", verdict=verdict),
                later("Check the disk."),
            )
        with new.open("rb+") as file:
            os.fsync(file.fileno())
        copy = _free_name(path, generation)
        new.replace(copy)
        return copy
    except (OSError, sqlite3.Error) as error:
        raise refuse(
            path, tr("no backup before its update could be made ({error})", error=error), later("Free some space.")
        ) from error
    finally:
        for ending in ("", "-journal", "-wal", "-shm"):
            with suppress(OSError):
                sidecar(new, ending).unlink(missing_ok=True)


def _free_name(path: Path, generation: int) -> Path:
    name = sidecar(path, f".schema-{generation}.backup")
    number = 2
    while name.exists():
        name = sidecar(path, f".schema-{generation}-{number}.backup")
        number += 1
    return name


def _counts(conn: Connection) -> dict[str, int]:
    """Rows by table; the search index is made anew, so it and its inner tables do not count."""
    found = conn.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    tables = [name for name in found.scalars() if not name.startswith("search")]
    quote = conn.dialect.identifier_preparer.quote
    return {name: conn.scalar(text(f"SELECT count(*) FROM {quote(name)}")) or 0 for name in tables}
