"""Blocks of lines and notes to the paragraphs and notes of a Document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.documents import patterns
from onrecord.documents.cleaning import Mender, NoteLines
from onrecord.documents.lines import Line
from onrecord.documents.model import Box, LineSpan, Note, NoteCall, Paragraph
from onrecord.documents.numbering import Block

_SPACES = re.compile(r"[ \t\u00a0\u2002-\u200a\u202f]{2,}|[\t\u00a0\u2002-\u200a\u202f]")


def joined(lines: Sequence[Line], mender: Mender) -> tuple[str, tuple[LineSpan, ...]]:
    """Join printed lines to running text; returns it with the place of each line in it."""
    pieces: list[str] = []
    spans: list[LineSpan] = []
    length = 0
    last = len(lines) - 1
    for index, line in enumerate(lines):
        text = line.text.strip()
        if "  " in text or not text.isascii():
            text = _SPACES.sub(" ", text)
        between = ""
        if index < last:
            text, between = mender.joint(text, lines[index + 1].text)
        spans.append(LineSpan(length, Box(line.page, line.x0, line.y0, line.x1, line.y1)))
        piece = text + between
        pieces.append(piece)
        length += len(piece)
    return "".join(pieces), tuple(spans)


def paragraph_of(block: Block, mender: Mender, marks: frozenset[str]) -> Paragraph:
    """The paragraph that a block's lines make; `marks` are the notes' marks on its pages."""
    text, spans = joined(block.lines, mender)
    printed = _with_feet(block, mender) if block.feet else ""
    calls: tuple[NoteCall, ...] = ()
    if "*" in text or "∗" in text or "\ue000" in text:
        text, spans, calls = without_marks(text, spans, marks)
    if not block.number or text.startswith(" "):
        shift = len(text) - len(text.lstrip())
        text = text.strip()
        spans = tuple(LineSpan(max(0, span.start - shift), span.box) for span in spans) if shift else spans
    return Paragraph(
        number=block.number,
        text=text,
        page=block.lines[0].page,
        parent=block.parent,
        heading=block.headings[-1] if block.headings else "",
        headings=block.headings,
        zone=block.zone,
        lines=spans,
        note_calls=calls,
        as_numbered=block.as_numbered,
        printed=printed,
    )


def _with_feet(block: Block, mender: Mender) -> str:
    pieces: list[str] = []
    done = 0
    for place, words in block.feet:
        pieces += [joined(block.lines[done:place], mender)[0].strip(), words]
        done = place
    pieces.append(joined(block.lines[done:], mender)[0].strip())
    return patterns.MARKED_CALL.sub(r"\1", " ".join(piece for piece in pieces if piece))


_CALL = re.compile(rf"{patterns.MARKED_CALL.pattern}|{patterns.ASTERISK_CALL.pattern}")


def without_marks(
    text: str, spans: tuple[LineSpan, ...], marks: frozenset[str]
) -> tuple[str, tuple[LineSpan, ...], tuple[NoteCall, ...]]:
    """Take the note marks out of a text: raised digits and asterisks whose note is among `marks`.

    Raised digits without a note ("10⁶") go back into the text as printed.
    """
    pieces: list[str] = []
    calls: list[NoteCall] = []
    cuts: list[tuple[int, int]] = []
    done = length = 0
    for found in _CALL.finditer(text):
        mark = (found[1] or found[2]).replace("∗", "*")
        keep = "" if mark in marks else found[1] or found[2]
        pieces += [text[done : found.start()], keep]
        length += found.start() - done
        if not keep:
            calls.append(NoteCall(mark, length))
        length += len(keep)
        done = found.end()
        cuts.append((found.start(), found.end() - found.start() - len(keep)))
    pieces.append(text[done:])
    moved = tuple(
        LineSpan(span.start - sum(cut for at, cut in cuts if at < span.start), span.box) for span in spans
    )
    return "".join(pieces), moved, tuple(calls)


def notes_of(
    pages: Sequence[Sequence[NoteLines]], paragraphs: Sequence[Paragraph], mender: Mender
) -> tuple[Note, ...]:
    """The notes in their order, each with the pinpoint of the paragraph that calls it.

    A mark is looked for on the note's own page first: asterisks recur from page to page.
    """
    gathered: list[tuple[str, list[Line]]] = []
    for note in (note for page in pages for note in page):
        if not note.mark and gathered:
            gathered[-1][1].extend(note.lines)
        else:
            gathered.append((note.mark, list(note.lines)))
    calls = _calls(paragraphs)
    found: list[Note] = []
    for mark, lines in gathered:
        text, spans = joined(lines, mender)
        page = lines[0].page
        found.append(
            Note(mark, text.strip(), page, calls.get((mark, page)) or calls.get((mark, page - 1)), spans)
        )
    return tuple(found)


def _calls(paragraphs: Iterable[Paragraph]) -> dict[tuple[str, int], str]:
    places: dict[tuple[str, int], str] = {}
    for paragraph in paragraphs:
        for call in paragraph.note_calls:
            if paragraph.pinpoint:
                places.setdefault((call.mark, paragraph.page_at(max(0, call.start - 1))), paragraph.pinpoint)
    return places


def marks_of(pages: Sequence[Sequence[NoteLines]]) -> frozenset[str]:
    """The marks of all notes of a document."""
    return frozenset(note.mark for page in pages for note in page if note.mark)
