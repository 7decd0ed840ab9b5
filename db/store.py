"""A dossier's records into the database: new entities are added, known ones (by slug) get what they do not yet have.

Nothing is overwritten, doubled or lost: storing the same dossier twice changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, exists, select

from db import models as m
from db import search
from db.changes import insert, update
from db.database_file import DatabaseError
from db.dossier import About, Dossier, Entity, Fact
from db.kinds import PLURALS, Kind
from db.properties import PROPERTIES, ValueType
from db.refresh import OWN, chunks, refresh
from db.stated_rows import stated
from db.statement_rows import Draft, drafts
from db.store_statements import add_statements
from db.texts import tr
from db.typed import columns_of
from db.unload import load

__all__ = ["StoreError", "StoreReport", "load", "store"]

Row = dict[str, Any]


class StoreError(DatabaseError):
    """A dossier that contradicts the database; the message says where and what to do. Nothing may be committed."""


@dataclass(frozen=True, slots=True)
class StoreReport:
    """How many entities of each kind were added, changed and already there as they are."""

    added: Mapping[Kind, int] = field(default_factory=dict)
    changed: Mapping[Kind, int] = field(default_factory=dict)
    unchanged: Mapping[Kind, int] = field(default_factory=dict)

    def __str__(self) -> str:
        """In words: “added 31 releases and 4 sources; changed 1 person; left 12 as they were”."""
        parts = []
        if self.added:
            parts.append(tr("added {things}", things=_counted(self.added)))
        if self.changed:
            parts.append(tr("changed {things}", things=_counted(self.changed)))
        if left := sum(self.unchanged.values()):
            parts.append(tr("left {n} as they were", n=left))
        return tr("; ").join(parts) or tr("nothing to add")


def _counted(counts: Mapping[Kind, int]) -> str:
    nouns = {kind: kind.value if count == 1 else PLURALS[kind] for kind, count in counts.items()}
    words = [tr("{n} {things}", n=count, things=tr(nouns[kind])) for kind, count in counts.items()]
    if len(words) == 1:
        return words[0]
    return tr("{things} and {last}", things=tr(", ").join(words[:-1]), last=words[-1])


@dataclass(frozen=True, slots=True)
class _Known:
    """An entity that the database has."""

    id: int
    kind: str
    name: str


def store(conn: Connection, dossier: Dossier) -> StoreReport:
    """Write a dossier that `check_references` found right, within the running edit; raises StoreError."""
    known = _known(conn, dossier)
    _check(dossier, known)
    names = {slug: entity.name for slug, entity in known.items()}
    names.update({entity.id: entity.name for entity in dossier.entities if entity.id not in known})
    entities = [_with_other_name(entity, known.get(entity.id)) for entity in dossier.entities]
    said = {entity.id: list(drafts(entity, names)) for entity in entities}
    new = [entity for entity in entities if entity.id not in known]
    ids = {slug: entity.id for slug, entity in known.items()} | _add(conn, new, said)
    changed = _merge_parts(conn, entities, ids, {entity.id for entity in new})
    changed |= add_statements(conn, entities, said, ids)
    _store_about(conn, dossier.about)
    fresh = {ids[entity.id] for entity in new}
    if fresh or changed:
        search.rebuild(conn, refresh(conn, fresh | changed))
    return _report(dossier, {entity.id for entity in new}, {slug for slug, id_ in ids.items() if id_ in changed})


def _report(dossier: Dossier, new: set[str], changed: set[str]) -> StoreReport:
    counts: dict[str, Counter[Kind]] = {"added": Counter(), "changed": Counter(), "unchanged": Counter()}
    for entity in dossier.entities:
        fate = "added" if entity.id in new else "changed" if entity.id in changed else "unchanged"
        counts[fate][entity.kind] += 1
    return StoreReport(**counts)


def _known(conn: Connection, dossier: Dossier) -> dict[str, _Known]:
    """The entities of the database that the dossier has or refers to, by slug."""
    if not conn.scalar(select(exists().select_from(m.entity))):
        return {}
    e = m.entity.c
    slugs = {entity.id for entity in dossier.entities} | {slug for _, slug in _references(dossier)}
    return {
        row.slug: _Known(row.id, row.kind, row.name)
        for chunk in chunks(slugs)
        for row in conn.execute(select(e.id, e.slug, e.kind, e.name).where(e.slug.in_(chunk)))
    }


def _references(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Each slug that an entity names, after the entity's own: targets of facts and sources."""
    for entity in dossier.entities:
        for facts in (entity.facts, *(variant.facts for variant in entity.variants)):
            for key, values in facts.items():
                is_entity = PROPERTIES[key].type is ValueType.ENTITY
                for fact in values:
                    if is_entity and fact.value:
                        yield entity.id, fact.value
                    for citation in fact.cite:
                        yield entity.id, citation.source


def _check(dossier: Dossier, known: dict[str, _Known]) -> None:
    title = dossier.about.title
    for entity in dossier.entities:
        before = known.get(entity.id)
        if before is not None and before.kind != entity.kind:
            raise StoreError(
                tr(
                    "“{id}” is among the {kind} of the dossier “{title}”, but among the {other} of the "
                    "database; give one of them another id",
                    id=entity.id,
                    kind=PLURALS[entity.kind],
                    title=title,
                    other=PLURALS[Kind(before.kind)],
                )
            )
    there = known.keys() | {entity.id for entity in dossier.entities}
    for owner, slug in _references(dossier):
        if slug not in there:
            raise StoreError(
                tr(
                    "“{owner}” of the dossier “{title}” names “{slug}”, which is nowhere; add it or correct it",
                    owner=owner,
                    title=title,
                    slug=slug,
                )
            )


def _with_other_name(entity: Entity, known: _Known | None) -> Entity:
    """An entity that goes by another name in the database keeps the dossier's name as an alias."""
    aliases = entity.facts.get("alias", ())
    if known is None or known.name == entity.name or entity.name in {fact.value for fact in aliases}:
        return entity
    facts = {**entity.facts, "alias": (*aliases, Fact(value=entity.name))}
    return entity.model_copy(update={"facts": facts})


def _add(conn: Connection, entities: list[Entity], said: dict[str, list[Draft]]) -> dict[str, int]:
    """Insert entities and the rows of their kinds, typed columns filled; return their ids by slug."""
    columns = {
        entity.id: columns_of(
            entity.kind,
            [stated(draft.row, draft.variant, draft.source) for draft in said[entity.id]],
            [variant.id for variant in entity.variants],
        )
        for entity in entities
    }
    rows = [
        {"slug": entity.id, "kind": entity.kind.value, "name": entity.name, "name_key": entity.name.casefold()}
        | columns[entity.id].entity
        for entity in entities
    ]
    ids = dict(zip((entity.id for entity in entities), insert(conn, m.entity, rows), strict=True))
    for kind, table in OWN.items():
        mine = [entity for entity in entities if entity.kind is kind]
        extra = [{"lines": entity.lines} if kind is Kind.SOURCE else {} for entity in mine]
        own = [{"id": ids[entity.id], **columns[entity.id].own} for entity in mine]
        insert(conn, table, [row | more for row, more in zip(own, extra, strict=True)])
    variants = [
        {"release_id": ids[entity.id], "key": variant.id, "name": variant.name, "position": position}
        | columns[entity.id].variants[variant.id]
        for entity in entities
        for position, variant in enumerate(entity.variants)
    ]
    insert(conn, m.variant, variants)
    return ids


def _merge_parts(conn: Connection, entities: list[Entity], ids: dict[str, int], new: set[str]) -> set[int]:
    """Add the tags, sections, line counts and variants that are not there yet; return the known entities changed."""
    mine = [ids[entity.id] for entity in entities]
    there = {
        m.term: _keys(conn, m.term, mine, ("entity_id", "property", "value")),
        m.section: _keys(conn, m.section, mine, ("source_id", "first_line")),
        m.variant: _keys(conn, m.variant, mine, ("release_id", "key")),
    }
    lines = {row[0] for row in _keys(conn, m.source, mine, ("id", "lines")) if row[1] is not None}
    before = Counter(owner for owner, _ in there[m.variant])
    rows: dict[Table, dict[tuple[Any, ...], Row]] = {table: {} for table in there}
    changed = set()
    for entity in entities:
        id_ = ids[entity.id]
        for tag in entity.tags:
            rows[m.term][id_, "tag", tag] = {"entity_id": id_, "property": "tag", "value": tag}
        for section in entity.sections:
            row = {"source_id": id_, "first_line": section.line, "title": section.title}
            rows[m.section][id_, section.line] = row
        for place, variant in enumerate(entity.variants):
            row = {"release_id": id_, "key": variant.id, "name": variant.name, "position": before[id_] + place}
            rows[m.variant][id_, variant.id] = row
        if entity.lines is not None and id_ not in lines:
            update(conn, m.source, id_, {"lines": entity.lines})
            changed.add(id_)
    for table, wanted in rows.items():
        missing = {key: row for key, row in wanted.items() if key not in there[table]}
        insert(conn, table, list(missing.values()))
        changed |= {key[0] for key in missing}
    return changed - {ids[slug] for slug in new}


def _keys(conn: Connection, table: Table, owners: list[int], names: tuple[str, ...]) -> set[tuple[Any, ...]]:
    columns = [table.c[name] for name in names]
    return {
        tuple(row)
        for chunk in chunks(owners)
        for row in conn.execute(select(*columns).where(columns[0].in_(chunk)))
    }  # fmt: skip


def _store_about(conn: Connection, about: About) -> None:
    row = {name: getattr(about, name) for name in ("title", "version", "license", "credits", "about")}
    if conn.scalar(select(m.dossier.c.slug).where(m.dossier.c.slug == about.id)) is None:
        insert(conn, m.dossier, [{"slug": about.id, **row}])
    else:
        update(conn, m.dossier, about.id, row)
