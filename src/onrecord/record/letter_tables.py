"""The tables of what people do with letters: versions, signatories, consents, publications, replies.

Nothing here is read from documents, and nothing here is ever deleted: a rebuilt record keeps it. What
somebody did is a row of its own, so that the history is whole.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from onrecord.record.tables import metadata

__all__ = ["metadata"]

letter_versions = Table(
    "letter_versions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("letter", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("kept", Text, nullable=False),
    Column("kept_by", Text, nullable=False),
    UniqueConstraint("letter", "sha256"),
)
"""A letter in exactly these words; `sha256` is over the hashes of its texts in every language."""

letter_texts = Table(
    "letter_texts",
    metadata,
    Column("version_id", ForeignKey("letter_versions.id"), primary_key=True),
    Column("language", Text, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("text", Text, nullable=False),
)

signatories = Table(
    "signatories",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("letter", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("names", Text, nullable=False),
    Column("details", Text, nullable=False),
    Column("language", Text, nullable=False),
)
"""`names` and `details` are JSON objects by language."""

signatory_contacts = Table(
    "signatory_contacts",
    metadata,
    Column("signatory_id", ForeignKey("signatories.id"), primary_key=True),
    Column("contact", Text, nullable=False),
)
"""How a signatory is reached. Kept apart, so that what prints or exports signatories cannot hold it."""

signatory_acts = Table(
    "signatory_acts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("signatory_id", ForeignKey("signatories.id"), nullable=False),
    Column("act", Text, nullable=False),
    Column("version_id", ForeignKey("letter_versions.id")),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("how", Text, nullable=False),
    Column("words", Text, nullable=False),
    Index("signatory_acts_by_signatory", "signatory_id", "id"),
)
"""What became of a signatory, in order: entered, consented, withdrew, corrected."""

publications = Table(
    "publications",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("letter", Text, nullable=False, index=True),
    Column("version_id", ForeignKey("letter_versions.id"), nullable=False),
    Column("recipient", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("sent", Text, nullable=False),
    Column("signatories", Text, nullable=False),
    Column("check_result", Text, nullable=False),
    Column("remark", Text, nullable=False),
    Column("filed", Text, nullable=False),
    Column("filed_by", Text, nullable=False),
)
"""What went to whom, when, in which version; `signatories` and `check_result` are JSON, as of that day."""

publication_files = Table(
    "publication_files",
    metadata,
    Column("publication_id", ForeignKey("publications.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("size", Integer, nullable=False),
)

publication_replies = Table(
    "publication_replies",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("publication_id", ForeignKey("publications.id"), nullable=False, index=True),
    Column("sender", Text, nullable=False),
    Column("received", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("file_sha256", Text, nullable=False),
    Column("filed", Text, nullable=False),
    Column("filed_by", Text, nullable=False),
)

signing_requests = Table(
    "signing_requests",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("letter", Text, nullable=False, index=True),
    Column("version_id", ForeignKey("letter_versions.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("names", Text, nullable=False),
    Column("details", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("decided", Text, nullable=False),
    Column("decided_by", Text, nullable=False),
    Column("signatory_id", ForeignKey("signatories.id")),
)
"""What came in by the page for signing; `decided` is "" until a person has looked, then a time (ISO 8601).

Accepted is what has a signatory; refused what is decided and has none.
"""

signing_request_contacts = Table(
    "signing_request_contacts",
    metadata,
    Column("request_id", ForeignKey("signing_requests.id"), primary_key=True),
    Column("contact", Text, nullable=False),
)

drafts = Table(
    "drafts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("problems", Text, nullable=False),
)
"""Letters on the desk; `problems` are what was doubtful about reading the file, one a line."""

draft_versions = Table(
    "draft_versions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("draft_id", ForeignKey("drafts.id"), nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
)
"""Every saved version of a draft, whole; the newest is the one with the highest number."""

draft_pairs = Table(
    "draft_pairs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("act", Text, nullable=False),
    Column("draft_id", ForeignKey("drafts.id"), nullable=False, index=True),
    Column("other_id", ForeignKey("drafts.id"), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("other_version", Integer, nullable=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
)
"""Two drafts that are one letter in two languages; `act` is paired, parted or in step.

Versions are those said to be in step, 0 for the other acts.
"""

signed_drafts = Table(
    "signed_drafts",
    metadata,
    Column("draft_id", ForeignKey("drafts.id"), primary_key=True),
    Column("letter", Text, nullable=False, unique=True),
)
"""The draft whose words are kept as versions of this letter; of two paired drafts one has the row."""
