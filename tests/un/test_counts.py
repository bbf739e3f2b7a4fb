"""Counts as written, and the numbers that their words allow."""

# ruff: noqa: E501 (a row of a table stays on one line)
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.un.counts import CountBounds, contradiction, find_counts
from onrecord.un.number_words import number_named, ordinal_named

COUNTS = [
    ("at least 500", 500, None, "at least"),
    ("no fewer than 500", 500, None, "no fewer than"),
    ("over 500", 501, None, "over"),
    ("more than 500", 501, None, "more than"),
    ("nearly 50", None, 49, "nearly"),
    ("almost 50", None, 49, "almost"),
    ("fewer than 30", None, 29, "fewer than"),
    ("up to 100", None, 100, "up to"),
    ("no more than 100", None, 100, "no more than"),
    ("about 50", None, None, "about"),
    ("approximately 1,170", None, None, "approximately"),
    ("some 80", None, None, "some"),
    ("an estimated 2,000", None, None, "an estimated"),
    ("80", 80, 80, ""),
    ("2,000", 2000, 2000, ""),
    ("Fifty-five", 55, 55, ""),
    ("two hundred and ten", 210, 210, ""),
    ("a hundred", 100, 100, ""),
    ("2 million", 2_000_000, 2_000_000, ""),
    ("between 500 and 600", 500, 600, "between"),
    ("500–600", 500, 600, "between"),
    ("100 or more", 100, None, "or more"),
    ("exactly 7", 7, 7, "exactly"),
    ("Hundreds", 100, None, "hundreds"),
]

NO_COUNTS = [
    "in 2013 people fled",
    "para. 26 of the report",
    "paras. 28 (g) and 30 above",
    "article 46 protects",
    "on 14 July 2021",
    "on July 14 people met",
    "for 25 years",
    "over 25 years",
    "70 per cent of them",
    "approximately 70 percent of them",
    "186.66 and 186.241 were made",
    "A/HRC/25/5 says",
    "JAL CHN 8/2021 says",
    "COVID-19 concerns",
    "the 19th Games",
    "a 12-year sentence",
    "sold at 15 forcibly",
    "world”.1 According to",
    "one wonders",
    "$500 million",
    "questions 2 and 6 overlap",
    "\n13 Open Joint Letter",
]


@pytest.mark.parametrize(("words", "low", "high", "qualifier"), COUNTS)
def test_a_count_has_the_bounds_that_its_words_set(words, low, high, qualifier):
    text = f"He wrote that {words} delegations had spoken."
    (found,) = find_counts(text)
    assert (found.bounds.low, found.bounds.high, found.bounds.qualifier) == (low, high, qualifier)
    assert text[found.start : found.end] == found.bounds.as_written == words


@pytest.mark.parametrize("text", NO_COUNTS)
def test_numbers_that_count_nothing_are_left_alone(text):
    assert find_counts(f"He said: {text}") == []


def test_several_counts_of_one_sentence_are_found_in_order():
    text = "repatriated 80 North Koreans on August 29 and 40 others on September 18, and nearly 50 North Koreans in July 2021"
    assert [found.bounds.as_written for found in find_counts(text)] == ["80", "40", "nearly 50"]


def test_a_qualified_number_keeps_its_own_figure():
    (found,) = find_counts("about 50 people")
    assert found.bounds.best == 50


def test_counts_contradict_where_their_bounds_exclude_each_other():
    over, nearly, at_least, about = (find_counts(f"{words} people")[0].bounds for words in ("over 50", "nearly 50", "at least 50", "about 50"))  # fmt: skip
    assert contradiction(over, nearly) == "“nearly 50” is at most 49, “over 50” at least 51"
    assert contradiction(nearly, over) == contradiction(over, nearly)
    assert contradiction(nearly, at_least)
    assert not contradiction(over, at_least)
    assert not contradiction(about, nearly)


BOUNDS = st.none() | st.integers(0, 1000)


@given(
    st.builds(CountBounds, BOUNDS, BOUNDS, st.just(""), st.just("")),
    st.builds(CountBounds, BOUNDS, BOUNDS, st.just(""), st.just("")),
)
def test_contradiction_is_symmetrical(a, b):
    assert bool(contradiction(a, b)) == bool(contradiction(b, a))


@given(st.integers(0, 9_999_999))
def test_digits_with_and_without_commas_name_the_same_number(number):
    assert number_named(str(number)) == number_named(f"{number:,}") == number


@pytest.mark.parametrize(
    ("words", "number"),
    [("fifty-five", 55), ("two thousand", 2000), ("a hundred and one", 101), ("three hundred thousand", 300_000), ("many", None), ("", None)],
)  # fmt: skip
def test_words_name_numbers(words, number):
    assert number_named(words) == number


@given(st.text(alphabet="0123456789,.-– atleovrmfiyhund", max_size=50) | st.text(max_size=50))
def test_every_found_count_is_the_very_words(text):
    ordinal_named(text)
    for found in find_counts(text):
        assert text[found.start : found.end] == found.bounds.as_written
        assert found.bounds.low is None or found.bounds.high is None or found.bounds.low <= found.bounds.high


@pytest.mark.corpus
def test_the_founding_letters_counts_are_read(shared_letter):
    found = [one.bounds.as_written for one in find_counts(shared_letter.read_text(encoding="utf-8"))]
    for words in (
        "at least 1,170",
        "over 50",
        "at least 2,000",
        "at least 500",
        "80",
        "40",
        "nearly 50",
        "over 500",
    ):
        assert words in found
