"""How a letter's pages are set, and by that where its paragraphs begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.documents.lines import LINE_END_HYPHEN, MARK_CLOSE, MARK_OPEN, Line

LABEL = re.compile(
    r"(\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|[가나다라마바사아자차카타파하][.)]|[•●▪‣◦·–])[ \t\u00a0]+(?=\S)"
)
"""The number or bullet of a list's item at a line's start: "1. ", "(a) ", "가. ", "• "."""

_WIDE_GAP = 1.3
_SPARE = 1.2
_INDENT = 8.0
_SAME_EDGE = 3.0
_FIRST_LINES = 5
_SIZE_CHANGE = 0.08
_ENDS = re.compile(r"[.!?。:;][”\"’»)\]]*\d{0,3}$")
_BROKEN = (LINE_END_HYPHEN, "\u00ad")
_MARKS = re.compile(f"[{MARK_OPEN}{MARK_CLOSE}]")


class Setting(NamedTuple):
    """A letter's type size, the distance from line to line, its margins, and its indent, in points."""

    size: float
    pitch: float
    left: float
    right: float
    indent: float = 0.0

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Setting:
        """The setting of most of the letter's words."""
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[round(line.height, 1)] += len(line.text)
        size = sizes.most_common(1)[0][0] if sizes else 12.0
        body = [line for line in lines if abs(line.height - size) <= _SIZE_CHANGE * size]
        gaps = Counter(
            round(one.y0 - two.y0, 0)
            for one, two in pairwise(body)
            if one.page == two.page and 0.8 * size < one.y0 - two.y0 < 3 * size
        )
        pitch = float(gaps.most_common(1)[0][0]) if gaps else 1.2 * size
        edges = sorted(line.x1 for line in body)
        # A few lines reach beyond the margin, such as addresses that do not break.
        right = edges[len(edges) - 1 - len(edges) // 50] if edges else 0.0
        starts = Counter(round(line.x0) for line in body)
        left = float(starts.most_common(1)[0][0]) if starts else 0.0
        return cls(size, pitch, left, right, _indent(body, left))


def _indent(body: Sequence[Line], left: float) -> float:
    """Where the first lines of paragraphs begin in a letter that indents them, else 0.

    A first line is followed by one at the margin; the lines of an indented quotation are not.
    """
    firsts = Counter(
        round(one.x0)
        for one, two in pairwise(body)
        if one.x0 > left + _INDENT and abs(two.x0 - left) < _SAME_EDGE and not LABEL.match(one.text)
    )
    place, times = firsts.most_common(1)[0] if firsts else (0, 0)
    return float(place) if times >= _FIRST_LINES else 0.0


def paragraphs_of(pages: Sequence[Sequence[Line]], setting: Setting) -> list[list[Line]]:
    """The lines of a letter's body in paragraphs, which may run over a page's end."""
    found: list[list[Line]] = []
    for page in pages:
        for line in page:
            if found and not _begins(found[-1], line, setting):
                found[-1].append(line)
            else:
                found.append([line])
    return found


def _begins(paragraph: Sequence[Line], line: Line, setting: Setting) -> bool:
    """Whether a line begins a paragraph after this one."""
    before = paragraph[-1]
    if line.text.startswith(MARK_OPEN):
        return True
    if before.text.endswith(_BROKEN):
        return False
    return (
        abs(before.height - line.height) > _SIZE_CHANGE * setting.size
        or _has_room(before, line, setting)
        or (before.page == line.page and not 0 <= _over(before, line, setting) <= _WIDE_GAP)
        or (LABEL.match(line.text) is not None and _begins_item(paragraph, line))
        or _is_indented(paragraph, line, setting)
    )


def _over(before: Line, line: Line, setting: Setting) -> float:
    """How far a line stands below the one before, in lines; below 0 where it stands in another column."""
    gap = before.y0 - line.y0
    return max(0.0, gap / setting.pitch) if gap >= -setting.pitch else -1.0


def _has_room(before: Line, line: Line, setting: Setting) -> bool:
    """Whether the line's first word would have fitted on the line before: then that one was ended on purpose.

    Letters differ in width, so that a line which ends no sentence must have left some more.
    """
    text = _MARKS.sub("", line.text)
    word = text.split(" ", 1)[0]
    letters = max(len(_MARKS.sub("", before.text)), 1)
    width = (before.x1 - before.x0) / letters if letters > 10 else 0.5 * setting.size
    spare = 0.0 if _ENDS.search(_MARKS.sub("", before.text)) else _SPARE * setting.size
    return setting.right - before.x1 > 1.05 * width * (len(word) + 1) + spare


def _begins_item(paragraph: Sequence[Line], line: Line) -> bool:
    """Whether a line with a number or bullet begins an item, and no line of the item before."""
    first = paragraph[0]
    if not LABEL.match(first.text):
        return bool(_ENDS.search(_MARKS.sub("", paragraph[-1].text)))
    hanging = [inner.x0 for inner in paragraph[1:]]
    if hanging and min(hanging) > first.x0 + _SAME_EDGE:
        return line.x0 < min(hanging) - _SAME_EDGE
    return bool(_ENDS.search(_MARKS.sub("", paragraph[-1].text))) and abs(line.x0 - first.x0) < _SAME_EDGE


def _is_indented(paragraph: Sequence[Line], line: Line, setting: Setting) -> bool:
    """Whether a line is set in as first lines are, or further than this paragraph's lines after its end."""
    if LABEL.match(paragraph[0].text):
        return False
    if setting.indent and abs(line.x0 - setting.indent) < _SAME_EDGE:
        return True
    if len(paragraph) < 2:
        return False
    edge = min(inner.x0 for inner in paragraph[1:])
    return line.x0 > edge + _INDENT and bool(_ENDS.search(_MARKS.sub("", paragraph[-1].text)))
