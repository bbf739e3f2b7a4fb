"""Reads a letter in any form: paragraphs, notes and their markers, asks, date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from onrecord.citations.model import Span
from onrecord.citations.passages import find_passages
from onrecord.documents.sniff import TEXT
from onrecord.letters.asks import find_asks
from onrecord.letters.decoding import decode, read_bytes
from onrecord.letters.forms.letter import letter_of
from onrecord.letters.forms.read import form_of, read_apart
from onrecord.letters.markers import find_markers
from onrecord.letters.model import Letter, Marker
from onrecord.letters.notes import NoteBlock, find_notes
from onrecord.letters.opening import date_of
from onrecord.letters.patterns import FRONT_MATTER, MARKDOWN_MARKER, MARKDOWN_NOTE


def read_letter(path: Path) -> Letter:
    """The letter in the file at `path`: plain text, Markdown, DOCX, DOC, RTF, HTML or PDF, told by its bytes.

    Forms other than plain text are read in a process of its own, with bounds on time and memory. What was
    doubtful about reading is in `problems`: a guessed encoding, tracked changes that are pending.

    Raises InputError, which names the file, the reason and what to do, where the file cannot be opened,
    is empty, broken, locked or beyond the bounds, or holds no text (a picture, a PDF of pictures).
    """
    data = read_bytes(path)
    if form_of(data) == TEXT:
        decoded = decode(data, str(path))
        return replace(parse_letter(decoded.text, path.name), problems=decoded.problems)
    return letter_of(read_apart(path))


def parse_letter(text: str, name: str) -> Letter:
    """The letter that `text` is; spans count characters of `Letter.text`, with newlines made alike.

    Never fails: a text without notes, markers, asks or a date gives a letter without them. The front matter of a
    letter's source is no part of the body: it tells the letter's date, and its title is no quotation.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    block = find_notes(text)
    front = FRONT_MATTER.match(text)
    body = Span(min(front.end(), block.body_end) if front else 0, block.body_end)
    paragraphs = _outside(find_passages(text, body.start, body.end), block.spans)
    return Letter(
        name=name,
        text=text,
        body=body,
        paragraphs=paragraphs,
        markers=_markers(text, body, block),
        notes=block.notes,
        asks=find_asks(text, paragraphs),
        date=(front and front["date"]) or date_of(text, paragraphs),
    )


def _outside(paragraphs: Sequence[Span], notes: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(
        span
        for span in paragraphs
        if not any(note.start < span.end and span.start < note.end for note in notes)
    )


def _markers(text: str, body: Span, block: NoteBlock) -> tuple[Marker, ...]:
    """Markdown's own markers where the letter has them, else numbers by form and sequence."""
    found = [
        Marker(match[1], Span(*match.span()))
        for match in MARKDOWN_MARKER.finditer(text, body.start, body.end)
        if not any(note.start <= match.start() < note.end for note in block.spans)
    ]
    if found or MARKDOWN_NOTE.search(text):
        return tuple(found)
    return find_markers(text, body, [note.number for note in block.notes])
