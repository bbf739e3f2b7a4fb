"""The reviews that a letter names: whose, and of which cycle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.un.remembering import remembered
from onrecord.un.states import State, find_states

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
# "China’s 2nd UPR on October 22, 2013", "the second Universal Periodic Review of China"; not "the first
# time at the UPR" (between the ordinal and the review only "cycle" and the review's own name may stand).
_REVIEW = re.compile(
    rf"\b(?P<ordinal>{'|'.join(_ORDINALS)})[\s-]+(?:cycle\s+)?(?:of\s+(?:the\s+)?)?"
    r"(?:(?:UPR|Universal\s+Periodic\s+Review)\b(?:\s*\(UPR\))?(?:\s+(?:cycle|review))?|(?:periodic\s+)?review\b)",
    re.IGNORECASE,
)
# A review by a treaty body or the Security Council is no Universal Periodic Review.
OTHER_REVIEW = re.compile(
    r"\b(?:Committee|CEDAW|CAT|CERD|CRC|CRPD|CCPR|CESCR|Covenant|Convention|judicial|Security Council)\b"
)
_OWNER = re.compile(r"(?:[’']s?|s[’'])\s*(?:\w+\s+)?$")
# "Subject: Myanmar, second review on 6 November": without an article, as subject lines and headings have it.
_AHEAD = re.compile(r"\s*[,:–—]\s+$")
_OF = re.compile(r"\s*(?:of|for)\s+(?:the\s+)?$")


class ReviewNamed(NamedTuple):
    """A review as a sentence names it; `after` is where the words that name it end."""

    span: Span
    state: State
    cycle: int
    after: int


def reviews_named(case: Case, sentence: Span) -> Iterator[ReviewNamed]:
    """The reviews that a sentence names with their State: "China's 4th UPR", "the second review of Peru"."""
    for named in _named_in(case.letter.text[sentence.start : sentence.end]):
        span = Span(sentence.start + named.span.start, sentence.start + named.span.end)
        yield ReviewNamed(span, named.state, named.cycle, sentence.start + named.after)


def reviews_in(text: str) -> list[ReviewNamed]:
    """The reviews that a text names with their State; spans count its characters."""
    return _named_in(text)


@remembered
def _named_in(text: str) -> list[ReviewNamed]:
    return list(_found_in(text))


def _found_in(text: str) -> Iterator[ReviewNamed]:
    states = find_states(text)
    for found in _REVIEW.finditer(text):
        if (
            found.group().lower().endswith("review")
            and "Universal" not in found.group()
            and OTHER_REVIEW.search(text)
        ):
            continue
        owner = None
        after = found.end()
        for state in states:
            between = text[state.end : found.start()] if state.end <= found.start() else ""
            if _OWNER.fullmatch(between) or _AHEAD.fullmatch(between):
                owner = state.state
            elif state.start >= found.end() and _OF.fullmatch(text[found.end() : state.start]):
                owner, after = state.state, state.end
        if owner is not None:
            yield ReviewNamed(Span(*found.span()), owner, _ORDINALS[found["ordinal"].lower()], after)
