"""The numbers that Word shows before the paragraphs of its lists, computed as Word computes them."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass, field

LEVELS = 9
"""How many levels Word's lists have."""

MAX_NUMBER = 32_767
"""Word counts no further."""

_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: `text` is its pattern ("%1.%2."), `restart` the level after which it restarts.

    `restart` counts from 1 as Word's w:lvlRestart does; 0 for never, -1 for after any higher level.
    `legal` prints the numbers of higher levels in digits.
    """

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int = -1
    legal: bool = False


@dataclass(slots=True)
class ListNumbers:
    """Counts through a document; the paragraphs of its lists are to be told in their order."""

    _counts: dict[Hashable, list[int | None]] = field(default_factory=dict)
    _begun: set[Hashable] = field(default_factory=set)

    def label(
        self,
        group: Hashable,
        instance: Hashable,
        levels: dict[int, Level],
        depth: int,
        overrides: dict[int, int],
    ) -> str:
        """The label of the next paragraph of a list.

        Lists of one `group` count on from one another; an `instance` whose level has a start of its own
        in `overrides` begins there at its first paragraph. "" for a level without a label, "•" for any
        bullet.
        """
        depth = min(max(depth, 0), LEVELS - 1)
        level = levels.get(depth, Level())
        counts = self._counts.setdefault(group, [None] * LEVELS)
        if depth in overrides and (instance, depth) not in self._begun:
            counts[depth] = None
        self._begun.add((instance, depth))
        before = counts[depth]
        first = overrides.get(depth, level.start)
        counts[depth] = first if before is None else min(before + 1, MAX_NUMBER)
        _restart_below(counts, depth, levels)
        if level.format == "bullet":
            return "•"
        return _PLACE.sub(lambda place: _printed(int(place[1]) - 1, counts, levels, level), level.text)


def _restart_below(counts: list[int | None], depth: int, levels: dict[int, Level]) -> None:
    for below in range(depth + 1, LEVELS):
        restart = levels.get(below, Level()).restart
        if restart < 0 or depth < restart:
            counts[below] = None


def _printed(place: int, counts: list[int | None], levels: dict[int, Level], printing: Level) -> str:
    level = levels.get(place, Level())
    count = counts[place]
    number = level.start if count is None else count
    if level.format in {"none", "bullet"}:
        return ""
    return formatted(number, "decimal" if printing.legal else level.format)


_SIGNS = {"ganada": "가나다라마바사아자차카타파하", "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"}
"""The signs of lists that count by single signs."""


def formatted(number: int, style: str) -> str:
    """A number as Word prints it in a style of OOXML ("lowerLetter"); digits for a style not known here."""
    if style == "none":
        return ""
    if style in {"lowerLetter", "upperLetter"} and number > 0:
        letters = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 40)
        return letters if style == "lowerLetter" else letters.upper()
    if style in {"lowerRoman", "upperRoman"} and 0 < number < 4000:
        return roman(number) if style == "lowerRoman" else roman(number).upper()
    signs = _SIGNS.get(style, "")
    if 0 < number <= len(signs):
        return signs[number - 1]
    if style == "ordinal":
        return f"{number}{_ordinal_ending(number)}"
    return f"{number:02d}" if style == "decimalZero" else str(number)


def roman(number: int) -> str:
    """A number from 1 to 3,999 in small Roman numerals."""
    pieces = []
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        pieces.append(letters * times)
    return "".join(pieces)


def _ordinal_ending(number: int) -> str:
    if number % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
