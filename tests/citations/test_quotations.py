from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.citations.model import Span
from onrecord.citations.quotations import find_quotations, find_unbalanced
from onrecord.letters.read import read_letter


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It said “one two three”.", ["one two three"]),
        ('It said "one two three".', ["one two three"]),
        ('"One," it said, "two."', ["One,", "two."]),
        ("Il dit «un deux».", ["un deux"]),
        ("Er sagt „eins zwei“.", ["eins zwei"]),
        ("It said ‘one two’ of the States’ reply and China’s.", ["one two"]),
        ("그는 “하나 둘”이라고 ‘셋’을 말했다.", ["하나 둘", "셋"]),
        ("그는 「하나 둘」이라고 했다.", ["하나 둘"]),
        ("It said “one ‘two’ three”.", ["one ‘two’ three", "two"]),
        ("It said “one “two” three”.", ["one “two” three", "two"]),
        ("(“Does China abide?”), (“Why?”)", ["Does China abide?", "Why?"]),
        ("States’ and China’s, 5' high, don't", []),
        ("It said “one „two‟ of China‟s three”.", ["one „two‟ of China‟s three", "two"]),
        ("It said „one two‟.", ["one two"]),
    ],
)
def test_quotations_in_every_kind_of_marks_are_found(text: str, expected: list[str]) -> None:
    found = find_quotations(text)
    assert [one.text for one in found] == expected
    assert all(one.closed for one in found)
    assert find_unbalanced(text) == ()


def test_an_unclosed_quotation_runs_to_the_end_of_its_paragraph_and_says_so() -> None:
    text = "It said “one two three and left.\n\nNext “four five six” paragraph."
    first, second = find_quotations(text)
    assert (first.text, first.closed) == ("one two three and left.", False)
    assert (second.text, second.closed) == ("four five six", True)
    assert [(one.mark, one.start) for one in find_unbalanced(text)] == [("“", 8)]


def test_a_quotation_of_several_paragraphs_lacks_no_mark() -> None:
    text = "“One two three.\n\n“Four five six.”"
    assert [one.goes_on for one in find_quotations(text)] == [True, False]
    assert find_unbalanced(text) == ()


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("One” two", "”"),
        ("One (two", "("),
        ("One] two", "]"),
        ("a) One 1) two; ii) three", ""),
        ("Title\n\na) One\n\nb) Two", ""),
        ("“a “b“ c”", "“"),
    ],
)
def test_marks_without_a_partner_are_told(text: str, marks: str) -> None:
    assert "".join(one.mark for one in find_unbalanced(text)) == marks


def test_one_or_two_words_are_kept_and_flagged_as_short() -> None:
    assert [one.short for one in find_quotations("“refugees sur-place” and “a third such case”")] == [
        True,
        False,
    ]


def test_the_founding_letter_has_thirty_quotations_in_its_body(shared_letter: Path) -> None:
    letter = read_letter(shared_letter)
    found = find_quotations(letter.text, letter.paragraphs)
    assert len(found) == 30
    assert all(one.closed and letter.text[one.span.start : one.span.end] == one.text for one in found)
    lines = [letter.line_of(one.start) for one in find_unbalanced(letter.text)]
    notes = {number: letter.line_of(note.span.start) for note in letter.notes if (number := note.number)}
    assert set(lines) == {notes["8"], notes["16"], notes["20"]}


MIXED = st.lists(
    st.sampled_from(
        ["“", "”", '"', "‘", "’", "«", "»", "„", "(", ")", "[", "]", "a", " ", ".", "\n\n", "word "]
    )
)


@given(st.one_of(st.text(max_size=200), MIXED.map("".join)))
def test_a_quotation_is_what_the_text_says_at_its_span(text: str) -> None:
    for one in find_quotations(text):
        assert text[one.span.start : one.span.end] == one.text
        assert isinstance(one.span, Span)
    for left in find_unbalanced(text):
        assert text[left.start] == left.mark
