"""Finds every citation of a letter, in its notes and in its running text; nothing is resolved here."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.citations.in_notes import find_in_note
from onrecord.citations.in_running_text import find_in_running_text
from onrecord.citations.model import Citation, Span


def find_citations(text: str, *, notes: Sequence[tuple[str, Span]] = ()) -> tuple[Citation, ...]:
    """The citations of `text` in the order of their first characters, all unresolved.

    `notes` are (number, span of the note's words); all outside them is running text. A source that is
    no United Nations document stays in the list (kind "other"), so that a following "Id." does not
    attach to the one before it. For each, text[span] == as_written.
    """
    found: list[Citation] = []
    for number, span in notes:
        found += find_in_note(text, number, span)
    for stretch in _outside(len(text), [span for _, span in notes]):
        found += find_in_running_text(text, stretch)
    return tuple(sorted(found, key=lambda one: (one.span.start, one.span.end)))


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
