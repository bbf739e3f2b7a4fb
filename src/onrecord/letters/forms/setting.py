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
_SIZE_CHANGE = 0.08
_ENDS = re.compile(r"[.!?。:;][”\"’»)\]]*\d{0,3}$")
_BROKEN = (LINE_END_HYPHEN, "\u00ad")
_MARKS = re.compile(f"[{MARK_OPEN}{MARK_CLOSE}]")


class Setting(NamedTuple):
    """A letter's type size, the distance from line to line, and its margins, in points."""

    size: float
    pitch: float
    left: float
    right: float

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
        right = edges[int(0.98 * (len(edges) - 1))] if edges else 0.0
        starts = Counter(round(line.x0) for line in body)
        left = float(starts.most_common(1)[0][0]) if starts else 0.0
        return cls(size, pitch, left, right)


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
    if abs(before.height - line.height) > _SIZE_CHANGE * setting.size or _has_room(before, line, setting):
        return True
    if before.page == line.page:
        gap = before.y0 - line.y0
        if gap > _WIDE_GAP * setting.pitch or gap < -setting.pitch:
            return True
    if LABEL.match(line.text) and _begins_item(paragraph, line):
        return True
    return _is_indented(paragraph, line)


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


def _is_indented(paragraph: Sequence[Line], line: Line) -> bool:
    """Whether a line stands further right than the paragraph's lines do, and the line before was ended."""
    if len(paragraph) < 2 or LABEL.match(paragraph[0].text):
        return False
    edge = min(inner.x0 for inner in paragraph[1:])
    return line.x0 > edge + _INDENT and bool(_ENDS.search(_MARKS.sub("", paragraph[-1].text)))
