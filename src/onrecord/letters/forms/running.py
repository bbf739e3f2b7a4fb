"""Running heads, running feet and page numbers of a printed letter, told by where and how often they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.documents.endnotes import marks_joined
from onrecord.documents.lines import Line

EDGE_LINES = 3
"""How many lines at the top and bottom of a page may be running heads or feet."""

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-–—•|]?\s*(?:(?:page|p\.|쪽|페이지)\s*)?(?P<number>\d{1,4})(?:\s*(?:of|/|중)\s*\d{1,4})?\s*(?:쪽|페이지)?\s*[-–—•|]?",
    re.IGNORECASE,
)
"""A page's number alone on its line: "3", "- 3 -", "Page 3 of 8", "3/8", "3쪽"."""


def without_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without their numbers and without lines that recur at the same height of half of them.

    The page's number aside, a line must say the same at the same height on two pages at least; a letter's own words
    never do.
    """
    joined = marks_joined(pages)
    recurring = _recurring(joined)
    return [
        [
            line
            for place, line in enumerate(page)
            if not _at_edge(page, place) or not (_key(line, number) in recurring or _is_number(line, number))
        ]
        for number, page in enumerate(joined, 1)
    ]


def _key(line: Line, page: int) -> tuple[str, int]:
    """What a line says, its page's number aside, and how high it stands."""

    def counted(found: re.Match[str]) -> str:
        return "#" if len(found[0]) < 5 and abs(int(found[0]) - page) <= 1 else found[0]

    return _DIGITS.sub(counted, line.text.strip()), round(line.y0 / 4)


def _recurring(pages: Sequence[Sequence[Line]]) -> frozenset[tuple[str, int]]:
    counts: Counter[tuple[str, int]] = Counter()
    for number, page in enumerate(pages, 1):
        counts.update({_key(line, number) for place, line in enumerate(page) if _at_edge(page, place)})
    enough = max(2.0, 0.5 * len(pages))
    return frozenset(key for key, count in counts.items() if count >= enough)


def _at_edge(page: Sequence[Line], place: int) -> bool:
    """Whether a line is among the highest or the lowest of its page, wherever it stands in the file."""
    height = page[place].y0
    above = sum(line.y0 > height + 1 for line in page)
    below = sum(line.y0 < height - 1 for line in page)
    return min(above, below) < EDGE_LINES


def _is_number(line: Line, page: int) -> bool:
    """Whether a line is the page's own number, or near it where a cover sheet shifts the count."""
    found = _PAGE_NUMBER.fullmatch(line.text.strip())
    return found is not None and abs(int(found["number"]) - page) <= 1
