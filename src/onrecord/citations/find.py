"""Finds every citation of a letter, in its notes and in its running text; nothing is resolved here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from onrecord.citations.in_notes import find_in_note
from onrecord.citations.in_running_text import find_in_passage
from onrecord.citations.model import Citation, Span
from onrecord.citations.passages import find_passages

# What stands so near to a note or paragraph can tell how it is to be read: a line's start, "hours" after a number.
_NEAR = 64
# Notes and paragraphs of which the citations are remembered.
_MOST = 4096


def find_citations(text: str, *, notes: Sequence[tuple[str, Span]] = ()) -> tuple[Citation, ...]:
    """The citations of `text` in the order of their first characters, all unresolved.

    `notes` are (number, span of the note's words); all outside them is running text. A source that is
    no United Nations document stays in the list (kind "other"), so that a following "Id." does not
    attach to the one before it. For each, text[span] == as_written.
    """
    found: list[Citation] = []
    for number, span in notes:
        found += _seen_near(text, span, number)
    for stretch in _outside(len(text), [span for _, span in notes]):
        for passage in find_passages(text, stretch.start, stretch.end):
            found += _seen_near(text, passage, None)
    return tuple(sorted(found, key=lambda one: (one.span.start, one.span.end)))


def _seen_near(text: str, span: Span, note: str | None) -> list[Citation]:
    """The citations in a note or a paragraph, which no more than what stands near it can change."""
    start = max(0, span.start - _NEAR)
    near = text[start : span.end + _NEAR]
    found = _seen(near, Span(span.start - start, span.end - start), note)
    return [replace(one, span=Span(one.span.start + start, one.span.end + start)) for one in found]


@lru_cache(maxsize=_MOST)
def _seen(near: str, span: Span, note: str | None) -> tuple[Citation, ...]:
    return tuple(find_in_passage(near, span) if note is None else find_in_note(near, note, span))


def _outside(length: int, taken: Sequence[Span]) -> list[Span]:
    """What of a text lies outside the notes."""
    stretches: list[Span] = []
    at = 0
    for span in sorted(taken):
        if at < span.start:
            stretches.append(Span(at, span.start))
        at = max(at, span.end)
    if at < length:
        stretches.append(Span(at, length))
    return stretches
