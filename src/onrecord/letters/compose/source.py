"""The source of a letter as read: what it says of itself, its blocks with their keys, and its notes.

One file holds one language of a letter. Blocks of the same `key` say the same in every language.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.letters.compose.built import BlockKind, PrintedSignatory

ERROR = "error"
WARNING = "warning"


def is_source(text: str) -> bool:
    """Whether a text begins as the source of a letter does: with front matter."""
    return text.lstrip("\ufeff").startswith("---\n")


@dataclass(frozen=True, slots=True)
class LetterProblem:
    """Something in a source that a person must see. An "error" stops the build, a "warning" does not.

    `rule` is a word for programs ("empty-note"); `line` counts from 1 in the source, 0 for none.
    """

    rule: str
    severity: str
    line: int
    message: str
    hint: str = ""

    def told(self, name: str) -> str:
        """The problem in a line: "letter.md, line 12: … What to do"."""
        where = f"{name}, line {self.line}" if self.line else name
        return f"{where}: {self.message} {self.hint}".strip()


@dataclass(frozen=True, slots=True)
class Words:
    """Words in one manner; `link` is an address or ""."""

    text: str
    emphasis: bool = False
    strong: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line inside a block."""


@dataclass(frozen=True, slots=True)
class Cite:
    """A source that a note cites: "[see @A/HRC/25/5, paras. 186.66 and 186.241, on refugees]".

    `source` is a document's symbol (`is_symbol`) or a key of the sources file; `pinpoints` are as
    canonically printed ("28 (g)"), `locator` is as typed ("paras. 28(g) and 30"), `pages` holds "p. 5".
    `prefix` and `suffix` are the words before and after.
    """

    source: str
    is_symbol: bool
    pinpoints: tuple[str, ...] = ()
    locator: str = ""
    pages: str = ""
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Cites:
    """Sources cited together, parted by semicolons."""

    cites: tuple[Cite, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Reference:
    """The number of a note or ask of the same letter: "{{note czech}}", "{{ask Q1}}"."""

    to: str
    name: str
    line: int = 0


NotePart = Words | LineBreak | Cites | Reference


@dataclass(frozen=True, slots=True)
class NoteText:
    """What a note says; `key` is its name in the source, "" where it has none."""

    parts: tuple[NotePart, ...]
    key: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class NoteHere:
    """Where the text calls a note. `note` is None where the key has no note in the source."""

    key: str
    note: NoteText | None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a passage: from the first words to the last, both within. Empty means its end."""

    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words to be taken from the record: `{{quote A/HRC/25/5 186.241}}`.

    `reference` is the place as it names the quotation in the lock file. `first_letter` is "", "lower" or
    "upper". `with_note` says that a note citing the place follows.
    """

    symbol: str
    pinpoint: str
    parts: tuple[Part, ...] = ()
    first_letter: str = ""
    with_note: bool = True
    line: int = 0

    @property
    def reference(self) -> str:
        """The quotation's name in the lock file: place and parts, without what is only manner."""
        parts = " and ".join(f'from "{part.start}" to "{part.end}"' for part in self.parts)
        return f"{self.symbol}, {self.pinpoint} {parts}".strip()


SourceInline = Words | LineBreak | NoteHere | Quote | Reference


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """A block as written. `key` is explicit ("{#p3}"), an ask's name, or its place ("p3").

    `level` is a heading's depth from 1 or a list item's from 0; `number` is an ordered list item's.
    """

    kind: BlockKind
    inlines: tuple[SourceInline, ...] = ()
    key: str = ""
    line: int = 0
    level: int = 0
    number: int = 0
    name: str = ""
    optional: bool = False

    @property
    def words(self) -> str:
        """The words typed in the block, without its notes; words from the record are "{{quote …}}"."""
        return "".join(_plain(inline) for inline in self.inlines)

    @property
    def typed(self) -> str:
        """The words typed in the block, without what is taken or numbered at the build."""
        return "".join(one.text if isinstance(one, Words) else " " for one in self.inlines)

    def notes(self) -> Iterator[NoteText]:
        """The notes that the block calls, in order; a quotation's own note is not among them."""
        yield from (one.note for one in self.inlines if isinstance(one, NoteHere) and one.note)

    def cites(self) -> Iterator[Cite]:
        """The sources that the block's notes cite, and the places that its quotations are taken from."""
        for inline in self.inlines:
            if isinstance(inline, Quote):
                yield Cite(inline.symbol, is_symbol=True, pinpoints=(inline.pinpoint,))
            elif isinstance(inline, NoteHere) and inline.note:
                for part in inline.note.parts:
                    yield from part.cites if isinstance(part, Cites) else ()


def _plain(inline: SourceInline) -> str:
    match inline:
        case Words(text=text):
            return text
        case LineBreak():
            return "\n"
        case Quote():
            return f"{{{{quote {inline.reference}}}}}"
        case Reference(to=to, name=name):
            return f"{{{{{to} {name}}}}}"
        case NoteHere():
            return ""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a letter says of itself before its text. Dates are ISO 8601 or "".

    `notes` is the style of the notes: "letter", "un", "oscola" or "chicago". `sources` is the path of the
    CSL-JSON file as typed. `review` is State and cycle ("CHN/4").
    """

    kind: str = "open letter"
    number: str = ""
    date: str = ""
    date_as_printed: str = ""
    language: str = "en"
    title: str = ""
    organisation: str = ""
    letterhead: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    subject: str = ""
    review: str = ""
    deadline: str = ""
    notes: str = "letter"
    sources: str = ""
    signatories: tuple[PrintedSignatory, ...] = ()
    as_of: str = ""
    as_of_as_printed: str = ""


@dataclass(frozen=True, slots=True)
class LetterSource:
    """A letter in one language as its author typed it.

    `problems` holds what could not be read, by line; a source with errors is not built. `unused_notes`
    are notes that nothing calls.
    """

    path: Path
    text: str
    about: FrontMatter
    blocks: tuple[SourceBlock, ...]
    problems: tuple[LetterProblem, ...] = ()
    unused_notes: tuple[NoteText, ...] = field(default=())

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.path.name

    def asks(self) -> Iterator[SourceBlock]:
        """The questions and recommendations, in order."""
        asked = {BlockKind.QUESTION, BlockKind.RECOMMENDATION}
        yield from (block for block in self.blocks if block.kind in asked)

    def block(self, key: str) -> SourceBlock | None:
        """The block of this key, or None."""
        return next((block for block in self.blocks if block.key == key), None)
