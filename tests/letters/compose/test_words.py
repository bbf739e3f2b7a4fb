"""The words that a signature binds to, and what a reader finds printed of them."""

from __future__ import annotations

from onrecord.letters.compose.build import compose
from onrecord.letters.compose.no_record import NoRecord
from onrecord.letters.compose.reading import parse_source
from onrecord.letters.compose.words import built_text, printed_lines, words_alone

SOURCE = """\
---
date: 2026-10-01
title: A letter
addressee:
  - To the Minister
---

## paragraph: a heading

date: some say this stands first.^[A note.]

- one

Q1. Will you?

R1 (optional). Do so.
"""


def test_words_alone_have_no_labels_and_lose_no_word_of_the_letter():
    text = built_text(compose(parse_source(SOURCE), NoRecord()).letter)
    assert "question Q1 1: Will you?" in text
    assert [line for line in words_alone(text).split("\n") if line] == [
        "open letter",
        "A letter",
        "1 October 2026",
        "To the Minister",
        "paragraph: a heading",
        "date: some say this stands first.[1]",
        "one",
        "1. Will you?",
        "1. Do so.",
        "[1] A note.",
    ]


def test_lines_as_printed_name_the_kind_of_the_letter_only_with_its_number():
    text = built_text(compose(parse_source(SOURCE), NoRecord()).letter)
    assert printed_lines(text)[:2] == ["A letter", "1 October 2026"]
    numbered = SOURCE.replace("date:", "number: 2\ndate:", 1)
    text = built_text(compose(parse_source(numbered), NoRecord()).letter)
    assert printed_lines(text)[:2] == ["open letter", "2"]
