"""Advance questions have a last day, and the letter does not name it (8/PRST/1: ten working days before)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from onrecord.letters.check.case import Case
from onrecord.letters.check.coming import Coming, coming_reviews, working_days
from onrecord.letters.check.iso_dates import day_of, in_words
from onrecord.letters.check.rule import NOTICE, WARNING, Rule, Said
from onrecord.told import tell
from onrecord.un.dates import find_dates
from onrecord.un.review import advance_question_deadline

_QUESTIONS = re.compile(
    r"\b(?:advance|written)\s+(?:written\s+)?questions?\b|\bquestions?\b[^.;]{0,20}\b(?:in writing|in advance)\b",
    re.IGNORECASE,
)


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
    for coming in coming_reviews(case, written):
        last = advance_question_deadline(coming.day)
        if last not in days:
            yield _said(coming, written, last)


def _said(coming: Coming, written: date, last: date) -> Said:
    name, day = tell(coming.named.state.name), in_words(coming.day)
    whose = (
        tell("the review of %(state)s on %(day)s", state=name, day=day)
        if coming.stated
        else tell("the review of %(state)s in the session that begins on %(day)s", state=name, day=day)
    )
    if last < written:
        return Said(
            coming.named.span,
            tell(
                "Advance questions for %(whose)s were due on %(date)s, before the letter's date. Late questions "
                "are circulated as addenda.",
                whose=whose,
                date=in_words(last),
            ),
            suggestion=tell("Say so, or ask for a recommendation."),
            severity=WARNING,
        )
    left = working_days(written, last)
    return Said(
        coming.named.span,
        (
            tell(
                "Advance questions for %(whose)s are due on %(date)s (ten working days before, 8/PRST/1); the "
                "letter does not say so. From its date, %(left)s working day is left.",
                whose=whose,
                date=in_words(last),
                left=left,
            )
            if left == 1
            else tell(
                "Advance questions for %(whose)s are due on %(date)s (ten working days before, 8/PRST/1); the "
                "letter does not say so. From its date, %(left)s working days are left.",
                whose=whose,
                date=in_words(last),
                left=left,
            )
        ),
        suggestion=tell("Add: by %(date)s.", date=in_words(last)),
    )


RULE = Rule("missing_deadline", NOTICE, "The last day for advance questions is not stated.", find)
