"""A right letter made ready for planting: its check, and the places where a fault can be put."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import TypeVar

from onrecord.citations.model import Citation, Quotation, Span
from onrecord.letters.check import check
from onrecord.letters.check.kept import Kept
from onrecord.letters.model import Check, Letter, LetterNote, Marker
from onrecord.letters.read import parse_letter
from onrecord.mechanisms.model import Entry
from onrecord.record.model import ReadsRecord
from onrecord.un.states import FoundState, find_states

T = TypeVar("T")
HELD = frozenset({"verbatim", "verbatim_with_marked_changes"})
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


@dataclass(frozen=True)
class Edit:
    """Characters of the right letter replaced by others."""

    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Planted:
    """A letter with one fault: `text`, what was done to the right one, and where it now stands."""

    kind: str
    right: str
    edits: tuple[Edit, ...]

    @property
    def text(self) -> str:
        """The letter with the fault."""
        text = self.right
        for edit in sorted(self.edits, key=lambda one: one.start, reverse=True):
            text = text[: edit.start] + edit.words + text[edit.end :]
        return text

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the replaced characters stand in `text`."""
        spans, moved = [], 0
        for edit in sorted(self.edits, key=lambda one: one.start):
            spans.append(Span(edit.start + moved, edit.start + moved + len(edit.words)))
            moved += len(edit.words) - (edit.end - edit.start)
        return tuple(spans)

    def undone(self) -> str:
        """The right letter again, made from the faulty text alone and what was replaced."""
        text = self.text
        edits = sorted(self.edits, key=lambda one: one.start)
        for edit, span in reversed(list(zip(edits, self.spans, strict=True))):
            text = text[: span.start] + self.right[edit.start : edit.end] + text[span.end :]
        return text


class Right:
    """A letter, the record and the check of the one against the other."""

    def __init__(self, text: str, record: ReadsRecord) -> None:
        self.record = record if isinstance(record, Kept) else Kept(record)
        self.letter: Letter = parse_letter(text, "letter.txt")
        self.check: Check = check(self.letter, self.record)

    @property
    def text(self) -> str:
        """The letter's text."""
        return self.letter.text

    @cached_property
    def held(self) -> tuple[Quotation, ...]:
        """The quotations of the body that the record bears out at the place that the letter cites."""
        return tuple(
            q for q in self.check.quotations
            if q.verdict in HELD and q.at is not None and q.cited is not None and self.in_body(q.span.start)
        )  # fmt: skip

    @cached_property
    def entries(self) -> dict[Span, Entry]:
        """The entry that holds each of these quotations, where there is just one."""
        found: dict[Span, Entry] = {}
        for q in self.held:
            assert q.at is not None
            here = [
                e
                for e in self.record.entries(symbol=q.at.symbol)
                if q.at.paragraph in (e.pinpoint, e.paragraph)
            ]
            wanted = {w.lower() for w in WORD.findall(q.text)}
            fit = [
                e for e in here if len(wanted & {w.lower() for w in WORD.findall(e.text)}) > 0.7 * len(wanted)
            ]
            exact = [e for e in fit if e.pinpoint == q.at.paragraph] or fit
            if len({(e.kind, e.by) for e in exact}) == 1:
                found[q.span] = exact[0]
        return found

    def in_body(self, offset: int) -> bool:
        """Whether the place is in the body, not in the notes."""
        return self.letter.body.start <= offset < self.letter.body.end

    def paragraph(self, offset: int) -> Span:
        """The paragraph around a place of the body."""
        return next((p for p in self.letter.paragraphs if p.start <= offset < p.end), Span(offset, offset))

    def sentence(self, span: Span) -> Span:
        """The sentence around words of the body, by full stops outside the words."""
        around = self.paragraph(span.start)
        before = self.text[around.start : span.start]
        cut = max(
            (m.end() for m in re.finditer(r"[.?!][”\"»’)]?[\d⁰-⁹¹²³\[\]^]*\s+(?=[A-Z“\"«‘])", before)),
            default=0,
        )
        after = re.compile(r"[.?!][”\"»’)]?[\d⁰-⁹¹²³\[\]^]*(?=\s+[A-Z“\"«‘]|\s*$)").search(
            self.text, span.end, around.end
        )
        return Span(around.start + cut, after.end() if after else around.end)

    def states_in(self, span: Span) -> list[FoundState]:
        """The States named in a span, at offsets of the letter."""
        return [
            FoundState(span.start + f.start, span.start + f.end, f.state, f.as_written)
            for f in find_states(self.text[span.start : span.end])
        ]  # fmt: skip

    def cites(self, sentence: Span) -> bool:
        """Whether a sentence of the body cites a document that is on the record."""
        called = {m.number for m in self.letter.markers if sentence.start <= m.span.start <= sentence.end}
        return any(
            c.status == "resolved"
            and (c.note in called if c.note else sentence.start <= c.span.start < sentence.end)
            for c in self.check.citations
        )

    def citation_of(self, quotation: Quotation) -> Citation:
        """The citation that covers a quotation."""
        assert quotation.cited is not None
        return self.check.citations[quotation.cited]

    def pinpoint_span(self, citation: Citation) -> Span | None:
        """Where a citation's one paragraph number stands in the text."""
        if len(citation.pinpoints) != 1:
            return None
        at = self.text.find(citation.pinpoints[0], citation.span.start, citation.span.end + 40)
        while at > 0 and (self.text[at - 1].isdigit() or self.text[at - 1] in "/."):
            at = self.text.find(citation.pinpoints[0], at + 1, citation.span.end + 40)
        return Span(at, at + len(citation.pinpoints[0])) if at >= 0 else None

    def marker_with_spaces(self, marker: Marker) -> Span:
        """A marker with the brackets or signs that belong to it."""
        start, end = marker.span
        if self.text[start:end].isdigit():
            if self.text[max(0, start - 2) : start] == "[^" and self.text[end : end + 1] == "]":
                return Span(start - 2, end + 1)
            if self.text[max(0, start - 1) : start] == "[" and self.text[end : end + 1] == "]":
                return Span(start - 1, end + 1)
        return Span(start, end)

    def note_line(self, note: LetterNote) -> Span:
        """A note with its number: from the start of its line to the end of its words."""
        start = self.text.rfind("\n", 0, note.span.start) + 1
        return Span(start, note.span.end)

    def sole(self, note: LetterNote) -> bool:
        """Whether the note's number stands on the note's own line."""
        return note.number in self.text[self.note_line(note).start : note.span.start]

    def words_of(self, quotation: Quotation) -> Iterator[re.Match[str]]:
        """The words of a quotation, apart from those in brackets, not its first one."""
        shut = [m.span() for m in re.finditer(r"\[[^\]]*\]", self.text)]
        for at, word in enumerate(WORD.finditer(self.text, *quotation.span)):
            if at and not any(a <= word.start() < b for a, b in shut):
                yield word


def any_of(rng: Random, things: Iterable[T]) -> list[T]:
    """The things in random order."""
    every = list(things)
    rng.shuffle(every)
    return every
