"""Looking through the record page by page: what matches, how much of it, and by what it can be narrowed.

Entries, paragraphs and notes are three lists, so that every count is the number of rows behind it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, select

from onrecord.record import tables
from onrecord.record.database import as_one_row, rows_in, snippets
from onrecord.record.ledger import Ledger, Rows, ledger_of
from onrecord.record.record import Record
from onrecord.record.weights import best_first, matched_by

PARTS = {"entries": "entry", "paragraphs": "paragraph", "notes": "note"}
"""The three lists, and what their passages are called."""

FACETS = ("kind", "position", "cycle", "to", "by")
_MARKED = re.compile("«([^»]*)»")


class Facet(NamedTuple):
    """A value by which the list can be narrowed, and how many rows have it."""

    value: str
    rows: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for; `by` and `to` are ISO alpha-3 codes or bodies' acronyms, "" and 0 stand for any.

    `position` is the one that the document itself gives, without what an addendum says later.
    """

    query: str = ""
    part: str = "entries"
    kind: str = ""
    by: str = ""
    to: str = ""
    cycle: int = 0
    position: str = ""
    symbol: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One entry, paragraph or note. `snippet` marks the words found with « and »; `words` are those words.

    `sha256` is the hash of the file, `ordinal` the row's place among its document's rows of that kind.
    """

    symbol: str
    name: str
    sha256: str
    ordinal: int
    pinpoint: str
    page: int
    kind: str
    snippet: str
    words: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    to: str = ""
    cycle: int | None = None
    date: str = ""
    position: str = ""
    part: int = 1


@dataclass(frozen=True, slots=True)
class Found:
    """A page of rows, and the whole it is part of: `totals` by list, `facets` by name, largest first."""

    rows: tuple[Row, ...]
    totals: dict[str, int]
    facets: dict[str, tuple[Facet, ...]] = field(default_factory=dict)


def browse(record: Record, asked: Asked, *, start: int = 0, size: int = 20) -> Found:
    """The rows from `start` on, the best first (without a query, in the order of the documents).

    UsageError, with help, for a query without a word to look for.
    """
    with record.database.reading() as connection:
        found = matched_by(record, connection, asked.query) if asked.query.strip() else None
        finds = Finds(found.ledger, found.rows, asked) if found else Finds(ledger_of(record), None, asked)
        page = finds.page(asked.part, start, size, found.weights if found else None)
        marked = snippets(connection, found.words, page, among=len(found.rows)) if found and page else {}
        rows = _rows(connection, asked.part, page, marked)
    return Found(rows, finds.totals, finds.facets(asked.part) if asked.part == "entries" else {})


def counted(record: Record, asked: Asked, names: Sequence[str] = FACETS) -> Found:
    """The totals of what is asked for without words, and those of its facets that are named; no row of it."""
    finds = Finds(ledger_of(record), None, asked)
    return Found((), finds.totals, finds.facets(asked.part, names) if asked.part == "entries" else {})


def documents_with(record: Record, asked: Asked) -> set[str]:
    """The documents (by symbol, or the file's name) that hold something of the list and kind asked for."""
    return Finds(ledger_of(record), None, asked).documents(asked.part)


class Finds:
    """The passages that are asked for, by list, and what they can be narrowed by."""

    def __init__(self, ledger: Ledger, rows: Rows | None, asked: Asked) -> None:
        """`rows` are those that the words asked for match; None where there are no words."""
        self.ledger = ledger
        self.rows = rows
        wanted: dict[str, str | int] = {
            "called": asked.symbol,
            "to": asked.to,
            "cycle": asked.cycle,
            "kind": asked.kind,
            "position": asked.position,
        }
        self._fits = ledger.of(**{name: value for name, value in wanted.items() if value})
        if asked.by:
            self._fits &= ledger.by(asked.by)
        self._counts = np.where(self._fits, ledger.counted(rows), 0)
        found = dict(ledger.summed(["source"], self._counts)["source"])
        self.totals = {part: found.get(source, 0) for part, source in PARTS.items()}

    def page(self, part: str, start: int, size: int, weights: npt.NDArray[np.float32] | None) -> list[int]:
        """The ids of a stretch of one list: the heaviest first, or in the order of the documents."""
        fits = self._fits & self.ledger.of(source=PARTS[part])
        places = np.flatnonzero(fits[self.ledger.pair if self.rows is None else self.ledger.pair[self.rows]])
        stretch = slice(start, start + size) if weights is None else best_first(weights[places], start, size)
        places = places[stretch]
        rows = places if self.rows is None else self.rows[places]
        return [int(one) for one in self.ledger.order[rows]]

    def documents(self, part: str) -> set[str]:
        """The documents that a list comes from."""
        return {called for called, _ in self._summed(["called"], part)["called"]}

    def facets(self, part: str, names: Sequence[str] = FACETS) -> dict[str, tuple[Facet, ...]]:
        """What a list can be narrowed by; each count is that of the rows that would be left."""
        summed = self._summed(names, part)
        return {
            name: _largest_first(
                (str(value), many) for value, many in summed[name] if value not in (None, "")
            )
            for name in names
        }

    def _summed(self, names: Sequence[str], part: str) -> dict[str, list[tuple[Any, int]]]:
        is_of_part = self.ledger.of(source=PARTS[part])
        return self.ledger.summed(names, np.where(is_of_part, self._counts, 0))


def _rows(connection: Connection, part: str, ids: Sequence[int], marked: dict[int, str]) -> tuple[Row, ...]:
    """The rows of these passages, which are all of one list, in this order."""
    if not ids:
        return ()
    names, question = _QUESTIONS[part]
    told = rows_in(connection.execute(question, {"ids": ids}).scalar_one())
    rows = {row[0]: dict(zip(names, row, strict=True)) for row in told}
    return tuple(_row(rows[one], marked.get(one)) for one in ids if one in rows)


def _question(part: str) -> tuple[list[str], Select[Any]]:
    """What a page tells of the passages with some ids, the id first: the names of the columns, and the question."""
    passages, documents, entries = tables.passages.c, tables.documents.c, tables.entries.c
    columns: list[ColumnElement[Any]] = [
        *(passages.id, passages.source, passages.ordinal, passages.pinpoint, passages.page),
        *(passages.words, documents.symbol, documents.name, documents.sha256),
    ]
    source = tables.passages.join(tables.documents, documents.id == passages.document_id)
    if part == "entries":
        source = source.join(
            tables.entries,
            and_(entries.document_id == passages.document_id, entries.ordinal == passages.ordinal),
        )
        columns += [entries.kind, entries.text, entries.by_states, entries.to_state, entries.cycle]
        columns += [entries.date, entries.position, entries.part]
    question = select(*columns).select_from(source).where(passages.id.in_(bindparam("ids", expanding=True)))
    return [column.name for column in question.selected_columns], as_one_row(question)


_QUESTIONS = {part: _question(part) for part in PARTS}


def _row(row: dict[str, Any], snippet: str | None) -> Row:
    is_act = row["source"] == "entry"
    text = snippet if snippet is not None else (row["text"] if is_act else row["words"].replace("\u200b", ""))
    words = dict.fromkeys(word.casefold() for word in _MARKED.findall(snippet or ""))
    return Row(
        symbol=row["symbol"],
        name=row["name"],
        sha256=row["sha256"],
        ordinal=row["ordinal"],
        pinpoint=row["pinpoint"],
        page=row["page"],
        kind=row["kind"] if is_act else row["source"],
        snippet=text,
        words=tuple(words),
        by=tuple(json.loads(row["by_states"])) if is_act else (),
        to=row["to_state"] if is_act else "",
        cycle=row["cycle"] if is_act else None,
        date=row["date"] if is_act else "",
        position=(row["position"] or "") if is_act else "",
        part=row["part"] if is_act else 1,
    )


def _largest_first(counts: Iterable[tuple[str, int]]) -> tuple[Facet, ...]:
    ordered: Sequence[tuple[str, int]] = sorted(counts, key=lambda pair: (-pair[1], pair[0]))
    return tuple(Facet(*pair) for pair in ordered)
