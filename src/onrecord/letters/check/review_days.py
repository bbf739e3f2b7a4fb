"""The days that a letter gives to reviews and to the adoption of their reports, against the record and the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.iso_dates import day_of, in_words
from onrecord.letters.check.review_adoption import SAME_SESSION, wrong_adoption, wrong_bare_day
from onrecord.letters.check.review_clauses import Numbered, is_subject_line, numbered_reviews, reviews_to_come
from onrecord.letters.check.review_dated import dated_otherwise, opening_of
from onrecord.letters.check.reviews_named import OTHER_REVIEW, ReviewNamed
from onrecord.letters.check.rule import ERROR, WARNING, Said
from onrecord.letters.check.told_reviews import ToldReview, told_reviews
from onrecord.letters.model import Evidence
from onrecord.mechanisms.model import ReviewFacts
from onrecord.told import tell
from onrecord.un.dates import DateBounds, find_dates
from onrecord.un.review import review, reviews_of
from onrecord.un.states import State, find_states

_REVIEWED = re.compile(
    r"\s+(?:was|had been|has been)\s+(?:last\s+)?reviewed\b[^.;,“”\d]{0,60}?\s+on\s+$", re.IGNORECASE
)
# "The Council adopted the outcome of China's first review on 11 June 2009": another day than the review's.
ADOPTION = re.compile(
    r"\b(?:adopt\w*|outcome|consider\w*|issued|published|distributed|submitted)\b", re.IGNORECASE
)
_AHEAD = re.compile(
    r"\b(?:ahead\s+of|in\s+advance\s+of|upcoming|forthcoming|coming|will|is\s+(?:about\s+)?to)\b",
    re.IGNORECASE,
)
_SAME_REVIEW = timedelta(days=300)
_ON = re.compile(
    r"\s*,?\s*\(?\s*(?:(?:is|was|will be|to be)\s+)?(?:(?:held|which took place|conducted|took place|takes place|"
    r"will take place|scheduled(?: for)?|due|set for)\s+)?(?:on|of|in)?\s*$"
)
# "On 23 October 2013, at the second review of China": the day stands ahead of the review.
_AT = re.compile(r"\s*,?\s*(?:at|during)\s+[^,.;:“”]{0,45}$")


def wrong_days(case: Case, sentence: Span, claims: list[ReviewNamed]) -> Iterator[Said]:
    """Each day of a sentence that is not that of the review, or of the adoption, to which the sentence gives it."""
    for claim in claims:
        stated = _stated(case, claim, sentence)
        if stated and not ADOPTION.search(case.letter.text, sentence.start, claim.span.start):
            yield from held_against(case, claim.state, claim.cycle, *stated)
    for told in numbered_reviews(case, sentence):
        if told.bounds and not ADOPTION.search(case.letter.text, sentence.start, told.span.start):
            yield from held_against(case, told.state, told.cycle, told.span, told.bounds)
    yield from wrong_bare_day(case, sentence)
    yield from _wrong_day(case, sentence)
    yield from wrong_adoption(case, sentence)
    yield from _wrongly_told(case, sentence)


def held_against(case: Case, reviewed: State, cycle: int, span: Span, bounds: DateBounds) -> Iterator[Said]:
    """What is wrong with the day that the letter gives to this review, by its report or else by the calendar."""
    facts = next((f for f in case.reviews.values() if (f.state, f.cycle) == (reviewed.code, cycle)), None)
    if facts is None:
        yield from _off_calendar(reviewed, cycle, span, bounds)
    elif facts.date and _excludes(bounds, facts.date):
        yield dated_otherwise(case, span, reviewed, bounds.as_written, facts)


def held_already(case: Case, sentence: Span, claims: list[ReviewNamed]) -> Iterator[Said]:
    """Each review that the letter has still to come and that was held before the letter's own day."""
    ahead = [Numbered(c.span, c.state, c.cycle, None) for c in claims if is_subject_line(case, sentence)]
    for told in (*ahead, *reviews_to_come(case, sentence)):
        facts = next(
            (f for f in case.reviews.values() if (f.state, f.cycle) == (told.state.code, told.cycle)), None
        )
        known = review(told.state.code, told.cycle)
        held = facts.date if facts else known.end if known else ""
        if case.letter.date and held and held < case.letter.date and _AHEAD.search(case.own_words(sentence)):
            how = tell("it was held on") if facts else tell("its session ended on")
            yield Said(
                told.span,
                tell(
                    "The letter, of %(date)s, has the review of %(name)s in cycle %(cycle)s still to come; %(how)s "
                    "%(date2)s.",
                    date=in_words(case.letter.date),
                    name=tell(told.state.name),
                    cycle=told.cycle,
                    how=how,
                    date2=in_words(held),
                ),
                (Evidence(tell("the report"), opening_of(case, facts)),) if facts else (),
                tell("Name the review that is meant."),
            )


def _excludes(bounds: DateBounds, day: str) -> bool:
    return (
        bounds.low is not None
        and bounds.high is not None
        and not bounds.low.isoformat() <= day <= bounds.high.isoformat()
    )


def _stated(case: Case, claim: ReviewNamed, sentence: Span) -> tuple[Span, DateBounds] | None:
    """The date that the sentence gives to the review, and where: after its name, or just ahead of it."""
    text = case.letter.text
    for found in find_dates(text[claim.after : sentence.end]):
        if _ON.fullmatch(text, claim.after, claim.after + found.start):
            return Span(claim.after + found.start, claim.after + found.end), found.bounds
    for found in find_dates(text[sentence.start : claim.span.start]):
        if _AT.fullmatch(text, sentence.start + found.end, claim.span.start):
            return Span(sentence.start + found.start, sentence.start + found.end), found.bounds
    return None


def _off_calendar(reviewed: State, cycle: int, span: Span, bounds: DateBounds) -> Iterator[Said]:
    """A day stated for a review of which no report is on the record, against the calendar of reviews."""
    known = review(reviewed.code, cycle)
    if known is None:
        return
    first, last = (known.date, known.date) if known.date else (known.start, known.end)
    if bounds.low is None or bounds.high is None or not day_of(first) or not day_of(last):
        return
    if bounds.high.isoformat() < first or bounds.low.isoformat() > last:
        between = tell("between %(first)s and %(last)s", first=in_words(first), last=in_words(last))
        when = in_words(first) if first == last else between
        yield Said(
            span,
            tell(
                "The letter dates the review of %(name)s (cycle %(cycle)s) %(as_written)s; the calendar of "
                "reviews has it %(when)s (session %(session)s).",
                name=tell(reviewed.name),
                cycle=cycle,
                as_written=bounds.as_written,
                when=when,
                session=known.session,
            ),
            suggestion=when,
            severity=ERROR if known.date and known.evidence == "seen" else WARNING,
        )


def _wrong_day(case: Case, sentence: Span) -> Iterator[Said]:
    """A day near that of a review, and not it: "Greece was reviewed for the first time on 10 May 2011"."""
    text = case.letter.text[sentence.start : sentence.end]
    if OTHER_REVIEW.search(text):
        return
    for found in find_states(text):
        for when in find_dates(text):
            day = when.bounds.low
            if (
                day is None
                or day != when.bounds.high
                or not _REVIEWED.fullmatch(text[found.end : when.start])
            ):
                continue
            held = [f for f in case.reviews.values() if f.state == found.state.code and day_of(f.date)]
            near = [f for f in held if abs((day_of(f.date) or day) - day) <= _SAME_REVIEW]
            if near and all(f.date != day.isoformat() for f in near):
                span = Span(sentence.start + when.start, sentence.start + when.end)
                yield dated_otherwise(case, span, found.state, when.bounds.as_written, near[0])


def _wrongly_told(case: Case, sentence: Span) -> Iterator[Said]:
    """A day, a cycle or a session that a phrase gives to a State's review, and the record to another."""
    text = case.own_words(sentence)
    if OTHER_REVIEW.search(text):
        return
    for told in told_reviews(text):
        span = Span(sentence.start + told.start, sentence.start + told.end)
        held = [f for f in case.reviews.values() if f.state == told.state.code and day_of(f.date)]
        sessions = {f.session for f in held} | {r.session for r in reviews_of(told.state.code)}
        if told.session and sessions and told.session not in sessions:
            known = ", ".join(str(number) for number in sorted(filter(None, sessions)))
            yield Said(
                span,
                tell(
                    "No review of %(name)s was held at session %(session)s; its reviews: session %(known)s.",
                    name=tell(told.state.name),
                    session=told.session,
                    known=known,
                ),
                tuple(Evidence(tell("a report"), opening_of(case, facts)) for facts in held),
            )
        yield from _off_day(case, span, told, held)


def _off_day(case: Case, span: Span, told: ToldReview, held: list[ReviewFacts]) -> Iterator[Said]:
    day = told.day or told.adopted
    near = [f for f in held if day and abs((day_of(f.date) or day) - day) <= _SAME_REVIEW]
    if day is None or not near:
        return
    facts = near[0]
    right = facts.adopted if told.adopted else facts.date
    if (
        told.adopted
        and day_of(right)
        and day != day_of(right)
        and abs(day - (day_of(right) or day)) <= SAME_SESSION
    ):
        yield Said(
            span,
            tell(
                "The letter dates the adoption of %(symbol)s %(date)s; by its paragraphs it was %(date2)s.",
                symbol=facts.symbol,
                date=in_words(day),
                date2=in_words(right),
            ),
            (Evidence(tell("the report"), opening_of(case, facts)),),
            in_words(right),
        )
    elif told.day and told.cycle is None and day.isoformat() != right:
        yield dated_otherwise(case, span, told.state, in_words(day), facts)
    elif told.day and told.cycle and facts.cycle and told.cycle != facts.cycle:
        yield Said(
            span,
            tell(
                "The review of %(name)s on %(date)s was that of cycle %(cycle)s, not %(cycle2)s.",
                name=tell(told.state.name),
                date=in_words(facts.date),
                cycle=facts.cycle,
                cycle2=told.cycle,
            ),
            (Evidence(tell("the report"), opening_of(case, facts)),),
        )
