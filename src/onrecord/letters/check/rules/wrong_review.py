"""The cycle or date of a review, against the report and the calendar of reviews."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from onrecord.citations.model import Place, Span
from onrecord.letters.check.case import Case, inside
from onrecord.letters.check.iso_dates import day_of, in_words
from onrecord.letters.check.reviews_named import OTHER_REVIEW, ReviewNamed, reviews_named
from onrecord.letters.check.rule import ERROR, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.mechanisms.model import ReviewFacts
from onrecord.un.dates import find_dates
from onrecord.un.states import State, find_states

_REVIEWED = re.compile(
    r"\s+(?:was|had been|has been)\s+(?:last\s+)?reviewed\b[^.;,“”\d]{0,60}?\s+on\s+$", re.IGNORECASE
)
# "Ahead of China's fourth review", "at its next review … may repeat": the review is to come, or only the
# occasion of the letter; the recommendation is called back from an earlier one.
_TO_COME = re.compile(
    r"\b(?:ahead of|before|in advance of|prior to|towards?|upcoming|forthcoming|coming|next|will|shall|may|might|"
    r"should|could|can|would|again|repeat\w*|recall\w*|remind\w*|remember\w*|earlier|previous\w*|since|already|"
    r"renew\w*|reiterat\w*|follow\w*)\b",
    re.IGNORECASE,
)
# "The Council adopted the outcome of China's first review on 11 June 2009": another day than the review's.
_ADOPTION = re.compile(
    r"\b(?:adopt\w*|outcome|consider\w*|issued|published|distributed|submitted)\b", re.IGNORECASE
)
_SAME_REVIEW = timedelta(days=300)
_ON = re.compile(r"\s*,?\s*\(?\s*(?:(?:held|which took place|conducted|took place)\s+)?(?:on|of|in)?\s*$")


def find(case: Case) -> Iterator[Said]:
    """Each review whose stated date, or whose cited report, belongs to another."""
    for sentence in case.sentences:
        claims = list(reviews_named(case, sentence))
        for claim in claims:
            facts = next(
                (f for f in case.reviews.values() if (f.state, f.cycle) == (claim.state.code, claim.cycle)),
                None,
            )
            if facts is not None:
                yield from _wrong_date(case, claim, facts, sentence)
        yield from _wrong_day(case, sentence)
        yield from _wrong_cycle(case, claims, sentence)


def _wrong_date(case: Case, claim: ReviewNamed, facts: ReviewFacts, sentence: Span) -> Iterator[Said]:
    if _ADOPTION.search(case.letter.text, sentence.start, claim.span.start):
        return
    text = case.letter.text[claim.after : sentence.end]
    for found in find_dates(text):
        if not _ON.fullmatch(text[: found.start]) or not facts.date:
            continue
        low, high = found.bounds.low, found.bounds.high
        if low is None or high is None or low.isoformat() <= facts.date <= high.isoformat():
            return
        span = Span(claim.after + found.start, claim.after + found.end)
        yield _dated(case, span, claim.state, found.bounds.as_written, facts)
        return


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
                yield _dated(case, span, found.state, when.bounds.as_written, near[0])


def _dated(case: Case, span: Span, reviewed: State, stated: str, facts: ReviewFacts) -> Said:
    return Said(
        span,
        f"The letter dates the review of {reviewed.name} (cycle {facts.cycle}) {stated}; "
        f"{facts.symbol} dates it {in_words(facts.date)}.",
        (Evidence("the report", _opening(case, facts)),),
        in_words(facts.date),
    )


def _wrong_cycle(case: Case, claims: list[ReviewNamed], sentence: Span) -> Iterator[Said]:
    """A recommendation of another cycle in a sentence that speaks of one review of that State only.

    Not where the words outside quotations speak of a review to come or call a recommendation back.
    """
    said = "".join(
        letter
        for at, letter in enumerate(case.letter.text[sentence.start : sentence.end], sentence.start)
        if not inside(at, case.marks)
    )
    if _TO_COME.search(said):
        return
    for mention in case.mentions:
        entry = mention.entries[0]
        if not sentence.start <= mention.span.start < sentence.end or entry.cycle is None:
            continue
        of_state = [claim for claim in claims if claim.state.code == entry.to]
        if (
            of_state
            and len(of_state) == len(claims)
            and all(claim.cycle != entry.cycle for claim in of_state)
        ):
            claim = of_state[0]
            yield Said(
                claim.span,
                f"{entry.symbol}, {entry.pinpoint}, belongs to cycle {entry.cycle} of the reviews of "
                f"{claim.state.name}, not to cycle {claim.cycle}.",
                (Evidence("the recommendation", case.place_of(entry)),),
            )
            return


def _opening(case: Case, facts: ReviewFacts) -> Place:
    return case.place(facts.symbol, "1")


RULE = Rule("wrong_review", ERROR, "The cycle or date of a review is not what the report says.", find)
