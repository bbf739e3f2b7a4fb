"""The cycle or date of a review, against the report and the calendar of reviews."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from onrecord.citations.model import Place, Span
from onrecord.citations.naming import cycles_named
from onrecord.citations.patterns import YEAR
from onrecord.letters.check.case import Case
from onrecord.letters.check.iso_dates import day_of, in_words
from onrecord.letters.check.repairing import date_mended
from onrecord.letters.check.reviews_named import OTHER_REVIEW, ReviewNamed, reviews_named
from onrecord.letters.check.rule import ERROR, WARNING, Rule, Said
from onrecord.letters.check.told_reviews import ToldReview, told_reviews
from onrecord.letters.model import Evidence
from onrecord.mechanisms.model import ReviewFacts
from onrecord.un.dates import DateBounds, find_dates
from onrecord.un.review import review, reviews_of, session_named
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
# "In the first cycle", "during its second UPR cycle"; "At the sixteenth session of the Working Group".
_IN_CYCLE = re.compile(
    r"\b(?:in|during|at|of)\s+(?:the|its)\s+(?:first|second|third|fourth|[1-4](?:st|nd|rd|th))\s+(?:UPR\s+)?cycle\b|"
    r"(?:\bat\s+|^\s*(?:Already\s+at\s+)?)its\s+(?:first|second|third|fourth|[1-4](?:st|nd|rd|th))\s+"
    r"(?:review|UPR|Universal\s+Periodic\s+Review)\b",
    re.IGNORECASE,
)
_OPENING_ALREADY = re.compile(r"^\s*Already\b")
_AT_SESSION = re.compile(
    r"\b(?:at|during|in)\s+the\s+(?P<ordinal>[\w-]+)\s+session\s+of\s+the\s+(?:UPR\s+)?Working\s+Group",
    re.IGNORECASE,
)
# "In 2009 Canada …": the year with which the sentence begins.
_IN_YEAR = re.compile(r"\s*(?:Already\s+)?in\s+(?P<year>20\d\d)\b", re.IGNORECASE)
# "The Working Group's report of 2013 (A/HRC/25/5) was adopted on …"; not the Council's adoption, months later.
_REPORT_ADOPTED = re.compile(
    r"\breport\b[^.;“”]{0,60}\b(?:was\s+)?adopted\b[^.;“”\d]{0,30}\bon\s+$", re.IGNORECASE
)
_SAME_SESSION = timedelta(days=20)
_SAME_REVIEW = timedelta(days=300)
_ON = re.compile(
    r"\s*,?\s*\(?\s*(?:(?:is|was|will be|to be)\s+)?(?:(?:held|which took place|conducted|took place|takes place|"
    r"will take place|scheduled(?: for)?|due|set for)\s+)?(?:on|of|in)?\s*$"
)
# "On 23 October 2013, at the second review of China": the day stands ahead of the review.
_AT = re.compile(r"\s*,?\s*(?:at|during)\s+[^,.;:“”]{0,45}$")


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
            else:
                yield from _off_calendar(case, claim, sentence)
        yield from _wrong_day(case, sentence)
        yield from _wrong_adoption(case, sentence)
        yield from _wrongly_told(case, sentence)
        yield from _wrong_cycle(case, claims, sentence)
        if not claims:
            yield from _wrong_time(case, sentence)


def _wrong_date(case: Case, claim: ReviewNamed, facts: ReviewFacts, sentence: Span) -> Iterator[Said]:
    if _ADOPTION.search(case.letter.text, sentence.start, claim.span.start):
        return
    stated = _stated(case, claim, sentence)
    if stated is None or not facts.date:
        return
    span, bounds = stated
    low, high = bounds.low, bounds.high
    if low is not None and high is not None and not low.isoformat() <= facts.date <= high.isoformat():
        yield _dated(case, span, claim.state, bounds.as_written, facts)


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


def _wrong_adoption(case: Case, sentence: Span) -> Iterator[Said]:
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
        if day != adopted and abs(day - adopted) <= _SAME_SESSION:
            yield Said(
                Span(sentence.start + found.start, sentence.start + found.end),
                f"The letter dates the adoption of {facts.symbol} {found.bounds.as_written}; by its paragraphs the "
                f"Working Group adopted it on {in_words(facts.adopted)}.",
                (Evidence("the report", _opening(case, facts)),),
                in_words(facts.adopted),
                repair=date_mended(
                    case,
                    Span(sentence.start + found.start, sentence.start + found.end),
                    found.bounds.edtf,
                    facts.adopted,
                    f"the day of adoption in {facts.symbol}",
                ),
            )


def _off_calendar(case: Case, claim: ReviewNamed, sentence: Span) -> Iterator[Said]:
    """A day stated for a review of which no report is on the record, against the calendar of reviews."""
    known = review(claim.state.code, claim.cycle)
    stated = _stated(case, claim, sentence)
    if (
        known is None
        or stated is None
        or _ADOPTION.search(case.letter.text, sentence.start, claim.span.start)
    ):
        return
    span, bounds = stated
    first, last = (known.date, known.date) if known.date else (known.start, known.end)
    if bounds.low is None or bounds.high is None or not day_of(first) or not day_of(last):
        return
    if bounds.high.isoformat() < first or bounds.low.isoformat() > last:
        when = in_words(first) if first == last else f"between {in_words(first)} and {in_words(last)}"
        yield Said(
            span,
            f"The letter dates the review of {claim.state.name} (cycle {claim.cycle}) {bounds.as_written}; the "
            f"calendar of reviews has it {when} (session {known.session}).",
            suggestion=when,
            severity=ERROR if known.date and known.evidence == "seen" else WARNING,
        )


def _wrong_time(case: Case, sentence: Span) -> Iterator[Said]:
    """A cycle, a session or a year that is not that of the one report whose recommendations are named."""
    here = [m for m in case.mentions if sentence.start <= m.span.start < sentence.end]
    if len({m.symbol for m in here}) != 1:
        return
    entry, facts = here[0].entries[0], case.reviews.get(here[0].symbol)
    said = case.own_words(sentence)
    to_come = _TO_COME.search(_OPENING_ALREADY.sub("", said))
    if facts is None or entry.cycle is None or to_come or _ADOPTION.search(said):
        return
    if any(m.quotation is not None and m.quotation.verdict == "elsewhere" for m in here):
        return  # the words or the note are wrong, and which of them is told by another rule
    wrong = _other_time(said, facts)
    if wrong:
        yield Said(
            sentence,
            f"The letter says “{wrong}”; {entry.symbol}, {entry.pinpoint}, is of cycle {facts.cycle}, session "
            f"{facts.session}, {in_words(facts.date)}.",
            (Evidence("the report", _opening(case, facts)),),
        )


def _other_time(said: str, facts: ReviewFacts) -> str:
    """The words that name another cycle, session or year than the review's, or ""."""
    for found in _IN_CYCLE.finditer(said):
        if len(cycles_named(said)) == 1 and cycles_named(found.group()) != {facts.cycle}:
            return found.group()
    session = _AT_SESSION.search(said)
    number = session_named(session["ordinal"]) if session else None
    if session and number and facts.session and number != facts.session:
        return session.group()
    year = _IN_YEAR.match(said)
    years = {facts.date[:4], facts.adopted[:4], facts.distributed[:4]}
    if year and facts.date and year["year"] not in years and len(set(YEAR.findall(said))) == 1:
        return year.group()
    return ""


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
                f"No review of {told.state.name} was held at session {told.session}; its reviews: session {known}.",
                tuple(Evidence("a report", _opening(case, facts)) for facts in held),
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
        and abs(day - (day_of(right) or day)) <= _SAME_SESSION
    ):
        yield Said(
            span,
            f"The letter dates the adoption of {facts.symbol} {in_words(day)}; by its paragraphs it was "
            f"{in_words(right)}.",
            (Evidence("the report", _opening(case, facts)),),
            in_words(right),
        )
    elif told.day and told.cycle is None and day.isoformat() != right:
        yield _dated(case, span, told.state, in_words(day), facts)
    elif told.day and told.cycle and facts.cycle and told.cycle != facts.cycle:
        yield Said(
            span,
            f"The review of {told.state.name} on {in_words(facts.date)} was that of cycle {facts.cycle}, not "
            f"{told.cycle}.",
            (Evidence("the report", _opening(case, facts)),),
        )


def _dated(case: Case, span: Span, reviewed: State, stated: str, facts: ReviewFacts) -> Said:
    return Said(
        span,
        f"The letter dates the review of {reviewed.name} (cycle {facts.cycle}) {stated}; "
        f"{facts.symbol} dates it {in_words(facts.date)}.",
        (Evidence("the report", _opening(case, facts)),),
        in_words(facts.date),
        repair=date_mended(case, span, _iso(stated), facts.date, f"the date in {facts.symbol}"),
    )


def _iso(stated: str) -> str:
    """The date as EDTF, or "" where the words hold none."""
    return next((found.bounds.edtf for found in find_dates(stated)), "")


def _wrong_cycle(case: Case, claims: list[ReviewNamed], sentence: Span) -> Iterator[Said]:
    """Words of another cycle in a sentence that speaks of one review of that State only.

    Not where the words outside quotations speak of a review to come or call a recommendation back.
    """
    if _TO_COME.search(_OPENING_ALREADY.sub("", case.own_words(sentence))):
        return
    for place, facts in _told_here(case, sentence):
        of_state = [claim for claim in claims if claim.state.code == facts.state]
        if (
            of_state
            and facts.cycle is not None
            and len(of_state) == len(claims)
            and all(claim.cycle != facts.cycle for claim in of_state)
        ):
            claim = of_state[0]
            yield Said(
                claim.span,
                f"{place.symbol}, {place.paragraph}, belongs to cycle {facts.cycle} of the reviews of "
                f"{claim.state.name}, not to cycle {claim.cycle}.",
                (Evidence("the record", place),),
            )
            return


def _told_here(case: Case, sentence: Span) -> Iterator[tuple[Place, ReviewFacts]]:
    """The recommendations that a sentence tells, and its quotations that stand where the letter says they do."""
    for mention in case.mentions:
        if sentence.start <= mention.span.start < sentence.end and mention.symbol in case.reviews:
            yield case.place_of(mention.entries[0]), case.reviews[mention.symbol]
    for quotation in case.quotations:
        at = (
            quotation.at if quotation.cited is not None and quotation.verdict.startswith("verbatim") else None
        )
        if (
            at is not None
            and sentence.start <= quotation.span.start < sentence.end
            and at.symbol in case.reviews
        ):
            yield at, case.reviews[at.symbol]


def _opening(case: Case, facts: ReviewFacts) -> Place:
    return case.place(facts.symbol, "1")


RULE = Rule(
    "wrong_review",
    ERROR,
    "The cycle or date of a review is not what the report says.",
    find,
    repairs="the day that the report states, where the letter states another day",
)
