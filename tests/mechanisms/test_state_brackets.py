"""The brackets of States that close a recommendation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.mechanisms.state_brackets import brackets_of_states, parts_of


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Ratify the Convention (Canada);", [("CAN",)]),
        ("Ratify ICRMW (Iran (Islamic Republic of), Côte d’Ivoire);", [("IRN", "CIV")]),
        ("Adopt (women and children) laws (ICCPR).", []),
        ("Sign (Chile)/ratify (Spain, France) the Protocol;", [("CHL",), ("ESP", "FRA")]),
        ("Protect persons with disabilities Ghana);", [("GHA",)]),
        ("Protect persons with disabilities (Ghana;", [("GHA",)]),
        ("Ratify the Convention (France) (Lithuania);", [("FRA",), ("LTU",)]),
        ("Take further steps (netherlands); ensure protection (Bahrain);", [("NLD",), ("BHR",)]),
        ("Offer a meal (turkey) and porcelain (china);", []),
        ("보호 조치를 취할 것 (Republic of Korea);", [("KOR",)]),
    ],
)
def test_only_brackets_that_hold_nothing_but_states_are_taken(
    text: str, codes: list[tuple[str, ...]]
) -> None:
    assert [bracket.states.codes for bracket in brackets_of_states(text)] == codes


def test_a_new_text_begins_after_a_bracket_of_states_and_a_stop() -> None:
    text = "Intensify human rights awareness (Jordan); Continue to train judges (Oman, Yemen)."
    parts = parts_of(text)
    assert [text[part.start : part.end] for part in parts] == [
        "Intensify human rights awareness (Jordan);",
        "Continue to train judges (Oman, Yemen).",
    ]
    assert [part.codes for part in parts] == [("JOR",), ("OMN", "YEM")]


@pytest.mark.parametrize(
    "text",
    [
        "Sign (Algeria)/ratify (Egypt, Spain) the Convention;",
        "Ratify ICESCR (Brazil); Optional Protocol to CAT (Spain);",
        "Improve the training of police (Jordan), judges and law enforcement personnel (Germany);",
    ],
)
def test_a_text_that_leans_on_the_one_before_is_not_cut_off(text: str) -> None:
    assert len(parts_of(text)) == 1


@given(st.text(alphabet=st.sampled_from("ab ();.,ÉCanada France\u2019"), max_size=200))
def test_parts_lie_in_order_and_hold_all_but_stops(text: str) -> None:
    parts = parts_of(text)
    done = 0
    for part in parts:
        assert done <= part.start <= part.end <= len(text)
        assert not text[done : part.start].strip(" ;.,")
        done = part.end
        for bracket in part.brackets:
            assert part.start <= bracket.start < bracket.end <= part.end
    assert not text[done:].strip(" ;.,")
