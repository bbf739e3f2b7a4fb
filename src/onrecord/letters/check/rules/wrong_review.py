"""The cycle or date of a review, against the report and the calendar of reviews."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.letters.check.case import Case
from onrecord.letters.check.review_days import held_already, wrong_days
from onrecord.letters.check.review_times import wrong_cycle, wrong_time
from onrecord.letters.check.reviews_named import reviews_named
from onrecord.letters.check.rule import ERROR, Rule, Said


def find(case: Case) -> Iterator[Said]:
    """Each review whose stated date, or whose cited report, belongs to another."""
    for sentence in case.sentences:
        claims = list(reviews_named(case, sentence))
        # Several forms can read one day, each of them rightly.
        yield from {said.span: said for said in wrong_days(case, sentence, claims)}.values()
        yield from held_already(case, sentence, claims)
        yield from wrong_cycle(case, claims, sentence)
        if not claims:
            yield from wrong_time(case, sentence)


RULE = Rule(
    "wrong_review",
    ERROR,
    "The cycle or date of a review is not what the report says.",
    find,
    repairs="the day that the report states, where the letter states another day",
)
