"""Roman numerals behind what they number are numbers; a lone I is a person."""

from __future__ import annotations

import pytest

from onrecord.letters.bilingual.roman import find_romans


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("arbitrary under categories I, II, III and V.", [1, 2, 3, 5]),
        ("a category II violation", [2]),
        ("annex XIV", [14]),
        ("제Ⅱ유형", [2]),
        ("제II유형 및 부속서 IV", [2, 4]),
        ("In part I agree with him; I do", []),
        ("categories of victims", []),
        ("the class visited Iran", []),
        ("Part IVa", []),
    ],
)
def test_roman_numerals(text, values):
    assert [value for _, value in find_romans(text)] == values
