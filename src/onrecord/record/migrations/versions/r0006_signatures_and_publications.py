"""Versions of letters, signatories with their consents, publications with the replies to them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def _text(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "letter_versions",
        sa.Column("id", sa.Integer(), primary_key=True),
        *_text("letter", "sha256", "title", "kept", "kept_by"),
        sa.UniqueConstraint("letter", "sha256"),
    )
    op.create_table(
        "letter_texts",
        sa.Column("version_id", sa.Integer(), sa.ForeignKey("letter_versions.id"), primary_key=True),
        sa.Column("language", sa.Text(), primary_key=True),
        *_text("sha256", "text"),
    )
    op.create_table(
        "signatories",
        sa.Column("id", sa.Integer(), primary_key=True),
        *_text("letter", "kind", "names", "details", "language"),
    )
    op.create_index("ix_signatories_letter", "signatories", ["letter"])
    op.create_table(
        "signatory_contacts",
        sa.Column("signatory_id", sa.Integer(), sa.ForeignKey("signatories.id"), primary_key=True),
        *_text("contact"),
    )
    op.create_table(
        "signatory_acts",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("signatory_id", sa.Integer(), sa.ForeignKey("signatories.id"), nullable=False),
        *_text("act"),
        sa.Column("version_id", sa.Integer(), sa.ForeignKey("letter_versions.id")),
        *_text("at", "by", "how", "words"),
    )
    op.create_index("signatory_acts_by_signatory", "signatory_acts", ["signatory_id", "id"])
    op.create_table(
        "publications",
        sa.Column("id", sa.Integer(), primary_key=True),
        *_text("letter"),
        sa.Column("version_id", sa.Integer(), sa.ForeignKey("letter_versions.id"), nullable=False),
        *_text("recipient", "channel", "sent", "signatories", "check_result", "remark"),
        *_text("filed", "filed_by"),
    )
    op.create_index("ix_publications_letter", "publications", ["letter"])
    op.create_table(
        "publication_files",
        sa.Column("publication_id", sa.Integer(), sa.ForeignKey("publications.id"), primary_key=True),
        sa.Column("ordinal", sa.Integer(), primary_key=True, autoincrement=False),
        *_text("name", "sha256"),
        sa.Column("size", sa.Integer(), nullable=False),
    )
    op.create_table(
        "publication_replies",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("publication_id", sa.Integer(), sa.ForeignKey("publications.id"), nullable=False),
        *_text("sender", "received", "words", "file_name", "file_sha256", "filed", "filed_by"),
    )
    op.create_index("ix_publication_replies_publication_id", "publication_replies", ["publication_id"])
