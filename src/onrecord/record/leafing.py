"""Leafing through one document: its paragraphs a few at a time, with entries, notes and doubts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Select, and_, bindparam, func, or_, select

from onrecord.documents.model import Note, Paragraph
from onrecord.mechanisms.model import Entry
from onrecord.record import tables
from onrecord.record.database import as_one_row, rows_in
from onrecord.record.encoding import entry_of, note_of, paragraph_of
from onrecord.record.record import ENDINGS_OF_FORMATS, Record, _best_first
from onrecord.record.unchanged import while_unchanged


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


class Leafed(NamedTuple):
    """A paragraph as one leafs past it, with its place among the document's paragraphs, from 0."""

    ordinal: int
    pinpoint: str
    as_numbered: str
    zone: str
    heading: str
    text: str


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
_AT_HAND = 10_000
_D, _P, _E, _N = (tables.metadata.tables[name].c for name in ("documents", "paragraphs", "entries", "notes"))
_OF_DOCUMENT: BindParameter[int] = bindparam("document")

# The questions are built once: to build one takes as long as to have it answered.
_HELD = (
    select(*(_D[name] for name in _COLUMNS))
    .where(
        or_(
            and_(_D.symbol == bindparam("called"), _D.symbol != ""),
            and_(_D.name == bindparam("called"), _D.symbol == ""),
        )
    )
    .order_by(_D.symbol.desc(), *_best_first())
    .limit(1)
)
_EDITIONS = select(_D.name).where(_D.symbol == bindparam("symbol")).order_by(_D.id)
_DOUBTS = (
    select(tables.problems.c.message)
    .where(tables.problems.c.document_id == _OF_DOCUMENT)
    .order_by(tables.problems.c.ordinal)
)
_MANY = select(
    *(
        select(func.count()).select_from(table).where(table.c.document_id == _OF_DOCUMENT).scalar_subquery()
        for table in (tables.paragraphs, tables.entries, tables.notes)
    )
)
_LEAFED = as_one_row(
    select(*(_P[name] for name in Leafed._fields))
    .where(_P.document_id == _OF_DOCUMENT, _P.ordinal >= bindparam("start"))
    .order_by(_P.ordinal)
    .limit(bindparam("size"))
)
_PARAGRAPH = (
    select(tables.paragraphs)
    .where(_P.document_id == _OF_DOCUMENT, _P.pinpoint == bindparam("pinpoint"), _P.pinpoint != "")
    .order_by(_P.zone != "body", _P.zone != "annex", _P.ordinal)
    .limit(1)
)
_ENTRIES = (
    select(tables.entries)
    .where(_E.document_id == _OF_DOCUMENT, _E.ordinal >= bindparam("start"))
    .order_by(_E.ordinal)
)


def _entries_of_place() -> Select[Any]:
    items = tables.paragraphs.alias().c
    own_paragraph = (
        select(items.ordinal)
        .where(items.document_id == _OF_DOCUMENT, items.pinpoint == _E.pinpoint)
        .correlate(tables.entries)
        .exists()
    )
    return (
        select(tables.entries)
        .where(
            _E.document_id == _OF_DOCUMENT,
            or_(
                _E.pinpoint == bindparam("pinpoint"),
                and_(_E.paragraph == bindparam("pinpoint"), ~own_paragraph),
            ),
        )
        .order_by(_E.ordinal)
    )


_ENTRIES_AT = _entries_of_place()
_PINPOINTS = as_one_row(
    select(_E.pinpoint, func.count().label("many"))
    .where(_E.document_id == _OF_DOCUMENT)
    .group_by(_E.pinpoint)
)
_NOTES = (
    select(tables.notes)
    .where(_N.document_id == _OF_DOCUMENT, _N.called_at.in_(bindparam("pinpoints", expanding=True)))
    .order_by(_N.ordinal)
)
_HEADINGS = as_one_row(
    select(_P.heading, _P.ordinal)
    .where(_P.document_id == _OF_DOCUMENT, _P.heading != "", _P.zone.in_(("body", "annex")))
    .order_by(_P.ordinal)
)
_STARTS = as_one_row(
    select(_P.page, func.min(_P.ordinal).label("first"))
    .where(_P.document_id == _OF_DOCUMENT)
    .group_by(_P.page)
)


def held(record: Record, called: str) -> Held | None:
    """The document with this symbol in the edition that counts, else the one of this file name; or None."""
    if called not in while_unchanged(record, "names of documents", lambda: _names(record)):
        return None
    return while_unchanged(record, "held", lambda: _held(record, called), of=called, most=_AT_HAND)


def _names(record: Record) -> frozenset[str]:
    with record.database.reading() as connection:
        return frozenset(symbol or name for symbol, name in connection.execute(select(_D.symbol, _D.name)))


def _held(record: Record, called: str) -> Held | None:
    with record.database.reading() as connection:
        row = connection.execute(_HELD, {"called": called}).mappings().first()
        if row is None:
            return None
        of = {"document": row["id"]}
        paragraphs, entries, notes = connection.execute(_MANY, of).one()
        editions: tuple[str, ...] = (row["name"],)
        if row["symbol"]:
            editions = tuple(connection.execute(_EDITIONS, {"symbol": row["symbol"]}).scalars())
        return Held(
            **row,
            original=record.originals.path(row["sha256"], ENDINGS_OF_FORMATS[row["format"]]),
            paragraphs=paragraphs,
            entries=entries,
            notes=notes,
            doubts=tuple(connection.execute(_DOUBTS, of).scalars()),
            editions=editions,
        )


def paragraphs(record: Record, document: Held, start: int, size: int) -> list[Leafed]:
    """The document's paragraphs from place `start` on."""
    asked = {"document": document.id, "start": max(0, start), "size": size}
    with record.database.reading() as connection:
        return [Leafed(*row) for row in rows_in(connection.execute(_LEAFED, asked).scalar_one())]


def paragraph_at(record: Record, document: Held, pinpoint: str) -> Numbered | None:
    """The paragraph of this pinpoint; for "28 (g)" or "26, note 3" the paragraph it stands in; or None."""
    bare = pinpoint.split(", note ", maxsplit=1)[0]
    with record.database.reading() as connection:
        for one in dict.fromkeys([bare, bare.split(" (")[0]]):
            asked = {"document": document.id, "pinpoint": one}
            row = connection.execute(_PARAGRAPH, asked).mappings().first()
            if row is not None:
                return Numbered(row["ordinal"], paragraph_of(row))
    return None


def entries(record: Record, document: Held, start: int = 0, size: int = 0) -> list[NumberedEntry]:
    """The document's entries from place `start` on; `size` 0 gives all."""
    asked = {"document": document.id, "start": start}
    return _entries(record, _ENTRIES.limit(size) if size else _ENTRIES, asked)


def entries_at(record: Record, document: Held, pinpoint: str) -> list[NumberedEntry]:
    """The entries cited by this pinpoint, by a letter or a note of it, or read from its running text.

    The items of a list that are paragraphs themselves (186.1 under 186) are not among those of 186.
    """
    return _entries(record, _ENTRIES_AT, {"document": document.id, "pinpoint": pinpoint})


def pinpoints_with_entries(record: Record, document: Held) -> dict[str, int]:
    """How many entries stand at each pinpoint; also at the paragraph of a pinpoint with a letter or note."""
    found: dict[str, int] = {}
    with record.database.reading() as connection:
        rows = rows_in(connection.execute(_PINPOINTS, {"document": document.id}).scalar_one())
    for pinpoint, many in rows:
        bare = pinpoint.split(", note ")[0].split(" (")[0]
        found[bare] = found.get(bare, 0) + many
    return found


def notes_between(record: Record, document: Held, pinpoints: list[str]) -> list[Note]:
    """The notes that these paragraphs call, in the document's order."""
    if not document.notes:
        return []
    asked = {"document": document.id, "pinpoints": pinpoints}
    with record.database.reading() as connection:
        return [note_of(row) for row in connection.execute(_NOTES, asked).mappings()]


def headings(record: Record, document: Held) -> list[Heading]:
    """The headings of the document's body and annexes in order, each with the first paragraph under it."""
    found: list[Heading] = []
    with record.database.reading() as connection:
        rows = rows_in(connection.execute(_HEADINGS, {"document": document.id}).scalar_one())
    for text, ordinal in rows:
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
    with record.database.reading() as connection:
        return dict(rows_in(connection.execute(_STARTS, {"document": document.id}).scalar_one()))


def _entries(record: Record, question: Select[Any], asked: dict[str, Any]) -> list[NumberedEntry]:
    with record.database.reading() as connection:
        rows = connection.execute(question, asked).mappings().all()
    return [NumberedEntry(row["ordinal"], entry_of(row)) for row in rows]
