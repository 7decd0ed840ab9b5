"""The first generation."""

# ruff: noqa: E501
from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def span(prefix: str) -> list[sa.Column[object]]:
    """The columns of one date."""
    return [
        sa.Column(f"{prefix}_text", sa.String(length=200), server_default="", nullable=False),
        sa.Column(f"{prefix}_edtf", sa.String(length=100), server_default="", nullable=False),
        sa.Column(f"{prefix}_earliest", sa.Date()),
        sa.Column(f"{prefix}_latest", sa.Date()),
        sa.Column(f"{prefix}_precision", sa.String(length=20), server_default="", nullable=False),
        sa.Column(f"{prefix}_qualifier", sa.String(length=20), server_default="", nullable=False),
    ]


def upgrade() -> None:
    """Make every table; `search.py` makes the search index, which can be made anew at any time."""
    op.create_table(
        "dossier",
        sa.Column("slug", sa.String(length=200), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("version", sa.String(length=40), server_default="", nullable=False),
        sa.Column("license", sa.String(length=200), server_default="", nullable=False),
        sa.Column("credits", sa.Text(), server_default="", nullable=False),
        sa.Column("about", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("slug", name=op.f("pk_dossier")),
    )
    op.create_table(
        "edit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.String(length=200), nullable=False),
        sa.Column("label", sa.String(length=300), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edit")),
    )
    op.create_table(
        "entity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=500), nullable=False),
        sa.Column("name_key", sa.String(length=500), nullable=False),
        sa.Column("description", sa.Text(), server_default="", nullable=False),
        sa.Column("disagreements", sa.Integer(), server_default="0", nullable=False),
        sa.Column("sources", sa.Integer(), server_default="0", nullable=False),
        *span("date"),
        sa.CheckConstraint(
            "kind IN ('release', 'person', 'organization', 'publication', 'technique', 'system', 'event', 'source')",
            name=op.f("ck_entity_kind"),
        ),
        sa.CheckConstraint("name <> ''", name=op.f("ck_entity_name")),
        sa.CheckConstraint("date_earliest <= date_latest", name=op.f("ck_entity_date_order")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entity")),
        sa.UniqueConstraint("slug", name=op.f("uq_entity_slug")),
    )
    op.create_index(
        op.f("ix_entity_kind_date_earliest_date_latest_name_key"),
        "entity",
        ["kind", "date_earliest", "date_latest", "name_key"],
    )
    op.create_index(op.f("ix_entity_kind_name_key"), "entity", ["kind", "name_key"])
    op.create_index(op.f("ix_entity_name_key"), "entity", ["name_key"])
    op.create_table(
        "affiliation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("organization_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=200), server_default="", nullable=False),
        sa.Column("type", sa.String(length=20), server_default="employment", nullable=False),
        *span("date"),
        sa.CheckConstraint(
            "type IN ('employment', 'education', 'internship', 'mentoring')", name=op.f("ck_affiliation_type")
        ),
        sa.CheckConstraint("date_earliest <= date_latest", name=op.f("ck_affiliation_date_order")),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["entity.id"], name=op.f("fk_affiliation_organization_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["entity.id"], name=op.f("fk_affiliation_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_affiliation")),
        sa.UniqueConstraint(
            "person_id",
            "organization_id",
            "role",
            "date_edtf",
            name=op.f("uq_affiliation_person_id_organization_id_role_date_edtf"),
        ),
    )
    op.create_index(op.f("ix_affiliation_organization_id"), "affiliation", ["organization_id"])
    op.create_table(
        "alias",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entity_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=500), nullable=False),
        sa.Column("key", sa.String(length=500), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["entity_id"], ["entity.id"], name=op.f("fk_alias_entity_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alias")),
        sa.UniqueConstraint("entity_id", "text", name=op.f("uq_alias_entity_id_text")),
    )
    op.create_index(op.f("ix_alias_key"), "alias", ["key"])
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edit_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(length=40), nullable=False),
        sa.Column("row_id", sa.Text(), nullable=False),
        sa.Column("field", sa.String(length=40), nullable=False),
        sa.Column("old", sa.JSON(none_as_null=True)),
        sa.Column("new", sa.JSON(none_as_null=True)),
        sa.ForeignKeyConstraint(["edit_id"], ["edit.id"], name=op.f("fk_change_edit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
    )
    op.create_index(op.f("ix_change_edit_id"), "change", ["edit_id"])
    op.create_index(op.f("ix_change_table_name_row_id"), "change", ["table_name", "row_id"])
    op.create_table(
        "credit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("target_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=100), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["entity.id"], name=op.f("fk_credit_person_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["target_id"], ["entity.id"], name=op.f("fk_credit_target_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_credit")),
        sa.UniqueConstraint("person_id", "target_id", "role", name=op.f("uq_credit_person_id_target_id_role")),
    )
    op.create_index(op.f("ix_credit_target_id"), "credit", ["target_id"])
    op.create_table(
        "link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entity_id", sa.Integer(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=40), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["entity_id"], ["entity.id"], name=op.f("fk_link_entity_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link")),
        sa.UniqueConstraint("entity_id", "url", name=op.f("uq_link_entity_id_url")),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("native_name", sa.String(length=200), server_default="", nullable=False),
        *span("birth"),
        sa.CheckConstraint("birth_earliest <= birth_latest", name=op.f("ck_person_birth_order")),
        sa.ForeignKeyConstraint(["id"], ["entity.id"], name=op.f("fk_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_table(
        "publication",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("arxiv", sa.String(length=40)),
        sa.Column("doi", sa.String(length=200)),
        sa.ForeignKeyConstraint(["id"], ["entity.id"], name=op.f("fk_publication_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publication")),
    )
    op.create_table(
        "relation",
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("property", sa.String(length=40), nullable=False),
        sa.Column("object_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["object_id"], ["entity.id"], name=op.f("fk_relation_object_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["subject_id"], ["entity.id"], name=op.f("fk_relation_subject_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("subject_id", "property", "object_id", name=op.f("pk_relation")),
    )
    op.create_index(op.f("ix_relation_object_id"), "relation", ["object_id"])
    op.create_index(
        op.f("ix_relation_property_object_id_subject_id"), "relation", ["property", "object_id", "subject_id"]
    )
    op.create_table(
        "release",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("params", sa.BigInteger()),
        sa.Column("active_params", sa.BigInteger()),
        sa.Column("variants", sa.Integer(), server_default="0", nullable=False),
        sa.Column("open_weights", sa.Boolean(name="open_weights")),
        sa.Column("license", sa.String(length=200)),
        sa.ForeignKeyConstraint(["id"], ["entity.id"], name=op.f("fk_release_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_release")),
    )
    op.create_index(op.f("ix_release_license"), "release", ["license"])
    op.create_index(op.f("ix_release_open_weights"), "release", ["open_weights"])
    op.create_index(op.f("ix_release_params"), "release", ["params"])
    op.create_table(
        "section",
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("first_line", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(["source_id"], ["entity.id"], name=op.f("fk_section_source_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("source_id", "first_line", name=op.f("pk_section")),
    )
    op.create_table(
        "source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("author", sa.String(length=500), server_default="", nullable=False),
        sa.Column("title", sa.String(length=500), server_default="", nullable=False),
        sa.Column("publisher", sa.String(length=300), server_default="", nullable=False),
        sa.Column("url", sa.Text(), server_default="", nullable=False),
        sa.Column("license", sa.String(length=200), server_default="", nullable=False),
        sa.Column("lines", sa.Integer()),
        sa.ForeignKeyConstraint(["id"], ["entity.id"], name=op.f("fk_source_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
    )
    op.create_table(
        "term",
        sa.Column("entity_id", sa.Integer(), nullable=False),
        sa.Column("property", sa.String(length=40), nullable=False),
        sa.Column("value", sa.String(length=500), nullable=False),
        sa.ForeignKeyConstraint(["entity_id"], ["entity.id"], name=op.f("fk_term_entity_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("entity_id", "property", "value", name=op.f("pk_term")),
    )
    op.create_index(op.f("ix_term_property_value_entity_id"), "term", ["property", "value", "entity_id"])
    op.create_table(
        "variant",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=100), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("params", sa.BigInteger()),
        sa.Column("active_params", sa.BigInteger()),
        sa.CheckConstraint("active_params >= 0", name=op.f("ck_variant_active_params")),
        sa.CheckConstraint("params >= 0", name=op.f("ck_variant_params")),
        sa.ForeignKeyConstraint(["release_id"], ["entity.id"], name=op.f("fk_variant_release_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_variant")),
        sa.UniqueConstraint("release_id", "key", name=op.f("uq_variant_release_id_key")),
    )
    op.create_index(op.f("ix_variant_active_params_release_id"), "variant", ["active_params", "release_id"])
    op.create_index(op.f("ix_variant_params_release_id"), "variant", ["params", "release_id"])
    op.create_table(
        "derivation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("child_id", sa.Integer(), nullable=False),
        sa.Column("child_variant_id", sa.Integer()),
        sa.Column("parent_id", sa.Integer()),
        sa.Column("parent_name", sa.String(length=500), nullable=False),
        sa.Column("relation", sa.String(length=40), nullable=False),
        sa.Column("basis", sa.String(length=10), nullable=False),
        sa.CheckConstraint("basis IN ('stated', 'inferred')", name=op.f("ck_derivation_basis")),
        sa.CheckConstraint(
            "relation IN ('finetune', 'distill', 'merge', 'quantized', 'adapter', 'successor', 'initialized-from', 'trained-on-outputs-of', 'variant-of', 'based-on')",
            name=op.f("ck_derivation_relation"),
        ),
        sa.ForeignKeyConstraint(["child_id"], ["entity.id"], name=op.f("fk_derivation_child_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["child_variant_id"], ["variant.id"], name=op.f("fk_derivation_child_variant_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["parent_id"], ["entity.id"], name=op.f("fk_derivation_parent_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_derivation")),
    )
    op.create_index(op.f("ix_derivation_child_id"), "derivation", ["child_id"])
    op.create_index(op.f("ix_derivation_child_variant_id"), "derivation", ["child_variant_id"])
    op.create_index(op.f("ix_derivation_parent_id"), "derivation", ["parent_id"])
    op.create_table(
        "disagreement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entity_id", sa.Integer(), nullable=False),
        sa.Column("variant_id", sa.Integer()),
        sa.Column("property", sa.String(length=40), nullable=False),
        sa.Column("verdict", sa.String(length=20), nullable=False),
        sa.Column("statements", sa.JSON(), nullable=False),
        sa.CheckConstraint("verdict IN ('disagreement', 'refinement')", name=op.f("ck_disagreement_verdict")),
        sa.ForeignKeyConstraint(
            ["entity_id"], ["entity.id"], name=op.f("fk_disagreement_entity_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["variant_id"], ["variant.id"], name=op.f("fk_disagreement_variant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disagreement")),
    )
    op.create_index(op.f("ix_disagreement_entity_id"), "disagreement", ["entity_id"])
    op.create_index(op.f("ix_disagreement_property_entity_id"), "disagreement", ["property", "entity_id"])
    op.create_index(op.f("ix_disagreement_variant_id"), "disagreement", ["variant_id"])
    op.create_table(
        "statement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entity_id", sa.Integer(), nullable=False),
        sa.Column("variant_id", sa.Integer()),
        sa.Column("property", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("number", sa.Double()),
        sa.Column("rounding", sa.Double()),
        sa.Column("unit", sa.String(length=40), server_default="", nullable=False),
        sa.Column("target_id", sa.Integer()),
        *span("value"),
        sa.Column("role", sa.String(length=200), server_default="", nullable=False),
        sa.Column("qualifier", sa.String(length=100), server_default="", nullable=False),
        *span("applies"),
        sa.Column("rank", sa.String(length=10), nullable=False),
        sa.Column("basis", sa.String(length=10), nullable=False),
        sa.Column("ground", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("source_id", sa.Integer()),
        sa.Column("section", sa.String(length=300), server_default="", nullable=False),
        sa.Column("first_line", sa.Integer()),
        sa.Column("last_line", sa.Integer()),
        sa.Column("page", sa.String(length=40), server_default="", nullable=False),
        sa.CheckConstraint("basis IN ('stated', 'inferred')", name=op.f("ck_statement_basis")),
        sa.CheckConstraint("rank IN ('preferred', 'normal', 'deprecated')", name=op.f("ck_statement_rank")),
        sa.CheckConstraint("applies_earliest <= applies_latest", name=op.f("ck_statement_applies_order")),
        sa.CheckConstraint("first_line <= last_line", name=op.f("ck_statement_lines")),
        sa.CheckConstraint("value_earliest <= value_latest", name=op.f("ck_statement_value_order")),
        sa.ForeignKeyConstraint(["entity_id"], ["entity.id"], name=op.f("fk_statement_entity_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["source_id"], ["entity.id"], name=op.f("fk_statement_source_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["target_id"], ["entity.id"], name=op.f("fk_statement_target_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(
            ["variant_id"], ["variant.id"], name=op.f("fk_statement_variant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement")),
    )
    op.create_index(op.f("ix_statement_basis_entity_id"), "statement", ["basis", "entity_id"])
    op.create_index(op.f("ix_statement_entity_id_property"), "statement", ["entity_id", "property"])
    op.create_index(op.f("ix_statement_source_id_first_line"), "statement", ["source_id", "first_line"])
    op.create_index(op.f("ix_statement_target_id"), "statement", ["target_id"])
    op.create_index(op.f("ix_statement_variant_id"), "statement", ["variant_id"])
    # ### end Alembic commands ###
