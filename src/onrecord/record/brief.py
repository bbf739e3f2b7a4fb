"""Recommendations in brief, at hand for pages: what tells an act and what became of it, not how it is printed.

A record can hold fifty thousand of them, and those of a report are read together. To read one whole, with the boxes
of its lines, takes some four times as long as to read what tells who asked what, and what became of it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, or_, select

from onrecord.mechanisms.model import Entry, PositionAt, SecondHand
from onrecord.record import tables
from onrecord.record.database import as_one_row, rows_in
from onrecord.record.encoding import states_of
from onrecord.record.positions import Answers, base_of
from onrecord.record.record import Record, newest_editions
from onrecord.record.unchanged import while_unchanged

_AT_HAND = 10_000
_E = tables.entries.c


_COLUMNS = (
    *("document_id", "ordinal", "kind", "symbol", "section", "paragraph", "page", "text", "number", "part"),
    *("by_states", "to_state", "cycle", "position", "position_as_written", "position_symbol"),
    *("position_paragraph", "note", "themes", "action", "second_hand"),
)


def _asked(*conditions: ColumnElement[bool]) -> Select[Any]:
    return select(*(_E[name] for name in _COLUMNS)).where(*conditions)


_OF_DOCUMENT = as_one_row(
    _asked(_E.document_id == bindparam("document"), _E.kind == "recommendation").order_by(_E.ordinal)
)
_ANSWERING = as_one_row(
    _asked(
        _E.to_state == bindparam("state"),
        or_(
            _E.kind == "position",
            # A row of a table about other documents has no symbol of its own. No comparison with "", by which SQLite
            # would walk through the rows of all tables.
            and_(_E.kind == "recommendation", func.length(_E.symbol) == 0, func.length(_E.second_hand) > 0),
        ),
    )
)
_WITH_SYMBOL = select(_E.document_id).distinct().where(_E.symbol == bindparam("symbol"))
_WHO = as_one_row(
    select(_E.document_id, _E.kind, _E.by_states)
    .where(_E.symbol == bindparam("symbol"), _E.kind.in_(bindparam("kinds", expanding=True)))
    .order_by(_E.document_id, _E.ordinal)
)


def recommendations_in(record: Record, document_id: int) -> Mapping[int, Entry]:
    """A document's recommendations by their place among its entries, in order.

    They are without what only shows how they are printed: `as_printed`, `by_as_printed`, `to_as_printed`,
    `on_behalf_of`, `place`, and `inferred`; and without the session and its date.
    """

    def read() -> dict[int, Entry]:
        with record.database.reading() as connection:
            rows = rows_in(connection.execute(_OF_DOCUMENT, {"document": document_id}).scalar_one())
        return {row[1]: _entry(row) for row in rows}

    return while_unchanged(record, "recommendations in brief", read, of=document_id, most=_AT_HAND)


def recommendations_of(record: Record, symbol: str) -> list[Entry]:
    """The recommendations that bear this symbol, in brief, in the order of their documents."""
    return [
        entry
        for document in _documents_with(record, symbol)
        for entry in recommendations_in(record, document).values()
        if entry.symbol == symbol
    ]


def answered_at(record: Record, symbol: str, pinpoint: str) -> list[Entry]:
    """The recommendations, in brief, whose position stands in this paragraph, in their report's order.

    They are entries of the document with this symbol itself, or of the report to which it is an addendum.
    """
    if not symbol or not pinpoint:
        return []
    symbols, at = {symbol, base_of(symbol)}, PositionAt(symbol, pinpoint)
    documents = {document for one in symbols for document in _documents_with(record, one)}
    return [
        entry
        for document in sorted(documents)
        for entry in recommendations_in(record, document).values()
        if entry.position_at == at and entry.symbol in symbols
    ]


def _documents_with(record: Record, symbol: str) -> list[int]:
    """The ids of the documents that hold entries with this symbol, in the order of documents."""

    def read() -> list[int]:
        order = _newest(record)
        with record.database.reading() as connection:
            found = connection.execute(_WITH_SYMBOL, {"symbol": symbol}).scalars().all()
        return sorted((one for one in found if one in order), key=order.__getitem__)

    return while_unchanged(record, "documents with a symbol", read, of=symbol, most=_AT_HAND)


def answers_to(record: Record, states: frozenset[str]) -> Answers:
    """What may answer recommendations to these States; `answers_on` with entries in brief."""
    return while_unchanged(record, "answers", lambda: _answers(record, states), of=states, most=_AT_HAND)


def speakers(record: Record, symbol: str, kinds: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Of each entry of these kinds that bears the symbol, its kind and whose it is, in the order of the documents."""
    order = _newest(record)
    with record.database.reading() as connection:
        rows = rows_in(connection.execute(_WHO, {"symbol": symbol, "kinds": kinds}).scalar_one())
    rows = [row for row in rows if row[0] in order]
    return [(kind, states_of(by)) for _, kind, by in sorted(rows, key=lambda row: order[row[0]])]


def _answers(record: Record, states: frozenset[str]) -> Answers:
    order = _newest(record)
    found: list[Entry] = []
    for state in sorted(states):
        with record.database.reading() as connection:
            rows = rows_in(connection.execute(_ANSWERING, {"state": state}).scalar_one())
        counting = [row for row in rows if row[0] in order]
        found.extend(map(_entry, sorted(counting, key=lambda row: (order[row[0]], row[1]))))
    return Answers(found)


def _newest(record: Record) -> dict[int, int]:
    """The ids of the documents that count, with their place in the order of documents."""

    def read() -> dict[int, int]:
        columns = tables.documents.c
        question = select(columns.id).where(columns.id.in_(newest_editions()))
        with record.database.reading() as connection:
            ids = connection.execute(question.order_by(columns.symbol, columns.id)).scalars()
            return {document: place for place, document in enumerate(ids)}

    return while_unchanged(record, "newest editions", read)


def _entry(row: Sequence[Any]) -> Entry:
    """The entry in brief from a row of `_COLUMNS`."""
    _, _, kind, symbol, section, paragraph, page, text, number, part, by, to, cycle, *rest = row
    position, as_written, at_symbol, at_paragraph, note, themes, action, hand = rest
    return Entry(
        kind=kind,
        symbol=symbol,
        section=section,
        paragraph=paragraph,
        page=page,
        text=text,
        number=number,
        part=part,
        by=states_of(by),
        to=to,
        cycle=cycle,
        position=position,
        position_as_written=as_written,
        position_at=PositionAt(at_symbol, at_paragraph) if at_symbol is not None else None,
        note=note,
        themes=states_of(themes),
        action=action,
        second_hand=_second_hand(hand) if hand else None,
    )


@lru_cache(maxsize=1024)
def _second_hand(packed: str) -> SecondHand:
    """Whose table it is: rows of one table have it in common."""
    return SecondHand(*json.loads(packed))
