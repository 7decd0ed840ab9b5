"""The dossier that comes with the program, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from db.dossier import Dossier, Entity
from db.dossier_files import read_dossier

FOLDER = Path(__file__).parents[3] / "resources" / "dossiers" / "deepseek"


@cache
def dossier() -> Dossier:
    return read_dossier(FOLDER)


@cache
def entities() -> dict[str, Entity]:
    """The entities by their ids."""
    return {entity.id: entity for entity in dossier().entities}
