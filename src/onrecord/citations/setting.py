"""Where citations stand to one another: in which note, sentence and paragraph, beside which markers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.citations.model import Citation, Span
from onrecord.citations.passages import find_passages, find_sentences
from onrecord.citations.quotations import find_quotations

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
            if int(number) > int(last) + 1:
                return None, f"the note before it, {int(number) - 1}, is missing"
            return None, f"note {number} follows note {last}: the order is broken"
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
        return next((one for one in self.passages if one.start <= offset < one.end), Span(offset, offset))

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds this character; quotations and brackets do not cut it."""
        passage = self.passage_at(offset)
        shut = [one.span for one in find_quotations(self.text, [passage]) if one.closed]
        brackets = re.compile(r"\([^()]*\)|\[[^\[\]]*\]").finditer(self.text, passage.start, passage.end)
        shut += [Span(*match.span()) for match in brackets]
        for sentence in find_sentences(self.text, passage, shut):
            if sentence.start <= offset < sentence.end:
                return sentence
        return passage

    def noted_after(self, within: Span, offset: int) -> Sequence[int]:
        """The citations of the notes that the markers in `within` at or after `offset` call."""
        first = max(within.start, offset)
        called = {number for number, span in self.markers if first <= span.start <= within.end}
        notes = [index for index, (number, _) in enumerate(self.notes) if number in called]
        return [at for index in notes for at in self.in_note(index)]

    def in_text(self, within: Span) -> list[int]:
        """The citations of the running text that stand in `within`."""
        return [
            at
            for at, one in enumerate(self.citations)
            if one.note is None and within.start <= one.span.start < within.end
        ]
