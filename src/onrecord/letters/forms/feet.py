"""A printed letter's rows, and the notes at the feet of its pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.documents.endnotes import endnotes_apart
from onrecord.documents.lines import MARK_CLOSE, MARK_OPEN, Line
from onrecord.letters.forms.setting import Setting

_RAISED = re.compile(f"{MARK_OPEN}(\\d{{1,3}}){MARK_CLOSE}")
_STARTS = re.compile(
    rf"(?:{MARK_OPEN}(?P<raised>\d{{1,3}}){MARK_CLOSE}[.)]?|\[?(?P<plain>\d{{1,3}})\]?[.)]?(?=[ \t\u00a0]))[ \t\u00a0]*(?=\S)"
)
"""The first line of a note: its number, raised or not, then words."""

_DOTTED = re.compile(r"\d{1,3}[.)]")
_JOINT = re.compile(r"^(?:\d[가-힣]|[가-힣]\d|[A-Za-z)](?:의|은|는|이|가|을|를|에|와|과|로|도)(?:\s|$))")
"""Where scripts meet without a space, however wide the program sets the gap: "15살", "DPRK의"."""

_SAME_ROW = 0.35
_NO_SPACE = 0.2
_OPENING = ("(", "[", "“", "‘", "「", "『", "《")
_CLOSING = (")", "]", "”", "’", "」", "』", "》", ".", ",", ";", ":")
_SMALLER = 0.96
_WIDE_GAP = 1.25
_NOTES_AHEAD = 3


class FootNote(NamedTuple):
    """The lines of a note as printed, without its number."""

    number: str
    lines: list[Line]


class Feet(NamedTuple):
    """A letter's pages without their notes, and the notes."""

    pages: list[list[Line]]
    notes: list[FootNote]


def rows_of(lines: Sequence[Line], size: float) -> list[Line]:
    """The lines of a page with those joined that PDFium parts and that stand on one row."""
    rows: list[Line] = []
    for line in lines:
        before = rows[-1] if rows else None
        if before and _on_one_row(before, line, size):
            text = f"{before.text}{_between(before, line, size)}{line.text}"
            height = before.height if len(before.text) >= len(line.text) else line.height
            rows[-1] = before._replace(text=text, x1=line.x1, y1=max(before.y1, line.y1), height=height)
        else:
            rows.append(line)
    return rows


def _on_one_row(before: Line, line: Line, size: float) -> bool:
    level = abs(before.y0 - line.y0) < _SAME_ROW * size
    return level and before.x1 - 2 <= line.x0 < before.x1 + 4 * size


def _between(before: Line, line: Line, size: float) -> str:
    """The space between two pieces of a row; none beside brackets and marks, where fonts of two scripts meet."""
    close = line.x0 < before.x1 + _NO_SPACE * size or line.text.startswith((MARK_OPEN, *_CLOSING))
    if close or before.text.endswith(_OPENING) or _JOINT.search(f"{before.text[-1:]}{line.text[:3]}"):
        return ""
    return " "


def notes_apart(pages: list[list[Line]], setting: Setting) -> Feet:
    """Set the notes at the foot of each page apart, else those that stand together at the letter's end.

    A foot begins at a line that bears the number of a note called on the page and is printed smaller than
    the letter, or raises its number, or stands below a wider gap than lines have between them.
    """
    body: list[list[Line]] = []
    notes: list[FootNote] = []
    called: set[int] = set()
    for page in pages:
        start = _foot(page, setting, int(notes[-1].number) if notes else 0, called)
        body.append(page[:start])
        _split(page[start:], notes)
    if notes:
        return Feet(body, notes)
    apart = endnotes_apart(pages)
    found = [FootNote(note.mark, list(note.lines)) for note in apart.notes if note.mark.isdecimal()]
    return Feet(apart.pages, found) if len(found) == len(apart.notes) else Feet(pages, [])


def _number(line: Line) -> int:
    found = _STARTS.match(line.text)
    return int(found["raised"] or found["plain"]) if found else 0


def _foot(page: Sequence[Line], setting: Setting, last: int, called: set[int]) -> int:
    """Where the foot of a page begins; its length where it has none. `called` takes the numbers called on it.

    A note that the last line of a page calls may be printed on the next page.
    """
    here: set[int] = set()
    for place, line in enumerate(page):
        due = min((one for one in called if one > last), default=0)
        if due and _number(line) == due and _looks_like_note(page, place, setting, called_here=due in here):
            return _with_rest_of_last(page, place, setting)
        start = _STARTS.match(line.text)
        here.update(int(mark[1]) for mark in _RAISED.finditer(line.text, start.end() if start else 0))
        called |= here
    return _with_rest_of_last(page, len(page), setting) if last else len(page)


def _looks_like_note(page: Sequence[Line], place: int, setting: Setting, *, called_here: bool) -> bool:
    """Whether a line with the number that is due begins a note; "1. " below a gap may begin a list."""
    line = page[place]
    if line.text.startswith(MARK_OPEN) or line.height < _SMALLER * setting.size:
        return True
    wide = place > 0 and page[place - 1].y0 - line.y0 > _WIDE_GAP * setting.pitch
    return wide and called_here and not _DOTTED.match(line.text)


def _with_rest_of_last(page: Sequence[Line], place: int, setting: Setting) -> int:
    """The foot with the lines above its first note that go on from the page before: they are small too."""
    start = place
    while start > 0 and page[start - 1].height < _SMALLER * setting.size and not _number(page[start - 1]):
        start -= 1
    whole_page = start == 0 and place == len(page)
    return place if whole_page else start


def _split(lines: Sequence[Line], notes: list[FootNote]) -> None:
    for line in lines:
        number = _number(line)
        last = int(notes[-1].number) if notes else 0
        if last < number <= last + (_NOTES_AHEAD if notes else 400):
            found = _STARTS.match(line.text)
            notes.append(
                FootNote(str(number), [line._replace(text=line.text[found.end() if found else 0 :])])
            )
        elif notes:
            notes[-1].lines.append(line)
