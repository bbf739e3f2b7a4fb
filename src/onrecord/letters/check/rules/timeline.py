"""Something is told as still expected, at a day when by the letter it had already happened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.happenings import ACTS
from onrecord.letters.check.iso_dates import day_of, in_words
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell, tell_and
from onrecord.un.dates import FoundDate, find_dates, find_relative_dates

# "the widely expected resumption of forcible repatriation", "the imminent start of deportations".
_EXPECTED = re.compile(
    r"\b(?:expected|feared|anticipated|impending|imminent|looming)\s+(?:resumption|restart|return|start|beginning)\b",
    re.IGNORECASE,
)
_REACH = 60
# The act as done: "repatriated 80 persons on 29 August"; misses "their risk of refoulement", "may deport".
_DONE = re.compile(
    r"\b(?:repatriated|deported|returned|expelled|sent back|arrested|detained|executed|killed|abducted|displaced|"
    r"evicted)\b[^.;]{0,70}?$"
)
# What happened so shortly before the day of the expectation belongs to the same run of happenings.
_SHORTLY = timedelta(days=120)


class _Done(NamedTuple):
    day: date
    act: str
    span: Span
    year_inferred: bool


def find(case: Case) -> Iterator[Said]:
    """Each expectation, dated, of an act that other sentences tell as done in the months before that day."""
    done = list(_all_done(case))
    for sentence in case.sentences:
        words = case.own_words(sentence)
        expected = _EXPECTED.search(words)
        days = [d.bounds.low for d in find_dates(words) if _is_day(d)]
        if expected is None or not days or days[0] is None:
            continue
        acts = {a for a, p in ACTS.items() if p.search(words, expected.end(), expected.end() + _REACH)}
        before = [d for d in done if d.act in acts and days[0] - _SHORTLY <= d.day < days[0]]
        if before:
            span = Span(sentence.start + expected.start(), sentence.start + expected.end())
            yield _said(span, days[0], before)


def _said(span: Span, day: date, before: list[_Done]) -> Said:
    days = tell_and([in_words(one.day) for one in before])
    year = tell(" (the year is inferred)") if any(one.year_inferred for one in before) else ""
    return Said(
        span,
        tell(
            "As of %(date)s the letter speaks of it as expected; elsewhere it tells that it happened on "
            "%(days)s%(year)s.",
            date=in_words(day),
            days=days,
            year=year,
        ),
        tuple(Evidence(tell("told as done"), span=one.span) for one in before),
        tell("Say what was known when."),
    )


def _all_done(case: Case) -> Iterator[_Done]:
    """Every day with an act done on it, in sentences that expect nothing."""
    written = day_of(case.letter.date)
    for sentence in case.sentences:
        words = case.own_words(sentence)
        if _EXPECTED.search(words):
            continue
        for found in find_dates(words):
            done = _DONE.search(words[: found.start])
            day, inferred = _day(found, words, written)
            if done is not None and day is not None:
                span = Span(sentence.start + found.start, sentence.start + found.end)
                yield from (_Done(day, a, span, inferred) for a, p in ACTS.items() if p.match(done.group()))


def _is_day(found: FoundDate) -> bool:
    return found.bounds.low is not None and found.bounds.low == found.bounds.high


def _day(found: FoundDate, words: str, written: date | None) -> tuple[date | None, bool]:
    """The day; one without a year is the last such day before the letter, where "this year" stands by."""
    if _is_day(found):
        return found.bounds.low, False
    if written is None or not found.bounds.edtf.startswith("XXXX-") or not find_relative_dates(words):
        return None, False
    day = day_of(f"{written.year}{found.bounds.edtf[4:]}")
    if day is not None and day > written:
        day = day_of(f"{written.year - 1}{found.bounds.edtf[4:]}")
    return day, True


RULE = Rule("timeline", WARNING, "Told as expected at a day when it had already happened.", find)
