"""The whole database as a dossier's folder."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from db.dossier_files import write_dossier
from db.unload import load


def write_folder(conn: Connection, folder: Path) -> None:
    """Write everything that the database states; `import` reads it back without loss. Raises WriteError."""
    write_dossier(load(conn), folder)
