"""The words that a signature binds to, and what a reader finds printed of them."""

from __future__ import annotations

from onrecord.letters.compose.build import compose
from onrecord.letters.compose.no_record import NoRecord
from onrecord.letters.compose.reading import parse_source
from onrecord.letters.compose.words import built_text, words_alone

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
