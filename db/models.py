"""SQLAlchemy tables, as Core objects: rows are read and written in bulk, never as ORM entities.

Facts live in `statement`. Every other column of an entity, and the tables `variant`, `alias`, `term`, `link`, `credit`,
`affiliation`, `derivation` and `relation`, hold what the best-ranked statements say, typed, for speed.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
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

from db.columns import one_of, refers_to, span
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
    *span("date"),
    one_of("kind", Kind),
    CheckConstraint("name <> ''", name="name"),
    Index(None, "kind", "date_earliest", "date_latest", "name_key"),
    Index(None, "kind", "name_key"),
    Index(None, "name_key"),
)

release = Table(
    "release",
    metadata,
    refers_to("id", primary_key=True),
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
    refers_to("release_id"),
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
    refers_to("id", primary_key=True),
    Column("native_name", String(200), nullable=False, server_default=""),
    *span("birth"),
)

publication = Table(
    "publication",
    metadata,
    refers_to("id", primary_key=True),
    Column("arxiv", String(40)),
    Column("doi", String(200)),
)

source = Table(
    "source",
    metadata,
    refers_to("id", primary_key=True),
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
    refers_to("source_id", primary_key=True),
    Column("first_line", Integer, primary_key=True),
    Column("title", String(300), nullable=False),
)

document = Table(  # the text of a source, attached by the user; in no dossier and in no export
    "document",
    metadata,
    refers_to("source_id", primary_key=True),
    Column("name", String(300), nullable=False),  # of the file
    Column("sha256", String(64), nullable=False),  # of its bytes
    Column("added", DateTime, nullable=False),  # UTC
    Column("text", Text, nullable=False),  # lines end in a single line feed
)

alias = Table(
    "alias",
    metadata,
    Column("id", Integer, primary_key=True),
    refers_to("entity_id"),
    Column("text", String(500), nullable=False),
    Column("key", String(500), nullable=False),  # casefolded
    Column("role", String(20), nullable=False),
    UniqueConstraint("entity_id", "text"),
    Index(None, "key"),
)

term = Table(  # words of an open vocabulary: modality, category, feature, tag
    "term",
    metadata,
    refers_to("entity_id", primary_key=True),
    Column("property", String(40), primary_key=True),
    Column("value", String(500), primary_key=True),
    Index(None, "property", "value", "entity_id"),
)

link = Table(
    "link",
    metadata,
    Column("id", Integer, primary_key=True),
    refers_to("entity_id"),
    Column("url", Text, nullable=False),
    Column("role", String(40), nullable=False, server_default=""),
    UniqueConstraint("entity_id", "url"),
)

relation = Table(  # subject –property→ object, for the ENTITY properties without a table of their own
    "relation",
    metadata,
    refers_to("subject_id", primary_key=True),
    Column("property", String(40), primary_key=True),
    refers_to("object_id", primary_key=True),
    Index(None, "property", "object_id", "subject_id"),
    Index(None, "object_id"),
)

credit = Table(
    "credit",
    metadata,
    Column("id", Integer, primary_key=True),
    refers_to("person_id"),
    refers_to("target_id"),
    Column("role", String(100), nullable=False, server_default=""),
    UniqueConstraint("person_id", "target_id", "role"),
    Index(None, "target_id"),
)

affiliation = Table(
    "affiliation",
    metadata,
    Column("id", Integer, primary_key=True),
    refers_to("person_id"),
    refers_to("organization_id"),
    Column("role", String(200), nullable=False, server_default=""),
    Column("type", String(20), nullable=False, server_default="employment"),
    *span("date"),
    CheckConstraint("type IN ('employment', 'education', 'internship', 'mentoring')", name="type"),
    UniqueConstraint("person_id", "organization_id", "role", "date_edtf"),
    Index(None, "organization_id"),
)

derivation = Table(
    "derivation",
    metadata,
    Column("id", Integer, primary_key=True),
    refers_to("child_id"),
    refers_to("child_variant_id", nullable=True, column="variant"),
    refers_to("parent_id", nullable=True),
    Column("parent_name", String(500), nullable=False),  # as the source writes it
    Column("relation", String(40), nullable=False),
    Column("basis", String(10), nullable=False),
    one_of("relation", Relation),
    one_of("basis", Basis),
    Index(None, "child_id"),
    Index(None, "child_variant_id"),
    Index(None, "parent_id"),
)

statement = Table(
    "statement",
    metadata,
    Column("id", Integer, primary_key=True),
    refers_to("entity_id"),
    refers_to("variant_id", nullable=True, column="variant"),
    Column("property", String(40), nullable=False),
    Column("position", Integer, nullable=False),  # order within the entity, as in the dossier
    Column("value", Text, nullable=False),  # as stated; a bool is yes or no; an entity its name
    Column("number", Double),
    Column("rounding", Double),  # half of the last stated place
    Column("unit", String(40), nullable=False, server_default=""),
    refers_to("target_id", nullable=True, ondelete="RESTRICT"),
    *span("value"),  # of a DATE value
    Column("role", String(200), nullable=False, server_default=""),
    Column("qualifier", String(100), nullable=False, server_default=""),  # over, at least, about, citation needed
    *span("applies"),  # the time that the fact is about
    Column("rank", String(10), nullable=False),
    Column("basis", String(10), nullable=False),
    Column("ground", Text, nullable=False, server_default=""),  # why inferred, or why preferred or deprecated
    Column("note", Text, nullable=False, server_default=""),  # a remark on quality
    refers_to("source_id", nullable=True, ondelete="RESTRICT"),
    Column("section", String(300), nullable=False, server_default=""),
    Column("first_line", Integer),
    Column("last_line", Integer),
    Column("page", String(40), nullable=False, server_default=""),
    one_of("rank", Rank),
    one_of("basis", Basis),
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
    refers_to("entity_id"),
    refers_to("variant_id", nullable=True, column="variant"),
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
