"""Decisions about findings of letters, with who and when."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table."""
    words = ("letter", "rule", "severity", "identity", "verdict", "reason", "who", "who_from", "at", "exact")
    more = ("prefix", "suffix", "words", "message", "places")
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer(), primary_key=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in (*words, *more)),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("supersedes", sa.Integer(), sa.ForeignKey("decisions.id"), unique=True),
    )
    op.create_index("ix_decisions_letter", "decisions", ["letter"])
