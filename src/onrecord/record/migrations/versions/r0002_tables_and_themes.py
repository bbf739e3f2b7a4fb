"""Tables of documents, themes of entries."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the two columns; what is on the record already has none of either until it is rebuilt."""
    op.add_column("documents", sa.Column("tables", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("entries", sa.Column("themes", sa.Text(), nullable=False, server_default="[]"))
