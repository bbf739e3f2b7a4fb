"""Lists of recommendations' numbers as States write them: "115.1-115.5", "122.14– 15 and 122.16"."""

from __future__ import annotations

import re
from typing import NamedTuple

LONGEST_RANGE = 400
"""Numbers in a range; the longest list of one review that was seen holds 428."""

_DOTTED = r"\d{1,3}\.\d{1,3}"
_NUMBER = rf"(?:{_DOTTED}|\d{{1,3}})(?![\d/])(?!\.\d)"
_TOKEN = re.compile(
    rf"(?P<low>{_NUMBER})"
    rf"(?:\s*\.?\s*(?:-|\u2010|\u2011|–|—|\bto\b|\bthrough\b|\bau\b|\bà\b|\ba\b|\bal\b)\s*(?P<high>{_NUMBER}))?"
)
"""One number or range. Not: "9.4/100", "2019", "7.2.1"."""

_BETWEEN = re.compile(
    r"\s*(?:\((?!\s*\d)[^()\d]{1,80}\)|\([ivx]+\)|\([a-z]\)|\*)?"
    r"(?:\s*(?:[,;&/.]|\band\b|\bas well as\b|\bet\b|\by\b|\be\b|\bor\b|\balso\b))+\s*"
    r"(?:(?:Nos?|Recs?|nos?|recs?)\.\s*|[Rr]ecommendations?\s+|(?:parts? of)\s+)?"
)
"""What may stand between two numbers, the State of the first in brackets included: "105.1 (Spain), 105.2"."""

_NO_NUMBER = re.compile(
    r"\s*(?:%|per\s?cent|percent|(?:years?|months?|weeks?|days?|million|billion|times|persons?|people|"
    r"recommendations?|recommandations|recomendaciones|States|articles?)\b|°)",
    re.IGNORECASE,
)
"""What follows a figure that is no recommendation's number: "5 per cent", "58 recommendations"."""


class NumberList(NamedTuple):
    """text[start:end] names these recommendations, ranges expanded, in order, each once."""

    start: int
    end: int
    numbers: tuple[str, ...]


def numbers_at(text: str, at: int, *, plain: bool) -> NumberList | None:
    """The list of numbers that begins at `at`, or None.

    `plain` lets it begin with a number without a dot ("Recommendations 1-5, 14"); after a dotted one plain
    numbers go on under its paragraph ("105.1, 3 and 7").
    """
    found: list[str] = []
    begin = end = at
    while token := _TOKEN.match(text, at):
        if _NO_NUMBER.match(text, token.end()) or (not found and not plain and "." not in token["low"]):
            break
        numbers = _range(_full(token["low"], found), token["high"])
        if numbers is None or _falls_back(token["low"], numbers, found):
            break
        found.extend(number for number in numbers if number not in found)
        end = token.end()
        between = _BETWEEN.match(text, end)
        if between is None:
            break
        at = between.end()
    return NumberList(begin, end, tuple(found)) if found else None


def _full(written: str, before: list[str]) -> str:
    """A number without its paragraph goes on under that of the number before it."""
    if "." in written or not before or "." not in before[-1]:
        return written
    return f"{before[-1].split('.')[0]}.{written}"


def _falls_back(written: str, numbers: tuple[str, ...], before: list[str]) -> bool:
    """Whether a bare number after dotted ones is none of their list: it does not go on upwards."""
    if "." in written or not before or "." not in before[-1]:
        return False
    return int(numbers[0].split(".")[1]) <= int(before[-1].split(".")[1])


def _range(low: str, high: str | None) -> tuple[str, ...] | None:
    """Each number from `low` to `high`; None where that is no range."""
    if high is None:
        return (low,)
    head, _, first = low.rpartition(".")
    other, _, last = high.rpartition(".")
    if (other and other != head) or not 0 < int(last) - int(first) <= LONGEST_RANGE:
        return (low, high) if other and head else None
    return tuple(f"{head}.{n}" if head else str(n) for n in range(int(first), int(last) + 1))
