"""A word of the field that is misspelled: listed in data/field_terms.csv, or one slip from data/field_words.csv."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources

from rapidfuzz.distance import OSA

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case, inside
from onrecord.letters.check.repairing import replaced
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.told import tell

# Shorter words have neighbours that are words too.
_LONG = re.compile(r"(?<![\w-])[^\W\d_]{7,}(?![\w-])")
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
            tell("“%(words)s” is misspelled.", words=found.group()),
            suggestion=right,
            repair=replaced(span, right, tell("the list of terms of the field")),
        )
    for found in _LONG.finditer(text):
        right = _slip_of(found.group().lower())
        if right and found.group().lower() not in _terms() and not inside(found.start(), shut):
            as_printed = right.capitalize() if found.group()[0].isupper() else right
            span = Span(*found.span())
            yield Said(
                span,
                tell("“%(words)s” is misspelled.", words=found.group()),
                suggestion=as_printed,
                repair=replaced(span, as_printed, tell("the list of words of the field")),
            )


@cache
def _words() -> tuple[str, ...]:
    file = resources.files("onrecord.letters.check") / "data" / "field_words.csv"
    return tuple(file.read_text(encoding="utf-8").split()[1:])


@lru_cache(maxsize=8192)
def _slip_of(word: str) -> str:
    """The word of the field that is one letter away (lost, doubled, exchanged, another), its plural and kin aside."""
    for right in _words():
        plain = word[:-1] if word.endswith("s") and not right.endswith("s") else word
        kin = plain.startswith(right) or right.startswith(plain) or plain[0] != right[0]
        if not kin and abs(len(plain) - len(right)) <= 1 and OSA.distance(plain, right) == 1:
            return right + word[len(plain) :]
    return ""


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
