"""The record: a folder with a database and the originals it was read from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, case, func, select, tuple_

from onrecord.documents.model import Document, Note, Paragraph
from onrecord.errors import NotOnRecord, RecordError
from onrecord.mechanisms.model import Entry, ReviewFacts
from onrecord.record import tables
from onrecord.record.database import Database, exactly, matching
from onrecord.record.encoding import document_of, entry_of, note_of, paragraph_of, review_of
from onrecord.record.migrations import bring_up_to_date
from onrecord.record.model import StoredDocument
from onrecord.record.originals import Originals
from onrecord.told import tell

ENDINGS_OF_FORMATS = {
    "pdf": ".pdf",
    "pdf-recognised": ".pdf",
    "text": ".txt",
    "docx": ".docx",
    "doc": ".doc",
    "rtf": ".rtf",
    "html": ".html",
    "xlsx": ".xlsx",
    "csv": ".csv",
    "json": ".json",
}
_OF_THE_DEMO = Path("demo", "record")
"""Where `onrecord demo` lays its record, seen from the folder in which it was called."""

_STORED_AS_SUCH = (
    "symbol",
    "name",
    "sha256",
    "kind",
    "title",
    "date",
    "reissued",
    "language",
    "pages",
    "added",
)


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read; `at` is ISO 8601 in UTC."""

    path: str
    reason: str
    hint: str
    at: str


def open_record(folder: Path, *, create: bool = True) -> Record:
    """Open the record in a folder, and bring it to this program's schema.

    NotOnRecord where there is none and `create` is false; RecordIsNewer where a newer On Record made
    it (nothing is touched); RecordError where it cannot be opened.
    """
    path = folder / "record.db"
    if not path.exists() and not create:
        hint = tell("Make one with: onrecord add FOLDER")
        if (_OF_THE_DEMO / path.name).exists():
            hint = tell(
                "Make one with: onrecord add FOLDER; or ask that of the demo with: --record %(folder)s",
                folder=_OF_THE_DEMO,
            )
        raise NotOnRecord(tell("There is no record at %(folder)s yet.", folder=folder), hint=hint)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordError(
            tell(
                "The record's folder %(folder)s cannot be made: %(strerror)s.",
                folder=folder,
                strerror=error.strerror,
            )
        ) from error
    database = Database(path)
    try:
        bring_up_to_date(database)
    except RecordError:
        database.close()
        raise
    return Record(folder, database)


class Record:
    """Answers what `ReadsRecord` asks, from the newest edition of each document.

    Several files can hold one symbol (a reissue, a copy). Of those in English, else in another
    language, the reissued one counts, then the PDF (its pages can be shown), then the one added last.
    """

    def __init__(self, folder: Path, database: Database) -> None:
        self.folder = folder
        self.database = database
        self.originals = Originals(folder / "originals")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()

    def documents(self) -> Sequence[StoredDocument]:
        """Every document on the record in its newest edition, ordered by symbol."""
        return self._stored(tables.documents.c.id.in_(newest_editions()))

    def version(self) -> str:
        """A mark of what the record holds: another one after a document was added, read again or taken away.

        It takes about a millisecond for 250 documents, so that it can be asked before each check.
        """
        columns = tables.documents.c
        question = select(columns.id, columns.sha256, columns.reader, columns.added).order_by(columns.id)
        mark = hashlib.sha256()
        with self.database.reading() as connection:
            for row in connection.execute(question):
                mark.update(repr(tuple(row)).encode())
        return mark.hexdigest()

    def editions(self, symbol: str) -> Sequence[StoredDocument]:
        """Every edition of a document that is on the record, in the order they were added."""
        return self._stored(and_(tables.documents.c.symbol == symbol, tables.documents.c.symbol != ""))

    def stored(self, symbol: str) -> StoredDocument | None:
        """The newest edition of a document, without its paragraphs, or None."""
        with self.database.reading() as connection:
            found = _newest_id(connection, symbol)
        return next(iter(self._stored(tables.documents.c.id == found)), None)

    def document(self, symbol: str) -> Document | None:
        """The document as read, or None where it is not on the record."""
        with self.database.reading() as connection:
            found = _newest_id(connection, symbol)
            return None if found is None else read_back(connection, found)

    def paragraph(self, symbol: str, pinpoint: str) -> Paragraph | None:
        """The paragraph with this pinpoint, of the body before the annexes, or None."""
        columns = tables.paragraphs.c
        with self.database.reading() as connection:
            question = (
                select(tables.paragraphs)
                .where(columns.document_id == _newest_id(connection, symbol))
                .where(columns.pinpoint == pinpoint, columns.zone.in_(("body", "annex")))
                .order_by(case((columns.zone == "body", 0), else_=1), columns.ordinal)
            )
            row = connection.execute(question.limit(1)).mappings().first()
        return None if row is None else paragraph_of(row)

    def notes(self, symbol: str, pinpoint: str) -> Sequence[Note]:
        """The notes that this paragraph calls."""
        columns = tables.notes.c
        with self.database.reading() as connection:
            question = (
                select(tables.notes)
                .where(columns.document_id == _newest_id(connection, symbol), columns.called_at == pinpoint)
                .order_by(columns.ordinal)
            )
            return [note_of(row) for row in connection.execute(question).mappings()]

    def entries(
        self,
        *,
        symbol: str | None = None,
        to: str | None = None,
        by: str | None = None,
        kind: str | None = None,
        cycle: int | None = None,
    ) -> Sequence[Entry]:
        """Entries that meet every filter given, in the order of their documents."""
        columns = tables.entries.c
        question = (
            select(tables.entries)
            .join(tables.documents, tables.documents.c.id == columns.document_id)
            .where(columns.document_id.in_(newest_editions()))
            .order_by(tables.documents.c.symbol, columns.document_id, columns.ordinal)
        )
        if symbol == "":
            # No comparison by which SQLite would walk through all the tables' rows to find a State's.
            question = question.where(func.length(columns.symbol) == 0)
        wanted = {
            columns.symbol: symbol or None,
            columns.to_state: to,
            columns.kind: kind,
            columns.cycle: cycle,
        }
        for column, value in wanted.items():
            if value is not None:
                question = question.where(column == value)
        if by is not None:
            question = question.where(made_by(by))
        with self.database.reading() as connection:
            return [entry_of(row) for row in connection.execute(question).mappings().all()]

    def reviews(self, state: str | None = None) -> Sequence[ReviewFacts]:
        """The reviews of which a report is on the record, oldest first."""
        columns = tables.reviews.c
        question = (
            select(tables.reviews)
            .where(columns.document_id.in_(newest_editions()))
            .order_by(columns.session, columns.date, columns.symbol)
        )
        if state is not None:
            question = question.where(columns.state == state)
        with self.database.reading() as connection:
            return [review_of(row) for row in connection.execute(question).mappings()]

    def paragraphs_with(self, words: str) -> Iterator[tuple[str, Paragraph]]:
        """(symbol, paragraph) pairs whose text holds these words in this order, case and accents aside."""
        passages = tables.passages.c
        with self.database.reading() as connection:
            found = matching(exactly(words))
            question = (
                select(tables.paragraphs, tables.documents.c.symbol)
                .join(tables.passages, _is_passage_of(tables.paragraphs, "paragraph"))
                .join(found, found.c.id == passages.id)
                .join(tables.documents, tables.documents.c.id == passages.document_id)
                .where(passages.document_id.in_(newest_editions()))
                .order_by(tables.documents.c.symbol, passages.id)
            )
            rows = connection.execute(question).mappings().all()
        return ((row["symbol"], paragraph_of(row)) for row in rows)

    def problems(self, symbol: str) -> Sequence[str]:
        """What was read with a doubt in this document and its entries."""
        columns = tables.problems.c
        with self.database.reading() as connection:
            question = (
                select(columns.message)
                .where(columns.document_id == _newest_id(connection, symbol))
                .order_by(columns.ordinal)
            )
            return list(connection.execute(question).scalars())

    def failures(self) -> Sequence[Failure]:
        """Files that could not be read when they were last tried, by path."""
        columns = tables.failures.c
        question = select(columns.path, columns.reason, columns.hint, columns.at).order_by(columns.path)
        with self.database.reading() as connection:
            return [Failure(*row) for row in connection.execute(question)]

    def _stored(self, condition: ColumnElement[bool]) -> list[StoredDocument]:
        columns = tables.documents.c
        # Not the whole row: an export's table has some ten million characters.
        wanted = [columns[name] for name in (*_STORED_AS_SUCH, "format")]
        question = select(*wanted).where(condition).order_by(columns.symbol, columns.id)
        with self.database.reading() as connection:
            rows = connection.execute(question).mappings().all()
        return [
            StoredDocument(
                original=self.originals.path(row["sha256"], ENDINGS_OF_FORMATS[row["format"]]),
                **{name: row[name] for name in _STORED_AS_SUCH},
            )
            for row in rows
        ]


@cache
def newest_editions() -> Select[tuple[int]]:
    """The ids of the documents that count, one for each symbol."""
    columns = tables.documents.c
    of_symbol = case((columns.symbol == "", columns.sha256), else_=columns.symbol)
    place = func.row_number().over(partition_by=of_symbol, order_by=_best_first()).label("place")
    ranked = select(columns.id, place).subquery()
    return select(ranked.c.id).where(ranked.c.place == 1)


def made_by(state: str) -> ColumnElement[bool]:
    """The condition that a State, by its code, made the entry."""
    states, entries = tables.entry_states.c, tables.entries.c
    of_state = select(states.document_id, states.ordinal).where(states.state == state)
    return tuple_(entries.document_id, entries.ordinal).in_(of_state)


def read_back(connection: Connection, document_id: int) -> Document:
    """The document with this id, as it was read."""
    row = (
        connection.execute(select(tables.documents).where(tables.documents.c.id == document_id))
        .mappings()
        .one()
    )
    paragraphs, notes, problems = (
        connection.execute(select(table).where(table.c.document_id == document_id).order_by(table.c.ordinal))
        .mappings()
        .all()
        for table in (tables.paragraphs, tables.notes, tables.problems)
    )
    return document_of(row, paragraphs, notes, problems)


def _newest_id(connection: Connection, symbol: str) -> int | None:
    columns = tables.documents.c
    question = (
        select(columns.id).where(columns.symbol == symbol, columns.symbol != "").order_by(*_best_first())
    )
    return connection.execute(question.limit(1)).scalar()


def _best_first() -> tuple[ColumnElement[Any], ...]:
    """Editions of one symbol, the one that counts first."""
    columns = tables.documents.c
    return (
        case((columns.language == "en", 0), else_=1),
        case((columns.reissued, 0), else_=1),
        case((columns.format == "pdf", 0), else_=1),
        columns.id.desc(),
    )


def _is_passage_of(table: Table, source: str) -> ColumnElement[bool]:
    """The condition that a passage is the searchable form of this table's row."""
    passages = tables.passages.c
    return and_(
        passages.source == source,
        passages.document_id == table.c.document_id,
        passages.ordinal == table.c.ordinal,
    )
