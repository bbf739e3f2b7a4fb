from __future__ import annotations

import pytest

from onrecord.letters.read import parse_letter


def names(text: str) -> list[str]:
    return [ask.name for ask in parse_letter(text, "x").asks]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("We urge you to submit the following written questions in advance:", ["Q1", "Q2"]),
        ("Moreover, we urge you to make the following UPR recommendations:", ["R1", "R2"]),
        ("Besides questions, we ask you to make the recommendations below:", ["R1", "R2"]),
        ("## Recommendations", ["R1", "R2"]),
        ("**Questions**", ["Q1", "Q2"]),
        ("다음과 같은 권고를 촉구합니다:", ["R1", "R2"]),
        ("In 2013 China received the following recommendations from other States:", []),
        ("The signatories of this letter, in alphabetical order of their names, are:", []),
        ("", []),
    ],
)
@pytest.mark.parametrize(
    "items", ["  1. Halt\n  2. Stop", "1) Halt\n\n2) Stop", "- Halt\n- Stop", "(1) Halt\n(2) Stop"]
)
def test_the_words_before_a_list_tell_what_it_asks(before: str, expected: list[str], items: str) -> None:
    assert names(f"{before}\n\n{items}\n\nThank you.") == expected


def test_an_item_of_several_lines_is_one_ask() -> None:
    text = "Please ask these questions:\n\n1. How many were returned,\n   and where to?\n2. Why?\n"
    letter = parse_letter(text, "x")
    assert letter.text[: letter.asks[0].span.end].endswith("where to?")


def test_names_stay_apart_where_a_second_list_starts_again() -> None:
    text = "Ask these questions:\n\n1. A?\n2. B?\n\nAnd ask these further questions:\n\n1. C?\n"
    assert names(text) == ["Q1", "Q2", "Q3"]


def test_items_that_say_what_they_are_need_no_introduction() -> None:
    text = "We urge Slovenia to answer:\n\n**Q1.** Why?\n**Q2.** How?\n\nRecommendation 1: Halt"
    assert names(text) == ["Q1", "Q2", "R1"]


def test_these_questions_are_questions_though_the_sentence_recommends() -> None:
    assert names("We recommend that you pose these questions:\n\n• When?\n• Why?") == ["Q1", "Q2"]


def test_a_named_item_alone_between_paragraphs_is_an_ask() -> None:
    assert names("Q1. Why?\n\nBecause of this, we go on to ask.\n\nQ2. How?\n\n3. Not an ask.") == [
        "Q1",
        "Q2",
    ]


def test_a_short_sentence_before_bullets_is_no_heading_of_asks() -> None:
    assert names("이 권고가 이행되었다는 기록은 없습니다.\n\n• 첫째 장소\n• 둘째 장소") == []
    assert names("권고\n\n1. 공표할 것\n2. 허용할 것") == ["R1", "R2"]
