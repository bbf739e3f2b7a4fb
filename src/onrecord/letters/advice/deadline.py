"""Until when advance questions can be handed in: ten working days before the review (8/PRST/1)."""

from __future__ import annotations

from datetime import date

from onrecord.letters.advice.model import Advice, Place
from onrecord.letters.check.iso_dates import day_of, in_words
from onrecord.un.review import Review, advance_question_deadline

RULE_AT = Place("8/PRST/1", words="no later than 10 working days before the date of the review")


def last_day(review: Review) -> date | None:
    """The last day for advance questions, where the day of the review or of its session is known."""
    day = day_of(review.date) or day_of(review.start)
    return advance_question_deadline(day) if day else None


def advise(review: Review, written: date | None) -> Advice | None:
    """The deadline and its rule; for a letter `written` after it, or before it, what that means."""
    day = day_of(review.date) or day_of(review.start)
    last = last_day(review)
    if day is None or last is None:
        return None
    exact = day_of(review.date) is not None
    on = "the review on" if exact else "the session that begins on"
    told = (
        f"Advance questions are due on {in_words(last)}, ten working days before {on} {in_words(day)}. Saturdays and "
        "Sundays are not counted; holidays of the United Nations are not known here. "
    )
    if written and written > last:
        told += f"The letter is dated {in_words(written)}, after that day. "
    return Advice(
        "deadline",
        told + "Late questions appear as addenda.",
        (RULE_AT,),
        "" if exact else "the day of the review is not known: counted from the session's first day",
    )
