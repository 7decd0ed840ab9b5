"""SQLAlchemy tables, as Core objects: rows are read and written in bulk, never as ORM entities.

Facts live in `statement`. Every other column of an entity, and the tables `variant`, `alias`, `term`, `link`, `credit`,
`affiliation`, `derivation` and `relation`, hold what the best-ranked statements say, typed, for speed.
"""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from db.kinds import Basis, Kind, Rank, Relation

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _one_of(column: str, words: type[StrEnum]) -> CheckConstraint:
    listed = ", ".join(f"'{word.value}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def _span(prefix: str) -> list[Column[object]]:
    """Columns of one date: original text, EDTF, bounds (inclusive; NULL is open or unknown), precision, qualifier."""
    return [
        Column(f"{prefix}_text", String(200), nullable=False, server_default=""),
        Column(f"{prefix}_edtf", String(100), nullable=False, server_default=""),
        Column(f"{prefix}_earliest", Date),
        Column(f"{prefix}_latest", Date),
        Column(f"{prefix}_precision", String(20), nullable=False, server_default=""),
        Column(f"{prefix}_qualifier", String(20), nullable=False, server_default=""),
        CheckConstraint(f"{prefix}_earliest <= {prefix}_latest", name=f"{prefix}_order"),  # type: ignore[list-item]
    ]


def _entity(
    name: str, *, nullable: bool = False, primary_key: bool = False, column: str = "entity", ondelete: str = "CASCADE"
) -> Column[int]:
    key = ForeignKey(f"{column}.id", ondelete=ondelete)
    return Column(name, Integer, key, nullable=nullable, primary_key=primary_key)


entity = Table(
    "entity",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("slug", String(200), nullable=False, unique=True),  # the id in dossiers and links
    Column("kind", String(20), nullable=False),
    Column("name", String(500), nullable=False),
    Column("name_key", String(500), nullable=False),  # casefolded: sorts, and is compared with a filter's value
    Column("description", Text, nullable=False, server_default=""),
    Column("disagreements", Integer, nullable=False, server_default="0"),
    Column("sources", Integer, nullable=False, server_default="0"),  # how many sources speak of it
    *_span("date"),
    _one_of("kind", Kind),
    CheckConstraint("name <> ''", name="name"),
    Index(None, "kind", "date_earliest", "date_latest", "name_key"),
    Index(None, "kind", "name_key"),
    Index(None, "name_key"),
)

release = Table(
    "release",
    metadata,
    _entity("id", primary_key=True),
    Column("params", BigInteger),  # of the largest variant
    Column("active_params", BigInteger),
    Column("variants", Integer, nullable=False, server_default="0"),
    Column("open_weights", Boolean(name="open_weights")),
    Column("license", String(200)),
    Index(None, "params"),
    Index(None, "license"),
    Index(None, "open_weights"),
)

variant = Table(
    "variant",
    metadata,
    Column("id", Integer, primary_key=True),
    _entity("release_id"),
    Column("key", String(100), nullable=False),
    Column("name", String(200), nullable=False),
    Column("position", Integer, nullable=False),
    Column("params", BigInteger),
    Column("active_params", BigInteger),
    UniqueConstraint("release_id", "key"),
    CheckConstraint("params >= 0", name="params"),
    CheckConstraint("active_params >= 0", name="active_params"),
    Index(None, "params", "release_id"),
    Index(None, "active_params", "release_id"),
)

person = Table(
    "person",
    metadata,
    _entity("id", primary_key=True),
    Column("native_name", String(200), nullable=False, server_default=""),
    *_span("birth"),
)

publication = Table(
    "publication",
    metadata,
    _entity("id", primary_key=True),
    Column("arxiv", String(40)),
    Column("doi", String(200)),
)

source = Table(
    "source",
    metadata,
    _entity("id", primary_key=True),
    Column("author", String(500), nullable=False, server_default=""),
    Column("title", String(500), nullable=False, server_default=""),
    Column("publisher", String(300), nullable=False, server_default=""),
    Column("url", Text, nullable=False, server_default=""),
    Column("license", String(200), nullable=False, server_default=""),
    Column("lines", Integer),  # how many lines the document has
)

section = Table(
    "section",
    metadata,
    _entity("source_id", primary_key=True),
    Column("first_line", Integer, primary_key=True),
    Column("title", String(300), nullable=False),
)

document = Table(  # the text of a source, attached by the user; in no dossier and in no export
    "document",
    metadata,
    _entity("source_id", primary_key=True),
    Column("name", String(300), nullable=False),  # of the file
    Column("sha256", String(64), nullable=False),  # of its bytes
    Column("added", DateTime, nullable=False),  # UTC
    Column("text", Text, nullable=False),  # lines end in a single line feed
)

alias = Table(
    "alias",
    metadata,
    Column("id", Integer, primary_key=True),
    _entity("entity_id"),
    Column("text", String(500), nullable=False),
    Column("key", String(500), nullable=False),  # casefolded
    Column("role", String(20), nullable=False),
    UniqueConstraint("entity_id", "text"),
    Index(None, "key"),
)

term = Table(  # words of an open vocabulary: modality, category, feature, tag
    "term",
    metadata,
    _entity("entity_id", primary_key=True),
    Column("property", String(40), primary_key=True),
    Column("value", String(500), primary_key=True),
    Index(None, "property", "value", "entity_id"),
)

link = Table(
    "link",
    metadata,
    Column("id", Integer, primary_key=True),
    _entity("entity_id"),
    Column("url", Text, nullable=False),
    Column("role", String(40), nullable=False, server_default=""),
    UniqueConstraint("entity_id", "url"),
)

relation = Table(  # subject –property→ object, for the ENTITY properties without a table of their own
    "relation",
    metadata,
    _entity("subject_id", primary_key=True),
    Column("property", String(40), primary_key=True),
    _entity("object_id", primary_key=True),
    Index(None, "property", "object_id", "subject_id"),
    Index(None, "object_id"),
)

credit = Table(
    "credit",
    metadata,
    Column("id", Integer, primary_key=True),
    _entity("person_id"),
    _entity("target_id"),
    Column("role", String(100), nullable=False, server_default=""),
    UniqueConstraint("person_id", "target_id", "role"),
    Index(None, "target_id"),
)

affiliation = Table(
    "affiliation",
    metadata,
    Column("id", Integer, primary_key=True),
    _entity("person_id"),
    _entity("organization_id"),
    Column("role", String(200), nullable=False, server_default=""),
    Column("type", String(20), nullable=False, server_default="employment"),
    *_span("date"),
    CheckConstraint("type IN ('employment', 'education', 'internship', 'mentoring')", name="type"),
    UniqueConstraint("person_id", "organization_id", "role", "date_edtf"),
    Index(None, "organization_id"),
)

derivation = Table(
    "derivation",
    metadata,
    Column("id", Integer, primary_key=True),
    _entity("child_id"),
    _entity("child_variant_id", nullable=True, column="variant"),
    _entity("parent_id", nullable=True),
    Column("parent_name", String(500), nullable=False),  # as the source writes it
    Column("relation", String(40), nullable=False),
    Column("basis", String(10), nullable=False),
    _one_of("relation", Relation),
    _one_of("basis", Basis),
    Index(None, "child_id"),
    Index(None, "child_variant_id"),
    Index(None, "parent_id"),
)

statement = Table(
    "statement",
    metadata,
    Column("id", Integer, primary_key=True),
    _entity("entity_id"),
    _entity("variant_id", nullable=True, column="variant"),
    Column("property", String(40), nullable=False),
    Column("position", Integer, nullable=False),  # order within the entity, as in the dossier
    Column("value", Text, nullable=False),  # as stated; a bool is yes or no; an entity its name
    Column("number", Double),
    Column("rounding", Double),  # half of the last stated place
    Column("unit", String(40), nullable=False, server_default=""),
    _entity("target_id", nullable=True, ondelete="RESTRICT"),
    *_span("value"),  # of a DATE value
    Column("role", String(200), nullable=False, server_default=""),
    Column("qualifier", String(100), nullable=False, server_default=""),  # over, at least, about, citation needed
    *_span("applies"),  # the time that the fact is about
    Column("rank", String(10), nullable=False),
    Column("basis", String(10), nullable=False),
    Column("ground", Text, nullable=False, server_default=""),  # why inferred, or why preferred or deprecated
    Column("note", Text, nullable=False, server_default=""),  # a remark on quality
    _entity("source_id", nullable=True, ondelete="RESTRICT"),
    Column("section", String(300), nullable=False, server_default=""),
    Column("first_line", Integer),
    Column("last_line", Integer),
    Column("page", String(40), nullable=False, server_default=""),
    _one_of("rank", Rank),
    _one_of("basis", Basis),
    CheckConstraint("first_line <= last_line", name="lines"),
    Index(None, "entity_id", "property"),
    Index(None, "variant_id"),
    Index(None, "source_id", "first_line"),
    Index(None, "target_id"),
    Index(None, "basis", "entity_id"),
)

disagreement = Table(  # worked out from the statements by `statements.py`, kept for filters and counts
    "disagreement",
    metadata,
    Column("id", Integer, primary_key=True),
    _entity("entity_id"),
    _entity("variant_id", nullable=True, column="variant"),
    Column("property", String(40), nullable=False),
    Column("verdict", String(20), nullable=False),
    Column("statements", JSON, nullable=False),  # ids, in the order of the dossier
    CheckConstraint("verdict IN ('disagreement', 'refinement')", name="verdict"),
    Index(None, "entity_id"),
    Index(None, "variant_id"),
    Index(None, "property", "entity_id"),
)

dossier = Table(
    "dossier",
    metadata,
    Column("slug", String(200), primary_key=True),
    Column("title", String(300), nullable=False),
    Column("version", String(40), nullable=False, server_default=""),
    Column("license", String(200), nullable=False, server_default=""),
    Column("credits", Text, nullable=False, server_default=""),
    Column("about", Text, nullable=False, server_default=""),
)

edit = Table(  # one transaction: one undo
    "edit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", DateTime, nullable=False),  # UTC
    Column("who", String(200), nullable=False),
    Column("label", String(300), nullable=False),
)

change = Table(  # one row or field that an edit changed; no foreign key, for the log outlives what it tells of
    "change",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("edit_id", Integer, ForeignKey("edit.id"), nullable=False),
    Column("table_name", String(40), nullable=False),
    Column("row_id", Text, nullable=False),
    Column("field", String(40), nullable=False),  # "" is the whole row, as JSON
    Column("old", JSON(none_as_null=True)),
    Column("new", JSON(none_as_null=True)),
    Index(None, "edit_id"),
    Index(None, "table_name", "row_id"),
)
