"""A date that the day of writing decides: "this year" means another year when the letter is sent later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case, inside
from onrecord.letters.check.iso_dates import day_of, in_words
from onrecord.letters.check.rule import ERROR, NOTICE, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell, tell_and
from onrecord.un.dates import FoundRelativeDate, find_dates, find_relative_dates

# A sentence about what is to come may name a later day.
_TO_COME = re.compile(
    r"\b(?:will|shall|would|upcoming|forthcoming|scheduled|due|next|(?:is|are|going) to|planned|"
    r"before|by|until)\b",
    re.IGNORECASE,
)
_UNKNOWN_YEAR = "XXXX-"


def find(case: Case) -> Iterator[Said]:
    """Each relative date outside quotations; an error where it puts what has happened after the letter."""
    written = day_of(case.letter.date)
    if written is None:
        return
    for sentence in case.sentences:
        text = case.letter.text[sentence.start : sentence.end]
        for found in find_relative_dates(text):
            span = Span(sentence.start + found.start, sentence.start + found.end)
            if inside(span.start, case.marks) or found.unit == "day":
                continue
            yield _said(case, sentence, span, found, written)


def _said(case: Case, sentence: Span, span: Span, found: FoundRelativeDate, written: date) -> Said:
    meant = found.on(written)
    text = case.letter.text[sentence.start : span.start]
    later = [d for d in _days(text, meant.low) if d > written] if found.unit == "year" else []
    if later and not _TO_COME.search(case.letter.text, sentence.start, sentence.end):
        days = tell_and([in_words(day) for day in later])
        return Said(
            span,
            (
                tell(
                    "By the letter's date, %(date)s, “%(as_written)s” is %(edtf)s; then %(days)s is still to come, "
                    "while the letter tells of the past.",
                    date=in_words(written),
                    as_written=found.as_written,
                    edtf=meant.edtf,
                    days=days,
                )
                if len(later) == 1
                else tell(
                    "By the letter's date, %(date)s, “%(as_written)s” is %(edtf)s; then %(days)s are still to come, "
                    "while the letter tells of the past.",
                    date=in_words(written),
                    as_written=found.as_written,
                    edtf=meant.edtf,
                    days=days,
                )
            ),
            (Evidence(tell("the sentence"), span=sentence),),
            tell("Write the year."),
            severity=ERROR,
        )
    return Said(
        span,
        tell(
            "“%(as_written)s” depends on the day of writing (%(date)s); it means %(edtf)s.",
            as_written=found.as_written,
            date=in_words(written),
            edtf=meant.edtf,
        ),
        suggestion=tell("Write the date itself."),
    )


def _days(text: str, low: date | None) -> list[date]:
    """The days without a year before the words "this year", with that year."""
    found: list[date] = []
    for one in find_dates(text):
        if low is not None and one.bounds.edtf.startswith(_UNKNOWN_YEAR):
            day = day_of(f"{low.year}{one.bounds.edtf[len(_UNKNOWN_YEAR) - 1 :]}")
            found += [day] if day else []
    return found


RULE = Rule("relative_date", NOTICE, "A date that depends on the day of writing.", find)
