"""Applies repairs to a text; all that no repair names stays, character for character."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.citations.model import Span
from onrecord.letters.model import Edit, Repair


@dataclass(frozen=True, slots=True)
class Applied:
    """A text after repairs: which were `done` (indices of those given), which `left`, and every edit made.

    `edits` are in the order of the text, none twice, none touching another.
    """

    text: str
    done: tuple[int, ...]
    left: tuple[int, ...]
    edits: tuple[Edit, ...]

    def moved(self, span: Span) -> Span:
        """Where the characters that stood at `span` of the old text now stand."""
        return Span(self._moved(span.start, after=False), self._moved(span.end, after=True))

    def _moved(self, at: int, *, after: bool) -> int:
        """Where an offset now stands; inside an edit, its beginning or, with `after`, its end."""
        shift = 0
        for edit in self.edits:
            if edit.span.start >= at and not (after and edit.span == Span(at, at)):
                break
            if edit.span.end > at:
                return edit.span.start + shift + (len(edit.text) if after else 0)
            shift += len(edit.text) - (edit.span.end - edit.span.start)
        return at + shift


def apply_repairs(text: str, repairs: Sequence[Repair]) -> Applied:
    """The text after every repair that touches none before it in the sequence; the others are `left`.

    Two repairs with the very same edit (one pinpoint that two quotations find wrong) do not stand in each
    other's way. A repair is made whole or not at all. Raises ValueError where an edit lies outside the text.
    """
    chosen: list[Edit] = []
    done: list[int] = []
    left: list[int] = []
    for index, repair in enumerate(repairs):
        edits = [edit for edit in repair.edits if edit not in chosen]
        for edit in edits:
            if not 0 <= edit.span.start <= edit.span.end <= len(text):
                raise ValueError(f"An edit at {edit.span} lies outside a text of {len(text)} characters.")
        if _are_apart([*chosen, *edits]):
            chosen += edits
            done.append(index)
        else:
            left.append(index)
    edits_made = tuple(sorted(chosen, key=lambda edit: edit.span))
    return Applied(edited(text, edits_made), tuple(done), tuple(left), edits_made)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text after these edits, which must be in order and apart."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*parts, text[at:]])


def _are_apart(edits: Sequence[Edit]) -> bool:
    """Whether no two edits share a character, or insert at one place or inside another."""
    spans = sorted(edit.span for edit in edits)
    starts = [span.start for span in spans]
    for index, span in enumerate(spans[1:], 1):
        before = spans[index - 1]
        if span.start < before.end or span == before or bisect_right(starts, span.start) - 1 > index:
            return False
    return True
