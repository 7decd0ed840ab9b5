"""The words that may stand before and after a colon in a query: field keys with their aliases, and fixed values."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from db.clauses import ANY, IS_VALUES, LINEAGE_KEYS


class Family(StrEnum):
    """How the values of a key are written, whichever listing it belongs to."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    BOOL = "bool"


SPECIAL_KEYS = ("has", "is", "disagrees", *LINEAGE_KEYS)

ALIASES = {
    "organisation": "org",
    "organisations": "org",
    "organizations": "org",
    "lab": "org",
    "company": "org",
    "parameters": "params",
    "size": "params",
    "licence": "license",
    "techniques": "technique",
    "modalities": "modality",
    "weights": "open",
    "people": "person",
    "author_name": "author",
    "tags": "tag",
    "sources": "source",
    "papers": "paper",
    "parents": "parent",
    "children": "child",
    "releases": "release",
    "released": "date",
    "year": "date",
    "slug": "id",
    "links": "link",
    "descends_from": "descendant-of",
    "descendant_of": "descendant-of",
    "descendants_of": "descendant-of",
    "ancestor_of": "ancestor-of",
    "ancestors_of": "ancestor-of",
}
"""What people also write for a key; the keys of properties are added from the fields that show them."""


@lru_cache(maxsize=1)
def filter_keys() -> dict[str, str]:
    """Each word that may stand before a colon, with the key that it means."""
    from db.fields import FIELDS

    keys = {field.property: field.key for field in reversed(FIELDS) if field.property}
    keys |= ALIASES
    keys |= {field.key: field.key for field in FIELDS}
    return keys | {key: key for key in SPECIAL_KEYS}


@lru_cache(maxsize=1)
def about_keys() -> dict[str, str]:
    """Each word that may stand after `has:` and `disagrees:`, with the field or property that it means."""
    from db.properties import PROPERTIES

    keys = {key: key for key in PROPERTIES}
    keys |= {word: key for word, key in filter_keys().items() if key not in SPECIAL_KEYS}
    return keys


def field_key(word: str) -> str | None:
    """The key that a word before a colon means, or None."""
    keys = filter_keys()
    folded = word.lower()
    return keys.get(folded) or keys.get(folded.replace("-", "_"))


@lru_cache(maxsize=256)
def family_of(key: str) -> Family:
    """How the values of a key are written."""
    from db.fields import FIELDS
    from db.listings import FieldType

    families = {FieldType.NUMBER: Family.NUMBER, FieldType.DATE: Family.DATE, FieldType.BOOL: Family.BOOL}
    return next((families.get(field.type, Family.TEXT) for field in FIELDS if field.key == key), Family.TEXT)


def fixed_values(key: str) -> tuple[str, ...]:
    """The values of a key that need no database: for `is:`, `has:`, `disagrees:` and yes or no."""
    if key == "is":
        return IS_VALUES
    if key == "has":
        return tuple(sorted(set(about_keys().values())))
    if key == "disagrees":
        from db.properties import PROPERTIES

        compared = {item.key for item in PROPERTIES.values() if item.compared}
        return (ANY, *sorted({shown for word, shown in about_keys().items() if word in compared}))
    return ("yes", "no", "unknown") if family_of(key) is Family.BOOL else ()
