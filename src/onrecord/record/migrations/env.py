"""What Alembic runs: migrations in the transaction that `bring_up_to_date` opened."""

from __future__ import annotations

from alembic import context

from onrecord.record.letter_tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
