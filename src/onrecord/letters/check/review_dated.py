"""What the check says where a letter dates a review otherwise than its report."""

from __future__ import annotations

from onrecord.citations.model import Place, Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.iso_dates import in_words
from onrecord.letters.check.repairing import date_mended
from onrecord.letters.check.rule import Said
from onrecord.letters.model import Evidence
from onrecord.mechanisms.model import ReviewFacts
from onrecord.told import tell
from onrecord.un.dates import find_dates
from onrecord.un.states import State


def dated_otherwise(case: Case, span: Span, reviewed: State, stated: str, facts: ReviewFacts) -> Said:
    """That the report dates the review otherwise than `stated`, with the day to write instead."""
    return Said(
        span,
        tell(
            "The letter dates the review of %(name)s (cycle %(cycle)s) %(stated)s; %(symbol)s dates it "
            "%(date)s.",
            name=tell(reviewed.name),
            cycle=facts.cycle,
            stated=stated,
            symbol=facts.symbol,
            date=in_words(facts.date),
        ),
        (Evidence(tell("the report"), opening_of(case, facts)),),
        in_words(facts.date),
        repair=date_mended(
            case, span, _iso(stated), facts.date, tell("the date in %(symbol)s", symbol=facts.symbol)
        ),
    )


def _iso(stated: str) -> str:
    """The date as EDTF, or "" where the words hold none."""
    return next((found.bounds.edtf for found in find_dates(stated)), "")


def opening_of(case: Case, facts: ReviewFacts) -> Place:
    """The paragraph of the report that dates the review and its adoption."""
    return case.place(facts.symbol, "1")
