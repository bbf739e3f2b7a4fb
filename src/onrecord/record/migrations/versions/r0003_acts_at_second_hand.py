"""Acts read from tables about other documents, categories of action, headings that call notes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; what is on the record already is all at first hand."""
    op.add_column("entries", sa.Column("action", sa.Text(), nullable=False, server_default=""))
    op.add_column("entries", sa.Column("second_hand", sa.Text(), nullable=False, server_default=""))
    op.add_column("documents", sa.Column("saved", sa.Text(), nullable=False, server_default=""))
    op.add_column("notes", sa.Column("heading", sa.Text(), nullable=False, server_default=""))
