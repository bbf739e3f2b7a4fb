"""The tables of a record. A column is added here and in a new migration, in one commit."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()


def _of_document() -> Column[int]:
    """The column that ties a row to its document; the row goes when the document goes."""
    return Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)


def _place_in_document() -> Column[int]:
    """The row's place among its document's rows, from 0: no counters, so a rebuilt record is the same."""
    return Column("ordinal", Integer, primary_key=True, autoincrement=False)


documents = Table(
    "documents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sha256", Text, nullable=False, unique=True),
    Column("size", BigInteger, nullable=False),
    Column("name", Text, nullable=False),
    Column("symbol", Text, nullable=False, index=True),
    Column("format", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("date", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("reissued", Boolean, nullable=False),
    Column("front", Text, nullable=False),
    Column("tables", Text, nullable=False, server_default="[]"),
    Column("saved", Text, nullable=False, server_default=""),
    Column("facts", Text, nullable=False, server_default="[]"),
    Column("added", Text, nullable=False),
    Column("reader", Text, nullable=False),
)

paragraphs = Table(
    "paragraphs",
    metadata,
    _of_document(),
    _place_in_document(),
    Column("number", Text),
    Column("parent", Text),
    Column("pinpoint", Text, nullable=False),
    Column("as_numbered", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("page", Integer, nullable=False),
    Column("heading", Text, nullable=False),
    Column("headings", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("printed", Text, nullable=False),
    Column("lines", Text, nullable=False),
    Column("note_calls", Text, nullable=False),
    Index("paragraphs_by_pinpoint", "document_id", "pinpoint"),
)

notes = Table(
    "notes",
    metadata,
    _of_document(),
    _place_in_document(),
    Column("mark", Text, nullable=False),
    Column("called_at", Text),
    Column("page", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("lines", Text, nullable=False),
    Column("heading", Text, nullable=False, server_default=""),
)

problems = Table(
    "problems",
    metadata,
    _of_document(),
    _place_in_document(),
    Column("source", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("page", Integer),
)

reviews = Table(
    "reviews",
    metadata,
    _of_document(),
    Column("symbol", Text, nullable=False),
    Column("state", Text, nullable=False, index=True),
    Column("session", Integer),
    Column("cycle", Integer),
    Column("date", Text, nullable=False),
    Column("adopted", Text, nullable=False),
    Column("distributed", Text, nullable=False),
    Column("troika", Text, nullable=False),
    Column("questions_from", Text, nullable=False),
)

entries = Table(
    "entries",
    metadata,
    _of_document(),
    _place_in_document(),
    Column("kind", Text, nullable=False),
    Column("symbol", Text, nullable=False),
    Column("section", Text, nullable=False),
    Column("paragraph", Text, nullable=False),
    Column("number", Text),
    Column("part", Integer, nullable=False),
    Column("note", Text, nullable=False),
    Column("pinpoint", Text, nullable=False),
    Column("page", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("as_printed", Text, nullable=False),
    Column("by_states", Text, nullable=False),
    Column("by_as_printed", Text, nullable=False),
    Column("on_behalf_of", Text, nullable=False),
    Column("to_state", Text, nullable=False),
    Column("cycle", Integer),
    Column("session", Integer),
    Column("date", Text, nullable=False),
    Column("position", Text),
    Column("position_as_written", Text, nullable=False),
    Column("position_symbol", Text),
    Column("position_paragraph", Text),
    Column("inferred", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("themes", Text, nullable=False, server_default="[]"),
    Column("action", Text, nullable=False, server_default=""),
    Column("second_hand", Text, nullable=False, server_default=""),
    Column("to_as_printed", Text, nullable=False, server_default=""),
    Index("entries_by_pinpoint", "document_id", "pinpoint"),
    Index("entries_to_state", "to_state", "cycle"),
    Index("entries_by_symbol", "symbol"),
)

entry_states = Table(
    "entry_states",
    metadata,
    Column("document_id", Integer, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("state", Text, nullable=False),
    ForeignKeyConstraint(
        ["document_id", "ordinal"], ["entries.document_id", "entries.ordinal"], ondelete="CASCADE"
    ),
    Index("entry_states_by_state", "state"),
)

passages = Table(
    "passages",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("source", Text, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("pinpoint", Text, nullable=False),
    Column("page", Integer, nullable=False),
    Column("words", Text, nullable=False),
)
"""What can be searched, one row for each paragraph, note and entry; `words` is the text as indexed."""

failures = Table(
    "failures",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("path", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("error", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("hint", Text, nullable=False),
    Column("at", Text, nullable=False),
    UniqueConstraint("path"),
)
"""Files that could not be read, by path; a row goes when the file is read after all."""

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("letter", Text, nullable=False, index=True),
    Column("rule", Text, nullable=False),
    Column("severity", Text, nullable=False),
    Column("identity", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("who_from", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("exact", Text, nullable=False),
    Column("prefix", Text, nullable=False),
    Column("suffix", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("places", Text, nullable=False),
    Column("line", Integer, nullable=False),
    Column("copies", Integer, nullable=False),
    Column("supersedes", ForeignKey("decisions.id"), unique=True),
)
"""What people decided about findings of letters; rows are only ever added."""

judgements = Table(
    "judgements",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("symbol", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("pinpoint", Text, nullable=False),
    Column("part", Integer, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("supersedes", ForeignKey("judgements.id")),
    Index("judgements_by_entry", "sha256", "pinpoint"),
)
"""What people say of an entry: a row each time, never altered. An entry is named by file and place, so a
rebuilt record keeps what was said of it."""

saved_searches = Table(
    "saved_searches",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("removed", Text, nullable=False, server_default=""),
)
"""Searches kept by name; `address` is the query of the search's address. `removed` is when one was let go."""
