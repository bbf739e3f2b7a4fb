"""What a document is once it is read: numbered paragraphs and notes, each with its place on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle on a page: page from 1; points from the page's lower left corner, as PDF counts."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


class LineSpan(NamedTuple):
    """Where a printed line stands: its first character in `Paragraph.text`, and its box."""

    start: int
    box: Box


@dataclass(frozen=True, slots=True)
class NoteCall:
    """A mark in a paragraph that calls a note: `start` is where it stood in `Paragraph.text`.

    The mark itself is not part of the paragraph's text.
    """

    mark: str
    start: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as printed.

    `number` is the printed number without its closing full stop ("27", "186.241"), or None.
    `parent` is the number of the paragraph whose numbered list this stands in: an item "1" under
    paragraph 114 has number "1" and parent "114"; "186.241" has number "186.241" and parent "186".
    `text` has its lines joined, hyphens at line ends mended, running heads and note marks removed;
    the number is not part of it. `zone` is "contents", "body", "annex" or "table" (a row of one).
    `as_numbered` is the number as printed where that is a misprint. `printed` is the whole passage with
    the notes that stand at a page's foot inside it, in the order of the page; "" where there are none.
    """

    number: str | None
    text: str
    page: int
    parent: str | None = None
    heading: str = ""
    headings: tuple[str, ...] = ()
    zone: str = "body"
    lines: tuple[LineSpan, ...] = ()
    note_calls: tuple[NoteCall, ...] = ()
    as_numbered: str = ""
    printed: str = ""

    @property
    def pinpoint(self) -> str:
        """How the paragraph is cited: "27", "186.241", and "114.1" for item 1 under paragraph 114."""
        if self.number is None:
            return ""
        if self.parent is None or self.number.startswith(f"{self.parent}."):
            return self.number
        return f"{self.parent}.{self.number}"

    def place(self, start: int, end: int) -> tuple[Box, ...]:
        """The boxes of the printed lines that hold text[start:end], in order."""
        starts = [line.start for line in self.lines] + [len(self.text) + 1]
        return tuple(
            line.box
            for line, after in zip(self.lines, starts[1:], strict=True)
            if line.start < max(end, start + 1) and after > start
        )

    def page_at(self, offset: int) -> int:
        """The page on which the character at `offset` is printed."""
        page = self.page
        for line in self.lines:
            if line.start > offset:
                break
            page = line.box.page
        return page


@dataclass(frozen=True, slots=True)
class Note:
    """A note at a page's foot or the document's end: `mark` as printed ("12", "***"), and what calls it.

    `called_at` is the pinpoint of the paragraph that calls it, or None where no mark was found in one;
    then `heading` is the heading that calls it, or "": the note's place is its page alone.
    """

    mark: str
    text: str
    page: int
    called_at: str | None = None
    lines: tuple[LineSpan, ...] = ()
    heading: str = ""


class MergedCells(NamedTuple):
    """Cells of a table that are one: the place of the first (from 0), and how many rows and columns."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a grid: every row has as many cells as the widest; a line feed parts a cell's paragraphs.

    Cells that are merged have their text in the first of them and "" in the others; `merged` says which.
    `heading` is the heading it stands under, or a spreadsheet's sheet name. `at` says where it stands:
    after so many of the document's `paragraphs`. `page` is None in formats that have no pages. A table
    inside a cell has its text in that cell, and follows as a table of its own with `nested` set. `rows` is a
    tuple; where a table has thousands of rows, they are packed (see packed.py).
    """

    rows: Sequence[tuple[str, ...]]
    heading: str = ""
    page: int | None = None
    at: int = 0
    merged: tuple[MergedCells, ...] = ()
    nested: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a document that could not be read, or was read with a doubt."""

    message: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read.

    `sha256` is the hash of the file's bytes; `format` is "pdf", "pdf-recognised" (a scan, read by a
    machine), "text", "docx", "doc", "rtf", "html", "xlsx" or "csv"; only the first two have pages, in
    the others everything is on page 1 and boxes are zeros. `front` holds the lines of the title page as
    printed. `symbol` is the canonical symbol printed in the masthead, or "". The rows of tables stand
    among the paragraphs too (zone "table"), except in "xlsx" and "csv", which are tables alone. `saved` is
    the day (ISO 8601) on which the file was last saved, by its own account, or "": no date of the document.
    """

    name: str
    sha256: str
    format: str
    pages: int
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...] = ()
    front: tuple[str, ...] = ()
    symbol: str = ""
    reissued: bool = False
    title: str = ""
    date: str = ""
    language: str = "en"
    problems: tuple[Problem, ...] = field(default=())
    tables: tuple[Table, ...] = ()
    saved: str = ""
    _places: dict[str, Paragraph] = field(default_factory=dict, init=False, repr=False, compare=False)

    def paragraph(self, pinpoint: str) -> Paragraph | None:
        """The first paragraph of the body with this pinpoint ("186.241", "114.1"), or None."""
        if not self._places and self.paragraphs:
            for zone in ("body", "annex"):
                for found in self.paragraphs:
                    if found.zone == zone:
                        self._places.setdefault(found.pinpoint, found)
        return self._places.get(pinpoint)

    def notes_of(self, pinpoint: str) -> tuple[Note, ...]:
        """The notes that the paragraph with this pinpoint calls."""
        return tuple(note for note in self.notes if note.called_at == pinpoint)
