"""A letter's pages as lines of plain text: a paragraph a line, markers such as [1], notes at the end."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.letters.compose.built import BlockKind, PrintedSignatory
from onrecord.letters.render.letter_inlines import words_of
from onrecord.letters.render.letter_page import Frame, Listing, Part, Signers, Text

CALL = "[{}]"
INDENT = "  "


def as_text(page: Frame) -> str:
    """The whole letter, ending with a newline; blocks stand apart by an empty line."""
    blocks = [*_head(page), *(text for part in page.parts for text in _part(part))]
    if page.notes:
        blocks.append(page.labels.notes)
        blocks += [f"{CALL.format(note.number)} {words_of(note.inlines)}" for note in page.notes]
    return "\n\n".join(blocks) + "\n"


def signer_line(signer: PrintedSignatory) -> str:
    """`Name (detail)`: a line of the list of signatories, the same in every format."""
    return f"{signer.name} ({signer.detail})" if signer.detail else signer.name


def _head(page: Frame) -> Iterator[str]:
    yield from filter(None, ("\n".join(page.letterhead), page.heading, page.reference, page.date))
    yield from filter(None, ("\n".join(page.addressee),))
    if page.copies:
        yield f"{page.labels.copies} " + "\n".join(page.copies)
    if page.subject:
        yield f"{page.subject_label} {page.subject}".strip()


def _part(part: Part) -> Iterator[str]:
    match part:
        case Text(kind=BlockKind.QUOTATION):
            yield "\n".join(f"{INDENT}{row}" for row in words_of(part.inlines, call=CALL).split("\n"))
        case Text():
            yield words_of(part.inlines, call=CALL)
        case Signers():
            yield part.heading
            yield from (signer_line(one) for one in part.names)
        case Listing():
            yield from _items(part, "")


def _items(listing: Listing, indent: str) -> Iterator[str]:
    for item in listing.items:
        words = words_of(item.inlines, call=CALL).replace("\n", f"\n{indent}{INDENT * 2}")
        yield f"{indent}{INDENT}{item.label} {words}"
        for below in item.below:
            yield from _items(below, indent + INDENT)
