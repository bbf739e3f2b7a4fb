"""Links that were last looked at long before the letter was sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.iso_dates import day_of, in_words
from onrecord.letters.check.own_words import note_spans, places
from onrecord.letters.check.rule import NOTICE, WARNING, Rule, Said
from onrecord.told import tell
from onrecord.un.dates import find_dates

_ACCESSED = re.compile(r"\b(?:accessed|visited|retrieved|viewed)\b(?:\s+on)?[^();\n]{0,40}", re.IGNORECASE)
_LONG = timedelta(days=30)


def find(case: Case) -> Iterator[Said]:
    """One finding for access dates more than a month before the letter; a warning for each after it."""
    written = day_of(case.letter.date)
    if written is None:
        return
    dated = list(_dated(case))
    for span, day in dated:
        if day > written:
            yield Said(
                span,
                tell(
                    "The link was accessed on %(date)s, after the letter's date, %(date2)s.",
                    date=in_words(day),
                    date2=in_words(written),
                ),
                severity=WARNING,
            )
    old = [span for span, day in dated if written - day > _LONG]
    if old:
        yield Said(
            old[0],
            (
                tell(
                    "%(many)s links were last looked at more than a month before the letter (%(date)s).",
                    many=len(old),
                    date=in_words(written),
                )
                if len(old) > 1
                else tell(
                    "%(many)s link was last looked at more than a month before the letter (%(date)s).",
                    many=len(old),
                    date=in_words(written),
                )
            ),
            places(tell("the date of access"), old),
            tell("Open them again before sending."),
        )


def _dated(case: Case) -> Iterator[tuple[Span, date]]:
    for note in note_spans(case):
        for found in _ACCESSED.finditer(case.letter.text, note.start, note.end):
            days = [d.bounds for d in find_dates(found.group()) if d.bounds.low == d.bounds.high]
            if days and days[0].low is not None:
                yield Span(*found.span()), days[0].low


RULE = Rule("stale_access_dates", NOTICE, "Links were last looked at long before the letter.", find)
