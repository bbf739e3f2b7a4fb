"""Real paragraphs and tables, as the formats hold them that know what a paragraph is."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass, field

from onrecord.documents.lines import MARK_CLOSE, MARK_OPEN
from onrecord.documents.model import MergedCells, NoteCall, Problem
from onrecord.told import Told, tell

MAX_TEXT = 20_000_000
"""More characters than this in one document is no document that somebody wrote."""

MAX_TABLE_NESTING = 12
"""How many tables may stand inside one another."""

MAX_COLUMNS = 1_000
"""How many columns a table may have; merged cells can claim any number."""

_SPACES = re.compile(r"[ \t\r\n\f\v\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\u00ad\u200b\u2060\ufeff\ue000-\ue005]")
_CALL = re.compile(rf" ?{MARK_OPEN}(\d+){MARK_CLOSE}")


@dataclass(slots=True)
class Passage:
    """One paragraph of a file: its text, with the notes it calls marked by `call`.

    `label` is the number or bullet that the program shows before it ("12.", "(a)", "•"), "" where none.
    `level` is the level of a heading, 0 for text. `list_key` tells lists apart: paragraphs of one list and
    level share it. `contents` says that it is a line of a table of contents.
    """

    text: str
    label: str = ""
    level: int = 0
    bold: bool = False
    contents: bool = False
    list_key: Hashable = None


@dataclass(slots=True)
class Grid:
    """A table of a file, its cells as text; `nested` where it stands in a cell of the table before."""

    rows: list[list[str]]
    merged: list[MergedCells] = field(default_factory=list)
    nested: bool = False


@dataclass(slots=True)
class Flow:
    """All that a file holds, in its order; `notes` are (mark as printed, text), called by their place here.

    `running` are the lines of its headers, which may hold the symbol.
    """

    parts: list[Passage | Grid] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    running: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def call(note: int) -> str:
    """What stands in a passage's text where it calls the note at this place in `Flow.notes`."""
    return f"{MARK_OPEN}{note}{MARK_CLOSE}"


def seen(text: str) -> str:
    """A file's characters without those that are not printed, soft hyphens among them."""
    return _UNSEEN.sub("", text) if not text.isascii() or not text.isprintable() else text


def spaced(text: str) -> str:
    """Text with every run of spaces, tabs and line breaks as one space."""
    return _SPACES.sub(" ", text).strip()


def without_calls(text: str) -> str:
    """Text without the places where it calls notes."""
    return _CALL.sub("", text).strip() if MARK_OPEN in text else text


def calls_apart(text: str, notes: list[tuple[str, str]]) -> tuple[str, tuple[tuple[int, NoteCall], ...]]:
    """(the text without its calls, each call as (the note's place, its mark and where it stood))."""
    if MARK_OPEN not in text:
        return text, ()
    pieces: list[str] = []
    found: list[tuple[int, tuple[str, int]]] = []
    done = length = 0
    for match in _CALL.finditer(text):
        pieces.append(text[done : match.start()])
        length += match.start() - done
        done = match.end()
        note = int(match[1])
        if note < len(notes):
            found.append((note, (notes[note][0], length)))
    pieces.append(text[done:])
    plain = "".join(pieces)
    before = len(plain) - len(plain.lstrip())
    plain = plain.strip()
    moved = ((note, NoteCall(mark, min(max(0, start - before), len(plain)))) for note, (mark, start) in found)
    return plain, tuple(moved)


class Tally:
    """Counts what was read with a doubt, to be told once for the whole document."""

    def __init__(self) -> None:
        self._counts: dict[Told, int] = {}

    def add(self, message: Told) -> None:
        """Count one more of this; `message` has `%(n)s` where the number goes."""
        self._counts[message] = self._counts.get(message, 0) + 1

    def problems(self) -> list[Problem]:
        """One problem for each kind, in the order in which they were first met."""
        return [Problem(tell(message, n=count)) for message, count in self._counts.items()]
