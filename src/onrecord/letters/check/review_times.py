"""Cycles, sessions and years to which a letter gives recommendations that belong to others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Place, Span
from onrecord.citations.naming import cycles_named
from onrecord.citations.patterns import YEAR
from onrecord.letters.check.case import Case
from onrecord.letters.check.iso_dates import in_words
from onrecord.letters.check.review_dated import opening_of
from onrecord.letters.check.review_days import ADOPTION
from onrecord.letters.check.reviews_named import ReviewNamed
from onrecord.letters.check.rule import Said
from onrecord.letters.model import Evidence
from onrecord.mechanisms.model import ReviewFacts
from onrecord.told import tell
from onrecord.un.review import session_named

# "Ahead of China's fourth review", "at its next review … may repeat": the review is to come, or only the
# occasion of the letter; the recommendation is called back from an earlier one.
_TO_COME = re.compile(
    r"\b(?:ahead of|before|in advance of|prior to|towards?|upcoming|forthcoming|coming|next|will|shall|may|might|"
    r"should|could|can|would|again|repeat\w*|recall\w*|remind\w*|remember\w*|earlier|previous\w*|since|already|"
    r"renew\w*|reiterat\w*|follow\w*)\b",
    re.IGNORECASE,
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


def wrong_time(case: Case, sentence: Span) -> Iterator[Said]:
    """A cycle, a session or a year that is not that of the one report whose recommendations are named."""
    here = [m for m in case.mentions if sentence.start <= m.span.start < sentence.end]
    if len({m.symbol for m in here}) != 1:
        return
    entry, facts = here[0].entries[0], case.reviews.get(here[0].symbol)
    said = case.own_words(sentence)
    to_come = _TO_COME.search(_OPENING_ALREADY.sub("", said))
    if facts is None or entry.cycle is None or to_come or ADOPTION.search(said):
        return
    if any(m.quotation is not None and m.quotation.verdict == "elsewhere" for m in here):
        return  # the words or the note are wrong, and which of them is told by another rule
    wrong = _other_time(said, facts)
    if wrong:
        yield Said(
            sentence,
            tell(
                "The letter says “%(wrong)s”; %(symbol)s, %(pinpoint)s, is of cycle %(cycle)s, session "
                "%(session)s, %(date)s.",
                wrong=wrong,
                symbol=entry.symbol,
                pinpoint=entry.pinpoint,
                cycle=facts.cycle,
                session=facts.session,
                date=in_words(facts.date),
            ),
            (Evidence(tell("the report"), opening_of(case, facts)),),
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


def wrong_cycle(case: Case, claims: list[ReviewNamed], sentence: Span) -> Iterator[Said]:
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
                tell(
                    "%(symbol)s, %(paragraph)s, belongs to cycle %(cycle)s of the reviews of %(name)s, not to cycle "
                    "%(cycle2)s.",
                    symbol=place.symbol,
                    paragraph=place.paragraph,
                    cycle=facts.cycle,
                    name=tell(claim.state.name),
                    cycle2=claim.cycle,
                ),
                (Evidence(tell("the record"), place),),
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
