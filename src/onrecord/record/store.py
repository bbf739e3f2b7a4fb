"""Putting one document on the record, as rows, in a transaction that the caller opened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count, islice
from pathlib import Path, PurePath
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from onrecord.documents.model import Document
from onrecord.documents.packed import Packing
from onrecord.errors import InputError, UnreadableDocument
from onrecord.mechanisms.model import Reading
from onrecord.record import tables
from onrecord.record.database import indexed_words
from onrecord.record.encoding import (
    Row,
    document_row,
    entry_row,
    note_row,
    paragraph_row,
    problem_rows,
    review_row,
    state_rows,
)
from onrecord.record.reading import Limits, Source, read_file
from onrecord.told import tell

EXPORTS = {"upr_info_export", "uhri_export"}
"""Kinds whose table is not stored as such: each row stands whole in its entry, and the original is kept."""

PASSAGES_PER_DOCUMENT = 1_000_000
"""A passage's id is its document's id times this, plus its place: so a rebuilt record has the same ids."""


_WITH_A_PLACE = ("paragraphs", "notes", "problems", "entries")
_TABLES_OF_A_DOCUMENT = (*_WITH_A_PLACE[:3], "reviews", "entries", "passages", "entry_states")

ROWS_AT_ONCE = 2_000
"""How many rows go to the database in one statement, all of a document's in its one transaction."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document as rows, ready to be written; made in a worker so that the writer only writes."""

    document: Row
    rows: tuple[tuple[str, Sequence[Row]], ...]
    entries: int


def prepare(source: Source, limits: Limits) -> Prepared:
    """Read a file into rows. Errors as `read_file`."""
    document, reading = read_file(source, limits)
    try:
        return as_rows(document, reading)
    except UnicodeEncodeError as error:
        raise UnreadableDocument(
            tell("%(name)s holds characters that no text may hold.", name=source.name)
        ) from error


def as_rows(document: Document, reading: Reading) -> Prepared:
    """A document and its entries as rows. UnicodeEncodeError where a text holds half characters."""
    rows = _Rows()
    for paragraph in document.paragraphs:
        rows.add("paragraphs", paragraph_row(paragraph))
        rows.add_passage("paragraph", paragraph.pinpoint, paragraph.page, paragraph.text)
    for note in document.notes:
        rows.add("notes", note_row(note))
        place = f"{note.called_at or ''}, note {note.mark}".lstrip(", ")
        rows.add_passage("note", place, note.page, note.text)
    for problem in problem_rows(document, reading.doubts):
        rows.add("problems", problem)
    if reading.review:
        rows.add("reviews", review_row(reading.review))
    for ordinal, entry in enumerate(reading.entries):
        rows.add("entries", entry_row(entry))
        rows.add_passage("entry", entry.pinpoint, entry.page, entry.text)
        for row in state_rows(ordinal, entry):
            rows.add("entry_states", row)
    return Prepared(
        document_row(_without_export(document, reading.kind), reading.kind, reading.facts),
        rows.done(),
        len(reading.entries),
    )


class _Rows:
    """Takes in a document's rows, each with its place in its table; what can be searched, too."""

    def __init__(self) -> None:
        self._of: dict[str, Packing[Row]] = {name: Packing() for name in _TABLES_OF_A_DOCUMENT}
        self._counts = Counter[str]()

    def add(self, table: str, row: Row) -> None:
        """Take a row. UnicodeEncodeError where a text in it holds half characters."""
        if table in _WITH_A_PLACE:
            row["ordinal"] = self._counts[table]
            self._counts[table] += 1
        for value in row.values():
            if isinstance(value, str):
                value.encode()
        self._of[table].add(row)

    def add_passage(self, source: str, pinpoint: str, page: int, words: str) -> None:
        """Take the words of a paragraph, a note or an entry, so that they can be searched."""
        row = {
            "source": source,
            "ordinal": self._counts[source],
            "pinpoint": pinpoint,
            "page": page,
            "words": indexed_words(words),
        }
        self._counts[source] += 1
        self.add("passages", row)

    def done(self) -> tuple[tuple[str, Sequence[Row]], ...]:
        """The rows of each table, in the order in which the tables are written."""
        return tuple((name, rows.done()) for name, rows in self._of.items())


def _without_export(document: Document, kind: str) -> Document:
    return replace(document, tables=()) if kind in EXPORTS else document


def write(connection: Connection, prepared: Prepared, size: int, added: str, reader: str) -> int:
    """Write a document's rows, in the place of those it had; return its id.

    A document that is read again keeps its id and the day it was added.
    """
    sha256 = prepared.document["sha256"]
    columns = tables.documents.c
    before = connection.execute(select(columns.id, columns.added).where(columns.sha256 == sha256)).first()
    row = {**prepared.document, "size": size, "added": added, "reader": reader}
    if before:
        connection.execute(delete(tables.documents).where(columns.id == before.id))
        row |= {"id": before.id, "added": before.added}
    connection.execute(insert(tables.documents).values(row))
    document_id: int = connection.execute(select(columns.id).where(columns.sha256 == sha256)).scalar_one()
    for name, rows in prepared.rows:
        _write_rows(connection, tables.metadata.tables[name], rows, document_id)
    return document_id


def own_name(connection: Connection, document: Mapping[str, Any]) -> str:
    """The name by which a document without a symbol is looked up: "Matrix (2).docx" where there is a "Matrix.docx".

    Files of one name lie in the folders of several sessions; each needs an address of its own.
    """
    name: str = document["name"]
    columns = tables.documents.c
    others = select(columns.name).where(columns.symbol == "", columns.sha256 != document["sha256"])
    if document["symbol"] or name not in (taken := set(connection.execute(others).scalars())):
        return name
    plain = PurePath(name)
    names = (f"{plain.stem} ({number}){plain.suffix}" for number in count(2))
    return next(one for one in names if one not in taken)


def _write_rows(connection: Connection, table: Table, rows: Sequence[Row], document_id: int) -> None:
    numbered = enumerate(rows)
    while batch := list(islice(numbered, ROWS_AT_ONCE)):
        for number, row in batch:
            row["document_id"] = document_id
            if table is tables.passages:
                row["id"] = document_id * PASSAGES_PER_DOCUMENT + number
        connection.execute(insert(table), [row for _, row in batch])


def write_failure(connection: Connection, path: Path, sha256: str, error: InputError, at: str) -> None:
    """Note that a file could not be read, in the place of what was noted of it before."""
    forget_failure(connection, path)
    connection.execute(
        insert(tables.failures).values(
            path=str(path.absolute()),
            sha256=sha256,
            error=type(error).__name__,
            reason=error.message,
            hint=error.hint,
            at=at,
        )
    )


def forget_failure(connection: Connection, path: Path) -> None:
    """The file was read after all."""
    connection.execute(delete(tables.failures).where(tables.failures.c.path == str(path.absolute())))
