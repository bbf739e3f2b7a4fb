"""Which two drafts are one letter in two languages, and when both were in step."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "draft_pairs",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("draft_id", sa.Integer(), sa.ForeignKey("drafts.id"), nullable=False),
        sa.Column("other_id", sa.Integer(), sa.ForeignKey("drafts.id"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("other_version", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
    )
    op.create_index("ix_draft_pairs_draft_id", "draft_pairs", ["draft_id"])
    op.create_index("ix_draft_pairs_other_id", "draft_pairs", ["other_id"])
