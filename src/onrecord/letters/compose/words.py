"""The exact words of a built letter, whatever the format, and their hash: what a signature binds to."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence

from onrecord.letters.compose.built import Block, BlockKind, Break, BuiltLetter, NoteCall, Run

# Changes when the rendering below does, so that an old hash is never taken for a new one.
VERSION = "onrecord letter words 1"


def built_text(built: BuiltLetter) -> str:
    """All words of the letter in their order, one part a line, without the list of signatories.

    Independent of layout: spaces are single, a note's call is "[3]", a new line inside a block " / ",
    labels and emphasis are left out, and addresses behind words are told, as a signatory signs them too.
    Characters are in Unicode's form NFC.
    """
    rows = [VERSION, *_head(built), *(row for block in built.blocks for row in _block(block))]
    rows += [f"[{note.number}] {_words(note.inlines)}" for note in built.notes]
    return "\n".join(unicodedata.normalize("NFC", " ".join(row.split())) for row in rows) + "\n"


def words_alone(text: str) -> str:
    """What `built_text` gave, without its labels: what a reader finds printed, a paragraph a line."""
    rows = text.removeprefix(f"{VERSION}\n").split("\n")
    return "\n".join(_alone(row) for row in rows if not row.startswith(_NOT_PRINTED))


def printed_lines(text: str) -> list[str]:
    """The lines of `words_alone` as a reader finds them on paper: none is empty, a kind stands only with a number."""
    rows = text.split("\n")
    numbered = any(row.startswith("number: ") and row != "number: " for row in rows)
    kept = (row for row in rows if numbered or not row.startswith("kind: "))
    return [line for line in words_alone("\n".join(kept)).split("\n") if line.strip()]


# The day is printed as `date_as_printed`; the others say nothing that stands in the letter.
_NOT_PRINTED = ("language: ", "date: ")
_LABEL = re.compile(
    r"(?:list item (?P<level>\d+) (?P<item>\d+|-)|(?:question|recommendation) \S+ (?P<ask>\d+)(?: optional)?"
    rf"|heading \d+|{'|'.join(kind.value for kind in BlockKind)}"
    r"|kind|number|organisation|title|date_as_printed|subject|letterhead|addressee|copies): ?"
)


def _alone(row: str) -> str:
    label = _LABEL.match(row)
    if label is None:
        return row
    number = label["ask"] or label["item"]
    return f"{number}. {row[label.end() :]}" if number and number != "-" else row[label.end() :]


def built_text_sha256(built: BuiltLetter) -> str:
    """The SHA-256 of `built_text` in UTF-8, hexadecimal. Signatories may come and go; the words may not."""
    return hashlib.sha256(built_text(built).encode("utf-8")).hexdigest()


def _head(built: BuiltLetter) -> Iterator[str]:
    one_each = ("language", "kind", "number", "organisation", "title", "date", "date_as_printed", "subject")
    for name in one_each:
        yield f"{name}: {getattr(built, name)}"
    for name in ("letterhead", "addressee", "copies"):
        yield from (f"{name}: {line}" for line in getattr(built, name))


def _block(block: Block) -> Iterator[str]:
    if block.kind is BlockKind.SIGNATORIES:
        return
    told = {
        BlockKind.HEADING: f"heading {block.level}",
        BlockKind.LIST_ITEM: f"list item {block.level} {block.number or '-'}",
    }
    asked = f" {block.name} {block.number}{' optional' if block.optional else ''}" if block.name else ""
    yield f"{told.get(block.kind, block.kind.value)}{asked}: {_words(block.inlines)}"


def _words(inlines: Sequence[Run | NoteCall | Break]) -> str:
    return "".join(_inline(inline) for inline in inlines)


def _inline(inline: Run | NoteCall | Break) -> str:
    match inline:
        case Run(text=text, link=link):
            return text if link in ("", text) else f"{text} <{link}>"
        case NoteCall(number=number):
            return f"[{number}]"
        case Break():
            return " / "
