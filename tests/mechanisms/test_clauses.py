"""The recommendations in a speaker's paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.mechanisms.clauses import clauses


def found(text: str) -> list[tuple[str, str]]:
    return [(clause.letter, clause.text(text)) for clause in clauses(text)]


def test_lettered_recommendations_end_where_the_next_begins() -> None:
    assert found(
        "Canada recommended that China: (a) accelerate reforms; (b) reduce the number of crimes "
        "and (c) regularly publish statistics; and (d) respond to requests."
    ) == [
        ("a", "accelerate reforms"),
        ("b", "reduce the number of crimes"),
        ("c", "regularly publish statistics"),
        ("d", "respond to requests"),
    ]


def test_a_lettered_recommendation_ends_with_its_sentence() -> None:
    text = (
        "It recommended that China: (a) strengthen protection of minorities. While encouraged, it remained "
        "concerned and recommended that China; (b) abolish the death penalty. It thanked China."
    )
    assert found(text) == [("a", "strengthen protection of minorities"), ("b", "abolish the death penalty")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Canada recommended that Algeria lift its reservations.", "lift its reservations"),
        ("It also recommended to continue training officers.", "continue training officers"),
        ("It recommended the drafting of a report.", "the drafting of a report"),
        ("It recommended that the Government of Chad further protect women.", "further protect women"),
        ("It recommended further cooperation with experts.", "further cooperation with experts"),
        ("It recommended that the death penalty be abolished.", "the death penalty be abolished"),
        ("It urged the Government to release Mr. Oyub.", "release Mr. Oyub"),
    ],
)
def test_running_text_is_cut_to_the_recommended_words(text: str, words: str) -> None:
    assert found(text) == [("", words)]


def test_two_verbs_in_one_sentence_are_two_recommendations() -> None:
    text = (
        "Sweden recommended that Chad ratify the Covenant, and it further recommended that Chad train judges."
    )
    assert found(text) == [("", "ratify the Covenant"), ("", "train judges")]


def test_urging_counts_only_where_nothing_is_recommended() -> None:
    text = "Chad encouraged China to go on. It recommended that China ratify the Covenant."
    assert found(text) == [("", "ratify the Covenant")]


@pytest.mark.parametrize(
    "text",
    [
        "Canada noted that the Committee against Torture recommended an inquiry.",
        "Canada asked for details as recommended by the inquiry of experts.",
        "Canada welcomed the report.",
    ],
)
def test_what_others_recommended_is_not_the_speakers(text: str) -> None:
    assert [words for _, words in found(text) if "inquiry" in words or "article" in words] == []


def test_a_letter_of_an_article_is_no_marker() -> None:
    text = "It recommended that Chad (a) withdraw its reservation to article 2 (f) at once."
    assert found(text) == [("a", "withdraw its reservation to article 2 (f) at once")]


def test_words_that_lean_on_their_sentence_come_with_it() -> None:
    text = "Asking about the safeguards for defenders in courts, it (b) recommended that Cuba use such ones."
    assert found("It said. (a) It recommended that Cuba act now. " + text)[-1] == (
        "b",
        "Asking about the safeguards for defenders in courts, it (b) recommended that Cuba use such ones",
    )


def test_a_short_item_takes_what_was_said_before_the_letters() -> None:
    text = (
        "It recommended that Chad become a party to treaties such as (a) ICESCR and ICCPR; and (b) OP-CEDAW."
    )
    assert found(text) == [
        ("a", "become a party to treaties such as ICESCR and ICCPR"),
        ("b", "become a party to treaties such as OP-CEDAW"),
    ]


@given(st.text(alphabet="(abc) recommended that Chad;. ", max_size=120))
def test_clauses_stand_in_order_inside_the_text(text: str) -> None:
    made = clauses(text)
    assert all(0 <= clause.start <= clause.end <= len(text) for clause in made)
    assert [clause.start for clause in made] == sorted(clause.start for clause in made)
