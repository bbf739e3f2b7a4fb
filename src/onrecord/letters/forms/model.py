"""A letter's blocks: what every form of file is read into before it becomes a `Letter` or a source."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from onrecord.documents.details import Change, Comment

__all__ = [
    "Block", "BlockKind", "Blocks", "Change", "Comment", "Emphasis", "FormNote", "Link", "NoteCall", "Place",
]  # fmt: skip


class BlockKind(StrEnum):
    """What a block is. CELL is a paragraph in a table's cell, read row by row."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class NoteCall:
    """Where a block calls a note: `start` is where the mark stood in `Block.text`, which does not hold it.

    `number` is the mark as printed ("12", "i", "*"); `note` is the note's place in `Blocks.notes`, or
    None where the letter has no note of that number.
    """

    number: str
    start: int
    note: int | None = None


@dataclass(frozen=True, slots=True)
class Emphasis:
    """text[start:end] is printed in a manner of its own: `kind` is "bold" or "italic"."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """text[start:end] leads to `address` when it is clicked; the text may show the address or hide it."""

    address: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person finds a block in the file.

    Paragraphs with words count from 1 through the file, or on each page those that begin there. `page`
    counts from 1 and is None in forms without pages. `line` is the first line in a plain text,
    else 0.
    """

    paragraph: int
    page: int | None = None
    line: int = 0

    def __str__(self) -> str:
        """In words: "line 14", "page 2, paragraph 14", "paragraph 14"."""
        if self.line:
            return f"line {self.line}"
        page = f"page {self.page}, " if self.page else ""
        return f"{page}paragraph {self.paragraph}"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the letter, in the order in which it is read.

    `text` is without the number before it and without the marks that call notes; a line feed in it is a
    line's break that the author made. `label` is the number or bullet printed before it ("1.", "(a)",
    "가.", "•"), "" where none. `level` is a heading's depth from 1, a list item's from 0, else 0.
    """

    kind: BlockKind
    text: str
    label: str = ""
    level: int = 0
    calls: tuple[NoteCall, ...] = ()
    emphasis: tuple[Emphasis, ...] = ()
    links: tuple[Link, ...] = ()
    place: Place = field(default=Place(0))


@dataclass(frozen=True, slots=True)
class FormNote:
    """A note: its mark as printed and its words. `page` is where it is printed, None without pages."""

    number: str
    text: str
    emphasis: tuple[Emphasis, ...] = ()
    links: tuple[Link, ...] = ()
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Blocks:
    """A letter as it stands in a file.

    `form` is "text", "docx", "doc", "rtf", "html" or "pdf". `notes` stand in the order printed. `changes`
    are tracked changes still pending, read as if they were accepted; `comments` are no part of the letter.
    `problems` say what was read with a doubt or left out, in sentences for the letter's author.
    """

    name: str
    form: str
    blocks: tuple[Block, ...]
    notes: tuple[FormNote, ...] = ()
    changes: tuple[Change, ...] = ()
    comments: tuple[Comment, ...] = ()
    problems: tuple[str, ...] = ()
