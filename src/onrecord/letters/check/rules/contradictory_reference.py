"""A number or State in the words of a reference that its own symbol, or the document, contradicts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.citations.model import Citation, Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import ERROR, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell
from onrecord.un.states import find_states, state

_NUMBER = r"(?:No\.|no\.|Nos?|number|#)?\s*"
# The words and the symbol: "General comment No. 4 (2017)", CAT/C/GC/4; "communication No. 339/2008", CAT/C/45/D/339/2008;
# "resolution 25/25" and A/HRC/RES/25/25.
_PAIRS = (
    (
        re.compile(rf"\b[Gg]eneral\s+(?:[Cc]omment|[Rr]ecommendation)\s+{_NUMBER}(?P<n>\d{{1,2}})\b"),
        re.compile(r"/GC/(?P<n>\d{1,2})\b"),
    ),
    (
        re.compile(rf"\b[Cc]ommunications?\s+{_NUMBER}(?P<n>\d{{1,4}}/(?:19|20)\d\d)\b"),
        re.compile(r"/D/(?P<n>\d{1,4}/(?:19|20)\d\d)\b"),
    ),
    (
        re.compile(rf"\b[Rr]esolution\s+{_NUMBER}(?P<n>\d{{1,2}}/\d{{1,3}})\b"),
        re.compile(r"/RES/(?P<n>\d{1,2}/\d{1,3})\b"),
    ),
)
# "Amini v. Denmark": the State against which a complaint was made.
_AGAINST = re.compile(r"\bv(?:s?\.|ersus)?\s+(?:the\s+)?$")


class _Words(NamedTuple):
    """The words between the source before and a symbol, and where they begin."""

    text: str
    start: int


def find(case: Case) -> Iterator[Said]:
    """Each reference whose words name another number than its symbol, or another State than its document."""
    for citation in case.citations:
        if citation.symbol and citation.symbol in citation.as_written:
            words = _before(case, citation)
            yield from _numbers(case, citation, words)
            yield from _respondent(case, citation, words)
    yield from _exchanged(case)


def _before(case: Case, citation: Citation) -> _Words:
    text = case.letter.text
    at = text.find(citation.symbol, citation.span.start, citation.span.end)
    sentence = case.sentence_at(citation.span.start)
    starts = [text.rfind(mark, sentence.start, at) + 1 for mark in (";", "\n")]
    start = max(sentence.start, *starts)
    return _Words(case.own_words(Span(start, max(start, at))), start)


def _numbers(case: Case, citation: Citation, words: _Words) -> Iterator[Said]:
    for named, printed in _PAIRS:
        right = printed.search(citation.symbol)
        told = list(named.finditer(words.text))
        # Two numbers are two things, of which only one has this symbol.
        if right and len(told) == 1 and told[0]["n"] != right["n"]:
            yield Said(
                Span(words.start + told[0].start(), words.start + told[0].end()),
                tell(
                    "“%(listed)s” stands beside %(symbol)s, whose number is %(n)s.",
                    listed=" ".join(told[0].group().split()),
                    symbol=citation.symbol,
                    n=right["n"],
                ),
                _opening(case, citation.symbol),
                tell("Correct the number or the symbol."),
            )


def _exchanged(case: Case) -> Iterator[Said]:
    """A communication that the text names by the digits of a cited one in another order: "No. 2386/2016" for 2836/2016."""
    named, printed = _PAIRS[1]
    cited = {found["n"]: c.symbol for c in case.citations if (found := printed.search(c.symbol))}
    for found in named.finditer(case.letter.text):
        number, year = found["n"].split("/")
        alike = [n for n in cited if n.split("/")[1] == year and sorted(n.split("/")[0]) == sorted(number)]
        beside = any(c.span.start <= found.start() < c.span.end for c in case.citations)
        if found["n"] not in cited and len(alike) == 1 and not beside and case.in_body(found.start()):
            symbol = cited[alike[0]]
            yield Said(
                Span(*found.span()),
                tell(
                    "The letter names “%(named)s”; the number of %(symbol)s, which it cites, is %(n)s.",
                    named=" ".join(found.group().split()),
                    symbol=symbol,
                    n=alike[0],
                ),
                _opening(case, symbol),
                tell("Correct the number or the symbol."),
            )


def _respondent(case: Case, citation: Citation, words: _Words) -> Iterator[Said]:
    against = next((entry.to for entry in case.entries(citation.symbol) if entry.to), "")
    if "/D/" not in citation.symbol or not against:
        return
    for found in find_states(words.text):
        if _AGAINST.search(words.text[: found.start]) and found.state.code != against:
            yield Said(
                Span(words.start + found.start, words.start + found.end),
                tell(
                    "The letter names %(name)s as the State complained of; %(symbol)s is against %(name2)s.",
                    name=tell(found.state.name),
                    symbol=citation.symbol,
                    name2=tell(state(against).name),
                ),
                _opening(case, citation.symbol),
                state(against).name,
            )


def _opening(case: Case, symbol: str) -> tuple[Evidence, ...]:
    document = case.document(symbol)
    first = next((p.pinpoint for p in document.paragraphs if p.pinpoint), "") if document else ""
    return (Evidence(tell("the document"), case.place(symbol, first)),) if first else ()


RULE = Rule(
    "contradictory_reference",
    ERROR,
    "The words of a reference name another number or State than its symbol or document.",
    find,
)
