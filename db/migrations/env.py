"""Alembic's environment: migrations run on `db.migrate`'s connection, in the transaction that it is in, or as SQL.

A new revision goes into `schema.REVISIONS`, too. The search index is not Alembic's: `search.py` makes it.
"""

from __future__ import annotations

from alembic import context

from db.models import metadata

if context.is_offline_mode():
    context.configure(
        url=context.config.get_main_option("sqlalchemy.url"), target_metadata=metadata, literal_binds=True
    )
else:
    context.configure(
        connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True
    )
with context.begin_transaction():
    context.run_migrations()
