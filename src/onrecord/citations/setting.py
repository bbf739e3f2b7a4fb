"""Where citations stand to one another: in which note, sentence and paragraph, beside which markers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.citations.model import Citation, Span
from onrecord.citations.passages import find_passages, find_sentences
from onrecord.citations.quotations import find_quotations

BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
NUMBER = "recommendation"
TOGETHER = re.compile(r"[\s,;]*(?:and|see also|see|cf\.)?[\s,;]*", re.IGNORECASE)


@dataclass(frozen=True)
class Setting:
    """A text with its citations, its notes (number, words) and its markers (number, place)."""

    text: str
    citations: tuple[Citation, ...]
    notes: tuple[tuple[str, Span], ...]
    markers: tuple[tuple[str, Span], ...]

    @cached_property
    def _of_notes(self) -> tuple[tuple[int, ...], ...]:
        """For each note, the indexes of its citations."""
        return tuple(
            tuple(
                at
                for at, one in enumerate(self.citations)
                if one.note == number and span.start <= one.span.start < span.end
            )
            for number, span in self.notes
        )

    def in_note(self, index: int) -> tuple[int, ...]:
        """The citations in the note with this index."""
        return self._of_notes[index]

    def in_same_note(self, at: int) -> tuple[int, ...]:
        """The citations in the note that holds citation `at`, itself among them."""
        return next((found for found in self._of_notes if at in found), ())

    def notes_numbered(self, number: str) -> tuple[int, ...]:
        """The indexes of the notes with this number."""
        return tuple(index for index, (own, _) in enumerate(self.notes) if own == number)

    def note_before(self, at: int) -> tuple[int | None, str]:
        """The index of the note before the one that holds citation `at`; or None and the reason."""
        index = next(index for index, found in enumerate(self._of_notes) if at in found)
        if index == 0:
            return None, "no note stands before it"
        number, last = self.notes[index][0], self.notes[index - 1][0]
        if number.isdecimal() and last.isdecimal() and int(number) != int(last) + 1:
            wanted = str(int(number) - 1)
            if self.notes_numbered(wanted):
                return None, f"notes are out of order: {number} stands after {last}"
            return None, f"the note before it, {wanted}, is missing"
        return index - 1, ""

    def stand_together(self, one: Span, other: Span) -> bool:
        """Whether nothing but a joint stands between two citations: they are one reference."""
        return bool(TOGETHER.fullmatch(self.text[one.end : other.start]))

    @cached_property
    def passages(self) -> tuple[Span, ...]:
        """The paragraphs of the text."""
        return find_passages(self.text)

    def passage_at(self, offset: int) -> Span:
        """The paragraph that holds this character."""
        index = bisect_right(self.passages, offset, key=lambda one: one.start) - 1
        if index >= 0 and offset < self.passages[index].end:
            return self.passages[index]
        return Span(offset, offset)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the text; quotations and brackets do not cut them."""
        found: list[Span] = []
        for passage in self.passages:
            shut = [one.span for one in find_quotations(self.text, [passage]) if one.closed]
            brackets = BRACKETS.finditer(self.text, passage.start, passage.end)
            shut += [Span(*match.span()) for match in brackets]
            found += find_sentences(self.text, passage, shut)
        return tuple(found)

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds this character, or else its paragraph."""
        index = bisect_right(self.sentences, offset, key=lambda one: one.start) - 1
        if index >= 0 and offset < self.sentences[index].end:
            return self.sentences[index]
        return self.passage_at(offset)

    def noted_after(self, within: Span, offset: int) -> Sequence[int]:
        """The citations of the notes that the markers in `within` at or after `offset` call."""
        first = max(within.start, offset)
        called = {number for number, span in self.markers if first <= span.start <= within.end}
        notes = [index for index, (number, _) in enumerate(self.notes) if number in called]
        return [at for index in notes for at in self.in_note(index)]

    @cached_property
    def _in_text(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The citations of the running text that are no recommendation's number, and where they start.

        A number names no document; a letter may have thousands of them.
        """
        found = [at for at, one in enumerate(self.citations) if one.note is None and one.kind != NUMBER]
        found.sort(key=lambda at: self.citations[at].span.start)
        return tuple(found), tuple(self.citations[at].span.start for at in found)

    def in_text(self, within: Span) -> Sequence[int]:
        """The citations of the running text in `within` that name a document or stand for one."""
        found, starts = self._in_text
        return found[bisect_left(starts, within.start) : bisect_left(starts, within.end)]
