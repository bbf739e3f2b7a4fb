"""Reads a letter in plain text or Markdown: paragraphs, notes and their markers, asks, date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from onrecord.citations.model import Span
from onrecord.citations.passages import find_passages
from onrecord.letters.asks import find_asks
from onrecord.letters.decoding import read_text
from onrecord.letters.markers import find_markers
from onrecord.letters.model import Letter, Marker
from onrecord.letters.notes import NoteBlock, find_notes
from onrecord.letters.patterns import DATE_LABEL, KOREAN_DATE, MARKDOWN_MARKER, MARKDOWN_NOTE, SALUTATION
from onrecord.un.dates import find_dates

# A letter's date stands among its first or last lines; beyond them a line of a date is a heading.
HEAD_LINES = 15
# "Seoul, Republic of Korea, 3 January 2024": what may stand beside the date on its line.
BESIDE_DATE = 40
# "2024-01-03" has ten characters; "2024-01" is no day.
ISO_DAY = 10


def read_letter(path: Path) -> Letter:
    """The letter in the file at `path`, plain text or Markdown.

    Raises InputError, which names the file, the reason and what to do, where the file cannot be opened,
    is empty, or holds no text (a PDF, a Word file, a picture). A guessed encoding is in `problems`.
    """
    decoded = read_text(path)
    return replace(parse_letter(decoded.text, path.name), problems=decoded.problems)


def parse_letter(text: str, name: str) -> Letter:
    """The letter that `text` is; spans count characters of `Letter.text`, with newlines made alike.

    Never fails: a text without notes, markers, asks or a date gives a letter without them.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    block = find_notes(text)
    body = Span(0, block.body_end)
    paragraphs = _outside(find_passages(text, body.start, body.end), block.spans)
    return Letter(
        name=name,
        text=text,
        body=body,
        paragraphs=paragraphs,
        markers=_markers(text, body, block),
        notes=block.notes,
        asks=find_asks(text, paragraphs),
        date=_date(text, paragraphs),
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


def _date(text: str, paragraphs: Sequence[Span]) -> str:
    """The date that stands alone, or beside a place, on one of the first or last lines; ISO 8601 or ""."""
    lines = [
        line.strip(" \t\u00a0*_#")
        for span in paragraphs
        for line in text[span.start : span.end].split("\n")
        if line.strip()
    ]
    salutation = next((at for at, line in enumerate(lines) if SALUTATION.match(line)), HEAD_LINES)
    for line in [*lines[: min(salutation, HEAD_LINES)], *lines[:HEAD_LINES], *lines[-HEAD_LINES:]]:
        found = _date_alone(line)
        if found:
            return found
    return ""


def _date_alone(line: str) -> str:
    bare = DATE_LABEL.sub("", line)
    korean = KOREAN_DATE.search(bare)
    if korean and len(bare) - len(korean[0]) <= BESIDE_DATE:
        return f"{int(korean[1]):04}-{int(korean[2]):02}-{int(korean[3]):02}"
    dates = [found for found in find_dates(bare) if len(found.bounds.edtf) == ISO_DAY]
    if len(dates) != 1:
        return ""
    beside = (bare[: dates[0].start] + bare[dates[0].end :]).strip()
    is_place = beside.endswith(",") or not beside or dates[0].end == len(bare)
    return dates[0].bounds.edtf if is_place and len(beside) <= BESIDE_DATE and ":" not in beside else ""
