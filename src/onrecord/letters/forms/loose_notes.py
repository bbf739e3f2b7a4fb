"""Finds the notes of a form that has none of its own: typed superscripts, and the notes typed at the end."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from onrecord.citations.model import Span
from onrecord.letters.forms.drafts import Draft, DraftNote, Drafts
from onrecord.letters.forms.model import BlockKind, NoteCall
from onrecord.letters.forms.rich import Rich, cut, moved
from onrecord.letters.markers import find_markers
from onrecord.letters.model import Marker
from onrecord.letters.notes import find_notes
from onrecord.letters.patterns import NOTES_HEADING, SEPARATOR

_RAISE = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BRACKETS = re.compile(r"[\[(^]?\s*\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\s*[\])^]?")
_MEASURED = re.compile(r"(?:\d|(?<![^\W\d_])[ckmd]?m|CO|H)\s?$")
_OPENS, _CLOSES = "[(<^", "])>^"


def with_found_notes(drafts: Drafts) -> Drafts:
    """The letter with the notes that were typed as text set apart, and the marks that call them.

    Raised digits are the surest marks; digits glued to words are found by their sequence, as in plain
    text. Where the notes are known already, only the marks are looked for. Where there are neither, the
    letter comes back as it was.
    """
    text, starts = _as_text(drafts.blocks)
    if drafts.notes:
        return Drafts(_called(drafts.blocks, starts, text, drafts.notes), drafts.notes)
    block = find_notes(text)
    body_end = block.body_end if block.notes else len(text)
    last = _block_at(starts, body_end - 1) if body_end else -1
    kept = drafts.blocks[: last + 1]
    notes = [_note(drafts.blocks, starts, note.number, note.span) for note in block.notes]
    kept = _without_edge(kept) if notes else kept
    return Drafts(_called(kept, starts, text[:body_end], notes), notes)


def with_lost_calls(drafts: Drafts) -> Drafts:
    """The letter with raised digits that its author typed beside notes of the program's own as calls too.

    Such a mark calls a note by its number, or a note that is not there. What stands raised for another
    reason ("m2") is no number near those of the notes, or follows a unit or a digit.
    """
    numbers = {note.number: place for place, note in reversed(list(enumerate(drafts.notes)))}
    last = max((int(number) for number in numbers if number.isdecimal()), default=0)
    found = []
    for draft in drafts.blocks:
        text = draft.rich.text
        markers = [
            Marker(text[start:end], Span(start, end))
            for start, end in draft.rich.raised()
            if text[start:end].isdecimal()
            and 0 < int(text[start:end]) <= last + 2
            and not _MEASURED.search(text[:start])
        ]
        lost = _without_marks(draft, markers, numbers)
        found.append(lost if lost.rich.text or lost.calls else draft)
    return Drafts(_without_edge(found), drafts.notes)


def _called(blocks: list[Draft], starts: list[int], text: str, notes: list[DraftNote]) -> list[Draft]:
    """The blocks with the marks of the notes found in them."""
    markers = find_markers(text, Span(0, len(text)), [note.number for note in notes])
    numbers = {note.number: place for place, note in reversed(list(enumerate(notes)))}
    found = [
        _without_marks(draft, _marks_in(markers, start, draft), numbers)
        for draft, start in zip(blocks, starts, strict=False)
    ]
    return [draft for draft in found if draft.rich.text or draft.calls]


def _as_text(blocks: list[Draft]) -> tuple[str, list[int]]:
    """(the letter as plain text with raised digits as Unicode has them, where each block's words start)."""
    pieces: list[str] = []
    starts: list[int] = []
    length = 0
    for draft in blocks:
        label = f"{draft.label} " if draft.label else ""
        words = _raised(draft.rich)
        starts.append(length + len(label))
        pieces.append(f"{label}{words}\n\n")
        length += len(pieces[-1])
    return "".join(pieces), starts


def _raised(words: Rich) -> str:
    """The text with its raised digits as Unicode's; as long as it was."""
    text = words.text
    for start, end in words.raised():
        if _BRACKETS.fullmatch(text[start:end].strip()):
            text = text[:start] + text[start:end].translate(_RAISE) + text[end:]
    return text


def _block_at(starts: list[int], offset: int) -> int:
    return max(0, bisect_right(starts, offset) - 1)


def _marks_in(markers: tuple[Marker, ...], start: int, draft: Draft) -> list[Marker]:
    end = start + len(draft.rich.text)
    return [
        Marker(marker.number, Span(marker.span.start - start, marker.span.end - start))
        for marker in markers
        if start <= marker.span.start < end
    ]


def _without_marks(draft: Draft, markers: list[Marker], numbers: dict[str, int]) -> Draft:
    """The block with its marks taken out of its text and noted as calls."""
    if not markers:
        return draft
    text = draft.rich.text
    cuts = [_with_brackets(text, marker.span) for marker in markers]
    calls: list[NoteCall] = [replace(call, start=moved(call.start, cuts)) for call in draft.calls]
    gone = 0
    for marker, (start, end) in zip(markers, cuts, strict=True):
        calls.append(NoteCall(marker.number, start - gone, numbers.get(marker.number)))
        gone += end - start
    return Draft(draft.kind, cut(draft.rich, cuts), draft.label, draft.level, draft.page, calls)


def _with_brackets(text: str, span: Span) -> tuple[int, int]:
    """The mark with what stands about it alone: "[16]", "16)", a space before."""
    start, end = span
    if start and end < len(text) and text[start - 1] in _OPENS and text[end] in _CLOSES:
        start, end = start - 1, end + 1
        if start and text[start - 1] == " ":
            start -= 1
    elif text[end : end + 1] == ")" and text.count("(", 0, start) <= text.count(")", 0, start):
        end += 1
    return start, end


def _note(blocks: list[Draft], starts: list[int], number: str, span: Span) -> DraftNote:
    """The words of a note, which may run through several blocks."""
    first = _block_at(starts, span.start)
    joined = Rich()
    for index in range(first, len(blocks)):
        begins = starts[index]
        if begins >= span.end and index > first:
            break
        words = blocks[index].rich
        low = max(0, span.start - begins)
        high = min(len(words.text), span.end - begins)
        piece = cut(words, [(0, low), (high, len(words.text))])
        shift = len(joined.text) + 1 if joined.text else 0
        joined = Rich(
            f"{joined.text}\n{piece.text}" if shift else piece.text,
            [],
            joined.spans + [(kind, value, a + shift, b + shift) for kind, value, a, b in piece.spans],
        )
    return DraftNote(number, joined, blocks[first].page)


def _without_edge(blocks: list[Draft]) -> list[Draft]:
    """The blocks without the line or the heading that stands above the notes."""
    kept = list(blocks)
    while kept and kept[-1].kind is not BlockKind.LIST_ITEM:
        words = kept[-1].rich.text
        if words and not SEPARATOR.fullmatch(words) and not NOTES_HEADING.fullmatch(words):
            break
        kept.pop()
    return kept
