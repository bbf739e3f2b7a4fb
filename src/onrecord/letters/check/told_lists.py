"""What a letter says of a whole list of a report: "the list in para. 118 was supported, the one in para. 119 left open"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.citations.model import Citation, Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.stated_positions import stated_position
from onrecord.mechanisms.model import Entry

# Until the next such word: "the list in A/HRC/25/5, para. 186", "the recommendations listed in paragraph 119".
_LIST = re.compile(r"\b(?:lists?|listed|recommendations|those|ones?)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:]\s|,\s+(?:and|but|while|whereas)\s")


class ToldList(NamedTuple):
    """A clause that gives a whole list one position: where it cites it, the position, its words, the list's entries."""

    citation: Citation
    position: str
    words: str
    entries: tuple[Entry, ...]


def told_lists(case: Case) -> Iterator[ToldList]:
    """Each clause that cites one list of recommendations by its paragraph and says what became of it."""
    for sentence in case.sentences:
        cited = [c for c in case.cited_in(sentence) if c.note is None and len(c.pinpoints) == 1]
        for clause in _clauses(case, sentence) if cited else ():
            here = [c for c in cited if clause.start <= c.span.start < clause.end]
            own = case.own_words(clause)
            position, words = stated_position(own)
            if len(here) == 1 and position and _LIST.search(own):
                entries = tuple(_items(case.entries(here[0].symbol), here[0].pinpoints[0]))
                if entries:
                    yield ToldList(here[0], position, words, entries)


def positions_of_list(case: Case, told: ToldList) -> set[str | None]:
    """The positions that the entries have, by the report itself and by the whole record."""
    symbol, paragraph = told.citation.symbol, told.citation.pinpoints[0]
    by_report = _items(case.record.entries(symbol=symbol), paragraph)
    return {entry.position for entry in (*by_report, *told.entries)}


def _items(entries: Sequence[Entry], paragraph: str) -> Iterator[Entry]:
    return (e for e in entries if e.kind == "recommendation" and e.pinpoint.startswith(f"{paragraph}."))


def _clauses(case: Case, sentence: Span) -> Iterator[Span]:
    own = case.own_words(sentence)
    at = 0
    for found in _CLAUSE.finditer(own):
        yield Span(sentence.start + at, sentence.start + found.start())
        at = found.end()
    yield Span(sentence.start + at, sentence.end)
