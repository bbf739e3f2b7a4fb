"""Headings without the marks of the notes that they call."""

from __future__ import annotations

import pytest

from onrecord.documents.assembling import _heading_apart
from onrecord.documents.lines import MARK_CLOSE, MARK_OPEN


def raised(digits: str) -> str:
    return f"{MARK_OPEN}{digits}{MARK_CLOSE}"


@pytest.mark.parametrize(
    ("printed", "words", "calls"),
    [
        ("II. Conclusions and/or recommendations**", "II. Conclusions and/or recommendations", ("**",)),
        ("Conclusions∗∗", "Conclusions", ("**",)),
        ("Conclusions***", "Conclusions***", ()),
        (f"A. Framework{raised('9')}", "A. Framework", ("9",)),
        (f"A. Framework{raised('77')}", "A. Framework", ()),
        (f"Bodies{raised('9')}, 2", "Bodies", ("9", "2")),
        ("International human rights treaties2", "International human rights treaties", ("2",)),
        ("General debate on agenda item 2", "General debate on agenda item 2", ()),
        ("Resolution 65/2", "Resolution 65/2", ()),
        (f"Of the 10{raised('6')} who fled", "Of the 106 who fled", ()),
        ("결론**", "결론", ("**",)),
    ],
)
def test_a_heading_is_its_words_without_the_marks_of_notes(printed, words, calls):
    plain, found = _heading_apart(printed, frozenset({"2", "9", "**"}))
    assert (plain, sorted(found)) == (words, sorted(calls))
