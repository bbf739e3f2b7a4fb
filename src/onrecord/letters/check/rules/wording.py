"""A wording for which there is a better; the list is data/wordings.csv."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.own_words import found_in, lines, note_spans, places
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.told import tell


def find(case: Case) -> Iterator[Said]:
    """Each wording of the list outside quotations and links, once, with the lines where it stands."""
    where: dict[str, list[Span]] = {}
    for span, found in found_in(_pattern(), case, (*case.letter.paragraphs, *note_spans(case))):
        where.setdefault(" ".join(found.group().lower().split()), []).append(span)
    for written, spans in where.items():
        better, why = _wordings()[written]
        words = case.words(spans[0])
        if words[0].isupper():
            better = better[0].upper() + better[1:]
        yield Said(
            spans[0],
            tell("“%(words)s” (%(lines)s): %(why)s.", words=words, lines=lines(case, spans), why=tell(why)),
            places(tell("here"), spans[1:]),
            better,
        )


@cache
def _wordings() -> dict[str, tuple[str, str]]:
    file = resources.files("onrecord.letters.check") / "data" / "wordings.csv"
    rows = csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    return {row["written"].lower(): (row["better"], row["why"]) for row in rows}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_wordings(), key=len, reverse=True)
    written = "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in longest_first)
    return re.compile(rf"\b(?:{written})\b", re.IGNORECASE)


RULE = Rule("wording", NOTICE, "A wording for which there is a better.", find)
