"""Leafing through one document: its paragraphs a few at a time, with entries, notes and doubts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, and_, func, or_, select

from onrecord.documents.model import Note, Paragraph
from onrecord.mechanisms.model import Entry
from onrecord.record import tables
from onrecord.record.encoding import entry_of, note_of, paragraph_of
from onrecord.record.positions import base_of
from onrecord.record.record import ENDINGS_OF_FORMATS, Record, _best_first, newest_editions


@dataclass(frozen=True, slots=True)
class Held:
    """A document on the record, as one looks it up; `reader` is the version that read it.

    `paragraphs`, `entries` and `notes` are their numbers; `doubts` what was read with a doubt.
    """

    id: int
    symbol: str
    name: str
    sha256: str
    size: int
    format: str
    kind: str
    title: str
    date: str
    language: str
    pages: int
    reissued: bool
    added: str
    reader: str
    original: Path
    paragraphs: int
    entries: int
    notes: int
    doubts: tuple[str, ...]
    editions: tuple[str, ...]

    @property
    def leaves(self) -> int:
        """The pages as printed; 0 where the file has none of its own, such as a Word file or a web page."""
        return self.pages if self.format.startswith("pdf") else 0

    @property
    def called(self) -> str:
        """The symbol, or the file's name where there is none."""
        return self.symbol or self.name


class Numbered(NamedTuple):
    """A paragraph with its place among the document's paragraphs, from 0."""

    ordinal: int
    paragraph: Paragraph


class NumberedEntry(NamedTuple):
    """An entry with its place among the document's entries, from 0."""

    ordinal: int
    entry: Entry


class Heading(NamedTuple):
    """A heading and the first paragraph under it."""

    text: str
    ordinal: int


_COLUMNS = (
    *("id", "symbol", "name", "sha256", "size", "format", "kind", "title", "date", "language", "pages"),
    *("reissued", "added", "reader"),
)


def held(record: Record, called: str) -> Held | None:
    """The document with this symbol in the edition that counts, else the one of this file name; or None."""
    columns = tables.documents.c
    with record.database.reading() as connection:
        question = (
            select(*(columns[name] for name in _COLUMNS))
            .where(
                or_(
                    and_(columns.symbol == called, columns.symbol != ""),
                    and_(columns.name == called, columns.symbol == ""),
                )
            )
            .order_by(columns.symbol.desc(), *_best_first())
        )
        row = connection.execute(question.limit(1)).mappings().first()
        if row is None:
            return None
        of = row["id"]
        editions = select(columns.name).where(columns.symbol == row["symbol"]).order_by(columns.id)
        doubts = select(tables.problems.c.message).where(tables.problems.c.document_id == of)
        return Held(
            **row,
            original=record.originals.path(row["sha256"], ENDINGS_OF_FORMATS[row["format"]]),
            paragraphs=_many(connection, "paragraphs", of),
            entries=_many(connection, "entries", of),
            notes=_many(connection, "notes", of),
            doubts=tuple(connection.execute(doubts.order_by(tables.problems.c.ordinal)).scalars()),
            editions=tuple(connection.execute(editions).scalars()) if row["symbol"] else (row["name"],),
        )


def paragraphs(record: Record, document: Held, start: int, size: int) -> list[Numbered]:
    """The document's paragraphs from place `start` on."""
    columns = tables.paragraphs.c
    question = (
        select(tables.paragraphs)
        .where(columns.document_id == document.id, columns.ordinal >= max(0, start))
        .order_by(columns.ordinal)
        .limit(size)
    )
    with record.database.reading() as connection:
        rows = connection.execute(question).mappings().all()
    return [Numbered(row["ordinal"], paragraph_of(row)) for row in rows]


def paragraph_at(record: Record, document: Held, pinpoint: str) -> Numbered | None:
    """The paragraph of this pinpoint; for "28 (g)" or "26, note 3" the paragraph it stands in; or None."""
    columns = tables.paragraphs.c
    bare = pinpoint.split(", note ", maxsplit=1)[0]
    wanted = list(dict.fromkeys([bare, bare.split(" (")[0]]))
    with record.database.reading() as connection:
        for one in wanted:
            question = (
                select(tables.paragraphs)
                .where(columns.document_id == document.id, columns.pinpoint == one, columns.pinpoint != "")
                .order_by(columns.zone != "body", columns.zone != "annex", columns.ordinal)
            )
            row = connection.execute(question.limit(1)).mappings().first()
            if row is not None:
                return Numbered(row["ordinal"], paragraph_of(row))
    return None


def entries(record: Record, document: Held, start: int = 0, size: int = 0) -> list[NumberedEntry]:
    """The document's entries from place `start` on; `size` 0 gives all."""
    columns = tables.entries.c
    question = (
        select(tables.entries)
        .where(columns.document_id == document.id, columns.ordinal >= start)
        .order_by(columns.ordinal)
    )
    return _entries(record, question.limit(size) if size else question)


def entries_at(record: Record, document: Held, pinpoint: str) -> list[NumberedEntry]:
    """The entries cited by this pinpoint, by a letter or a note of it, or read from its running text.

    The items of a list that are paragraphs themselves (186.1 under 186) are not among those of 186.
    """
    columns, items = tables.entries.c, tables.paragraphs.alias().c
    own_paragraph = (
        select(items.ordinal)
        .where(items.document_id == document.id, items.pinpoint == columns.pinpoint)
        .exists()
    )
    question = (
        select(tables.entries)
        .where(
            columns.document_id == document.id,
            or_(columns.pinpoint == pinpoint, and_(columns.paragraph == pinpoint, ~own_paragraph)),
        )
        .order_by(columns.ordinal)
    )
    return _entries(record, question)


def answered_at(record: Record, document: Held, pinpoint: str) -> list[Entry]:
    """The recommendations whose position stands in this paragraph of the document, in their report's order.

    They are entries of the document itself, or of the report to which it is an addendum.
    """
    columns = tables.entries.c
    if not document.symbol or not pinpoint:
        return []
    question = (
        select(tables.entries)
        .where(
            columns.document_id.in_(newest_editions()),
            columns.symbol.in_({document.symbol, base_of(document.symbol)}),
            columns.kind == "recommendation",
            columns.position_symbol == document.symbol,
            columns.position_paragraph == pinpoint,
        )
        .order_by(columns.document_id, columns.ordinal)
    )
    with record.database.reading() as connection:
        return [entry_of(row) for row in connection.execute(question).mappings()]


def pinpoints_with_entries(record: Record, document: Held) -> dict[str, int]:
    """How many entries stand at each pinpoint; also at the paragraph of a pinpoint with a letter or note."""
    columns = tables.entries.c
    question = (
        select(columns.pinpoint, func.count())
        .where(columns.document_id == document.id)
        .group_by(columns.pinpoint)
    )
    found: dict[str, int] = {}
    with record.database.reading() as connection:
        for pinpoint, many in connection.execute(question):
            bare = pinpoint.split(", note ")[0].split(" (")[0]
            found[bare] = found.get(bare, 0) + many
    return found


def notes_between(record: Record, document: Held, pinpoints: list[str]) -> list[Note]:
    """The notes that these paragraphs call, in the document's order."""
    columns = tables.notes.c
    question = (
        select(tables.notes)
        .where(columns.document_id == document.id, columns.called_at.in_(pinpoints))
        .order_by(columns.ordinal)
    )
    with record.database.reading() as connection:
        return [note_of(row) for row in connection.execute(question).mappings()]


def headings(record: Record, document: Held) -> list[Heading]:
    """The headings of the document's body and annexes in order, each with the first paragraph under it."""
    columns = tables.paragraphs.c
    question = (
        select(columns.heading, columns.ordinal)
        .where(
            columns.document_id == document.id,
            columns.heading != "",
            columns.zone.in_(("body", "annex")),
        )
        .order_by(columns.ordinal)
    )
    found: list[Heading] = []
    with record.database.reading() as connection:
        for text, ordinal in connection.execute(question):
            if not found or found[-1].text != text:
                found.append(Heading(text, ordinal))
    return found


def files_of_entries(record: Record, state: str) -> dict[tuple[str, str, int, str], str]:
    """The files, by name, of the entries to a State that stand in documents without a symbol.

    An entry is told by what it is, its pinpoint, its part and its words.
    """
    entries, documents = tables.entries.c, tables.documents.c
    question = (
        select(entries.kind, entries.pinpoint, entries.part, entries.text, documents.name)
        .join(tables.documents, documents.id == entries.document_id)
        .where(documents.symbol == "", entries.to_state == state)
    )
    with record.database.reading() as connection:
        return {(kind, at, part, text): name for kind, at, part, text, name in connection.execute(question)}


def page_starts(record: Record, document: Held) -> dict[int, int]:
    """The place of the first paragraph that begins on each page, by the page; a page may have none."""
    columns = tables.paragraphs.c
    question = (
        select(columns.page, func.min(columns.ordinal).label("first"))
        .where(columns.document_id == document.id)
        .group_by(columns.page)
    )
    with record.database.reading() as connection:
        return {row.page: row.first for row in connection.execute(question)}


def _entries(record: Record, question: object) -> list[NumberedEntry]:
    with record.database.reading() as connection:
        rows = connection.execute(question).mappings().all()  # type: ignore[call-overload]
    return [NumberedEntry(row["ordinal"], entry_of(row)) for row in rows]


def _many(connection: Connection, name: str, document_id: int) -> int:
    table = tables.metadata.tables[name]
    question = select(func.count()).select_from(table).where(table.c.document_id == document_id)
    return int(connection.execute(question).scalar_one())
