"""A long letter in parts, each of which makes a page of bounded weight: a stretch of its words and what is found there.

A letter of some ten pages is one part. What is weighed is the bytes that a page needs for words and markup; no
word is left out, and each finding stands in one part alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from markupsafe import escape

from onrecord.letters.model import Finding
from onrecord.record.decisions import Decision
from onrecord.web.language import Language
from onrecord.web.pages import visible

ROOM = 175_000
"""Bytes for the words of a part and its findings; with the page around them they stay under 200,000."""
LEAST = 40_000
LONGEST_WORDS, LONGEST_EXCERPT, MOST_EVIDENCE = 1500, 160, 12
"""How much of a source's paragraph, of the letter's own words, and of the evidence a finding shows in the list."""
_LINE, _FINDING, _EVIDENCE, _STRETCH, _REPAIR, _DECIDED = 52, 580, 150, 48, 150, 320
_UNIT = 4_000
_EVEN = 1.1
_UNITS = re.compile(
    rf"""
    [^\n]{{1,{_UNIT}}} (?: \n{{1,{_UNIT}}} | (?<=[^\S\n]) | $ )  # a line, or as much of it as ends behind a space
    | [^\n]{{{_UNIT}}}    # a line without a space
    | \n{{1,{_UNIT}}}
    """,
    re.VERBOSE,
)


class Part(NamedTuple):
    """A stretch of the letter, `start` to `end` in its text, and the numbers of the findings told beside it."""

    start: int
    end: int
    numbers: frozenset[int]


class Weighed(NamedTuple):
    """A finding that has to find room: its number, where it begins, and its weight in bytes."""

    number: int
    start: int
    weight: int


def parts(text: str, findings: Iterable[Weighed], room: int = ROOM) -> list[Part]:
    """The letter in parts of like weight that each fit in the room; they hold each finding once.

    Words that have more findings than fit in the room come once more in the next part, with those left over.
    """
    in_order = sorted(findings, key=lambda one: (one.start, one.number))
    units = [(start, end, weight_of(text[start:end]) + _LINE) for start, end in _units(text)]
    made = _cut(units, in_order, room)
    if len(made) > 1:
        whole = sum(weight for _, _, weight in units) + sum(one.weight for one in in_order)
        alike = _cut(units, in_order, min(room, int(whole / len(made) * _EVEN)))
        return alike if len(alike) == len(made) else made
    return made


def _cut(units: Sequence[tuple[int, int, int]], in_order: Sequence[Weighed], room: int) -> list[Part]:
    waiting = [*reversed(in_order)]
    made: list[Part] = []
    begins, used, numbers = 0, 0, list[int]()
    last = units[-1][1]
    for start, end, weight in units:
        here = []
        while waiting and (waiting[-1].start < end or end == last):
            here.append(waiting.pop())
        together = weight + sum(one.weight for one in here)
        if used and used + together > room and (together <= room or used + weight > room):
            made.append(Part(begins, start, frozenset(numbers)))
            begins, used, numbers = start, 0, []
        used += weight
        for one in here:
            if numbers and used + one.weight > room:
                made.append(Part(begins, end, frozenset(numbers)))
                begins, used, numbers = start, weight, []
            numbers.append(one.number)
            used += one.weight
    made.append(Part(begins, last, frozenset(numbers)))
    return made


def _units(text: str) -> Iterator[tuple[int, int]]:
    """The text in lines, long ones cut behind a space: (start, end) of each; one of no length for an empty text."""
    if not text:
        yield 0, 0
    for found in _UNITS.finditer(text):
        yield found.span()


def part_at(made: Sequence[Part], text: str, at: str) -> int:
    """The index of the part meant by "p2" (the second part), "f12" (finding 12) or "l47" (line 47); else of the first."""
    kind, number = at[:1], at[1:]
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        return 0
    if kind == "p":
        return max(0, min(int(number), len(made)) - 1)
    if kind == "f":
        return next((index for index, part in enumerate(made) if int(number) in part.numbers), 0)
    if kind == "l":
        offset = _start_of_line(text, int(number))
        return max(0, bisect_right([part.end for part in made[:-1]], offset))
    return 0


def _start_of_line(text: str, line: int) -> int:
    offset = 0
    for _ in range(line - 1):
        offset = text.find("\n", offset) + 1
        if not offset:
            return len(text)
    return offset


def weigh(
    spoken: Language, number: int, finding: Finding, text: str, decision: Decision | None = None
) -> Weighed:
    """How much a finding weighs on a page in this language; with its decision where one was made about it."""
    start = min(finding.span.start, len(text))
    if decision is not None:
        words = (spoken.say(finding.message), decision.reason, decision.who)
        return Weighed(number, start, _DECIDED + sum(map(weight_of, words)))
    weight = _FINDING + weight_of(spoken.say(finding.message)) + weight_of(spoken.say(finding.suggestion))
    if finding.repair:
        weight += _REPAIR + weight_of(spoken.say(finding.repair.why))
    weight += sum(_STRETCH + weight_of(one.words) for one in finding.difference)
    for one in finding.evidence[:MOST_EVIDENCE]:
        weight += _EVIDENCE + weight_of(spoken.say(one.why))
        if one.span:
            weight += weight_of(text[one.span.start : min(one.span.end, one.span.start + LONGEST_EXCERPT)])
        if one.place:
            named = one.place.symbol + one.place.paragraph
            weight += 3 * weight_of(named) + weight_of(one.place.words[:LONGEST_WORDS])
    return Weighed(number, start, weight)


def weight_of(words: str) -> int:
    """The bytes of words on a page: escaped, with nothing hidden in them."""
    return len(escape(visible(words)).encode("utf-8", "replace"))
