"""Who speaks, from a paragraph's opening words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.mechanisms.upr_speakers import OPEN, REPLY, SAME, STATEMENT, speech


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Canada welcomed the measures taken.", ("CAN",)),
        ("The Netherlands noted the position.", ("NLD",)),
        ("The Islamic Republic of Iran commended China.", ("IRN",)),
        ("Venezuela (Bolivarian Republic of) noted the efforts of China.", ("VEN",)),
        ("The Democratic People’s Republic of Korea (DPRK) noted the progress.", ("PRK",)),
        ("The representative of Norway asked about the death penalty.", ("NOR",)),
        ("The delegation of the Republic of Korea thanked China.", ("KOR",)),
        ("Cuba, Egypt and Sudan commended China.", ("CUB", "EGY", "SDN")),
        ("Greece, raising a point of order, indicated that the Working Group was no place for it.", ("GRC",)),
        ("Viet Nam, while commending the reforms, asked about Tibet.", ("VNM",)),
        ("Brazil was concerned about discrimination.", ("BRA",)),
        ("While noting China’s efforts to combat terrorism, Saudi Arabia called for tolerance.", ("SAU",)),
        ("With regard to the rights of women, Malaysia asked if China could elaborate.", ("MYS",)),
        ("While appreciating the measures taken the Czech Republic recommended China to do more.", ("CZE",)),
        ("The Algerian delegation noted the progress made.", ("DZA",)),
        ("According to the Libyan Arab Jamahiriya, human rights are cornerstones.", ("LBY",)),
    ],
)
def test_a_state_that_takes_the_floor_is_named_at_the_head(text: str, by: tuple[str, ...]) -> None:
    found = speech(text, "CHN")
    assert (found.kind, found.by, found.evidence) == (STATEMENT, by, "")


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Egypt, on behalf of the African Group, commended China.", "African Group"),
        ("Egypt (on behalf of the African Group) commended China.", "African Group"),
        ("Slovenia, speaking on behalf of the European Union, noted the progress.", "European Union"),
        ("On behalf of the Arab Group, Egypt noted achievements.", "Arab Group"),
    ],
)
def test_a_group_for_which_a_state_speaks_is_kept(text: str, group: str) -> None:
    assert speech(text, "CHN").on_behalf_of == group


@pytest.mark.parametrize(
    "text",
    [
        "China stated that it had followed the principle.",
        "The delegation noted that courts were independent.",
        "The head of the delegation said that a decree was being drafted.",
        "The Minister reiterated that killing was not permitted.",
        "In response to a question from Norway, the delegation stated that courts were independent.",
        "In response to the issue raised by Italy, Germany and Spain, China noted the efforts made.",
        "Responding to questions on labour, the delegation stated that Poland was expressing opinions.",
        "China’s delegation expressed its gratitude.",
        "In 2011, China had been among the first.",
    ],
)
def test_the_state_under_review_answers_under_its_name_or_its_people(text: str) -> None:
    found = speech(text, "CHN")
    assert (found.kind, found.by, found.evidence) == (REPLY, ("CHN",), "")


def test_an_answer_by_its_manner_alone_is_marked_as_inferred() -> None:
    found = speech("Regarding prison conditions, levels of crime placed pressure on the system.", "CHN")
    assert found.kind == REPLY
    assert "Regarding prison conditions" in found.evidence


@pytest.mark.parametrize(
    "text",
    [
        "During the interactive dialogue, statements were made by 60 delegations.",
        "A number of delegations thanked China.",
        "The President of the Human Rights Council recalled the rules.",
        "China was commended for its report.",
        "China’s contribution was much appreciated.",
        "Women played an important role.",
    ],
)
def test_what_names_no_speaker_stays_open(text: str) -> None:
    assert (speech(text, "CHN").kind, speech(text, "CHN").by) == (OPEN, ())


def test_a_number_of_measures_are_no_speakers() -> None:
    assert "not named" not in speech("A number of measures had been implemented.", "CHN").evidence


def test_it_goes_on_with_the_speaker_before() -> None:
    assert speech("It also asked about the death penalty.", "CHN").kind == SAME
    assert speech("It was noted that courts were slow.", "CHN").kind == OPEN


def test_a_misspelt_name_is_taken_for_the_nearest_and_says_so() -> None:
    found = speech("The United Sates of America commended China.", "CHN")
    assert found.by == ("USA",)
    assert "United Sates of America" in found.evidence


@given(st.text(max_size=300))
def test_any_text_has_a_speech_with_a_kind(text: str) -> None:
    found = speech(text, "CHN")
    assert found.kind in {STATEMENT, REPLY, SAME, OPEN}
    assert bool(found.by) == (found.kind in {STATEMENT, REPLY})
