"""Days, years, cycles and sessions of reviews, as letters put them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fake_record import FakeRecord

from onrecord.letters.model import Finding
from onrecord.mechanisms.model import ReviewFacts

Finds = Callable[[str, str], list[Finding]]
ASKED = "Japan recommended that Norway “[s]top the detention of children who seek asylum without delay”.[^1]"


def letter(body: str) -> str:
    return (
        f"Open letter\n\n3 January 2024\n\nDear Minister,\n\n{body}\n\nSincerely,\n\nA Coalition\n\n"
        "[^1]: A/HRC/90/7, para. 132.1\n"
    )


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (f"In the first cycle {ASKED}", "“In the first cycle”"),
        (f"In 2009 {ASKED}", "“In 2009”"),
        (f"At the sixteenth session of the Working Group {ASKED}", "session 17"),
        (f"On 23 October 2013, at the second review of Norway, {ASKED}", "21 October 2013"),
        ("China's 4th UPR takes place on January 24, 2024.", "23 January 2024 (session 45)"),
        ("China's third Universal Periodic Review was held on 6 December 2018.", "6 November 2018"),
    ],
)
def test_a_time_that_is_not_the_reviews_is_told(finds: Finds, body: str, words: str) -> None:
    assert [words in f.message for f in finds("wrong_review", letter(body))] == [True]


@pytest.mark.parametrize(
    "body",
    [
        f"In the second cycle {ASKED}",
        f"In 2013, as in 2009, {ASKED}",
        f"In 2014 the Council adopted the report, in which {ASKED}",
        f"At the seventeenth session of the Working Group {ASKED}",
        f"On 21 October 2013, at the second review of Norway, {ASKED}",
        "China's 4th UPR takes place on January 23, 2024.",
        "China's fourth Universal Periodic Review in January 2024 matters.",
    ],
)
def test_the_reviews_own_time_raises_no_alarm(finds: Finds, body: str) -> None:
    assert finds("wrong_review", letter(body)) == []


def test_the_day_of_a_national_report_is_not_that_of_the_review(record: FakeRecord, finds: Finds) -> None:
    """Nor that of a letter without a symbol: ahead of a review, a record may hold these alone."""
    record.facts += [
        ReviewFacts("A/HRC/WG.6/28/UKR/1", "UKR", 28, 3, "2017-08-31", "", "2017-08-31"),
        ReviewFacts("", "UKR", 28, 3, "2018-10-08", "", "2018-10-08"),
    ]
    assert (
        finds("wrong_review", letter("Ukraine’s third review on 15 November 2017 was watched closely.")) == []
    )
