"""Printed lines to the document's own text: running heads dropped, notes set apart, words mended."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.documents import patterns
from onrecord.documents.endnotes import endnotes_apart, marks_joined, with_glued_calls
from onrecord.documents.lines import LINE_END_HYPHEN, MARK_OPEN, Line, NoteLines

HEAD_LINES, FOOT_LINES = 4, 3
"""How many lines at the top and bottom of a page may be running heads or page numbers."""


class Pages(NamedTuple):
    """A document's lines, page by page, the notes at the foot of each page, and those at its end."""

    body: list[list[Line]]
    notes: list[list[NoteLines]]
    end: tuple[NoteLines, ...] = ()


def by_page(lines: Sequence[Line], pages: int) -> list[list[Line]]:
    """The lines of each page, in order; pages without lines are empty lists."""
    found: list[list[Line]] = [[] for _ in range(pages)]
    for line in lines:
        found[line.page - 1].append(line)
    return found


def without_running_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """Drop symbols, page numbers and job numbers at the edges of pages, and lines that recur there.

    A line that stands, digits aside, at the edge of at least three pages and of two in five is a
    running head, whatever it says. The first page keeps its masthead.
    """
    pages = marks_joined(pages)
    recurring = _recurring(pages)
    return [
        page
        if number == 0
        else [line for place, line in enumerate(page) if not _is_head(page, place, recurring)]
        for number, page in enumerate(pages)
    ]


def _edges(page: list[Line]) -> list[Line]:
    return page if len(page) <= HEAD_LINES + FOOT_LINES else page[:HEAD_LINES] + page[-FOOT_LINES:]


_DIGITS = re.compile(r"\d+")
_MARKS = frozenset("0123456789*∗†‡" + MARK_OPEN)


def _recurring(pages: list[list[Line]]) -> frozenset[str]:
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_DIGITS.sub("9", line.text) for line in _edges(page) if len(line.text) < 90})
    enough = max(3, 0.4 * len(pages))
    return frozenset(text for text, count in counts.items() if count >= enough)


_NUMBER_BEHIND_DASH = re.compile(r"[-–]\s?(\d{1,4})\s+(?=[\u0600-\u06ff])")


def with_number_first(line: Line) -> Line:
    """A line of Arabic whose number PDF files give behind its dash, "-1 عقد", with the number first: "1- عقد"."""
    found = _NUMBER_BEHIND_DASH.match(line.text)
    return line._replace(text=f"{found[1]}- {line.text[found.end() :]}") if found else line


def _is_head(page: list[Line], place: int, recurring: frozenset[str]) -> bool:
    if HEAD_LINES <= place < len(page) - FOOT_LINES:
        return False
    text = page[place].text
    return patterns.RUNNING_HEAD.fullmatch(text) is not None or _DIGITS.sub("9", text) in recurring


def notes_apart(pages: list[list[Line]], body_height: float) -> Pages:
    """Set the notes at the foot of each page apart from its text.

    Notes are the last lines of a page, from the first one that opens with a note mark and is printed
    smaller than the body or after a wider gap than lines of a paragraph have between them. Notes at the
    document's end stand apart in `end`; in plain text their marks may be glued to words.
    """
    apart = endnotes_apart(pages)
    pages = with_glued_calls(apart.pages, apart.notes) if apart.notes and not body_height else apart.pages
    body: list[list[Line]] = []
    notes: list[list[NoteLines]] = []
    expected = 1
    for printed in pages:
        page = _marks_first(printed, _small_from(printed, body_height), expected)
        start = _notes_start(page, body_height, expected)
        body.append(page[:start])
        found = _split_notes(page[start:])
        notes.append(found)
        numbers = [int(note.mark) for note in found if note.mark.isdigit()]
        expected = max([expected, *[number + 1 for number in numbers]])
    return Pages(body, notes, tuple(apart.notes))


def _notes_start(page: list[Line], body_height: float, expected: int) -> int:
    small = _small_from(page, body_height)
    for place in range(min(small, max(0, len(page) - 45)), len(page)):
        if page[place].text[0] not in _MARKS:
            continue
        found = patterns.NOTE_START.match(page[place].text)
        if found and _opens_notes(page, place, found, small, expected):
            return small if 0 < small <= place else place
    return len(page)


def _opens_notes(page: list[Line], place: int, found: re.Match[str], small: int, expected: int) -> bool:
    mark = found["mark"]
    line = page[place]
    if mark.isdigit() and not expected <= int(mark) <= expected + 20:
        return False
    if place >= small:
        return True
    if place == 0 or line.height == 0:
        return False
    gap = page[place - 1].y0 - line.y0
    wide = gap > 1.25 * _pitch(page) or gap < 0
    return wide and line.y0 < 400 and (not mark.isdigit() or int(mark) == expected) and found["gap"] != ""


def _pitch(page: list[Line]) -> float:
    gaps = sorted(a.y0 - b.y0 for a, b in pairwise(page) if 0 < a.y0 - b.y0 < 60)
    return gaps[len(gaps) // 2] if gaps else 12.0


def _small_from(page: list[Line], body_height: float) -> int:
    """Where the lines begin that are smaller than the body, to the page's end."""
    small = len(page)
    while small > 0 and 0 < page[small - 1].height < 0.96 * body_height:
        small -= 1
    return small


def _marks_first(page: list[Line], small: int, expected: int) -> list[Line]:
    """The page with every note's mark at the head of its own line.

    PDFium gives a raised mark with the line above it, or inside one: "Rome Statute”. 2" before the text of
    note 2. Only a number that the page calls and that comes next is taken for one.
    """
    called = frozenset(call[1] for line in page[:small] for call in patterns.MARKED_CALL.finditer(line.text))
    if not called:
        return page
    found: list[Line] = []
    last = expected - 1
    for line in page[small:]:
        text = line.text
        begins = patterns.NOTE_START.match(text) if text[0] in _MARKS else None
        if begins and begins["mark"].isdigit():
            last = max(last, int(begins["mark"]))
        elif found and (own := _MARK_AT_END.search(found[-1].text)) and _comes_next(own[1], last, called):
            found[-1] = found[-1]._replace(text=found[-1].text[: own.start()])
            text, last = f"{own[1]} {text}", int(own[1])
        while inside := _next_mark_inside(text, last, called):
            found.append(line._replace(text=text[: inside.start()].rstrip()))
            text, last = text[inside.start(1) :], int(inside[1])
        found.append(line._replace(text=text))
    return [*page[:small], *(line for line in found if line.text)]


def _comes_next(mark: str, last: int, called: frozenset[str]) -> bool:
    return mark in called and int(mark) == last + 1


def _next_mark_inside(text: str, last: int, called: frozenset[str]) -> re.Match[str] | None:
    return next((mark for mark in _MARK_INSIDE.finditer(text) if _comes_next(mark[1], last, called)), None)


def _split_notes(lines: list[Line]) -> list[NoteLines]:
    notes: list[NoteLines] = []
    current: list[Line] = []
    mark = ""
    last = 0
    for line in lines:
        found = patterns.NOTE_START.match(line.text) if line.text[0] in _MARKS else None
        if found and _follows(found["mark"], last):
            if current:
                notes.append(NoteLines(mark, tuple(current)))
            mark = found["mark"].replace("∗", "*")
            last = int(mark) if mark.isdigit() else last
            current = [line._replace(text=line.text[found.end() :])]
        else:
            current.append(line)
    if current:
        notes.append(NoteLines(mark, tuple(current)))
    return notes


def _follows(mark: str, last: int) -> bool:
    return not mark.isdigit() or last == 0 or last < int(mark) <= last + 3


class Mender:
    """Joins printed lines into running text and mends the hyphens at their ends.

    UN documents are printed without automatic hyphenation, so a hyphen at a line's end mostly belongs
    to the word ("non-refoulement"); it is dropped where the document itself writes the word closed up,
    and more often so. Soft hyphens (U+00AD) are always dropped.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._text: str | None = None
        self._lines = lines
        self._known: dict[tuple[str, str], bool] = {}

    def joint(self, before: str, after: str) -> tuple[str, str]:
        """(what `before` becomes, what stands between it and `after`)."""
        if before.endswith(LINE_END_HYPHEN):
            return before[:-1], "-" if self._keeps_hyphen(before[:-1], after) else ""
        if before.endswith("\u00ad"):
            return before[:-1], ""
        if before.endswith(("-", "–", "/")) and len(before) > 1 and not before[-2].isspace():
            return before, ""
        return before, " "

    def _keeps_hyphen(self, before: str, after: str) -> bool:
        left, right = _LAST_WORD.search(before), _FIRST_WORD.match(after)
        if left is None or right is None:
            return True
        key = (left[0].lower(), right[0].lower())
        if key not in self._known:
            text = self._whole()
            closed = key[0] + key[1]
            times = len(re.findall(rf"\b{re.escape(closed)}\b", text)) if closed in text else 0
            self._known[key] = times <= text.count(f"{key[0]}-{key[1]}")
        return self._known[key]

    def _whole(self) -> str:
        if self._text is None:
            self._text = "\n".join(line.text for line in self._lines).lower()
        return self._text


_MARK_AT_END = re.compile(r"(?<=[.;,:)”\"’»])\s*(\d{1,3})\s*$")
_MARK_INSIDE = re.compile(r"(?<=[.;)”\"’»])\s+(\d{1,3})\s+(?=[A-Z“\"«])")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
