"""The letter's own words: quotations and web addresses left aside, whose style its writer does not choose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from onrecord.citations.model import Span
from onrecord.letters.check.case import URL, Case
from onrecord.letters.model import Evidence

# So many places are shown of what stands in many.
_SHOWN = 6


def found_in(
    pattern: re.Pattern[str], case: Case, spans: Iterable[Span]
) -> Iterator[tuple[Span, re.Match[str]]]:
    """Where the letter's own words in these spans fit the pattern, with the match."""
    for span in spans:
        for found in _matches(pattern, case.own_words(span)):
            yield Span(span.start + found.start(), span.start + found.end()), found


@lru_cache(maxsize=32_768)
def _matches(pattern: re.Pattern[str], words: str) -> tuple[re.Match[str], ...]:
    """Where the pattern fits, remembered: some twenty patterns look at each of four hundred sentences."""
    return tuple(pattern.finditer(words))


def note_spans(case: Case) -> tuple[Span, ...]:
    """The words of every note."""
    return tuple(note.span for note in case.letter.notes)


def without_links(text: str) -> str:
    """The text with its web addresses made blank, at the same offsets."""
    return URL.sub(lambda match: " " * len(match[0]), text)


def places(why: str, spans: Iterable[Span]) -> tuple[Evidence, ...]:
    """The first of these places as evidence: a style told once shows where it stands."""
    return tuple(Evidence(why, span=span) for span in list(spans)[:_SHOWN])


def lines(case: Case, spans: Iterable[Span]) -> str:
    """Where these places stand in words: "line 23", "lines 23, 39, 41", "paragraph 7, note 3"."""
    return case.letter.places_of([span.start for span in spans], most=_SHOWN)
