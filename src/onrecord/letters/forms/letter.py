"""Makes a `Letter` of a letter's blocks."""

from __future__ import annotations

from onrecord.citations.model import Span
from onrecord.letters.asks import find_asks
from onrecord.letters.forms.model import Block, BlockKind, Blocks, FormNote, Link
from onrecord.letters.model import Letter, LetterNote, Marker
from onrecord.letters.opening import date_of

ABOVE_NOTES = "_" * 54
"""The line that stands above the notes in the text of a letter that was no plain text."""

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def letter_of(blocks: Blocks) -> Letter:
    """The letter that the blocks make.

    Its text is plain: a blank line between paragraphs, each list item on a line of its own after its
    number, the marks of notes glued to the word that they follow (raised where that word ends in a digit,
    "[^i]" where the mark is no number), and the notes below a line, each after its number. A link's address
    stands in brackets after words that hide it, in the notes.
    """
    return _Writer().letter(blocks)


class _Writer:
    """Puts the text together and keeps where everything stands."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._paragraphs: list[Span] = []
        self._markers: list[Marker] = []
        self._notes: list[LetterNote] = []
        self._places: list[tuple[int, str]] = []

    def letter(self, blocks: Blocks) -> Letter:
        before: Block | None = None
        for block in blocks.blocks:
            if before is not None:
                in_list = before.kind is block.kind is BlockKind.LIST_ITEM
                self._put("\n" if in_list else "\n\n")
            self._block(block)
            before = block
        body = Span(0, self._length)
        if blocks.notes:
            self._put(f"\n\n{ABOVE_NOTES}")
            for note in blocks.notes:
                self._note(note)
        self._put("\n")
        text = "".join(self._pieces)
        paragraphs = tuple(self._paragraphs)
        return Letter(
            name=blocks.name,
            text=text,
            body=body,
            paragraphs=paragraphs,
            markers=tuple(self._markers),
            notes=tuple(self._notes),
            asks=find_asks(text, paragraphs),
            date=date_of(text, paragraphs),
            problems=blocks.problems,
            form=blocks.form,
            places=tuple(self._places),
        )

    def _put(self, words: str) -> None:
        self._pieces.append(words)
        self._length += len(words)

    def _block(self, block: Block) -> None:
        if block.kind is BlockKind.LIST_ITEM:
            self._put("  " * (1 + min(block.level, 8)))
        start = self._length
        self._places.append((start, str(block.place)))
        if block.label:
            self._put(f"{block.label} ")
        done = 0
        for call in block.calls:
            self._put(block.text[done : call.start])
            done = call.start
            self._mark(call.number, block.text[:done])
        self._put(block.text[done:])
        self._paragraphs.append(Span(start, self._length))

    def _mark(self, number: str, before: str) -> None:
        if not (number.isdecimal() and number.isascii()):
            mark = f"[^{number}]"
        else:
            glued_to_mark = self._markers and self._markers[-1].span.end == self._length
            after_digit = before[-1:].isdigit() or glued_to_mark
            mark = number.translate(_SUPERSCRIPT) if after_digit else number
        self._markers.append(Marker(number, Span(self._length, self._length + len(mark))))
        self._put(mark)

    def _note(self, note: FormNote) -> None:
        self._put("\n\n")
        page = f"page {note.page}, " if note.page else ""
        self._places.append((self._length, f"{page}note {note.number}"))
        self._put(f"{note.number} ")
        start = self._length
        self._put(with_addresses(note.text, note.links))
        self._notes.append(LetterNote(note.number, Span(start, self._length)))


def with_addresses(text: str, links: tuple[Link, ...]) -> str:
    """The text with each link's address in brackets after the words that hide it."""
    pieces: list[str] = []
    done = 0
    for link in links:
        if _shows(text, link) or link.end < done:
            continue
        pieces += [text[done : link.end], f" ({link.address})"]
        done = link.end
    pieces.append(text[done:])
    return "".join(pieces)


def _shows(text: str, link: Link) -> bool:
    """Whether the address stands in the text itself, where it stands in full."""
    address = _bare(link.address)
    return address in _bare(text) or (
        link.address.lower().startswith("mailto:") and link.address[7:].lower() in text.lower()
    )


def _bare(address: str) -> str:
    bare = address.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.")
    return bare.strip().rstrip("/")
