"""A number of States or recommendations that the cited report contradicts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from onrecord.citations.model import Span
from onrecord.documents.model import Document
from onrecord.letters.check.case import Case
from onrecord.letters.check.cited_next import cited_next
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell, tell_or
from onrecord.un.counts import CountBounds, find_counts
from onrecord.un.states import parse_state_list

# "Fifteen States put questions in advance", "61 delegations made statements", "53 States could not speak".
_WHO = r"\s+(?:other\s+)?(?:(?:UN\s+)?member\s+)?(?:States|countries|delegations|governments)\s+"
_ASKED = re.compile(
    _WHO + r"(?:had\s+)?(?:put|submitted|sent|asked|posed|raised)\b[^.;“”]{0,30}\b(?:advance\s+questions|"
    r"questions\b[^.;“”]{0,20}\b(?:in\s+advance|beforehand|before\s+the\s+review))",
    re.IGNORECASE,
)
_SPOKE = re.compile(_WHO + r"(?:made\s+(?:their\s+)?statements|spoke|took\s+the\s+floor)\b", re.IGNORECASE)
_UNHEARD = re.compile(
    _WHO + r"(?:could\s+not|were\s+(?:not\s+able|unable)\s+to)\s+(?:speak|make|deliver|take\s+the\s+floor)",
    re.IGNORECASE,
)
_RECEIVED = re.compile(r"\s+recommendations\b(?!\s+(?:on|by|from|about|concerning|of))", re.IGNORECASE)
# In reports: "statements were made by 60 delegations", "137 delegations made statements".
_STATEMENTS = re.compile(
    r"statements\s+were\s+made\s+by\s+(?P<by>[\w-]+)\s+delegations|(?P<made>[\w-]+)\s+delegations\s+made\s+statements"
)
_NOT_ABLE = re.compile(r"(?P<count>[\w-]+)\s+delegations\s+were\s+not\s+able", re.IGNORECASE)


class _Known(NamedTuple):
    """What the document states or lists, and where."""

    counts: frozenset[int]
    pinpoint: str


def find(case: Case) -> Iterator[Said]:
    """Each count in a sentence that cites one report, which states or lists another number of the same."""
    for sentence in case.sentences:
        every = [c for c in case.cited_in(sentence) if c.symbol in case.reviews]
        text = case.own_words(sentence)
        for found in find_counts(text) if every else ():
            cited = cited_next(case, every, sentence.start + found.end)
            document = case.document(cited[0].symbol) if len({c.symbol for c in cited}) == 1 else None
            if document is None:
                continue
            places = {pinpoint for c in cited for pinpoint in c.pinpoints}
            known = _known(case, document, places, text, found.end)
            if known and not any(_allows(found.bounds, number) for number in known.counts):
                numbers = tell_or([str(one) for one in sorted(known.counts)])
                yield Said(
                    Span(sentence.start + found.start, sentence.start + found.end),
                    tell(
                        "The letter counts %(as_written)s; %(symbol)s, para. %(pinpoint)s, has %(numbers)s.",
                        as_written=found.bounds.as_written,
                        symbol=document.symbol,
                        pinpoint=known.pinpoint,
                        numbers=numbers,
                    ),
                    (Evidence(tell("the report"), case.place(document.symbol, known.pinpoint)),),
                    numbers,
                )


def counts_a_set(text: str, at: int) -> bool:
    """Whether what is counted before `at` is one of the sets that this rule holds against the report."""
    return any(pattern.match(text, at) for pattern in (_ASKED, _SPOKE, _UNHEARD, _RECEIVED))


def _known(case: Case, document: Document, places: set[str], text: str, at: int) -> _Known | None:
    """What the report has on what is counted at this place of the sentence."""
    kinds: tuple[tuple[re.Pattern[str], Callable[[], _Known | None]], ...] = (
        (_ASKED, lambda: _questions(case, document)),
        (_SPOKE, lambda: _stated(document, _STATEMENTS)),
        (_UNHEARD, lambda: _stated(document, _NOT_ABLE, listed=True)),
        (_RECEIVED, lambda: _listed(document, places)),
    )
    return next((known() for pattern, known in kinds if pattern.match(text, at)), None)


def _questions(case: Case, document: Document) -> _Known | None:
    asked = case.reviews[document.symbol].questions_from
    place = next((p for p in document.paragraphs if "questions prepared in advance" in p.text), None)
    return _Known(frozenset({len(asked)}), place.pinpoint) if asked and place else None


def _stated(document: Document, pattern: re.Pattern[str], *, listed: bool = False) -> _Known | None:
    """The number that a paragraph states; where `listed`, also that of the States which its note lists."""
    for paragraph in document.paragraphs:
        found = pattern.search(paragraph.text)
        # In the whole text: a number that opens one may be that of an item.
        within = find_counts(paragraph.text) if found else []
        counts = [c for c in within if found and found.start() <= c.start < found.end()]
        if not counts or counts[0].bounds.best is None:
            continue
        lists = [
            parse_state_list(note.text.strip().rstrip(".")) for note in document.notes_of(paragraph.pinpoint)
        ]
        numbers = {len(one.states) for one in lists if listed and one is not None}
        return _Known(frozenset({counts[0].bounds.best, *numbers}), paragraph.pinpoint)
    return None


def _listed(document: Document, places: set[str]) -> _Known | None:
    """The number of recommendations in the one list whose heading is cited: those of "186" are "186.1" and on."""
    heads = [place for place in places if any(p.parent == place for p in document.paragraphs)]
    if len(places) != 1 or not heads:
        return None
    items = {p.pinpoint for p in document.paragraphs if p.parent == heads[0] and "." in p.pinpoint}
    return _Known(frozenset({len(items)}), heads[0]) if items else None


def _allows(bounds: CountBounds, number: int) -> bool:
    if bounds.low is None and bounds.high is None:
        return True
    return (bounds.low is None or bounds.low <= number) and (bounds.high is None or number <= bounds.high)


RULE = Rule("wrong_count", WARNING, "A count that the cited report contradicts.", find)
