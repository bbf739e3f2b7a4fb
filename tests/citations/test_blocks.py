"""Words set apart are quotations, where a note names their source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.citations.blocks import find_blocks
from onrecord.citations.model import Span
from onrecord.citations.passages import find_passages

LONG = "Protect all refugees who come from the north in accordance with the law"


def blocks(text: str) -> list[str]:
    """The words of the blocks, where "¹" calls a note."""
    markers = [Span(at, at + 1) for at, char in enumerate(text) if char == "¹"]
    return [one.text for one in find_blocks(text, find_passages(text), markers)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru asked:\n\n    Protect all refugees at once.¹\n\nWe agree.", ["Protect all refugees at once"]),
        (f"Peru asked:\n\n> {LONG}\n> at once¹\n\nWe agree.", [f"{LONG}\nat once"]),
        ("Peru asked:\n\n    “Protect all refugees at once.”¹", []),
        ("Signed by:\n\n    Kim Min and Park Jun of Seoul", []),
        ("Peru asked.\n\n    Protect all refugees at once.¹", []),
        ("Peru asked:\n\n    1. Protect all refugees at once.¹", []),
    ],
)
def test_words_set_apart_with_a_note_are_a_quotation(text: str, expected: list[str]) -> None:
    assert blocks(text) == expected


@given(st.text(alphabet="ab >\n:¹.“”", max_size=80))
def test_every_block_lies_within_the_text(text: str) -> None:
    markers = [Span(at, at + 1) for at, char in enumerate(text) if char == "¹"]
    for one in find_blocks(text, find_passages(text), markers):
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert one.text.replace(" ", "").replace(">", "") in text.replace(" ", "").replace(">", "")
