"""Whether a short name ("DPRK COI report", "China UPR report 2013") can mean a source by its full title."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.citations.patterns import YEAR
from onrecord.un.states import find_states

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
# Words that tell no source from another.
EMPTY = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "on",
        "in",
        "for",
        "to",
        "and",
        "its",
        "their",
        "his",
        "her",
        "this",
        "that",
        "same",
        "un",
        "united",
        "nations",
        "report",
        "reports",
        "document",
        "paragraph",
        "para",
        "by",
        "at",
        "from",
        "with",
        "final",
        "full",
        "said",
        "above",
        "first",
        "second",
        "third",
        "fourth",
        "cycle",
    ]
)
SMALL = frozenset(["of", "the", "on", "in", "for", "and", "to", "a", "an"])
CYCLES = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
CYCLE = re.compile(
    r"\b(first|second|third|fourth|[1-4](?:st|nd|rd|th))[\s-]+"
    r"(?:(?:and|to|or)\b|cycles?|UPR|universal|periodic|reviews?)|"
    r"\bcycles?\s+([1-4])\b|제?\s?([1-4])\s?(?:차|주기)",
    re.IGNORECASE,
)


class Named(NamedTuple):
    """A source with all that its full name says: title words, years, and the cycle where it is a review's."""

    title: str
    years: frozenset[str] = frozenset()
    cycle: int | None = None


def could_mean(name: str, source: Named) -> bool | None:
    """Whether every telling word of `name` fits the source; None where the name has no telling word."""
    years = set(YEAR.findall(name))
    cycle = cycle_named(name)
    words = [word for word in WORD.findall(name) if _bare(word) not in EMPTY]
    states = {found.state.code for found in find_states(name)}
    if not words and not years and cycle is None:
        return None
    if years and not years <= source.years | set(YEAR.findall(source.title)):
        return False
    if cycle is not None and source.cycle is not None and cycle != source.cycle:
        return False
    there = {_bare(word) for word in WORD.findall(source.title)}
    titled = WORD.findall(source.title)
    of_states = {found.state.code for found in find_states(source.title)}
    for found in find_states(name):
        covered = {_bare(word) for word in WORD.findall(found.as_written)}
        words = [word for word in words if _bare(word) not in covered or _fits(word, there, titled)]
    return states <= of_states and all(_fits(word, there, titled) for word in words)


def cycle_named(words: str) -> int | None:
    """The cycle that the words name ("second cycle", "China's 3rd UPR", "제2차"), or None for none or two."""
    found = cycles_named(words)
    return next(iter(found)) if len(found) == 1 else None


def cycles_named(words: str) -> frozenset[int]:
    """Every cycle that the words name."""
    return frozenset(
        CYCLES[match[1].lower()] if match[1] else int(match[2] or match[3]) for match in CYCLE.finditer(words)
    )


def _bare(word: str) -> str:
    return re.sub(r"[’']s?$", "", word.lower())


def _fits(word: str, there: set[str], titled: list[str]) -> bool:
    """Whether a word stands in the title, in singular or plural, or is the initials of words there."""
    bare = _bare(word)
    if bare in there or f"{bare}s" in there or bare.rstrip("s") in there:
        return True
    return word.isupper() and len(word) > 1 and _are_initials(word, titled)


def _are_initials(acronym: str, titled: list[str]) -> bool:
    """Such as "COI" of "commission of inquiry"; "of", "the" and the like may lack their letter."""
    return any(_initials_from(acronym, titled, start) for start in range(len(titled)))


def _initials_from(acronym: str, titled: list[str], start: int) -> bool:
    at = start
    for index, letter in enumerate(acronym):
        while index and at < len(titled) and titled[at][0].upper() != letter and titled[at].lower() in SMALL:
            at += 1
        if at >= len(titled) or titled[at][0].upper() != letter:
            return False
        at += 1
    return True
