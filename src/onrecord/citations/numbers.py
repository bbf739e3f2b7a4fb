"""Recommendations named by their number in running text: "recommendation 186.66", "(186.241)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.citations import patterns
from onrecord.citations.model import Citation, Span
from onrecord.citations.parts import Tail, citation
from onrecord.errors import PinpointError
from onrecord.un.pinpoint import Pinpoint, find_pinpoints, parse_pinpoints

# A bare number is a recommendation's where the words about it speak of recommendations.
BEFORE, AFTER = 300, 80
LINE_HEADING = re.compile(r"[ \t]*[#*_-]*[ \t]*\Z")
# "(107.3)", and after quoted words "(76.5)": nothing else stands in the brackets. Not "rose (12.4)".
IN_BRACKETS = re.compile(r"\(\Z")
AFTER_WORDS = re.compile(r"[”\"»][.,;]?\s?\(\Z")
# "| Spain | “Adopt …” | 124.82 |": a cell of its own in a row of a table that quotes.
CELL_BEFORE, CELL_AFTER = re.compile(r"\|[ \t]*\Z"), re.compile(r"[ \t]*\|")
QUOTES = re.compile(r"[“\"«].{12,}[”\"»]")
NO_NUMBER = re.compile(r"\s?(?:[ap]\.?m\b|hours|시|년|월|일|명|%)", re.IGNORECASE)


def find_recommendation_numbers(
    text: str, within: Span, note: str | None, *, taken: Sequence[Span] = (), sure: bool = False
) -> list[Citation]:
    """The recommendation numbers in text[within] that lie outside `taken`; one citation for a list of them.

    `sure` says that the text is known to speak of recommendations.
    """
    found = _led(text, within, note, list(taken))
    blocked = [*taken, *(one.span for one in found)]
    return sorted(found + _bare(text, within, note, blocked, sure=sure), key=lambda one: one.span)


def _led(text: str, within: Span, note: str | None, taken: list[Span]) -> list[Citation]:
    """Numbers after the word "recommendation"; a heading "Recommendation 1:" of the letter's own is none."""
    found: list[Citation] = []
    window = text[: within.end]
    for pattern in (patterns.RECOMMENDATION, patterns.KOREAN_RECOMMENDATION, patterns.ANSWERED):
        for match in pattern.finditer(text, within.start, within.end):
            start = match.end() if pattern is patterns.ANSWERED else match.start()
            places, end = find_pinpoints(window, match.end(), bare=True)
            if not places or _crosses(Span(start, end), taken) or _is_year(places):
                continue
            if _is_heading(text, Span(start, end)):
                continue
            opened = text.count("(", start, end) > text.count(")", start, end)
            end += opened and text[end : end + 1] == ")"
            taken.append(Span(start, end))
            found.append(_cited(text, Span(start, end), note, places))
    return found


def _is_heading(text: str, span: Span) -> bool:
    """Whether these words open their line as a heading of the letter's own: "Recommendation 1: Publish"."""
    line = text.rfind("\n", 0, span.start) + 1
    opens = LINE_HEADING.fullmatch(text[line : span.start])
    return bool(opens and re.match(r"[*_]*[.:)]|[*_]*\s*\n", text[span.end : span.end + 40]))


def _is_year(places: Sequence[Pinpoint]) -> bool:
    return any(patterns.YEAR.fullmatch(place.paragraph) for place in places)


def _bare(text: str, within: Span, note: str | None, taken: Sequence[Span], *, sure: bool) -> list[Citation]:
    """Numbers with a full stop inside, where the words about them speak of recommendations."""
    found: list[Citation] = []
    at = within.start
    while match := patterns.NUMBER.search(text, at, within.end):
        end = match.end()
        while joint := patterns.NUMBER_JOINT.match(text, end, within.end):
            following = re.compile(r"\d{2,3}\.\d{1,3}(?![\d%])").match(text, joint.end(), within.end)
            if following is None:
                break
            end = following.end()
        at = end
        span = Span(match.start(), end)
        if _crosses(span, taken) or NO_NUMBER.match(text, end):
            continue
        if not sure and not stands_alone(text, span) and not _is_spoken_of(text, within, span):
            continue
        try:
            places = parse_pinpoints(text[span.start : span.end])
        except PinpointError:
            continue
        found.append(_cited(text, span, note, places))
    return found


def stands_alone(text: str, span: Span) -> bool:
    """Whether a number, or a row of them, fills brackets or the cell of a row that quotes, as a place does.

    Numbers below a hundred may be shares in brackets: they must follow the quoted words.
    """
    before, after = text[max(0, span.start - 4) : span.start], text[span.end : span.end + 4]
    if after.startswith(")"):
        hundreds = text[span.start : span.start + 3].isdecimal()
        return bool((IN_BRACKETS if hundreds else AFTER_WORDS).search(before))
    if not (CELL_BEFORE.search(before) and CELL_AFTER.match(after)):
        return False
    line = text.rfind("\n", 0, span.start) + 1
    stop = text.find("\n", span.end)
    return bool(QUOTES.search(text, line, stop if stop >= 0 else len(text)))


def _is_spoken_of(text: str, within: Span, span: Span) -> bool:
    low = max(within.start, span.start - BEFORE, text.rfind("\n\n", 0, span.start))
    high = min(within.end, span.end + AFTER)
    return bool(patterns.SPEAKS_OF_RECOMMENDATIONS.search(text, low, high))


def _crosses(span: Span, taken: Sequence[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in taken)


def _cited(text: str, span: Span, note: str | None, places: Sequence[Pinpoint]) -> Citation:
    return citation(text, span, "recommendation", note, Tail(span.end, tuple(map(str, places))))
