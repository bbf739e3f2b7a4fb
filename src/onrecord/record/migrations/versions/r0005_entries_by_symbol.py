"""Entries are found by their document's symbol: an export has more of them than all reports of a State."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the index."""
    op.create_index("entries_by_symbol", "entries", ["symbol"])
