"""Searching the record: words, phrases and beginnings, one hit for each pinpoint.

What can be typed is told in `query.py`. Filters that speak of an act (by, position) leave only
entries; `to` and `cycle` also leave the paragraphs of that review's report.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, TypedDict, Unpack

from sqlalchemy import ColumnElement, RowMapping, Select, and_, or_, select

from onrecord.errors import UsageError
from onrecord.mechanisms.model import KINDS
from onrecord.record import tables
from onrecord.record.database import expression, forms_of, matching, snippets
from onrecord.record.model import SearchHit
from onrecord.record.query import parse_query
from onrecord.record.record import Record, made_by, newest_editions
from onrecord.told import tell

SEARCHED_KINDS = (*KINDS, "paragraph", "note")
POSITIONS = ("supported", "noted", "partially_supported", "pending", "not_stated")

Condition = ColumnElement[bool]


class Filters(TypedDict, total=False):
    """What a hit must be: `by` and `to` are ISO alpha-3 codes; the rest as in an entry.

    `symbol` is the document's, or for one without a symbol the name of its file.
    """

    by: str | None
    to: str | None
    kind: str | None
    cycle: int | None
    position: str | None
    symbol: str | None


def search(record: Record, query: str, *, limit: int = 50, **filters: Unpack[Filters]) -> list[SearchHit]:
    """Hits in the order of how well they match; `limit` 0 gives all.

    An entry stands for the paragraph it is in; where several texts of one number match, their States
    stand together. UsageError, with help, for a query without a word to look for, or a kind or
    position that does not exist.
    """
    _check("kind", filters.get("kind"), SEARCHED_KINDS)
    _check("position", filters.get("position"), POSITIONS)
    wanted = parse_query(query)
    conditions = [*_of_the_act(filters), *_of_the_review(filters)]
    with record.database.reading() as connection:
        words = expression(wanted, lambda word: forms_of(connection, word)).words
        rows = connection.execute(_question(words, conditions)).mappings().all()
        hits = _one_a_pinpoint(rows)[: limit or None]
        marked = snippets(connection, words, [group[0]["id"] for group in hits], among=len(rows))
    return [_hit(group, marked[group[0]["id"]]) for group in hits]


def _check(name: str, value: str | None, known: Sequence[str]) -> None:
    if value is not None and value not in known:
        raise UsageError(
            tell("There is no %(name)s “%(value)s”.", name=name, value=value),
            hint=tell("Choose one of: %(listed)s.", listed=", ".join(known)),
        )


def _question(words: str, conditions: list[Condition]) -> Select[Any]:
    """Every passage that matches, the best first, with what a hit tells of it."""
    found = matching(words)
    passages, entries, documents = tables.passages.c, tables.entries.c, tables.documents.c
    is_entry = and_(
        passages.source == "entry",
        passages.document_id == entries.document_id,
        passages.ordinal == entries.ordinal,
    )
    return (
        select(
            *(passages.id, passages.document_id, passages.source, passages.pinpoint, passages.page),
            *(found.c.score, documents.symbol, documents.name, entries.kind),
            *(entries.by_states, entries.to_state),
        )
        .join_from(found, tables.passages, passages.id == found.c.id)
        .join(tables.documents, documents.id == passages.document_id)
        .outerjoin(tables.entries, is_entry)
        .outerjoin(tables.reviews, tables.reviews.c.document_id == passages.document_id)
        .where(passages.document_id.in_(newest_editions()), *conditions)
        .order_by(found.c.score.desc(), passages.id)
    )


def _of_the_act(filters: Filters) -> list[Condition]:
    conditions: list[Condition] = []
    kind = filters.get("kind")
    if by := filters.get("by"):
        conditions.append(made_by(by))
    if position := filters.get("position"):
        conditions.append(tables.entries.c.position == position)
    if kind in KINDS:
        conditions.append(tables.entries.c.kind == kind)
    elif kind:
        conditions.append(tables.passages.c.source == kind)
    return conditions


def _of_the_review(filters: Filters) -> list[Condition]:
    """An entry says itself to whom it is and in which cycle; a paragraph is of its report's review."""
    entries, reviews = tables.entries.c, tables.reviews.c
    conditions: list[Condition] = []
    if symbol := filters.get("symbol"):
        documents = tables.documents.c
        conditions.append(
            or_(documents.symbol == symbol, and_(documents.symbol == "", documents.name == symbol))
        )
    if to := filters.get("to"):
        conditions.append(or_(entries.to_state == to, and_(entries.kind.is_(None), reviews.state == to)))
    if cycle := filters.get("cycle"):
        conditions.append(or_(entries.cycle == cycle, and_(entries.kind.is_(None), reviews.cycle == cycle)))
    return conditions


def _one_a_pinpoint(rows: Sequence[RowMapping]) -> list[list[RowMapping]]:
    """Rows of one pinpoint together; a paragraph gives way to the entries in it that match."""
    told = {
        (row["document_id"], place)
        for row in rows
        if row["source"] == "entry"
        for place in (row["pinpoint"], row["pinpoint"].split(" (")[0])
    }
    groups: dict[object, list[RowMapping]] = {}
    for row in rows:
        place = (row["document_id"], row["pinpoint"])
        if row["source"] == "entry":
            groups.setdefault(place, []).append(row)
        elif place not in told:
            groups[row["id"] if not row["pinpoint"] else place] = [row]
    return list(groups.values())


def _hit(group: list[RowMapping], snippet: str) -> SearchHit:
    first = group[0]
    states = dict.fromkeys(
        state for row in group if row["by_states"] for state in json.loads(row["by_states"])
    )
    return SearchHit(
        symbol=first["symbol"] or first["name"],
        pinpoint=first["pinpoint"],
        page=first["page"],
        kind=first["kind"] or first["source"],
        snippet=snippet,
        score=round(first["score"], 4),
        by=tuple(states),
        to=first["to_state"] or "",
    )
