"""Blocks of lines and notes to the paragraphs and notes of a Document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from onrecord.documents import patterns
from onrecord.documents.cleaning import Mender
from onrecord.documents.lines import MARK_CLOSE, Line, NoteLines
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
    if text[-1:].isdigit():
        text, spans, calls = _without_last_marks(text, spans, calls, marks)
    if not block.number or text.startswith(" "):
        shift = len(text) - len(text.lstrip())
        text = text.strip()
        spans = tuple(LineSpan(max(0, span.start - shift), span.box) for span in spans) if shift else spans
    headings = tuple(_heading_apart(words, marks)[0] for words in block.headings)
    return Paragraph(
        number=block.number,
        text=text,
        page=block.lines[0].page,
        parent=block.parent,
        heading=headings[-1] if headings else "",
        headings=headings,
        zone=block.zone,
        lines=spans,
        note_calls=calls,
        as_numbered=block.as_numbered,
        printed=printed,
    )


_MARK_BEHIND = re.compile(rf"(?<=[a-z)”])(\d{{1,3}})$|(?<={MARK_CLOSE}), ?(\d{{1,3}})$")
"""A note's mark at a heading's end that was not set raised: "treaties2", and the 2 of "bodies1, 2"."""


def _heading_apart(words: str, marks: frozenset[str]) -> tuple[str, tuple[str, ...]]:
    """A heading's words without the marks of notes that it calls, and those marks."""
    calls: list[str] = []

    def taken(found: re.Match[str]) -> str:
        as_printed: str = next(group for group in found.groups() if group)
        mark = as_printed.replace("∗", "*")
        if mark in marks:
            calls.append(mark)
            return ""
        # Digits raised at a heading's end call a note, also one that was not found: no heading ends in a power.
        return "" if as_printed in found[0][1:] and found.end() == len(words) else as_printed

    plain = _CALL.sub(taken, _MARK_BEHIND.sub(taken, words))
    return plain.rstrip(", ") if plain != words else words, tuple(calls)


def heading_calls(blocks: Sequence[Block], marks: frozenset[str]) -> dict[str, str]:
    """Which notes headings call: mark to heading, "9" to "B. National human rights framework"."""
    found: dict[str, str] = {}
    for words in dict.fromkeys(heading for block in blocks for heading in block.headings):
        plain, calls = _heading_apart(words, marks)
        for mark in calls:
            found.setdefault(mark, plain)
    return found


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


_MARK_AT_END = re.compile(r"(?<=[;.)”])\s*(?P<mark>\d{1,3})$")


def _without_last_marks(
    text: str, spans: tuple[LineSpan, ...], calls: tuple[NoteCall, ...], marks: frozenset[str]
) -> tuple[str, tuple[LineSpan, ...], tuple[NoteCall, ...]]:
    """A note's mark behind the last stop is a call even where it was not set raised: "(Denmark); 2".

    So are the numbers just before it behind earlier stops of the paragraph: "Rights.121 AI agreed.122".
    """
    found = _MARK_AT_END.search(text)
    while found is not None and found["mark"] in marks:
        at, length = found.start(), found.end() - found.start()
        text = text[:at] + text[found.end() :]
        spans = tuple(span._replace(start=span.start - length) if span.start > at else span for span in spans)
        moved = (NoteCall(c.mark, c.start - length) if c.start > at else c for c in calls)
        calls = tuple(sorted((*moved, NoteCall(found["mark"], at)), key=lambda call: call.start))
        before = int(found["mark"]) - 1
        found = re.search(rf"(?<=[.;,)”])(?P<mark>{before})(?=\s)", text[:at])
    return text, spans, calls


def notes_of(
    pages: Sequence[Sequence[NoteLines]],
    paragraphs: Sequence[Paragraph],
    mender: Mender,
    in_headings: Mapping[str, str],
) -> tuple[Note, ...]:
    """The notes in their order, each with the pinpoint of the paragraph, or the heading, that calls it.

    A mark is looked for on the note's own page first: asterisks recur from page to page. A number that
    one note alone bears is looked for in the whole document: its note may stand at the end.
    """
    gathered: list[tuple[str, list[Line]]] = []
    for note in (note for page in pages for note in page):
        if not note.mark and gathered:
            gathered[-1][1].extend(note.lines)
        else:
            gathered.append((note.mark, list(note.lines)))
    calls = _calls(paragraphs)
    anywhere = _single_calls(calls, Counter(mark for mark, _ in gathered))
    found: list[Note] = []
    for mark, lines in gathered:
        text, spans = joined(lines, mender)
        page = lines[0].page
        called = calls.get((mark, page)) or calls.get((mark, page - 1)) or anywhere.get(mark)
        heading = "" if called else in_headings.get(mark, "")
        found.append(Note(mark, _plain(text).strip(), page, called, spans, heading))
    return tuple(found)


def _single_calls(calls: Mapping[tuple[str, int], str], marks: Mapping[str, int]) -> dict[str, str]:
    found: dict[str, str] = {}
    for (mark, _), pinpoint in calls.items():
        if mark.isdecimal() and marks[mark] == 1:
            found.setdefault(mark, pinpoint)
    return found


def _plain(text: str) -> str:
    return patterns.MARKED_CALL.sub(r"\1", text) if "\ue000" in text else text


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
