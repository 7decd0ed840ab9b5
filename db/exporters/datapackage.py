"""`datapackage.json`: the Frictionless description that lies beside a lossless CSV."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from db import models as m
from db.atomic import WriteError, atomic_write
from db.exporters.tabular import Column, ExportRequest
from db.rows import Counts
from db.texts import tr

NAME = "datapackage.json"
_MADE_BY = "Labline"


_NAME = re.compile(r"[^-a-z0-9._]+")
_LICENCE = re.compile(r"[^-a-zA-Z0-9._]+")


def describe(
    conn: Connection, request: ExportRequest, columns: Sequence[Column], path: Path, counts: Counts
) -> dict[str, Any]:
    """The file as a Frictionless tabular data resource: schema, query, counts, time, licence and credits."""
    dossiers = conn.execute(select(m.dossier).order_by(m.dossier.c.slug)).mappings().all()
    resource: dict[str, Any] = {
        "name": _NAME.sub("-", path.stem.lower()).strip("-.") or "export",
        "path": path.name,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True},
        "schema": {"fields": [_field(column) for column in columns], "missingValues": [""]},
        "labline": {
            "kind": request.listing.value,
            "query": str(request.spec),
            "scope": "selected" if request.ids is not None else "filtered" if request.spec.clauses else "all",
            "rows": counts.matching,
            "of": counts.total,
            "made": datetime.now(UTC).isoformat(timespec="seconds"),
        },
    }
    licences = dict.fromkeys(row["license"] for row in dossiers if row["license"])
    credits_ = dict.fromkeys(row["credits"] for row in dossiers if row["credits"])
    if licences:
        resource["licenses"] = [
            {"name": _LICENCE.sub("-", text).strip("-") or "other", "title": text} for text in licences
        ]
    if credits_:
        resource["sources"] = [{"title": text} for text in credits_]
    return resource


def _field(column: Column) -> dict[str, Any]:
    item = column.field
    described: dict[str, Any] = {
        "name": column.header,
        "type": column.type,
        "title": item.label,
        "description": item.about,
    }
    if column.type == "boolean":
        described |= {"trueValues": ["true"], "falseValues": ["false"]}
    return described


def write_beside(path: Path, resource: dict[str, Any]) -> Path:
    """Write or extend `datapackage.json` beside `path` and return it; one made by something else is left alone."""
    for name in (NAME, f"{path.stem}.{NAME}"):
        target = path.with_name(name)
        package = _ours(target)
        if package is not None:
            break
    else:
        raise WriteError(
            tr(
                "{path} was written, its description was not: {description} and {target} are not "
                "Labline's; move one of them or choose another folder",
                path=path,
                description=path.parent / NAME,
                target=target,
            )
        )
    others = [item for item in package["resources"] if isinstance(item, dict) and item.get("path") != path.name]
    taken = {item.get("name") for item in others}
    first = resource["name"]
    names = (first, *(f"{first}-{number}" for number in range(2, len(others) + 3)))
    package["resources"] = [*others, resource | {"name": next(name for name in names if name not in taken)}]
    with atomic_write(target) as file:
        file.write(json.dumps(package, ensure_ascii=False, indent=2).encode() + b"\n")
    return target


def _ours(target: Path) -> dict[str, Any] | None:
    """The package at `target`, a new one if there is none, or None if it is not Labline's."""
    try:
        found = json.loads(target.read_text("utf-8"))
    except FileNotFoundError:
        return {"name": "labline-export", "profile": "tabular-data-package", "created_by": _MADE_BY, "resources": []}
    except (OSError, ValueError, RecursionError):
        return None
    made = isinstance(found, dict) and found.get("created_by") == _MADE_BY
    return found if made and isinstance(found.get("resources"), list) else None
