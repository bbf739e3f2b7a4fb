"""Finds a letter's notes: the block at its end, a list under a heading, or Markdown's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.citations.model import Span
from onrecord.letters.markers import Candidate, find_markers, rising
from onrecord.letters.model import LetterNote
from onrecord.letters.patterns import (
    CITES,
    MARKDOWN_NOTE,
    NOTE_STYLES,
    NOTES_HEADING,
    SEPARATOR,
    SUPERSCRIPTS,
    NoteStyle,
)

# Shares of the notes that must look like sources, or be called in the text, for a block to be one.
SOURCES = 0.5
CALLED = 0.3
CALLED_BY_MOST = 0.6
# Lists that begin at 1, from the end of the text, that are tried as notes.
MOST_FIRSTS = 12
# Styles so plain to see that each line in them begins a note, whatever its number.
PLAIN_STYLES = frozenset({"square", "raised", "html", "word"})


@dataclass(frozen=True, slots=True)
class NoteBlock:
    """The notes, in the order printed, and where the text before them ends."""

    notes: tuple[LetterNote, ...]
    body_end: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Start:
    """A line that may begin a note."""

    number: int
    line: int
    words: int
    after_blank: bool


def find_notes(text: str) -> NoteBlock:
    """The notes of a letter; an empty block, ending with the text, where it has none.

    Numbers may be missing, repeat or go backwards: each note keeps the number that it prints.
    """
    if MARKDOWN_NOTE.search(text):
        return _markdown_notes(text)
    for start, announced in _places(text):
        block = _block_from(text, start, announced=announced)
        if block is not None:
            return block
    return NoteBlock((), len(text), ())


def _markdown_notes(text: str) -> NoteBlock:
    """Each "[^1]:" with the lines that follow it, until a blank line that no indented line follows."""
    found: list[LetterNote] = []
    spans: list[Span] = []
    for match in MARKDOWN_NOTE.finditer(text):
        after = MARKDOWN_NOTE.search(text, match.end())
        stop = after.start() if after else len(text)
        gap = re.compile(r"\n[ \t]*\n(?![ \t]+\S|\s*\Z)").search(text, match.end(), stop)
        words = _trimmed(text, Span(match.end(), gap.start() if gap else stop))
        found.append(LetterNote(match[1], words))
        spans.append(Span(match.start(), words.end))
    body_end = len(text)
    for span in reversed(spans):
        if text[span.end : body_end].strip():
            break
        body_end = span.start
    above = list(NOTES_HEADING.finditer(text, 0, body_end)) + list(SEPARATOR.finditer(text, 0, body_end))
    for match in sorted(above, key=lambda found: -found.start()):
        if not text[match.end() : body_end].strip():
            body_end = match.start()
    return NoteBlock(tuple(found), body_end, tuple(spans))


def _places(text: str) -> Iterator[tuple[int, bool]]:
    """Where a block of notes may begin: below a line or heading first, then at any note numbered 1."""
    marked = [*SEPARATOR.finditer(text), *NOTES_HEADING.finditer(text)]
    for match in sorted(marked, key=lambda found: found.start()):
        if any(style.pattern.match(text, _next_line(text, match.end())) for style in NOTE_STYLES):
            yield match.start(), True
    firsts = [
        match.start()
        for match in re.finditer(r"^[ \t\u00a0]*[\[(^]?(?:<sup>)?(?:1\b|¹(?![⁰-⁹¹²³]))", text, re.MULTILINE)
    ]
    for start in firsts[: -MOST_FIRSTS - 1 : -1]:
        yield start, False


def _next_line(text: str, offset: int) -> int:
    """The start of the first line with words at or after `offset`."""
    match = re.compile(r"\S").search(text, offset)
    return text.rfind("\n", 0, match.start()) + 1 if match else len(text)


def _block_from(text: str, start: int, *, announced: bool) -> NoteBlock | None:
    """The block that begins at `start`, or None where what stands there is no block of notes."""
    first = _next_line(text, text.find("\n", start) + 1) if announced else start
    style = next((style for style in NOTE_STYLES if style.pattern.match(text, first)), None)
    if style is None:
        return None
    starts = _starts(text, first, style)
    if style.name not in PLAIN_STYLES and not _fills(text, first, starts):
        starts = _chain(starts, text)
    if not starts or (not announced and starts[0].number != 1):
        return None
    notes = _notes_at(text, starts)
    if not _are_notes(text, notes, start, style=style, announced=announced):
        return None
    return NoteBlock(notes, start, (Span(start, len(text)),))


def _starts(text: str, first: int, style: NoteStyle) -> list[_Start]:
    """Every line from `first` on that begins as a note in this style does."""
    found: list[_Start] = []
    at, after_blank = first, True
    while at < len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        match = style.pattern.match(text, at)
        if match and match.start(1) < stop:
            number = int(match[1].translate(SUPERSCRIPTS))
            if number:
                found.append(_Start(number, at, match.end(), after_blank))
        after_blank = not text[at:stop].strip()
        at = stop + 1
    apart = sum(start.after_blank for start in found)
    if found and apart > 1 and apart * 2 >= len(found):
        found = [start for start in found if start.after_blank]
    return found


def _fills(text: str, first: int, starts: Sequence[_Start]) -> bool:
    """Whether every line with words begins a note; then no line can be a note's second."""
    return len(starts) > 1 and len(starts) == sum(bool(line.strip()) for line in text[first:].split("\n"))


def _chain(starts: Sequence[_Start], text: str) -> list[_Start]:
    """The lines that together make the best sequence of note numbers."""
    candidates = [
        Candidate(
            start.number,
            Span(start.line, start.words),
            1.0 + 0.8 * start.after_blank + 0.6 * bool(CITES.search(text, start.words, start.words + 200)),
        )
        for start in starts
    ]
    return [starts[index] for index in rising(candidates, back=1.2, again=0.7)]


def _notes_at(text: str, starts: Sequence[_Start]) -> tuple[LetterNote, ...]:
    """Each note's words: from its number to the next note, or to a line or heading that ends the block."""
    ends = [start.line for start in starts[1:]] + [len(text)]
    found: list[LetterNote] = []
    for start, end in zip(starts, ends, strict=True):
        cut = SEPARATOR.search(text, start.words, end) or NOTES_HEADING.search(text, start.words, end)
        stop = cut.start() if cut else end
        found.append(LetterNote(str(start.number), _trimmed(text, Span(start.words, stop))))
    return tuple(found)


def _are_notes(
    text: str, notes: Sequence[LetterNote], start: int, *, style: NoteStyle, announced: bool
) -> bool:
    """Whether the lines are notes, by what they hold and by whether the text before calls them."""
    numbers = {int(note.number) for note in notes}
    sources = sum(bool(CITES.search(text, *note.span)) for note in notes) / len(notes)
    markers = find_markers(text, Span(0, start), [note.number for note in notes])
    called = len({int(marker.number) for marker in markers} & numbers) / len(numbers)
    if announced:
        return sources >= SOURCES or called >= SOURCES
    if style.name == "dot" and text[:start].rstrip().endswith(":"):
        return False
    return (sources >= SOURCES and called >= CALLED) or called >= CALLED_BY_MOST


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
