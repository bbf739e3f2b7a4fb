"""Dates in several styles in one letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.own_words import note_spans, places
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.told import tell, tell_together
from onrecord.un.dates import find_dates

_STYLES = (
    (tell("day first"), re.compile(r"\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z][a-z]+.*")),
    (tell("month first"), re.compile(r"[A-Z][a-z]+\.?\s+\d{1,2}(?:st|nd|rd|th)?(?!\d).*")),
    (tell("year first"), re.compile(r"(?:19|20)\d\d[.\-/]\s?\d{1,2}[.\-/]\s?\d{1,2}")),
    (tell("figures only"), re.compile(r"\d{1,2}[./]\d{1,2}(?:[./](?:19|20)\d\d)?")),
)


def find(case: Case) -> Iterator[Said]:
    """One finding for the letter, at the first date of a rarer style, with how often each stands."""
    styles: dict[str, list[Span]] = {}
    for block in (*case.letter.paragraphs, *note_spans(case)):
        for found in find_dates(case.own_words(block)):
            style = next((name for name, form in _STYLES if form.fullmatch(found.bounds.as_written)), "")
            if style:
                span = Span(block.start + found.start, block.start + found.end)
                styles.setdefault(style, []).append(span)
    if len(styles) > 1:
        by_count = sorted(styles.items(), key=lambda pair: -len(pair[1]))
        each = [
            tell("%(style)s %(many)s (“%(words)s”)", style=style, many=len(spans), words=case.words(spans[0]))
            for style, spans in by_count
        ]
        rare = sorted(span for _, spans in by_count[1:] for span in spans)
        yield Said(
            rare[0],
            tell(
                "Dates are written in %(many)s styles: %(each)s.",
                many=len(styles),
                each=tell_together(", ", each),
            ),
            places(tell("another style"), rare),
            tell("Choose one style for the letter's own words and notes."),
        )


RULE = Rule("date_styles", NOTICE, "Dates are written in several styles.", find)
