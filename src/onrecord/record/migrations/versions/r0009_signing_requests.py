"""What comes in by the page for signing, until a person has looked at it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def _text(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "signing_requests",
        sa.Column("id", sa.Integer(), primary_key=True),
        *_text("letter"),
        sa.Column("version_id", sa.Integer(), sa.ForeignKey("letter_versions.id"), nullable=False),
        *_text("kind", "names", "details", "language", "code", "at", "decided", "decided_by"),
        sa.Column("signatory_id", sa.Integer(), sa.ForeignKey("signatories.id")),
    )
    op.create_index("ix_signing_requests_letter", "signing_requests", ["letter"])
    op.create_table(
        "signing_request_contacts",
        sa.Column("request_id", sa.Integer(), sa.ForeignKey("signing_requests.id"), primary_key=True),
        *_text("contact"),
    )
