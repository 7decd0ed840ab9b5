"""A generated database of many releases, written by raw sqlite3 into tables that Labline made.

The same seed gives the same rows. Names, dates at every precision, unknowns, variants, people and statements are spread
as in real data, so that no index or facet has an easy time.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from db.engine import open_database
from db.search import rebuild

ORGANIZATIONS, TECHNIQUES, PEOPLE, SOURCES = 800, 120, 4_000, 6
LICENSES = ["MIT", "Apache-2.0", "CC-BY-NC-4.0", "Llama 3 licence", "Proprietary", None, None]
MODALITIES = ["text", "code", "vision", "audio", "image generation", "video"]
CONSONANTS, VOWELS = "bcdfghjklmnpqrstvwxz", "aeiou"
HAN = "梁文锋罗福利郭大雅王小明李华张伟刘洋陈静杨帆赵磊"
SIZES = [0.5, 1.3, 1.5, 3, 6.7, 7, 8, 13, 14, 32, 33, 67, 70, 236, 405, 671]


def _word(rng: random.Random, syllables: int) -> str:
    return "".join(rng.choice(CONSONANTS) + rng.choice(VOWELS) for _ in range(syllables)).capitalize()


def _date(rng: random.Random) -> tuple[str, str | None, str | None, str]:
    """EDTF, first day, last day and precision."""
    year, month, day = rng.randint(2018, 2025), rng.randint(1, 12), rng.randint(1, 28)
    shape = rng.random()
    if shape < 0.05:
        return "", None, None, ""
    if shape < 0.15:
        return f"{year}", f"{year}-01-01", f"{year}-12-31", "year"
    if shape < 0.4:
        return f"{year}-{month:02}", f"{year}-{month:02}-01", f"{year}-{month:02}-28", "month"
    text = f"{year}-{month:02}-{day:02}"
    return text, text, text, "day"


class _Tables:
    """Rows by table and columns, written in bulk."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.conn = conn

    def write(self, table: str, columns: str, rows: Iterator[tuple[Any, ...]] | list[tuple[Any, ...]]) -> None:
        marks = ", ".join("?" * len(columns.split(",")))
        self.conn.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)


_ENTITY = "id, slug, kind, name, name_key, date_text, date_edtf, date_earliest, date_latest, date_precision, sources"


def make(path: Path, releases: int, *, seed: int = 1) -> Path:
    """A database with this many releases, its search index built."""
    database = open_database(path)
    database.close()
    rng = random.Random(seed)
    conn = sqlite3.connect(path)
    tables = _Tables(conn)
    first = {"organization": releases + 1}
    first["technique"] = first["organization"] + ORGANIZATIONS
    first["person"] = first["technique"] + TECHNIQUES
    first["source"] = first["person"] + PEOPLE
    _others(tables, rng, first)
    _releases(tables, rng, releases)
    _relations(tables, rng, releases, first)
    _statements(tables, rng, releases, first["source"])
    conn.commit()
    conn.execute("ANALYZE")
    conn.commit()
    conn.close()
    database = open_database(path)
    with database.write("Search index") as connection:
        rebuild(connection)
    database.close()
    return path


def _others(tables: _Tables, rng: random.Random, first: dict[str, int]) -> None:
    counts = {"organization": ORGANIZATIONS, "technique": TECHNIQUES, "person": PEOPLE, "source": SOURCES}
    for kind, count in counts.items():
        names = [f"{_word(rng, 2)} {_word(rng, rng.randint(1, 3))} {at}" for at in range(count)]
        ids = range(first[kind], first[kind] + count)
        rows = [
            (id_, f"{kind}-{id_}", kind, name, name.casefold(), "", "", None, None, "", 0)
            for id_, name in zip(ids, names, strict=True)
        ]
        tables.write("entity", _ENTITY, rows)
    tables.write("person", "id", [(id_,) for id_ in range(first["person"], first["person"] + PEOPLE)])
    tables.write("source", "id", [(id_,) for id_ in range(first["source"], first["source"] + SOURCES)])
    natives = [
        (id_, name, name, "native")
        for id_ in range(first["person"], first["person"] + PEOPLE, 2)
        for name in ("".join(rng.sample(HAN, rng.randint(2, 3))),)
    ]
    tables.write("alias", "entity_id, text, key, role", natives)


def _releases(tables: _Tables, rng: random.Random, count: int) -> None:
    entities, releases, variants, terms = [], [], [], []
    for id_ in range(1, count + 1):
        name = f"{_word(rng, 3)}-{_word(rng, 1)}{rng.randint(1, 9)}"
        edtf, earliest, latest, precision = _date(rng)
        entities.append(
            (id_, f"release-{id_}", "release", name, name.casefold(), edtf, edtf, earliest, latest, precision, 2)
        )
        sizes = sorted(rng.sample(SIZES, rng.choice([0, 1, 1, 1, 2, 3])))
        params = [int(size * 1e9) for size in sizes]
        active = [value // 10 if rng.random() < 0.2 else None for value in params]
        variants += [(id_, f"{size}b", f"{size}B", at, params[at], active[at]) for at, size in enumerate(sizes)]
        largest = (params[-1], active[-1]) if params else (None, None)
        releases.append((id_, *largest, len(sizes), rng.choice([0, 1, 1, None]), rng.choice(LICENSES)))
        terms += [(id_, "modality", word) for word in rng.sample(MODALITIES, rng.choice([1, 1, 2]))]
    tables.write("entity", _ENTITY, entities)
    tables.write("release", "id, params, active_params, variants, open_weights, license", releases)
    tables.write("variant", "release_id, key, name, position, params, active_params", variants)
    tables.write("term", "entity_id, property, value", terms)


def _relations(tables: _Tables, rng: random.Random, count: int, first: dict[str, int]) -> None:
    relations, credits, derivations = [], [], []
    for id_ in range(1, count + 1):
        organization = first["organization"] + min(int(rng.expovariate(0.01)), ORGANIZATIONS - 1)
        relations.append((id_, "organization", organization))
        used = rng.sample(range(TECHNIQUES), rng.choice([0, 0, 1, 2, 3]))
        relations += [(id_, "technique", first["technique"] + at) for at in used]
        if rng.random() < 0.3:
            credits.append((first["person"] + rng.randrange(PEOPLE), id_, "author"))
        if rng.random() < 0.2 and id_ > 1:
            parent = rng.randint(1, id_ - 1)
            derivations.append((id_, parent, f"release-{parent}", "finetune", "stated"))
    tables.write("relation", "subject_id, property, object_id", relations)
    tables.write("credit", "person_id, target_id, role", credits)
    tables.write("derivation", "child_id, parent_id, parent_name, relation, basis", derivations)


def _statements(tables: _Tables, rng: random.Random, count: int, first_source: int) -> None:
    columns = "entity_id, property, position, value, rank, basis, source_id, first_line, last_line"
    rows = (
        (id_, key, at, _value(rng, key), "normal", "stated", first_source + rng.randrange(SOURCES), id_, id_)
        for id_ in range(1, count + 1)
        for at, key in enumerate(("date", "description"))
    )
    tables.write("statement", columns, rows)


def _value(rng: random.Random, key: str) -> str:
    return "2024" if key == "date" else " ".join(_word(rng, 2) for _ in range(6))
