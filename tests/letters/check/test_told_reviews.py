"""The day, the cycle and the session that one phrase gives to a review (Norway: session 17, 21 October 2013)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from letters_of_rules import cited, letter

from onrecord.letters.check.told_reviews import told_reviews
from onrecord.letters.model import Finding

Finds = Callable[[str, str], list[Finding]]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Norway was reviewed for the second time on 21 October 2013", ("second", "first")),
        ("On 21 October 2013 the Working Group reviewed Norway in the second cycle", ("second", "third")),
        ("On 21 October 2013 the Working Group reviewed Norway in the second cycle", ("21", "24")),
        ("Canada spoke at the review of Norway on 21 October 2013", ("21", "22")),
        (
            "Canada spoke at Norway’s review at the nineteenth session of the UPR Working Group",
            ("nine", "eigh"),
        ),
        ("The Working Group held its nineteenth session when it reviewed Norway", ("nine", "eigh")),
        ("The Working Group adopted its report on Norway on 24 October 2013", ("24", "25")),
    ],
)
def test_a_wrong_day_cycle_or_session_is_told_and_the_right_one_is_not(
    finds: Finds, right: str, wrong: tuple[str, str]
) -> None:
    note = cited("para. 1")
    if "nineteenth" not in right:
        assert not finds("wrong_review", letter(f"{right}.[^1]", note))
    assert finds("wrong_review", letter(f"{right.replace(*wrong, 1)}.[^1]", note))


def test_a_review_by_a_committee_is_left_alone(finds: Finds) -> None:
    body = "The Committee against Torture began the review of Norway on 22 October 2013.[^1]"
    assert not finds("wrong_review", letter(body, cited("para. 1")))


def test_the_phrase_is_where_it_says() -> None:
    text = "In May, at the review of Peru on 14 November 2012, many spoke."
    (told,) = told_reviews(text)
    assert text[told.start : told.end] == "review of Peru on 14 November 2012"
