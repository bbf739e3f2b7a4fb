"""Slips and right sentences met in letters on other States."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from letters_of_rules import CHILDREN, EDUCATION, cited, letter

from onrecord.letters.model import Finding

Finds = Callable[[str, str], list[Finding]]


@pytest.mark.parametrize(
    "body",
    [
        f"France recommended that Norway “{EDUCATION}” (131.1), and Japan that it “{CHILDREN}” (132.1), in A/HRC/90/7.",
        f"In A/HRC/90/7 France asked to “{EDUCATION}” (131.1), and Japan to “{CHILDREN}” (132.1).",
        f"It heard France’s to “{EDUCATION}” (131.1) and Japan’s to “{CHILDREN}” (132.1) in A/HRC/90/7.",
        f"France asked Norway to “{EDUCATION}”, and Japan to “{CHILDREN}”.[^1]",
        f"France’s (131.1) and Japan’s (132.1) recommendations in A/HRC/90/7 stand: “{CHILDREN}”.[^1]",
    ],
)
def test_states_are_given_their_own_words_when_the_verb_is_left_out(finds: Finds, body: str) -> None:
    found = finds("wrong_recommending_state", letter(body, cited("paras. 131.1 and 132.1")))
    assert [f.message for f in found] == []


@pytest.mark.parametrize(
    "body",
    [
        f"France recommended that Norway “{EDUCATION}” (131.1), and Peru that it “{CHILDREN}” (132.1), in A/HRC/90/7.",
        f"It heard France’s to “{EDUCATION}” (131.1) and Peru’s to “{CHILDREN}” (132.1) in A/HRC/90/7.",
        "Of the recommendations in A/HRC/90/7, Peru’s (132.1) was refused.",
    ],
)
def test_a_wrong_state_is_told_once_when_the_verb_is_left_out(finds: Finds, body: str) -> None:
    found = finds("wrong_recommending_state", letter(body))
    assert [f.message for f in found] == [
        "The letter gives this recommendation to Peru; A/HRC/90/7, para. 132.1, to Japan."
    ]


@pytest.mark.parametrize(
    "said",
    [
        "It also enjoyed Norway’s support.",
        "It was to be examined later.",
        "The answer was left to a later document.",
        "The report says that Norway would examine it.",
    ],
)
def test_what_became_of_a_recommendation_is_told_in_many_words(finds: Finds, said: str) -> None:
    body = f"Japan recommended: “{CHILDREN}”.[^1] {said}"
    assert finds("position_left_out", letter(body, cited("para. 132.1"))) == []


def test_a_common_phrase_of_a_source_not_on_the_record_says_nothing_of_another_document(finds: Finds) -> None:
    body = "The Commission asked Peru to “ensure the non-refoulement of every person”.[^1]"
    text = letter(body, "A/HRC/25/CRP.1, para. 1221")
    rules = ("wrong_recommending_state", "quotation_elsewhere", "position_left_out")
    assert [f.message for rule in rules for f in finds(rule, text)] == []
