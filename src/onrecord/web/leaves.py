"""Tables of any length in pages of bounded weight: rows are laid on a page until it is full."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from onrecord.letters.bilingual.side_by_side import Row as RowOfTwo
from onrecord.letters.compose.built import Run
from onrecord.letters.two_versions import Row as RowOfVersions
from onrecord.web.letter_parts import weight_of

ROOM = 150_000
"""Bytes for the rows of a page; with the page around them they stay under 200,000."""
_ROW, _DUE, _DIFFERENCE, _STRETCH = 420, 420, 780, 60
_WORDS_TOLD = 160
T = TypeVar("T")


class Leaf(NamedTuple):
    """A page of a table: its place among all (from 1, of `many`)."""

    number: int
    many: int


def leaves(rows: Sequence[T], weigh: Callable[[T], int], room: int = ROOM) -> list[list[T]]:
    """The rows in pages that fit in the room, in order; a row that is heavier than the room has its own."""
    made: list[list[T]] = [[]]
    used = 0
    for row in rows:
        weight = weigh(row)
        if made[-1] and used + weight > room:
            made.append([])
            used = 0
        made[-1].append(row)
        used += weight
    return made


def of_two(row: RowOfTwo) -> int:
    """What a row of the English and the Korean text weighs, with all that is told of it."""
    weight = _ROW + _DUE * row.is_due
    for block in (row.english, row.korean):
        weight += sum(weight_of(one.text) for one in block.inlines if isinstance(one, Run)) if block else 0
    for _, one in row.differences:
        words = weight_of(one.english[:_WORDS_TOLD] + one.korean[:_WORDS_TOLD])
        # A side that fails is told in the list alone, any other difference in its row as well.
        weight += words if one.kind == "missing_block" else _DIFFERENCE + 2 * words
    return weight


def of_versions(row: RowOfVersions) -> int:
    """What a row of two versions weighs; the paragraphs that did not change are shown once."""
    sides = (row.new,) if row.kind == "same" else (row.old, row.new)
    told = sum(_STRETCH + weight_of(one.words) for side in sides for one in side)
    return _ROW + told + (_STRETCH * row.paragraphs if row.kind == "same" else 0)
