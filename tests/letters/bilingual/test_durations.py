"""A length of time in two units is told in the smaller, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.letters.bilingual.durations import english_durations, korean_durations


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("for four and a half hours", [270]),
        ("a year and a half later", [18]),
        ("one minute and ten seconds", [70]),
        ("three years and six months, or 2 hours 30 minutes", [42, 150]),
        ("half an hour", [30]),
        ("half a million", []),
        ("two and a half million won", []),
        ("seven years and three years", []),
        ("ten hours and twenty months", []),
    ],
)
def test_english_durations(text, values):
    assert [one.value for one in english_durations(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("4시간 반 동안", [270]),
        ("2시간 30분 만에 끝났으며", [150]),
        ("두 시간 반이 걸렸다", [150]),
        ("징역 1년 6월을 선고", [18]),
        ("3년 6개월", [42]),
        ("1분 10초", [70]),
        ("반년 뒤 반 시간", [6, 30]),
        ("2021년 3월 19일", []),
        ("열한 분이 반대했다", []),
        ("후반년도", []),
    ],
)
def test_korean_durations(text, values):
    assert [one.value for one in korean_durations(text)] == values


@given(st.integers(2, 40), st.integers(2, 11))
def test_years_and_months_are_one_length_in_both_languages(years, months):
    [english] = english_durations(f"for {years} years and {months} months")
    [korean] = korean_durations(f"{years}년 {months}개월 동안")
    assert english.value == korean.value == years * 12 + months
