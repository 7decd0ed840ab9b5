"""IMPORTERS: the formats that can be imported, one record each, and `import_path`, which finds the right one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from db.dossier_files import ABOUT_FILE, DossierError, Problem, read_dossier
from db.kinds import Kind
from db.store import StoreReport, store
from db.texts import tr


@dataclass(frozen=True, slots=True)
class Importer:
    """A format. `sniff` says whether a path is of it, `run` stores it within the running edit.

    `run` takes the kind of the rows for formats that do not say it themselves. It raises an error that names the file,
    the line and what to do.
    """

    key: str
    label: str
    suffixes: tuple[str, ...]
    """Endings of its files, with the dot; none for a folder."""
    sniff: Callable[[Path], bool]
    run: Callable[[Connection, Path, Kind], StoreReport]


def _is_dossier(path: Path) -> bool:
    return path.name == ABOUT_FILE or path.is_dir()


def _run_dossier(conn: Connection, path: Path, _: Kind) -> StoreReport:
    return store(conn, read_dossier(path if path.is_dir() else path.parent))


def _is_table(path: Path) -> bool:
    return path.suffix.lower() in {".csv", ".tsv"}


def _run_table(conn: Connection, path: Path, kind: Kind) -> StoreReport:
    from db.importers.table import read_table

    return store(conn, read_table(conn, path, kind))


IMPORTERS: dict[str, Importer] = {
    item.key: item
    for item in (
        Importer("dossier", "Dossier (a folder of YAML files)", (), _is_dossier, _run_dossier),
        Importer("table", "Table (CSV or TSV)", (".csv", ".tsv"), _is_table, _run_table),
    )
}


def import_path(conn: Connection, path: Path, kind: Kind = Kind.RELEASE) -> StoreReport:
    """Import a file or folder by its format; raises DossierError if there is none for it, else what `run` raises."""
    if not path.exists():
        raise DossierError([Problem(str(path), 0, "", tr("does not exist; check the name"))])
    for importer in IMPORTERS.values():
        if importer.sniff(path):
            return importer.run(conn, path, kind)
    labels = ", ".join(importer.label for importer in IMPORTERS.values())
    raise DossierError(
        [Problem(str(path), 0, "", tr("is not of a known format; what can be imported: {labels}", labels=labels))]
    )
