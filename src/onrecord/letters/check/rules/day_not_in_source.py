"""A day in the letter's own words that the cited paragraph has with another year, month or digit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.citations.model import Citation, Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.cited_next import cited_next
from onrecord.letters.check.iso_dates import day_of, in_words
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell
from onrecord.un.dates import DateBounds, find_dates

# "On 11 March 2022 the Human Rights Committee found that": the day of the decision itself.
_DECIDED = re.compile(
    r"\s*,?\s*the\s+(?:UN\s+|United\s+Nations\s+)?(?:[A-Z][\w’]*\s+){0,3}Committee(?:\s+against\s+Torture|\s+on\s+[A-Z][^,;:]{3,60}?)?"
    r"\s+(?:found|held|decided|concluded|ruled|adopted\s+(?:its|the)\s+(?:Views|decision))\b"
)


def find(case: Case) -> Iterator[Said]:
    """Each day of a sentence that none of its sources has, where one of them has a day that it is a slip of."""
    for sentence in case.sentences:
        every = case.cited_in(sentence)
        cited = [c for c in every if c.pinpoints and case.document(c.symbol)]
        if not cited or len(cited) < len(every):
            continue
        own = case.own_words(sentence)
        for when in find_dates(own):
            day = when.bounds.low
            start = sentence.start + when.start
            decided = _decided(case, cited, own, when.end, day)
            if decided:
                yield _said_of_decision(case, Span(start, sentence.start + when.end), *decided)
                continue
            if (
                day is None
                or day != when.bounds.high
                or any(c.span.start <= start < c.span.end for c in cited)
            ):
                continue
            found = _meant(case, cited_next(case, cited, sentence.start + when.end), day)
            if found:
                yield _said(case, Span(start, sentence.start + when.end), *found)


def _decided(
    case: Case, cited: Sequence[Citation], own: str, end: int, day: date | None
) -> tuple[Citation, date] | None:
    """The one cited decision of a committee and its day, where the words give it this other day; else None."""
    if day is None or len({c.symbol for c in cited}) != 1 or "/D/" not in cited[0].symbol:
        return None
    days = {entry.date for entry in case.entries(cited[0].symbol)}
    right = day_of(next(iter(days))) if len(days) == 1 else None
    if right is None or right == day or not _DECIDED.match(own, end):
        return None
    return cited[0], right


def _said_of_decision(case: Case, span: Span, citation: Citation, right: date) -> Said:
    return Said(
        span,
        tell(
            "The letter dates the decision %(words)s; by its first page %(symbol)s was adopted on %(date)s.",
            words=case.words(span),
            symbol=citation.symbol,
            date=in_words(right.isoformat()),
        ),
        (Evidence(tell("the source"), case.place(citation.symbol, citation.pinpoints[0])),),
        in_words(right.isoformat()),
    )


def _meant(case: Case, cited: Sequence[Citation], day: date) -> tuple[Citation, str, date] | None:
    """The source's day of which this one is a slip, with its place; None where a source has this one, or none like it."""
    like: tuple[Citation, str, date] | None = None
    for citation in cited:
        for place in citation.pinpoints:
            paragraph = case.record.paragraph(citation.symbol, place)
            if paragraph is None:
                return None
            for told in find_dates(paragraph.text):
                if _allows(told.bounds, day):
                    return None
                other = told.bounds.low
                if like is None and other and other == told.bounds.high and _is_slip(day, other):
                    like = citation, place, other
    return like


def _allows(bounds: DateBounds, day: date) -> bool:
    return bounds.low is not None and bounds.high is not None and bounds.low <= day <= bounds.high


def _is_slip(day: date, other: date) -> bool:
    """Whether two of day, month and year agree; where the month and year do, the days must differ by one digit."""
    if (day.day, day.month) == (other.day, other.month):
        return abs(day.year - other.year) <= 1 or sorted(str(day.year)) == sorted(str(other.year))
    if (day.day, day.year) == (other.day, other.year):
        return True
    mine, theirs = f"{day.day:02}", f"{other.day:02}"
    one_digit = sum(a != b for a, b in zip(mine, theirs, strict=True)) == 1
    return (day.month, day.year) == (other.month, other.year) and (one_digit or mine == theirs[::-1])


def _said(case: Case, span: Span, citation: Citation, place: str, other: date) -> Said:
    return Said(
        span,
        tell(
            "The letter says %(words)s; %(symbol)s, para. %(place)s, does not have this day. It has %(date)s.",
            words=case.words(span),
            symbol=citation.symbol,
            place=place,
            date=in_words(other.isoformat()),
        ),
        (Evidence(tell("the source"), case.place(citation.symbol, place)),),
        tell("Compare the day with the source: %(date)s.", date=in_words(other.isoformat())),
    )


RULE = Rule(
    "day_not_in_source",
    WARNING,
    "A day in the letter's own words is a slip of one in the cited paragraph.",
    find,
)
