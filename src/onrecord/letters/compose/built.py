"""A letter as built: what every rendering draws, whatever the format.

The source has been read, the words have been taken from the record, the notes have been written and
numbered. A rendering decides how this looks and never what it says, so that PDF, DOCX, HTML and plain
text hold the same words.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one manner. `link` is an address or "". `language` is "" where it is the letter's own."""

    text: str
    emphasis: bool = False
    strong: bool = False
    link: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class NoteCall:
    """Where the text calls a note, by the note's number, from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class Break:
    """A new line inside a block."""


Inline = Run | NoteCall | Break


class BlockKind(StrEnum):
    """What a block is. Asks carry their name and number; the other kinds do not."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTATION = "quotation"
    LIST_ITEM = "list_item"
    QUESTION = "question"
    RECOMMENDATION = "recommendation"
    SIGNATORIES = "signatories"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the letter.

    `key` names it in the source, alike in every language of the letter ("p3", "Q1"). `level` is a
    heading's depth from 1 or a list item's from 0; `number` is what is printed before an ask or an
    ordered list item, 0 for none; `name` is an ask's stable name ("Q1", "R2"). A block of kind
    SIGNATORIES has no inlines: the signatories stand where it stands.
    """

    kind: BlockKind
    inlines: tuple[Inline, ...] = ()
    key: str = ""
    level: int = 0
    number: int = 0
    name: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class SourceCited:
    """A source that a note cites: `source` is a document's symbol, or a key of the CSL-JSON file."""

    source: str
    pinpoints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BuiltNote:
    """A note as printed; `cited` says which sources it stands for, an "Id." included."""

    number: int
    inlines: tuple[Run | Break, ...]
    cited: tuple[SourceCited, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedSignatory:
    """A line of the list of signatories, in the letter's language; `detail` stands in brackets after the name."""

    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class BuiltLetter:
    """A letter in one language, ready to be rendered.

    `language` is a BCP 47 tag ("en", "ko"). `date` is ISO 8601 and `date_as_printed` its form in the
    letter. Each line of `addressee`, `copies` and `letterhead` is printed as a line. `as_of` (ISO 8601,
    or "") dates the list of signatories. `title` names the letter in bookmarks and files' properties.
    """

    title: str
    language: str
    date: str
    date_as_printed: str
    kind: str = "open letter"
    number: str = ""
    organisation: str = ""
    letterhead: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    subject: str = ""
    blocks: tuple[Block, ...] = ()
    notes: tuple[BuiltNote, ...] = ()
    signatories: tuple[PrintedSignatory, ...] = ()
    as_of: str = ""
    as_of_as_printed: str = ""
