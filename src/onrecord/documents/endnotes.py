"""Notes that stand together at a document's end, and the marks that call them.

The Secretariat prints the notes of national reports, compilations and summaries behind the last paragraph,
mostly under the heading "Notes" (A/HRC/WG.6/7/SVN/2, A/HRC/WG.6/34/SVN/3). Text taken from such a PDF has
the raised marks glued to the words before them: "previous review.1 It is" (A/HRC/WG.6/43/FRA/3, para. 1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.documents import patterns
from onrecord.documents.lines import MARK_CLOSE, MARK_OPEN, Line, NoteLines
from onrecord.documents.rising import longest_rise

FEWEST = 5
"""Fewer notes than this at a document's end are taken for notes at the foot of its last page."""

PARAGRAPHS_AMONG = 2
"""How many lines that look like numbered paragraphs may stand among the notes at a document's end."""


class Apart(NamedTuple):
    """A document's pages without the notes at its end, and those notes."""

    pages: list[list[Line]]
    notes: list[NoteLines]


class _Placed(NamedTuple):
    """A line with its page's place in the list, and its own on the page."""

    page: int
    place: int
    line: Line


def marks_joined(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Join a raised mark that was printed as a line of its own to the note it opens: "5", then "Protocol to"."""
    return [list(_joined(page)) for page in pages]


def _joined(page: Sequence[Line]) -> Iterator[Line]:
    mark = ""
    for place, line in enumerate(page):
        if _is_lone_mark(page, place):
            mark = line.text
            continue
        yield line._replace(text=f"{MARK_OPEN}{mark}{MARK_CLOSE}{line.text}", bold=False) if mark else line
        mark = ""


def _is_lone_mark(page: Sequence[Line], place: int) -> bool:
    line = page[place]
    if not (len(line.text) <= 3 and line.text.isdecimal() and line.text.isascii() and line.height):
        return False
    after = page[place + 1] if place + 1 < len(page) else None
    if after is None or line.height > 0.85 * after.height:
        return False
    return abs(line.y0 - after.y0) < after.height and 0 <= after.x0 - line.x0 < 3 * after.height


def endnotes_apart(pages: list[list[Line]]) -> Apart:
    """Set the notes at the document's end apart; running heads must be gone already.

    They begin at the heading "Notes" or at note 1, after the last numbered paragraph, and there are at
    least FEWEST of them. Without such a block all pages come back as they were.
    """
    lines = [_Placed(page, place, line) for page, all_ in enumerate(pages) for place, line in enumerate(all_)]
    limit = _last_paragraphs(lines)
    for start in _starts(lines, limit):
        notes = _split(lines[start:])
        if notes:
            first = lines[start]
            kept = [page if number < first.page else [] for number, page in enumerate(pages)]
            kept[first.page] = pages[first.page][: first.place]
            if kept[first.page] and patterns.NOTES_HEADING.fullmatch(kept[first.page][-1].text):
                kept[first.page].pop()
            return Apart(kept, notes)
    return Apart(pages, [])


def _last_paragraphs(lines: Sequence[_Placed]) -> int:
    """The place after which no more than PARAGRAPHS_AMONG lines look like numbered paragraphs."""
    left = PARAGRAPHS_AMONG
    for index in range(len(lines) - 1, -1, -1):
        text = lines[index].line.text
        if text[0].isdigit() and patterns.PLAIN_PARAGRAPH.match(text):
            if left == 0:
                return index
            left -= 1
    return 0


def _starts(lines: Sequence[_Placed], limit: int) -> Iterator[int]:
    for index in range(limit, len(lines)):
        text = lines[index].line.text
        if index and patterns.NOTES_HEADING.fullmatch(lines[index - 1].line.text):
            yield index
        elif text[0] in f"1{MARK_OPEN}":
            found = patterns.NOTE_START.match(text)
            if found and found["mark"] == "1":
                yield index


def _split(lines: Sequence[_Placed]) -> list[NoteLines]:
    opening: list[tuple[int, re.Match[str]]] = []
    for index, placed in enumerate(lines):
        found = patterns.NOTE_START.match(placed.line.text)
        if found and found["mark"].isdecimal():
            opening.append((index, found))
    numbers = [int(found["mark"]) for _, found in opening]
    weights = [_likely(lines, index) for index, _ in opening]
    chosen = [opening[place] for place in longest_rise(numbers, weights)]
    if len(chosen) < FEWEST or chosen[0][0] > 2 or int(chosen[0][1]["mark"]) != 1:
        return []
    if int(chosen[-1][1]["mark"]) > 1.2 * len(chosen):
        return []
    ends = [index for index, _ in chosen[1:]] + [len(lines)]
    return [
        NoteLines(found["mark"], tuple(_words(lines, index, end, found)))
        for (index, found), end in zip(chosen, ends, strict=True)
    ]


def _likely(lines: Sequence[_Placed], index: int) -> float:
    """How much a line that opens with a number looks like a note's first line."""
    if index == 0:
        return 2.0
    before = lines[index - 1].line
    return 1.5 if before.text.endswith((".", ";", ")", ":", "”")) else 1.0


def _words(lines: Sequence[_Placed], start: int, end: int, found: re.Match[str]) -> Iterator[Line]:
    first = lines[start].line
    yield first._replace(text=first.text[found.end() :])
    for placed in lines[start + 1 : end]:
        yield placed.line


def with_glued_calls(pages: Sequence[Sequence[Line]], notes: Sequence[NoteLines]) -> list[list[Line]]:
    """Mark the digits that call notes where they are glued to the word before: "review.1 It".

    Only digits that rise through the text as the notes' marks do are taken; others stay text
    ("resolution 60/251", "in 2014.").
    """
    marks = {int(note.mark) for note in notes if note.mark.isdecimal()}
    found = [
        (page, place, call)
        for page, lines in enumerate(pages)
        for place, line in enumerate(lines)
        for call in patterns.GLUED_CALL.finditer(line.text)
        if int(call[1]) in marks
    ]
    rise = longest_rise([int(call[1]) for _, _, call in found], [_call_weight(call) for *_, call in found])
    marked = [list(lines) for lines in pages]
    for page, place, call in (found[index] for index in reversed(rise)):
        text = marked[page][place].text
        start, end = call.span(1)
        words = f"{text[:start]}{MARK_OPEN}{call[1]}{MARK_CLOSE}{text[end:]}"
        marked[page][place] = marked[page][place]._replace(text=words)
    return marked


def _call_weight(call: re.Match[str]) -> float:
    before = call.string[call.start(1) - 1]
    return (
        1.5
        if before in '.,;:)”’"' and not call.string[call.start(1) - 2 : call.start(1) - 1].isdigit()
        else 1.0
    )
