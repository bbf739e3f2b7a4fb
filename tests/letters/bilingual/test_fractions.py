"""Fractions are read alike in both languages, and no session or symbol is one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.letters.bilingual.fractions import find_fractions


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("a third of them, two-thirds, three quarters", "en", ["1/3", "2/3", "3/4"]),
        ("one-eighth of a flat and seven tenths", "en", ["1/8", "7/10"]),
        ("2/3 of them", "en", ["2/3"]),
        ("a third time, the third review, a fifth session", "en", []),
        ("resolution 46/20, A/77/3, on 3/4 March 2024", "en", []),
        ("3분의 2, 8분의 1, 삼분의 일", "ko", ["2/3", "1/8", "1/3"]),
        ("결의 46/20호, 30분의 시간", "ko", []),
    ],
)
def test_fractions(text, language, values):
    assert [one.value for one in find_fractions(text, language)] == values


def test_a_two_thirds_majority_is_two_thirds_or_more():
    assert find_fractions("by a two-thirds majority", "en")[0].majority
    assert not find_fractions("two-thirds of them", "en")[0].majority


@given(st.integers(1, 9), st.integers(2, 10))
def test_a_fraction_is_one_in_both_languages(above, below):
    told = [f"{above}/{below}"] if above < below else []
    assert [one.value for one in find_fractions(f"{above}/{below} of them", "en")] == told
    assert [one.value for one in find_fractions(f"그중 {below}분의 {above}은", "ko")] == told
