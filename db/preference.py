"""Choosing the statement that is shown: an edit of ranks, with all that follows from them, that can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, select

from db import models as m
from db import search
from db.changes import update
from db.database_file import DatabaseError
from db.kinds import Basis, Rank
from db.properties import PROPERTIES
from db.refresh import refresh
from db.stated_rows import stated
from db.statements import Stated, comparable
from db.texts import tr

MARK = "\n"
"""Between the ground of an inferred statement and the reason for its rank."""

Row = dict[str, Any]
_s = m.statement.c


def prefer(conn: Connection, statement_id: int, reason: str = "") -> set[int]:
    """Prefer what a statement says to all that contradicts or refines it, within the running edit.

    Other citations of the same value are preferred with it; of a set of names, all that stand at its place. What was
    preferred before becomes normal. `reason` is kept as the ground. Returns the entities that it concerned.
    """
    chosen, rows = _rivals(conn, statement_id)
    same = [row for row in rows if _says_the_same(chosen, row)]
    ids = {row["id"] for row in same}
    for row in rows:
        if row["id"] in ids:
            _rank(conn, row, Rank.PREFERRED, reason)
        elif row["rank"] == Rank.PREFERRED:
            _rank(conn, row, Rank.NORMAL)
    return _follow(conn, chosen["entity_id"])


def withdraw(conn: Connection, statement_id: int) -> set[int]:
    """Prefer none of the statements that are compared with this one, within the running edit."""
    chosen, rows = _rivals(conn, statement_id)
    for row in rows:
        if row["rank"] == Rank.PREFERRED:
            _rank(conn, row, Rank.NORMAL)
    return _follow(conn, chosen["entity_id"])


def label(conn: Connection, statement_id: int) -> str:
    """What the edit is called that prefers a statement: “Prefer “6 May 2024” as Date of DeepSeek-V2”."""
    row = _row(conn, statement_id)
    name = conn.scalar(select(m.entity.c.name).where(m.entity.c.id == row["entity_id"])) or ""
    property_ = row["property"]
    said = tr(PROPERTIES[property_].label) if property_ in PROPERTIES else property_
    return tr("Prefer “{value}” as {property} of {entity}", value=row["value"][:80], property=said, entity=name[:120])


def reason_of(ground: str, basis: str, rank: str) -> str:
    """Why a statement is preferred or deprecated, as far as its ground says so."""
    if rank == Rank.NORMAL:
        return ""
    if basis == Basis.INFERRED:
        return ground.partition(MARK)[2]
    return ground


def _row(conn: Connection, statement_id: int) -> Row:
    row = conn.execute(select(m.statement).where(_s.id == statement_id)).mappings().one_or_none()
    if row is None:
        raise DatabaseError(tr("The statement is no longer in the database. Reload, and choose again."))
    return dict(row)


def _rivals(conn: Connection, statement_id: int) -> tuple[Row, list[Row]]:
    """A statement, and all whose rank decides with its own what is shown: those of its property and part, or of a
    property with several values those that it is compared with.
    """
    chosen = _row(conn, statement_id)
    rule = PROPERTIES.get(chosen["property"])
    if rule is None or not rule.compared:
        raise DatabaseError(tr("Statements of this property are not compared, so none can be preferred."))
    here = (_s.entity_id == chosen["entity_id"], _s.property == chosen["property"])
    query = select(m.statement).where(*here).order_by(_s.position, _s.id)
    rows = [dict(row) for row in conn.execute(query).mappings()]
    if rule.single:
        return chosen, [row for row in rows if row["variant_id"] == chosen["variant_id"]]
    said = [stated(row, row["variant_id"], row["source_id"]) for row in rows]
    group = _group(comparable(rule, said), statement_id)
    return chosen, [row for row in rows if row["id"] in group]


def _group(groups: Iterable[Sequence[Stated]], statement_id: int) -> set[int]:
    ids = ({one.id for one in group} for group in groups)
    return next((group for group in ids if statement_id in group), {statement_id})


_SAME = ("value", "target_id", "qualifier", "role", "unit", "applies_edtf")


def _says_the_same(chosen: Row, row: Row) -> bool:
    """Whether another statement is the same fact, cited elsewhere, or belongs to the same set of names."""
    if PROPERTIES[chosen["property"]].whole:
        return (row["source_id"], row["first_line"]) == (chosen["source_id"], chosen["first_line"])
    return all(row[name] == chosen[name] for name in _SAME)


def _rank(conn: Connection, row: Row, rank: Rank, reason: str = "") -> None:
    """Give a statement a rank. What was said of an earlier one goes; why it was inferred stays."""
    ground = row["ground"].partition(MARK)[0] if row["basis"] == Basis.INFERRED else ""
    reason = " ".join(reason.split())
    whole = MARK.join(part for part in (ground, reason) if part)
    update(conn, m.statement, row["id"], {"rank": rank.value, "ground": whole})


def _follow(conn: Connection, entity_id: int) -> set[int]:
    """Bring typed columns, disagreements and the search index in line."""
    touched = refresh(conn, {entity_id})
    search.rebuild(conn, touched)
    return touched
