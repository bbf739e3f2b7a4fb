"""Text folded for comparison: small letters, no accents, one apostrophe, one space; every place kept."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

APOSTROPHES = "'\u2019\u2018\u201b\u201f\u201a\u02bc\u0060\u00b4\u2032"
HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2212"
SPACES = "\t\n\r\f\v\u00a0\u2002\u2003\u2007\u2009\u202f"


@cache
def _table() -> dict[int, str]:
    table = {ord(c): "'" for c in APOSTROPHES} | {ord(c): " " for c in HYPHENS + SPACES}
    for point in range(0xC0, 0x250):
        base = unicodedata.normalize("NFKD", chr(point))[0]
        if base.isascii():
            table[point] = base
    table[0x131] = "i"
    return table


@cache
def _dropped() -> re.Pattern[str]:
    # U+FFFE and the soft hyphen end a printed line: what follows them belongs to the same word.
    return re.compile(r"[\ufffe\u00ad][ ]*|[\u0300-\u036f\u200b-\u200d\ufeff]+|(?<=[ ])[ ]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back: `origin(i)` is the place in the text before folding."""

    text: str
    places: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def origin(self, index: int) -> int:
        """Where the folded character at `index` stood in the text as written."""
        if not self.places:
            return index
        at = bisect_right(self.places, index)
        return index + (self.shifts[at - 1] if at else 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the text as written of folded characters start to end (end excluded)."""
        return self.origin(start), self.origin(end - 1) + 1


def fold(text: str) -> Folded:
    """Fold `text`; characters that a line break left behind are dropped, and their places remembered."""
    flat = text.translate(_table()).lower()
    if len(flat) != len(text):  # a few capitals (none in the table) have longer small letters
        flat = "".join(c if len(c.lower()) != 1 else c.lower() for c in text.translate(_table()))
    pieces: list[str] = []
    places: list[int] = []
    shifts: list[int] = []
    done = kept = 0
    for gap in _dropped().finditer(flat):
        pieces.append(flat[done : gap.start()])
        kept += gap.start() - done
        done = gap.end()
        places.append(kept)
        shifts.append(done - kept)
    if not places:
        return Folded(flat)
    pieces.append(flat[done:])
    return Folded("".join(pieces), tuple(places), tuple(shifts))


def folded_name(name: str) -> str:
    """The form under which a name is looked up: folded, without "the" and closing stops."""
    text = fold(name).text.strip(" .,;:")
    return text.removeprefix("the ")
