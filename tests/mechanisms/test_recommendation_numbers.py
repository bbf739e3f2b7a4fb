"""Lists of recommendations' numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.mechanisms.recommendation_numbers import numbers_at

LISTS = [
    ("115.1-115.5", "115.1 115.2 115.3 115.4 115.5"),
    ("122.14– 15, 122.17", "122.14 122.15 122.17"),
    ("115.1, 115.3 and 115.7", "115.1 115.3 115.7"),
    ("140.35. 140.36", "140.35 140.36"),
    ("105.1, 3 and 7", "105.1 105.3 105.7"),
    ("150 – 152, 159", "150 151 152 159"),
    ("131.1; 131.2; and 131.20", "131.1 131.2 131.20"),
    ("105.1 (Spain), 105.2 (Iran (Islamic Republic of))", "105.1 105.2"),
    ("92.5 à 92.7 et 92.9", "92.5 92.6 92.7 92.9"),
    ("122.139, 122.141-144,122.146", "122.139 122.141 122.142 122.143 122.144 122.146"),
    ("105.5 and 10 years later", "105.5"),
    ("92.5, 2015", "92.5"),
    ("122.3 and 2 other", "122.3"),
]


@pytest.mark.parametrize(("written", "expected"), LISTS)
def test_lists_and_ranges_are_expanded_and_other_figures_left_alone(written: str, expected: str) -> None:
    found = numbers_at(written, 0, plain=True)
    assert found is not None
    assert " ".join(found.numbers) == expected
    assert found.start == 0


@pytest.mark.parametrize("written", ["5.4 per cent", "163 recommendations", "9.4/100,000", "7.2.1"])
def test_other_figures_begin_no_list(written: str) -> None:
    assert numbers_at(written, 0, plain=True) is None


def test_a_plain_number_begins_a_list_only_where_that_is_allowed() -> None:
    assert numbers_at("5, 7 and 12", 0, plain=False) is None


@given(st.text(alphabet="0123456789.,;-– and()abAB ", max_size=60), st.booleans())
def test_whatever_the_text_each_number_stands_within_the_span(text: str, plain: bool) -> None:
    found = numbers_at(text, 0, plain=plain)
    if found is not None:
        assert found.start == 0
        assert 0 < found.end <= len(text)
        assert len(set(found.numbers)) == len(found.numbers)


@given(st.integers(1, 300), st.integers(1, 99), st.integers(1, 60))
def test_a_range_holds_every_number_between_its_ends(head: int, low: int, more: int) -> None:
    found = numbers_at(f"{head}.{low}-{head}.{low + more}", 0, plain=False)
    assert found is not None
    assert found.numbers == tuple(f"{head}.{n}" for n in range(low, low + more + 1))
