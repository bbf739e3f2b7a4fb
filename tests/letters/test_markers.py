from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.citations.model import Span
from onrecord.letters.markers import Candidate, find_markers, rising


def found(text: str, notes: str) -> list[tuple[str, str]]:
    markers = find_markers(text, Span(0, len(text)), notes.split())
    return [(one.number, text[max(0, one.span.start - 5) : one.span.start]) for one in markers]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("in the contemporary world”.1 According", "1"),
        ("in the contemporary world.”1 According", "1"),
        ("in February 2017.1 Later", "1"),
        ("in the DPRK.1 Later", "1"),
        ("a POW family1 and a woman", "1"),
        ("in January 20051, three", "1"),
        ("on February 9, 2009,1 but", "1"),
        ("in the world¹ and", "1"),
        ("in the world<sup>1</sup> and", "1"),
        ("in the world [1].", "1"),
        ("in the world (1).", "1"),
        ("70 per cent (A/HRC/25/5).1 Later", "1"),
        ("about 70%.1 Later", "1"),
        ("보호하라고 하였다.1 그러나", "1"),
        ("in the world. 1 According", "1"),
        ("in its second cycle1. It", "1"),
        ("at its seventeenth session1 in May", "1"),
    ],
)
def test_a_marker_is_found_in_every_form(text: str, number: str) -> None:
    assert [one for one, _ in found(text, "1")] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "On January 23 and 9 October the 19th Games closed, before Covid-19 and G20.",
        "It cost $5 or 3.5 million; see para. 5, No.7 and p.9 of A/HRC/25/CRP.1 or art.3.",
        "1. First item\n2. Second item\n3) Third item",
        "At 10:05 on 2013.10.14 over 1,170 people (4, 3 and 2) saw https://x.org/a.5 and x@y.5",
        "Recommendation 186.6 and recommendations 186.2 and 186.3",
        "The folders cycle1 and session2 hold what was said in a cycle3 and no more.",
    ],
)
def test_numbers_that_are_no_markers_are_left_alone(text: str) -> None:
    assert found(text, "1 2 3 4 5 6 7 8 9 14 19 23") == []


def test_the_sequence_tells_a_marker_from_a_figure_of_the_same_form() -> None:
    text = "First.1 Second, in 2017.21 Hence, says version2, third.2 Fourth family3 and 20204, end.4"
    assert [one for one, _ in found(text, "1 2 3 4")][:1] == ["1"]
    assert ("3", "amily") in found(text, "1 2 3 4")


def test_a_marker_without_a_note_is_found_by_its_place() -> None:
    assert [one for one, _ in found("One.22 Two.23 Three questions.24 Four, 2009,25 but", "22 23 25")] == [
        "22", "23", "24", "25",
    ]  # fmt: skip


def test_inline_lists_in_brackets_are_no_markers() -> None:
    text = "How many (1) applied; (2) were recognised; and (3) were returned?"
    assert found(text, "1 2 3 4 5") == []


def test_without_notes_only_a_sure_sequence_from_1_counts() -> None:
    assert [one for one, _ in found("One”.1 Two”.2 Three”.3", "")] == ["1", "2", "3"]
    assert found("In the DPRK.22 Then family16 and", "") == []


def test_several_notes_may_be_called_in_one_place() -> None:
    assert [one for one, _ in found("One [1, 2]. Two [3][4]. Three [5].", "1 2 3 4 5")] == list("12345")
    assert [one for one, _ in found("One.1, 2 Two<sup>3,4</sup> and", "1 2 3 4")] == list("1234")


@given(st.lists(st.integers(1, 40), max_size=25))
def test_the_best_sequence_never_goes_down_and_holds_every_rising_run(numbers: list[int]) -> None:
    candidates = [Candidate(number, Span(at * 5, at * 5 + 1), 1.0) for at, number in enumerate(numbers)]
    chosen = [numbers[index] for index in rising(candidates)]
    assert chosen == sorted(set(chosen))
    if numbers == list(range(1, len(numbers) + 1)):
        assert chosen == numbers
