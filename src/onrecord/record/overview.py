"""The record in figures, and which States' reviews it holds."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, FromClause, Select, Table, func, select

from onrecord.record import tables
from onrecord.record.record import Record, newest_editions
from onrecord.record.same_act import in_no_list
from onrecord.record.unchanged import while_unchanged

REPORTS = ("upr_report", "cards")
"""Kinds of documents that report on a review; the packaged cards are excerpts of such reports."""


class ReviewHeld(NamedTuple):
    """A review of which a report is on the record; `entries` counts what was read from that report."""

    symbol: str
    state: str
    cycle: int | None
    session: int | None
    date: str
    troika: tuple[str, ...]
    entries: int


@dataclass(frozen=True, slots=True)
class Overview:
    """How much is on the record, in the editions that count; `files` also counts the other editions."""

    documents: int
    files: int
    paragraphs: int
    entries: int
    failures: int
    doubts: int


def overview(record: Record) -> Overview:
    """Count what is on the record."""
    with record.database.reading() as connection:

        def rows(table: FromClause, *conditions: ColumnElement[bool]) -> int:
            question = select(func.count()).select_from(table).where(*conditions)
            return int(connection.execute(question).scalar_one())

        def of_newest(table: Table) -> int:
            return rows(table, table.c.document_id.in_(newest_editions()))

        return Overview(
            documents=rows(newest_editions().subquery()),
            files=rows(tables.documents),
            paragraphs=of_newest(tables.paragraphs),
            entries=of_newest(tables.entries),
            failures=rows(tables.failures),
            doubts=of_newest(tables.problems),
        )


def reviews_held(record: Record, state: str | None = None) -> list[ReviewHeld]:
    """The reviews of which the Working Group's report is on the record, by State under review and cycle."""
    everyone = while_unchanged(record, "reviews held", lambda: _reviews_held(record))
    return [one for one in everyone if state is None or one.state == state]


def _reviews_held(record: Record) -> list[ReviewHeld]:
    reviews, entries = tables.reviews.c, tables.entries.c
    many = (
        select(func.count())
        .select_from(tables.entries)
        .where(entries.document_id == reviews.document_id)
        .correlate(tables.reviews)
        .scalar_subquery()
    )
    question = (
        select(
            *(reviews.symbol, reviews.state, reviews.cycle, reviews.session, reviews.date, reviews.troika),
            many.label("entries"),
        )
        .join(tables.documents, tables.documents.c.id == reviews.document_id)
        .where(
            reviews.document_id.in_(newest_editions()),
            tables.documents.c.kind.in_(REPORTS),
            # A report whose symbol could not be read cannot be told from others: it is "known from documents".
            reviews.symbol != "",
        )
        .order_by(reviews.state, reviews.cycle, reviews.session, reviews.symbol)
    )
    with record.database.reading() as connection:
        return [
            ReviewHeld(
                *(row.symbol, row.state, row.cycle, row.session, row.date),
                tuple(json.loads(row.troika)),
                row.entries,
            )
            for row in connection.execute(question)
        ]


def symbols_held(record: Record) -> frozenset[str]:
    """The symbols of all documents on the record."""
    return while_unchanged(
        record, "symbols held", lambda: frozenset(one.symbol for one in record.documents())
    )


class ReviewTold(NamedTuple):
    """A review that documents on the record tell of, without its report among them; `entries` says how much."""

    state: str
    cycle: int
    entries: int


def reviews_without_report(record: Record, state: str | None = None) -> list[ReviewTold]:
    """Reviews known only from other documents, such as a table of recommendations, by State and cycle."""
    told = while_unchanged(record, "reviews without report", lambda: _reviews_without_report(record))
    return [one for one in told if state in (None, one.state)]


def _reviews_without_report(record: Record) -> list[ReviewTold]:
    entries, reviews, documents = tables.entries.c, tables.reviews.c, tables.documents.c
    newest = newest_editions()
    question = (
        select(entries.to_state, entries.cycle, func.count())
        .where(entries.document_id.in_(newest), entries.to_state != "", entries.cycle.is_not(None))
        .group_by(entries.to_state, entries.cycle)
        .order_by(entries.to_state, entries.cycle)
    )
    with_report = (
        select(reviews.state, reviews.cycle)
        .join(tables.documents, documents.id == reviews.document_id)
        .where(reviews.document_id.in_(newest), documents.kind.in_(REPORTS), reviews.symbol != "")
    )
    with record.database.reading() as connection:
        held = {tuple(row) for row in connection.execute(with_report)}
        told = [ReviewTold(*row) for row in connection.execute(question)]
    return [one for one in told if (one.state, one.cycle) not in held]


def recommendations_to(record: Record) -> dict[str, int]:
    """How many recommendations the reports on the record leave with each State (ISO alpha-3), by their numbers.

    Beside the lists these are the recommendations that were answered where the dialogue tells them.
    """
    return dict(while_unchanged(record, "recommendations to", lambda: _recommendations_to(record)))


def _recommendations_to(record: Record) -> dict[str, int]:
    entries, documents = tables.entries.c, tables.documents.c

    def recommended(section: str, *columns: ColumnElement[Any]) -> Select[Any]:
        return (
            select(*columns)
            .join(tables.documents, documents.id == entries.document_id)
            .where(
                entries.document_id.in_(newest_editions()),
                documents.kind.in_(REPORTS),
                documents.symbol != "",
                entries.kind == "recommendation",
                entries.section == section,
            )
            .distinct()
        )

    numbered = recommended("conclusions", entries.to_state, entries.document_id, entries.pinpoint).subquery()
    question = select(numbered.c.to_state, func.count()).group_by(numbered.c.to_state)
    in_dialogue = recommended("dialogue", entries.symbol)
    with record.database.reading() as connection:
        counts = Counter({state: count for state, count in connection.execute(question) if state})
        symbols = connection.execute(in_dialogue).scalars().all()
    for symbol in symbols:
        alone = in_no_list(record.entries(symbol=symbol, kind="recommendation"))
        counts.update(state for state, _ in {(entry.to, entry.pinpoint) for entry in alone if entry.to})
    return dict(counts)
