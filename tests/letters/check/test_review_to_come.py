"""A review to come, or named as the occasion of the letter, is not the one that a recommendation belongs to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.letters.model import Finding

Finds = Callable[[str, str], list[Finding]]
WORDS = "“[s]top the detention of children who seek asylum without delay”.[^1]"


def letter(body: str) -> str:
    return (
        f"Open letter\n\n3 January 2024\n\nDear Minister,\n\n{body}\n\nSincerely,\n\nA Coalition\n\n"
        "[^1]: A/HRC/90/7, para. 132.1\n"
    )


@pytest.mark.parametrize(
    "body",
    [
        f"For Norway's 4th UPR on 14 November 2024, we recall that Japan recommended that Norway {WORDS}",
        f"Ahead of Norway's fourth review Japan's words of 2013 should be repeated: {WORDS}",
        "At Norway's fourth review Japan may repeat recommendation 132.1 (A/HRC/90/7).",
        "The Human Rights Council adopted the outcome of Norway's second review on 19 March 2014.",
    ],
)
def test_a_review_to_come_or_its_adoption_is_no_slip(finds: Finds, body: str) -> None:
    assert finds("wrong_review", letter(body)) == []


@pytest.mark.parametrize("occasion", ["At", "For"])
def test_a_recommendation_of_another_cycle_is_a_slip(finds: Finds, occasion: str) -> None:
    body = f"{occasion} Norway's 1st UPR Japan recommended that Norway {WORDS}"
    assert "belongs to cycle 2" in finds("wrong_review", letter(body))[0].message
