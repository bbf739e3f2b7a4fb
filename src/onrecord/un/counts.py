"""Counts as written ("at least 500", "Fifty-five delegations") and the numbers that they allow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from onrecord.told import tell
from onrecord.un import count_patterns as patterns
from onrecord.un.number_words import cardinals, number_named
from onrecord.un.remembering import remembered

YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class CountBounds:
    """What a count as written allows: from `low` to `high`, None where it sets no bound.

    `qualifier` is the word that bends the number ("at least", "nearly"), in small letters, or "". `best` is
    the number itself, also where it sets no bound ("about 50").
    """

    low: int | None
    high: int | None
    qualifier: str
    as_written: str
    best: int | None = None


class FoundCount(NamedTuple):
    """A count in a text: text[start:end] is bounds.as_written."""

    start: int
    end: int
    bounds: CountBounds


@remembered
def find_counts(text: str) -> list[FoundCount]:
    """Every count of persons or things in `text`, in order.

    Not years, dates, durations, shares in per cent, numbers of paragraphs, articles, notes and the like. A
    number without qualifier is a count only where a noun follows.
    """
    found = [one for match in _compiled("COUNT").finditer(text) if (one := _count(text, match))]
    for match in _compiled("VAGUE_COUNT").finditer(text):
        least = patterns.VAGUE[match["vague"].lower()]
        bounds = CountBounds(least, None, match["vague"].lower(), match[0])
        found.append(FoundCount(match.start(), match.end(), bounds))
    return sorted(found)


def contradiction(a: CountBounds, b: CountBounds) -> str:
    """Why two counts of the same thing cannot both be right, in words; "" where they can."""
    for upper, lower in ((a, b), (b, a)):
        if upper.high is not None and lower.low is not None and upper.high < lower.low:
            return tell(
                "“%(upper)s” is at most %(high)s, “%(lower)s” at least %(low)s",
                upper=upper.as_written,
                high=upper.high,
                lower=lower.as_written,
                low=lower.low,
            )
    return ""


def _count(text: str, match: re.Match[str]) -> FoundCount | None:
    qualifier = re.sub(r"\s+", " ", (match["qualifier"] or "").lower())
    first = match["number"] or match["low"]
    start = next(match.start(name) for name in ("qualifier", "between", "number", "low") if match[name])
    if not _is_count(text, match, first, qualifier):
        return None
    written = text[start : match.end()]
    if match["low"]:
        low, high = number_named(match["low"]), number_named(match["high"])
        if low is None or high is None or low >= high:
            return None
        return FoundCount(start, match.end(), CountBounds(low, high, qualifier or "between", written))
    number = number_named(first)
    if number is None:
        return None
    bounds = _bounded(number, "or more" if match["more"] else qualifier, written)
    return FoundCount(start, match.end(), bounds)


def _bounded(number: int, qualifier: str, written: str) -> CountBounds:
    if not qualifier:
        return CountBounds(number, number, "", written, number)
    down, up = (0, None) if qualifier == "or more" else patterns.QUALIFIERS[qualifier]
    low = None if down is None else number + down
    high = None if up is None else number + up
    return CountBounds(low, high, qualifier, written, number)


def _is_count(text: str, match: re.Match[str], first: str, qualifier: str) -> bool:
    before = text[max(0, match.start() - 60) : match.start()]
    after = text[match.end() : match.end() + 16]
    if _compiled("NUMBERED").search(before) or _compiled("DATED").search(before):
        return False
    if qualifier:
        return not _compiled("NOT_BEFORE_TIME").match(after)
    if not _compiled("NOUN_FOLLOWS").match(after) or _compiled("NOT_BEFORE").match(after):
        return False
    if first.isdecimal() and (int(first) in YEARS or _compiled("LINE_START").search(before)):
        return False
    return first.lower() not in ("one", "zero") and not _compiled("AGED").search(before)


@cache
def _compiled(name: str) -> re.Pattern[str]:
    if name != "COUNT":
        return re.compile(getattr(patterns, name), re.IGNORECASE)
    qualifiers = "|".join(re.escape(words) for words in sorted(patterns.QUALIFIERS, key=len, reverse=True))
    pattern = patterns.COUNT.replace("NUMBER_WORD", f"(?:{'|'.join(cardinals())})").replace(
        "QUALIFIER", qualifiers
    )
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)
