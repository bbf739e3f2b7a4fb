"""Numbers that name a thing rather than count it: laws, articles, sessions of the Council; and numbers misheard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.un.number_words import ordinal_named

# Names with a number: two digits or more, for of one digit there is no other order.
_NAMED = re.compile(
    r"\b(?P<name>law|decree|act|convention|proclamation|article|resolution|directive|ordinance)\s+(?:no\.?\s*)?"
    r"(?P<number>\d{2,4})(?![\d/]|\.\d)",
    re.IGNORECASE,
)
# "articles 6 (1) and 7", "articles 7, 10 and 14": two articles or more in one row.
_ARTICLE = r"\d{1,3}(?:\s?\(\w{1,2}\))*"
_ARTICLES = re.compile(rf"\barticles\s+{_ARTICLE}(?:(?:\s*,\s*|,?\s+and\s+){_ARTICLE})+", re.IGNORECASE)
_ANY_ARTICLES = re.compile(rf"\barticles?\s+{_ARTICLE}(?:(?:\s*,\s*|,?\s+and\s+){_ARTICLE})*", re.IGNORECASE)
_NUMBER_OF_ARTICLE = re.compile(r"(?<![(\d])\d{1,3}(?![\d)])")
# "the seventeenth session of the Council"; in a report also "the Human Rights Council at its seventeenth session".
_ORDINAL = r"(?P<ordinal>[a-z]+(?:-[a-z]+)?|\d{1,3}(?:st|nd|rd|th))\s+session"
_OF_COUNCIL = re.compile(
    rf"\b{_ORDINAL}(?=\s+of\s+the\s+(?:UN\s+)?(?:Human\s+Rights\s+)?Council\b)", re.IGNORECASE
)
_COUNCIL_AT = re.compile(rf"\bHuman\s+Rights\s+Council\s+at\s+its\s+{_ORDINAL}", re.IGNORECASE)
_MISHEARD = range(3, 10)


class NamedSlip(NamedTuple):
    """A number of the letter's words, text[start:end], and what the source has in its stead."""

    start: int
    end: int
    other: str


def named_slips(own: str, source: str, *, of_case: bool) -> Iterator[NamedSlip]:
    """Numbers of things in a sentence's own words for which its source has another: see each form below.

    `of_case` says that the source is a committee's decision on a case, of which every article counts.
    """
    yield from _exchanged(own, source)
    yield from _other_session(own, source)
    if of_case:
        yield from _other_article(own, source)


def misheard(value: int) -> frozenset[int]:
    """The numbers that sound like this one: "eight" is taken for "eighteen" and "eighty", and each for the others."""
    for unit in _MISHEARD:
        alike = frozenset((unit, unit + 10, unit * 10))
        if value in alike:
            return alike - {value}
    return frozenset()


def _exchanged(own: str, source: str) -> Iterator[NamedSlip]:
    """Numbers of laws and the like whose digits the source has in another order: "Convention 196" for 169."""
    held = [(found["name"].casefold(), found["number"]) for found in _NAMED.finditer(source)]
    for found in _NAMED.finditer(own):
        name, number = found["name"].casefold(), found["number"]
        like = [other for kind, other in held if kind == name and sorted(other) == sorted(number)]
        if like and number not in like:
            yield NamedSlip(found.start(), found.end(), like[0])


def _other_session(own: str, source: str) -> Iterator[NamedSlip]:
    """A session of the Council where the source has another one, and only that."""
    held = {
        number: f"{found['ordinal']} session"
        for form in (_OF_COUNCIL, _COUNCIL_AT)
        for found in form.finditer(source)
        if (number := ordinal_named(found["ordinal"]))
    }
    for found in _OF_COUNCIL.finditer(own):
        number = ordinal_named(found["ordinal"])
        if number and len(held) == 1 and number not in held:
            yield NamedSlip(found.start(), found.end(), next(iter(held.values())))


def _other_article(own: str, source: str) -> Iterator[NamedSlip]:
    """A row of articles of which the source has all but one."""
    held = {n for found in _ANY_ARTICLES.finditer(source) for n in _NUMBER_OF_ARTICLE.findall(found.group())}
    for found in _ARTICLES.finditer(own):
        told = list(_NUMBER_OF_ARTICLE.finditer(found.group()))
        strange = [one for one in told if one.group() not in held]
        if len(strange) == 1 and len(told) > 1:
            start = found.start() + strange[0].start()
            others = sorted(held - {one.group() for one in told}, key=int)
            if others:
                yield NamedSlip(start, start + len(strange[0].group()), ", ".join(others))
