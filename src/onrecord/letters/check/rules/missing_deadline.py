"""Advance questions have a last day, and the letter does not name it (8/PRST/1: ten working days before)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.iso_dates import day_of, in_words
from onrecord.letters.check.reviews_named import ReviewNamed, reviews_named
from onrecord.letters.check.rule import NOTICE, WARNING, Rule, Said
from onrecord.un.dates import find_dates
from onrecord.un.review import advance_question_deadline, review

_QUESTIONS = re.compile(
    r"\b(?:advance|written)\s+(?:written\s+)?questions?\b|\bquestions?\b[^.;]{0,20}\b(?:in writing|in advance)\b",
    re.IGNORECASE,
)
_REACH = 60
_SATURDAY = 5


class _Coming(NamedTuple):
    named: ReviewNamed
    day: date
    stated: bool


def find(case: Case) -> Iterator[Said]:
    """One finding for each coming review for which the letter proposes questions and gives no last day."""
    written = day_of(case.letter.date)
    body = case.letter.text[case.letter.body.start : case.letter.body.end]
    asks = any(ask.kind == "question" for ask in case.letter.asks)
    if written is None or not asks or not _QUESTIONS.search(body):
        return
    dates = (
        d for span in case.letter.paragraphs for d in find_dates(case.letter.text[span.start : span.end])
    )
    days = {d.bounds.low for d in dates if d.bounds.low == d.bounds.high}
    for coming in _coming(case, written):
        last = advance_question_deadline(coming.day)
        if last not in days:
            yield _said(coming, written, last)


def _coming(case: Case, written: date) -> list[_Coming]:
    """The reviews after the letter's date, by the day that the letter gives, else the session's first day."""
    found: dict[tuple[str, int], _Coming] = {}
    for sentence in case.sentences:
        for named in reviews_named(case, sentence):
            stated = _stated(case, named, sentence)
            day = stated or _from_calendar(named)
            known = found.get((named.state.code, named.cycle))
            if day and day > written and (known is None or (stated and not known.stated)):
                found[named.state.code, named.cycle] = _Coming(named, day, stated is not None)
    return list(found.values())


def _stated(case: Case, named: ReviewNamed, sentence: Span) -> date | None:
    text = case.letter.text[named.after : min(sentence.end, named.after + _REACH)]
    days = [d.bounds.low for d in find_dates(text) if d.bounds.low == d.bounds.high]
    return days[0] if days else None


def _from_calendar(named: ReviewNamed) -> date | None:
    known = review(named.state.code, named.cycle)
    return (day_of(known.date) or day_of(known.start)) if known else None


def _said(coming: _Coming, written: date, last: date) -> Said:
    on = "on" if coming.stated else "in the session that begins on"
    whose = f"the review of {coming.named.state.name} {on} {in_words(coming.day)}"
    if last < written:
        return Said(
            coming.named.span,
            f"Advance questions for {whose} were due on {in_words(last)}, before the letter's date. Late questions "
            "are circulated as addenda.",
            suggestion="Say so, or ask for a recommendation.",
            severity=WARNING,
        )
    left = _working_days(written, last)
    return Said(
        coming.named.span,
        f"Advance questions for {whose} are due on {in_words(last)} (ten working days before, 8/PRST/1); the letter "
        f"does not say so. From its date, {left} working day{' is' if left == 1 else 's are'} left.",
        suggestion=f"Add: by {in_words(last)}.",
    )


def _working_days(first: date, last: date) -> int:
    """The working days after the first day, up to the last; holidays are not known here."""
    days = (first + timedelta(days=step) for step in range(1, (last - first).days + 1))
    return sum(day.weekday() < _SATURDAY for day in days)


RULE = Rule("missing_deadline", NOTICE, "The last day for advance questions is not stated.", find)
