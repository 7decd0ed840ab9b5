"""Make an empty database of the first schema that was released: `older_database.py FILE`.

A frozen program is tried with it, because migrations travel as files and nothing else would miss them.
"""

from __future__ import annotations

import sys
from pathlib import Path

from alembic import command
from sqlalchemy import Connection, create_engine

from db import schema, search
from db.migrate import configuration


def fill(conn: Connection) -> None:
    """Make the tables, the search index and the marks as that Labline did."""
    config = configuration()
    config.attributes["connection"] = conn
    command.upgrade(config, schema.REVISIONS[0])
    search.create(conn)
    schema.mark(conn)
    conn.exec_driver_sql("PRAGMA user_version = 1")


def main(arguments: list[str]) -> int:
    """Make the database; the exit code."""
    path = Path(arguments[0])
    path.unlink(missing_ok=True)
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as conn:
        fill(conn)
    engine.dispose()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
