"""Addressees in the document's own words; what a document says of itself."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; what is on the record already has neither."""
    op.add_column("entries", sa.Column("to_as_printed", sa.Text(), nullable=False, server_default=""))
    op.add_column("documents", sa.Column("facts", sa.Text(), nullable=False, server_default="[]"))
