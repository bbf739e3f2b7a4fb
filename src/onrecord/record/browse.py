"""Looking through the record page by page: what matches, how much of it, and by what it can be narrowed.

Entries, paragraphs and notes are three lists, so that every count is the number of rows behind it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select

from onrecord.record import tables
from onrecord.record.database import matching, snippets
from onrecord.record.query import parse_query
from onrecord.record.record import Record, made_by, newest_editions

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
    wanted = parse_query(asked.query) if asked.query.strip() else None
    with record.database.reading() as connection:
        found = matching(connection, wanted) if wanted is not None else None
        totals = {part: _total(connection, asked, part, found) for part in PARTS}
        question = _rows(asked, asked.part, found)
        if found is not None:
            question = question.order_by(found.c.score.desc(), tables.passages.c.id)
        else:
            question = question.order_by(tables.documents.c.symbol, tables.passages.c.id)
        rows = connection.execute(question.limit(size).offset(start)).mappings().all()
        marked = snippets(connection, wanted, [row["id"] for row in rows]) if wanted and rows else {}
        return Found(
            tuple(_row(row, marked.get(row["id"])) for row in rows),
            totals,
            _facets(connection, asked, found),
        )


def _base(asked: Asked, part: str, found: Any, *columns: ColumnElement[Any]) -> Select[Any]:
    """The passages of one list that are asked for, with these columns."""
    passages, entries, reviews = tables.passages, tables.entries, tables.reviews
    source = passages if found is None else passages.join(found, found.c.id == passages.c.id)
    if part == "entries":
        source = source.join(
            entries,
            and_(entries.c.document_id == passages.c.document_id, entries.c.ordinal == passages.c.ordinal),
        )
    else:
        source = source.outerjoin(reviews, reviews.c.document_id == passages.c.document_id)
    source = source.join(tables.documents, tables.documents.c.id == passages.c.document_id)
    return (
        select(*columns)
        .select_from(source)
        .where(
            passages.c.source == PARTS[part],
            passages.c.document_id.in_(newest_editions()),
            *_conditions(asked, part),
        )
    )


def _conditions(asked: Asked, part: str) -> Iterable[ColumnElement[bool]]:
    entries, reviews, documents = tables.entries.c, tables.reviews.c, tables.documents.c
    is_act = part == "entries"
    if asked.symbol:
        yield (documents.symbol == asked.symbol) | (
            (documents.symbol == "") & (documents.name == asked.symbol)
        )
    if asked.to:
        yield (entries.to_state if is_act else reviews.state) == asked.to
    if asked.cycle:
        yield (entries.cycle if is_act else reviews.cycle) == asked.cycle
    if asked.by:
        yield made_by(asked.by) if is_act else _NEVER
    if asked.kind:
        yield entries.kind == asked.kind if is_act else _NEVER
    if asked.position:
        yield entries.position == asked.position if is_act else _NEVER


# What only an act can have leaves no paragraph and no note.
_NEVER = tables.passages.c.id < 0


def _total(connection: Connection, asked: Asked, part: str, found: Any) -> int:
    return int(connection.execute(_base(asked, part, found, func.count())).scalar_one())


def _rows(asked: Asked, part: str, found: Any) -> Select[Any]:
    passages, documents, entries = tables.passages.c, tables.documents.c, tables.entries.c
    columns: list[ColumnElement[Any]] = [
        *(passages.id, passages.source, passages.ordinal, passages.pinpoint, passages.page),
        *(passages.words, documents.symbol, documents.name, documents.sha256),
    ]
    if part == "entries":
        columns += [entries.kind, entries.text, entries.by_states, entries.to_state, entries.cycle]
        columns += [entries.date, entries.position, entries.part]
    return _base(asked, part, found, *columns)


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


def _facets(connection: Connection, asked: Asked, found: Any) -> dict[str, tuple[Facet, ...]]:
    """What the entries can be narrowed by; each count is that of the rows that would be left."""
    if asked.part != "entries":
        return {}
    entries, states = tables.entries.c, tables.entry_states.c
    columns = {
        "kind": entries.kind,
        "position": entries.position,
        "cycle": entries.cycle,
        "to": entries.to_state,
    }
    together = _base(asked, "entries", found, *columns.values(), func.count().label("many"))
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for *values, many in connection.execute(together.group_by(*columns.values())):
        for name, value in zip(columns, values, strict=True):
            if value not in (None, ""):
                counts[name][str(value)] += many
    by = (
        _base(asked, "entries", found, states.state, func.count())
        .join(
            tables.entry_states,
            and_(states.document_id == entries.document_id, states.ordinal == entries.ordinal),
        )
        .group_by(states.state)
    )
    counts["by"].update({row[0]: row[1] for row in connection.execute(by)})
    return {name: _largest_first(counts[name].items()) for name in FACETS}


def _largest_first(counts: Iterable[tuple[str, int]]) -> tuple[Facet, ...]:
    ordered: Sequence[tuple[str, int]] = sorted(counts, key=lambda pair: (-pair[1], pair[0]))
    return tuple(Facet(*pair) for pair in ordered)
