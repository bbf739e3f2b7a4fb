"""Looking through the record page by page: what matches, how much of it, and by what it can be narrowed.

Entries, paragraphs and notes are three lists, so that every count is the number of rows behind it.
"""

from __future__ import annotations

import json
import re
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, select

from onrecord.record import tables
from onrecord.record.database import expression, ranked, snippets
from onrecord.record.ledger import Group, Ledger, ledger_of
from onrecord.record.query import parse_query
from onrecord.record.record import Record
from onrecord.record.unchanged import while_unchanged

PARTS = {"entries": "entry", "paragraphs": "paragraph", "notes": "note"}
"""The three lists, and what their passages are called."""

_PARTS = {source: part for part, source in PARTS.items()}
_SEARCHES = 50
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
    wanted = parse_query(asked.query) if asked.query.strip() else None
    ledger = ledger_of(record)
    with record.database.reading() as connection:
        words = expression(connection, wanted) if wanted is not None else ""
        ids = _ranked(record, connection, words) if words else _without_words(ledger, asked)
        found = _Finds(ledger, ids, asked)
        page = found.page(asked.part, start, size)
        marked = snippets(connection, words, page, among=len(ids)) if words and page else {}
        rows = _rows(connection, asked.part, page, marked)
    return Found(rows, found.totals, found.facets(asked.part) if asked.part == "entries" else {})


def counted(record: Record, asked: Asked) -> Found:
    """The totals and facets of what is asked for without words, and no row of it."""
    ledger = ledger_of(record)
    found = _Finds(ledger, _without_words(ledger, asked), asked)
    return Found((), found.totals, found.facets(asked.part) if asked.part == "entries" else {})


def documents_with(record: Record, asked: Asked) -> set[str]:
    """The documents (by symbol, or the file's name) that hold something of the list and kind asked for."""
    ledger = ledger_of(record)
    return _Finds(ledger, _without_words(ledger, asked), asked).documents(asked.part)


def _ranked(record: Record, connection: Connection, words: str) -> Sequence[int]:
    """The passages that an expression matches: the same for every page of a search, however it is narrowed."""
    return while_unchanged(
        record, "ranked", lambda: array("q", ranked(connection, words)), of=words, most=_SEARCHES
    )


def _without_words(ledger: Ledger, asked: Asked) -> Sequence[int]:
    """The passages among which to look where no words are asked for: as few as one step can find."""
    if asked.by:
        return ledger.by.get(asked.by, ())
    return ledger.to.get(asked.to, ()) if asked.to else ledger.order


class _Finds:
    """The passages that are asked for, by list, and what they can be narrowed by."""

    def __init__(self, ledger: Ledger, ids: Sequence[int], asked: Asked) -> None:
        self.ledger = ledger
        self.ids = ids
        self.totals = dict.fromkeys(PARTS, 0)
        self._pairs: dict[str, dict[int, int]] = {part: {} for part in PARTS}
        parts: dict[int, str] = {}
        for pair, many in ledger.counted(ids).items():
            group, makers = ledger.pairs[pair]
            part = parts.get(group)
            if part is None:
                part = parts[group] = _fits(ledger.groups[group], asked)
            if part and (not asked.by or asked.by in ledger.makers[makers]):
                self.totals[part] += many
                self._pairs[part][pair] = many

    def page(self, part: str, start: int, size: int) -> list[int]:
        """The ids of a stretch of one list, in the order in which they were found."""
        return list(islice(self.ledger.within(self.ids, self._pairs[part]), start, start + size))

    def documents(self, part: str) -> set[str]:
        """The documents that a list comes from."""
        return {self.ledger.groups[self.ledger.pairs[pair][0]].called for pair in self._pairs[part]}

    def facets(self, part: str) -> dict[str, tuple[Facet, ...]]:
        """What a list can be narrowed by; each count is that of the rows that would be left."""
        groups: Counter[int] = Counter()
        makers: Counter[int] = Counter()
        for pair, many in self._pairs[part].items():
            group, maker = self.ledger.pairs[pair]
            groups[group] += many
            makers[maker] += many
        counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
        for number, many in groups.items():
            told = self.ledger.groups[number]
            for name, value in zip(FACETS, (told.kind, told.position, told.cycle, told.to), strict=False):
                if value not in (None, ""):
                    counts[name][str(value)] += many
        for number, many in makers.items():
            for state in self.ledger.makers[number]:
                counts["by"][state] += many
        return {name: _largest_first(counts[name].items()) for name in FACETS}


def _fits(group: Group, asked: Asked) -> str:
    """The list in which passages of this group are asked for, or "": what only an act has leaves only entries."""
    fits = (
        (not asked.symbol or group.called == asked.symbol)
        and (not asked.to or group.to == asked.to)
        and (not asked.cycle or group.cycle == asked.cycle)
        and (not asked.kind or group.kind == asked.kind)
        and (not asked.position or group.position == asked.position)
        and (not asked.by or group.source == "entry")
    )
    return _PARTS[group.source] if fits else ""


def _rows(connection: Connection, part: str, ids: Sequence[int], marked: dict[int, str]) -> tuple[Row, ...]:
    """The rows of these passages, which are all of one list, in this order."""
    if not ids:
        return ()
    told = connection.execute(_QUESTIONS[part], {"ids": ids}).mappings().all()
    rows = {row["id"]: row for row in told}
    return tuple(_row(rows[one], marked.get(one)) for one in ids if one in rows)


def _question(part: str) -> Select[Any]:
    """What a page tells of the passages with some ids."""
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
    return select(*columns).select_from(source).where(passages.id.in_(bindparam("ids", expanding=True)))


_QUESTIONS = {part: _question(part) for part in PARTS}


def _row(row: Any, snippet: str | None) -> Row:
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
