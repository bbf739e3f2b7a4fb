"""A mandate holder's name otherwise than the United Nations write it; the list is data/mandate_holders.csv."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib import resources

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.own_words import without_links
from onrecord.letters.check.repairing import of_each
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.letters.model import Edit
from onrecord.told import tell


def find(case: Case) -> Iterator[Said]:
    """Each such name that lacks its accents, once, with the form of the United Nations."""
    text = without_links(case.letter.text)
    seen: set[str] = set()
    for found in _pattern().finditer(_plain(text)):
        right = _names()[" ".join(found.group().split())]
        written = " ".join(text[found.start() : found.end()].split())
        if unicodedata.normalize("NFC", written) != right and written not in seen:
            seen.add(written)
            yield Said(
                Span(*found.span()),
                tell(
                    "“%(written)s” is written %(right)s by the United Nations.", written=written, right=right
                ),
                suggestion=right,
                repair=of_each(
                    (Edit(Span(*one.span()), right) for one in re.finditer(_whole(written), text)),
                    tell("the list of mandate holders"),
                ),
            )


def _whole(name: str) -> str:
    """A pattern for the name as written, wherever lines break in it."""
    return rf"(?<!\w){re.escape(name)}(?!\w)".replace(r"\ ", r"\s+")


def _plain(text: str) -> str:
    """The text without accents, character for character, so that offsets stay."""
    return text.translate(_bare_letters())


@cache
def _bare_letters() -> dict[int, str]:
    return _BareLetters()


class _BareLetters(dict[int, str]):
    """For each character that was met, its first one when it is taken apart."""

    def __missing__(self, code: int) -> str:
        self[code] = unicodedata.normalize("NFD", chr(code))[0]
        return self[code]


@cache
def _names() -> dict[str, str]:
    file = resources.files("onrecord.letters.check") / "data" / "mandate_holders.csv"
    rows = csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    return {_plain(row["name"]): row["name"] for row in rows}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_names(), key=len, reverse=True)
    names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)")


RULE = Rule(
    "name_authority",
    NOTICE,
    "A mandate holder's name is not written as by the United Nations.",
    find,
    repairs="the name as the United Nations write it, wherever the letter has it so",
)
