"""Days given to "the review" and to the adoption of its report in a letter that names neither State nor number there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.iso_dates import day_of, in_words
from onrecord.letters.check.repairing import date_mended
from onrecord.letters.check.review_dated import dated_otherwise, opening_of
from onrecord.letters.check.reviews_named import OTHER_REVIEW
from onrecord.letters.check.rule import Said
from onrecord.letters.model import Evidence
from onrecord.mechanisms.model import ReviewFacts
from onrecord.told import tell
from onrecord.un.dates import DateBounds, find_dates
from onrecord.un.states import state

# "The Working Group's report of 2013 (A/HRC/25/5) was adopted on …"; not the Council's adoption, months later.
_REPORT_ADOPTED = re.compile(
    r"\breport\b[^.;“”]{0,60}\b(?:was\s+)?adopted\b[^.;“”\d]{0,30}\bon\s+$", re.IGNORECASE
)
# Without number or State: "the review was held on", "the Working Group adopted its report on".
_BARE_REVIEW = re.compile(
    r"\b(?:the|that|this)\s+review\s+(?:was\s+held|took\s+place)\s+on\s+$", re.IGNORECASE
)
_BARE_REPORT = re.compile(
    r"\bWorking\s+Group\s+(?:had\s+)?adopted\s+(?:it|(?:its|the)\s+report)\s+on\s+$|\breport\s+was\s+adopted\s+on\s+$",
    re.IGNORECASE,
)
# "on 7 May 2014, when 84 delegations took the floor": the day of the dialogue, and no other day of its report.
_DIALOGUE = re.compile(
    r"\s*,?\s*(?:when|as|in\s+which)\s+[^.;:“”]{0,40}\b(?:delegations|States|countries)\s+(?:took\s+the\s+floor|spoke|"
    r"made\s+(?:their\s+)?statements)\b",
    re.IGNORECASE,
)
_SAME_WEEKS = timedelta(days=40)
SAME_SESSION = timedelta(days=20)


def wrong_bare_day(case: Case, sentence: Span) -> Iterator[Said]:
    """The day of "the review" or of "its report" in a letter on one State's reviews, a few days from the right one."""
    own = case.own_words(sentence)
    about = {f.state for f in (case.reviews[s] for s in case.cited_documents if s in case.reviews)}
    if len(about) != 1 or OTHER_REVIEW.search(own):
        return
    held = [f for f in case.reviews.values() if f.state in about]
    for when in find_dates(own):
        day, before = when.bounds.low, own[: when.start]
        if day is None or day != when.bounds.high:
            continue
        span = Span(sentence.start + when.start, sentence.start + when.end)
        for facts in held:
            right = day_of(facts.adopted if _BARE_REPORT.search(before) else facts.date)
            if right and right != day and abs(day - right) <= _SAME_WEEKS:
                if _BARE_REPORT.search(before):
                    yield _adopted(case, span, when.bounds, facts)
                elif _BARE_REVIEW.search(before) or _DIALOGUE.match(own, when.end):
                    yield dated_otherwise(case, span, state(facts.state), when.bounds.as_written, facts)


def _adopted(case: Case, span: Span, bounds: DateBounds, facts: ReviewFacts) -> Said:
    return Said(
        span,
        tell(
            "The letter dates the adoption of %(symbol)s %(as_written)s; by its paragraphs the Working Group "
            "adopted it on %(date)s.",
            symbol=facts.symbol,
            as_written=bounds.as_written,
            date=in_words(facts.adopted),
        ),
        (Evidence(tell("the report"), opening_of(case, facts)),),
        in_words(facts.adopted),
        repair=date_mended(
            case,
            span,
            bounds.edtf,
            facts.adopted,
            tell("the day of adoption in %(symbol)s", symbol=facts.symbol),
        ),
    )


def wrong_adoption(case: Case, sentence: Span) -> Iterator[Said]:
    """A day near that on which the Working Group adopted the cited report, and not it."""
    symbols = {c.symbol for c in case.cited_in(sentence) if c.symbol in case.reviews}
    facts = case.reviews[symbols.pop()] if len(symbols) == 1 else None
    adopted = day_of(facts.adopted) if facts else None
    if facts is None or adopted is None:
        return
    text = case.letter.text[sentence.start : sentence.end]
    for found in find_dates(text):
        day = found.bounds.low
        if day is None or day != found.bounds.high or not _REPORT_ADOPTED.search(text[: found.start]):
            continue
        if day != adopted and abs(day - adopted) <= SAME_SESSION:
            yield _adopted(
                case, Span(sentence.start + found.start, sentence.start + found.end), found.bounds, facts
            )
