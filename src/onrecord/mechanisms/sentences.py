"""Where sentences stand in a paragraph of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

SENTENCE_END = re.compile(
    r"(?<![ .(][A-Z])(?<!\b(?:No|Mr|Ms|Dr|St|cf))(?<!\b(?:Mrs|Nos|art|vol|Gen))(?<!\bpara)(?<!\bparas)"
    r"(?<!\be\.g)(?<!\bi\.e)[.?!][”\"’)]?\d{0,2}(?=\s+[(“\"‘]?[A-ZÀ-Þ]|\s*$)"
)
"""Where a sentence ends: ". While". Not: "Mr. Paljor Norbu", "e.g. Ms. Tashi Tao", "No. 100"."""


class Sentence(NamedTuple):
    """text[start:end] is the sentence with its full stop."""

    start: int
    end: int


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of `text` in order; what follows the last full stop is one more."""
    start = 0
    for found in SENTENCE_END.finditer(text):
        yield Sentence(start, found.end())
        start = found.end()
        while start < len(text) and text[start].isspace():
            start += 1
    if start < len(text):
        yield Sentence(start, len(text))
