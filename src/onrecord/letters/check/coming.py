"""The reviews that a letter names and that are still to come on its date."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.iso_dates import day_of
from onrecord.letters.check.reviews_named import ReviewNamed, reviews_named
from onrecord.un.dates import find_dates
from onrecord.un.review import review

_REACH = 60
_SATURDAY = 5


class Coming(NamedTuple):
    """A review to come: its day as the letter gives it (`stated`), else the first day of its session."""

    named: ReviewNamed
    day: date
    stated: bool


def coming_reviews(case: Case, after: date) -> list[Coming]:
    """The reviews later than the day `after`, each State's of each cycle once, in the order of the letter."""
    found: dict[tuple[str, int], Coming] = {}
    for sentence in case.sentences:
        for named in reviews_named(case, sentence):
            stated = _stated(case, named, sentence)
            day = stated or _from_calendar(named)
            known = found.get((named.state.code, named.cycle))
            if day and day > after and (known is None or (stated and not known.stated)):
                found[named.state.code, named.cycle] = Coming(named, day, stated is not None)
    return list(found.values())


def working_days(first: date, last: date) -> int:
    """The working days after the first day, up to the last; holidays are not known here."""
    days = (first + timedelta(days=step) for step in range(1, (last - first).days + 1))
    return sum(day.weekday() < _SATURDAY for day in days)


def _stated(case: Case, named: ReviewNamed, sentence: Span) -> date | None:
    text = case.letter.text[named.after : min(sentence.end, named.after + _REACH)]
    days = [d.bounds.low for d in find_dates(text) if d.bounds.low == d.bounds.high]
    return days[0] if days else None


def _from_calendar(named: ReviewNamed) -> date | None:
    known = review(named.state.code, named.cycle)
    return (day_of(known.date) or day_of(known.start)) if known else None
