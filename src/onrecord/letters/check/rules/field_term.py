"""A word of the field that is misspelled; the list is data/field_terms.csv."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case, inside
from onrecord.letters.check.repairing import replaced
from onrecord.letters.check.rule import WARNING, Rule, Said

_URL = re.compile(r"https?://\S+")


def find(case: Case) -> Iterator[Said]:
    """Each misspelled term outside quotations and links; a quotation keeps its source's spelling."""
    text = case.letter.text
    shut = [*case.marks, *(Span(*found.span()) for found in _URL.finditer(text))]
    for found in _pattern().finditer(text):
        if inside(found.start(), shut):
            continue
        right = _terms()[found.group().lower()]
        if found.group()[0].isupper():
            right = right[0].upper() + right[1:]
        span = Span(*found.span())
        yield Said(
            span,
            f"“{found.group()}” is misspelled.",
            suggestion=right,
            repair=replaced(span, right, "the list of terms of the field"),
        )


@cache
def _terms() -> dict[str, str]:
    file = resources.files("onrecord.letters.check") / "data" / "field_terms.csv"
    rows = csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    return {row["misspelled"].lower(): row["term"] for row in rows}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_terms(), key=lambda word: -len(word))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])", re.IGNORECASE)


RULE = Rule(
    "field_term",
    WARNING,
    "A term of the field that is misspelled.",
    find,
    repairs="the term as the field writes it",
)
