from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.citations.model import Span
from onrecord.citations.passages import find_passages, find_sentences


def sentences(text: str, *shut: Span) -> list[str]:
    return [text[one.start : one.end] for one in find_sentences(text, Span(0, len(text)), shut)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One.\n\nTwo.", 2),
        ("One.\n\u00a0\nTwo.", 2),
        (
            "A line wrapped by hand after seventy characters, as mail programs do,\nand its second line.",
            1,
        ),
        ("  1. One\n  2. Two", 2),
        ("Han\nPark\nKim", 3),
        ("x" * 150 + "\n" + "y" * 150, 2),
        ("", 0),
    ],
)
def test_a_text_falls_into_its_paragraphs(text: str, count: int) -> None:
    assert len(find_passages(text)) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("In the world”.1 According to it, yes.", ["In the world”.1", "According to it, yes."]),
        ("In February 2017.21 Then.", ["In February 2017.21", "Then."]),
        (
            "See recommendations 186.242 and 186.243 of it.",
            ["See recommendations 186.242 and 186.243 of it."],
        ),
        (
            "A POW, a Mr. Kim, and U.S. Committee, para. 5, no. 3.",
            ["A POW, a Mr. Kim, and U.S. Committee, para. 5, no. 3."],
        ),
        ("원칙을 지켰다.1 그러나 아니다.", ["원칙을 지켰다.1", "그러나 아니다."]),
        ("One.[^1] Two.¹ Three. [4] Four", ["One.[^1]", "Two.¹", "Three. [4]", "Four"]),
    ],
)
def test_a_sentence_keeps_the_marker_that_closes_it(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_full_stop_inside_a_quotation_ends_no_sentence() -> None:
    text = "Austria (“It is concerned. What efforts are made?”) and Germany asked.24 Next."
    assert len(sentences(text)) == 4
    assert len(sentences(text, Span(8, 52))) == 2


@given(st.text(alphabet='ab.!? \n”")(1', max_size=80))
def test_sentences_and_paragraphs_lie_in_order_inside_the_text(text: str) -> None:
    for passage in find_passages(text):
        assert text[passage.start : passage.end].strip() == text[passage.start : passage.end] != ""
        last = passage.start
        for one in find_sentences(text, passage):
            assert last <= one.start <= one.end <= passage.end
            last = one.end
