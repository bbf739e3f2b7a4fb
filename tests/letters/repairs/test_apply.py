"""Repairs change what they name and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.citations.model import Span
from onrecord.letters.model import Edit, Repair
from onrecord.letters.repairs.apply import apply_repairs


def repair(start: int, end: int, text: str) -> Repair:
    return Repair((Edit(Span(start, end), text),), "a source")


@st.composite
def texts_and_repairs(draw: st.DrawFn) -> tuple[str, list[Repair]]:
    """A text, and repairs of one or two edits that do not touch each other."""
    text = draw(st.text(max_size=120))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=12)))
    spans = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    edits = [Edit(span, draw(st.text(max_size=9))) for span in spans]
    order = draw(st.permutations(edits))
    size = draw(st.integers(1, 2))
    return text, [Repair(tuple(order[i : i + size]), "a source") for i in range(0, len(order), size)]


@given(texts_and_repairs())
def test_repairs_apart_are_all_made_and_leave_all_else_as_it_was(case: tuple[str, list[Repair]]) -> None:
    text, repairs = case
    applied = apply_repairs(text, repairs)
    assert applied.done == tuple(range(len(repairs)))
    edits = sorted((edit for one in repairs for edit in one.edits), key=lambda edit: edit.span)
    before, after = 0, 0
    for edit in edits:
        kept = text[before : edit.span.start]
        assert applied.text[after : after + len(kept)] == kept
        after += len(kept)
        assert applied.text[after : after + len(edit.text)] == edit.text
        after += len(edit.text)
        before = edit.span.end
    assert applied.text[after:] == text[before:]


@given(texts_and_repairs(), st.data())
def test_words_outside_the_repairs_are_found_again_where_they_moved_to(
    case: tuple[str, list[Repair]], data: st.DataObject
) -> None:
    text, repairs = case
    applied = apply_repairs(text, repairs)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    touched = any(e.span.start <= end and start <= e.span.end for e in applied.edits)
    if not touched:
        moved = applied.moved(Span(start, end))
        assert applied.text[moved.start : moved.end] == text[start:end]


@pytest.mark.parametrize("second", [(1, 3), (0, 2), (2, 2), (0, 4)])
def test_of_two_repairs_that_touch_the_first_is_made(second: tuple[int, int]) -> None:
    applied = apply_repairs("abcd", [repair(1, 3, "X"), repair(*second, "Y")])
    assert (applied.text, applied.done, applied.left) == ("aXd", (0,), (1,))


def test_the_same_edit_twice_is_made_once() -> None:
    applied = apply_repairs("para. 5", [repair(6, 7, "6"), repair(6, 7, "6")])
    assert (applied.text, applied.done) == ("para. 6", (0, 1))


def test_a_repair_is_made_whole_or_not_at_all() -> None:
    two = Repair((Edit(Span(0, 1), "X"), Edit(Span(3, 4), "Y")), "a source")
    assert apply_repairs("abcd", [repair(3, 4, "Z"), two]).text == "abcZ"


def test_an_edit_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        apply_repairs("abc", [repair(2, 9, "")])
