"""Whose addendum this is, to which report, and how its entries are made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.documents.model import Box, Document
from onrecord.errors import SymbolError
from onrecord.mechanisms import addendum_patterns as patterns
from onrecord.mechanisms.model import Entry, Inference, PositionAt
from onrecord.un.review import Review, review_of_report, reviews_of
from onrecord.un.states import find_state, find_states
from onrecord.un.symbol import parse_symbol


@dataclass(frozen=True, slots=True)
class AddendumFacts:
    """The addendum's symbol, its date, the State, and the review as far as the calendar knows it.

    `series` is the report's paragraph in whose list its plain numbers count ("115"), `series_words` say so.
    """

    symbol: str
    state: str
    date: str
    cycle: int | None
    session: int | None
    inferred: tuple[Inference, ...]
    series: str = ""
    series_words: str = ""


def addendum_facts(document: Document) -> AddendumFacts:
    """State, review and scheme of numbers; what the document does not say is "" or None."""
    known = review_of_report(report_of(document.symbol))
    state = known.state.code if known else _state(document)
    review = known or _last_before(state, document.date)
    guessed = review is not None and known is None
    series = _series(document)
    return AddendumFacts(
        symbol=document.symbol,
        state=state,
        date=document.date,
        cycle=review.cycle if review else None,
        session=review.session if review else None,
        inferred=(Inference("session", f"the last review of {state} before {document.date}"),)
        if guessed
        else (),
        series=series[0],
        series_words=series[1],
    )


def report_of(symbol: str) -> str:
    """The symbol of the report that an addendum belongs to; "" where that is no symbol."""
    try:
        return parse_symbol(symbol).base
    except SymbolError:
        return ""


class Words(NamedTuple):
    """Words of an addendum: its own paragraph's number, the page, the text and its place on the page."""

    paragraph: str
    page: int
    text: str
    place: tuple[Box, ...] = ()


class Position(NamedTuple):
    """A position, the State's words for it, and the paragraph of the addendum ("" where none states it)."""

    value: str
    phrase: str = ""
    paragraph: str = ""


def entry(
    facts: AddendumFacts,
    kind: str,
    words: Words,
    *,
    number: str | None = None,
    position: Position | None = None,
    inferred: tuple[Inference, ...] = (),
) -> Entry:
    """An entry of the State under review, speaking of its own review."""
    at = position.paragraph if position else ""
    return Entry(
        kind=kind,
        symbol=facts.symbol,
        section="answers",
        paragraph=words.paragraph,
        page=words.page,
        text=words.text,
        as_printed=words.text,
        number=number,
        by=(facts.state,) if facts.state else (),
        to=facts.state,
        cycle=facts.cycle,
        session=facts.session,
        date=facts.date,
        position=position.value if position else None,
        position_as_written=position.phrase if position else "",
        position_at=PositionAt(facts.symbol, at) if at else None,
        inferred=(*facts.inferred, *inferred),
        place=words.place,
    )


def _state(document: Document) -> str:
    for words in (patterns.FIXED_WORDS.sub("", document.title), *document.front):
        found = find_state(words.strip(" *"))
        if found:
            return found.code
    named = find_states(patterns.FIXED_WORDS.sub("", document.title))
    return named[0].state.code if len(named) == 1 else ""


def _last_before(state: str, date: str) -> Review | None:
    earlier = [review for review in reviews_of(state) if date and review.start <= date]
    return earlier[-1] if earlier else None


def _series(document: Document) -> tuple[str, str]:
    for words in _all_words(document):
        found = patterns.SERIES.search(words)
        if found:
            return found["paragraph"], found[0]
    return "", ""


def _all_words(document: Document) -> Iterator[str]:
    yield from (note.text for note in document.notes)
    yield from (paragraph.text for paragraph in document.paragraphs)
