"""Printed lines: what the readers of each file format hand on."""

from __future__ import annotations

from typing import NamedTuple

MARK_OPEN, MARK_CLOSE = "\ue000", "\ue001"
"""Private characters that stand around a raised note mark until the notes are known."""

LINE_END_HYPHEN = "\ufffe"
"""What PDFium gives for a hyphen at the end of a printed line, whether or not it belongs to the word."""


class Line(NamedTuple):
    """One printed line: its text, its page (from 1), its box in points, and the height of its letters.

    Lines of plain text files have a box of zeros and height 0.
    """

    text: str
    page: int
    x0: float = 0.0
    y0: float = 0.0
    x1: float = 0.0
    y1: float = 0.0
    height: float = 0.0
    bold: bool = False


class NoteLines(NamedTuple):
    """The lines of one note as printed; `mark` is "" where a note goes on from the page before."""

    mark: str
    lines: tuple[Line, ...]
