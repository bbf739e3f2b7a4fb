"""A position that the letter denies, supposes or tells of another recommendation is none of this one's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.letters.check.stated_positions import speaks_of_position, stated_position
from onrecord.letters.model import Finding
from onrecord.un.position import NOTED, SUPPORTED

Finds = Callable[[str, str], list[Finding]]
CHILDREN = "“[s]top the detention of children who seek asylum without delay”"


def letter(body: str) -> str:
    return (
        f"Open letter\n\n3 January 2024\n\nDear Minister,\n\n{body}\n\nSincerely,\n\nA Coalition\n\n"
        "[^1]: A/HRC/90/7, para. 132.1\n"
    )


@pytest.mark.parametrize(
    "body",
    [
        f"Japan asked Norway to {CHILDREN}.[^1] Norway supported none of Japan's recommendations except one.",
        f"Japan asked Norway to {CHILDREN}.[^1] Norway supported neither of these recommendations.",
        f"Japan asked Norway to {CHILDREN}.[^1] Norway accepted neither this nor Japan's other recommendation.",
        f"While Norway accepted 42 recommendations, Japan's call to {CHILDREN} was not among them.[^1]",
        f"Had Norway accepted Japan's recommendation to {CHILDREN}, much would be different; it did not.[^1]",
        f"Far from accepting Japan's recommendation to {CHILDREN}, Norway dismissed it.[^1]",
        f"If Norway accepted Japan's recommendation to {CHILDREN}, all would gain.[^1]",
    ],
)
def test_acceptance_denied_or_supposed_is_not_told_as_accepted(finds: Finds, body: str) -> None:
    assert finds("wrong_position", letter(body)) == []


def test_acceptance_told_plainly_is_held_against_the_report(finds: Finds) -> None:
    said = f"Norway accepted Japan's recommendation to {CHILDREN}.[^1]"
    assert "was not supported" in finds("wrong_position", letter(said))[0].message


@pytest.mark.parametrize(
    "words",
    [
        "Norway only took note of the recommendation.",
        "Norway failed to support it.",
        "Norway dismissed it.",
        "노르웨이는 이 권고를 수용하지 않았습니다.",
    ],
)
def test_a_refusal_in_other_words_is_a_position(words: str) -> None:
    assert stated_position(words)[0] == NOTED


def test_a_korean_acceptance_is_a_position() -> None:
    assert stated_position("노르웨이는 이 권고를 수용했습니다.")[0] == SUPPORTED


def test_an_answer_that_the_report_does_not_give_is_spoken_of() -> None:
    assert speaks_of_position("The report does not give Norway's answer.")
