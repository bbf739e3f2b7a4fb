"""The case that every rule looks at: the letter, the record, and what has been found out so far."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import accumulate, chain
from typing import TypeVar, cast

from onrecord.analysis.topics import Topic
from onrecord.analysis.trace import is_before_review
from onrecord.citations.model import Citation, Place, Quotation, Span
from onrecord.citations.passages import find_sentences
from onrecord.documents.model import Document
from onrecord.letters.check.kept import Kept
from onrecord.letters.model import Letter, LetterNote, Marker
from onrecord.mechanisms.model import Entry, ReviewFacts

T = TypeVar("T")

URL = re.compile(r"(?:https?://|www\.)\S+")
_LETTER = re.compile(r"\S")
_LONGEST_SENTENCE = 3000


@dataclass(frozen=True, slots=True)
class Mention:
    """A recommendation on the record and where the letter speaks of it.

    `span` is the quotation, the number in running text, or the marker of the note that cites it.
    `entries` are the parts that the letter can mean: one printed number can hold several texts.
    """

    span: Span
    entries: tuple[Entry, ...]
    quotation: Quotation | None = None
    citation: Citation | None = None

    @property
    def symbol(self) -> str:
        """The document that holds the recommendation."""
        return self.entries[0].symbol

    @property
    def pinpoint(self) -> str:
        """Where it stands there; mentions with one symbol and pinpoint speak of one recommendation."""
        return self.entries[0].pinpoint


@dataclass(frozen=True)
class Case:
    """A letter held against the record; nothing in it changes once it is made."""

    letter: Letter
    record: Kept
    citations: tuple[Citation, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    marks: tuple[Span, ...] = ()
    topics: tuple[Topic, ...] = ()
    mentions: tuple[Mention, ...] = ()
    # Of this very case: one made from it by `replace` begins anew.
    _once: dict[object, object] = field(default_factory=dict, repr=False, init=False)
    _own_words: dict[Span, str] = field(default_factory=dict, repr=False)

    def once(self, work: Callable[[Case], T]) -> T:
        """What `work` makes of the case, made once however many rules ask; keyed by the function."""
        if work not in self._once:
            self._once[work] = work(self)
        return cast(T, self._once[work])

    def words(self, span: Span) -> str:
        """The letter's own words at `span`, in one line."""
        return " ".join(self.letter.text[span.start : span.end].split())

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the body, in order."""
        return tuple(sorted(s for paragraph in self.letter.paragraphs for s in self._sentences_of(paragraph)))

    def sentences_from(self, start: int, end: int) -> tuple[Span, ...]:
        """The sentences of the body that begin at `start` or after it, and before `end`."""
        sentences = self.sentences
        first = bisect_left(sentences, start, key=lambda span: span.start)
        return sentences[first : bisect_left(sentences, end, key=lambda span: span.start)]

    def _sentences_of(self, paragraph: Span) -> Iterator[Span]:
        words = self.letter.text[paragraph.start : paragraph.end]
        base = paragraph.start
        shut = tuple(Span(mark.start - base, mark.end - base) for mark in self._marks_in(paragraph))
        for found in _sentences(words, shut):
            yield from (Span(part.start + base, part.end + base) for part in _in_reach(words, found))

    def own_words(self, span: Span) -> str:
        """The text at `span` with quotations, web addresses and markers of notes made blank, at the same offsets.

        A writer answers for the style of neither; a marker glued to a word ("statements1") would hide it.
        """
        if span not in self._own_words:
            markers = (marker.span for marker in self.markers_in(span))
            shut = [
                (max(mark.start, span.start) - span.start, min(mark.end, span.end) - span.start)
                for mark in (*self._marks_in(span), *markers)
            ]
            self._own_words[span] = _blanked(self.letter.text[span.start : span.end], tuple(shut))
        return self._own_words[span]

    def _marks_in(self, span: Span) -> Iterator[Span]:
        """The quotations that share a character with the span, in order."""
        starts, reaches = self.once(_marks_in_order)
        # How far the quotations up to each one reach: one that holds another is not passed over.
        for mark in self.marks[bisect_right(reaches, span.start) : bisect_left(starts, span.end)]:
            if span.start < mark.end:
                yield mark

    def sentence_at(self, offset: int) -> Span:
        """The sentence of the body, or else the whole note, that holds this character."""
        at = bisect_right(self.sentences, offset, key=lambda span: span.start) - 1
        body = self.sentences[at : at + 1] if at >= 0 else ()
        for span in chain(body, (note.span for note in self.letter.notes)):
            if span.start <= offset < max(span.end, span.start + 1):
                return span
        return Span(offset, offset)

    def paragraph_at(self, offset: int) -> Span:
        """The paragraph of the body that holds this character, or an empty span in the notes."""
        paragraphs = self.letter.paragraphs
        at = bisect_right(paragraphs, offset, key=lambda span: span.start) - 1
        if at >= 0 and paragraphs[at].start <= offset < paragraphs[at].end:
            return paragraphs[at]
        return Span(offset, offset)

    def in_body(self, offset: int) -> bool:
        """Whether this character stands before the notes."""
        return self.letter.body.start <= offset < self.letter.body.end

    def note(self, number: str) -> LetterNote | None:
        """The note with this number, or None."""
        return self.once(_notes_by_number).get(number)

    def markers_in(self, span: Span) -> tuple[Marker, ...]:
        """The markers that stand in the span or touch its end."""
        markers, starts = self.once(_markers_in_order)
        return markers[bisect_left(starts, span.start) : bisect_right(starts, span.end)]

    def call_of(self, citation: Citation) -> Span:
        """Where the body uses a citation: the marker of its note, or the citation's own place."""
        if citation.note is None:
            return citation.span
        return self.once(_first_calls).get(citation.note, citation.span)

    def cited_in(self, sentence: Span) -> tuple[Citation, ...]:
        """The citations that stand in this sentence or in the notes that it calls."""
        called = {marker.number for marker in self.markers_in(sentence)}
        return tuple(
            c
            for c in self.citations
            if (c.note in called if c.note is not None else sentence.start <= c.span.start < sentence.end)
        )

    def document(self, symbol: str) -> Document | None:
        """The document on the record, or None."""
        return self.record.document(symbol) if symbol else None

    def entries(self, symbol: str) -> tuple[Entry, ...]:
        """All entries of a document on the record, recommendations with the position that stands."""
        return self.record.settled(symbol)

    def entries_at(self, symbol: str, pinpoint: str) -> Sequence[Entry]:
        """The entries of a document with this pinpoint, or in the paragraph with this number."""
        return self.record.settled_at(symbol, pinpoint)

    @cached_property
    def reviews(self) -> dict[str, ReviewFacts]:
        """The reviews of which the report is on the record, by its symbol; a national report is none."""
        held = self.record.reviews()
        return {facts.symbol: facts for facts in held if facts.symbol and not is_before_review(facts)}

    @cached_property
    def cited_documents(self) -> tuple[str, ...]:
        """Symbols of the documents that the letter cites and the record holds, in order of citation."""
        symbols = dict.fromkeys(c.symbol for c in self.citations if c.symbol)
        return tuple(symbol for symbol in symbols if self.document(symbol) is not None)

    def place(self, symbol: str, pinpoint: str, words: str = "") -> Place:
        """A place on the record with its page, and with its words unless others are given."""
        number = pinpoint.partition(",")[0].partition(" (")[0]
        paragraph = self.record.paragraph(symbol, number)
        page = paragraph.page if paragraph else None
        return Place(symbol, pinpoint, page, words or (paragraph.text if paragraph else ""))

    def place_of(self, entry: Entry) -> Place:
        """The place of an entry, with its words."""
        return Place(entry.symbol, entry.pinpoint, entry.page, entry.text)


def _marks_in_order(case: Case) -> tuple[list[int], list[int]]:
    return [mark.start for mark in case.marks], list(accumulate((mark.end for mark in case.marks), max))


def _markers_in_order(case: Case) -> tuple[tuple[Marker, ...], list[int]]:
    markers = tuple(sorted(case.letter.markers, key=lambda marker: marker.span))
    return markers, [marker.span.start for marker in markers]


def _first_calls(case: Case) -> dict[str, Span]:
    return {marker.number: marker.span for marker in reversed(case.letter.markers)}


def _notes_by_number(case: Case) -> dict[str, LetterNote]:
    return {note.number: note for note in reversed(case.letter.notes)}


@lru_cache(maxsize=4096)
def _blanked(text: str, shut: tuple[tuple[int, int], ...]) -> str:
    """The text with these stretches and its web addresses made blank, at the same offsets."""
    parts: list[str] = []
    at = 0
    for start, end in sorted([*shut, *(found.span() for found in URL.finditer(text))]):
        if end > at:
            first = max(start, at)
            parts += (text[at:first], _LETTER.sub(" ", text[first:end]))
            at = end
    return "".join([*parts, text[at:]])


@lru_cache(maxsize=4096)
def _sentences(words: str, shut: tuple[Span, ...]) -> tuple[Span, ...]:
    """The sentences of a paragraph with these words, remembered: few paragraphs change at an edit."""
    return find_sentences(words, Span(0, len(words)), shut)


def _in_reach(words: str, sentence: Span) -> Iterator[Span]:
    """The sentence; in parts where it is longer than anybody writes one, as rules compare all that stands in it."""
    start = sentence.start
    while sentence.end - start > _LONGEST_SENTENCE:
        blank = words.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        end = blank if blank > 0 else start + _LONGEST_SENTENCE
        yield Span(start, end)
        start = end
    yield Span(start, sentence.end)


def inside(offset: int, spans: Sequence[Span]) -> bool:
    """Whether the character stands in one of the spans."""
    return any(span.start <= offset < span.end for span in spans)
