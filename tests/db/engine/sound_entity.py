"""An entity that a database takes."""

from __future__ import annotations

ENTITY = {"slug": "v3", "kind": "release", "name": "V3", "name_key": "v3"}
