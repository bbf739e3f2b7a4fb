"""A record that is asked each question once: what a check reads, it keeps until the check is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.analysis.model import ReviewTrace
from onrecord.analysis.topics import Topic
from onrecord.analysis.trace import trace_review
from onrecord.documents.model import Document, Note, Paragraph
from onrecord.letters.check.sources import Sources
from onrecord.mechanisms.model import Entry, ReviewFacts, SecondHand
from onrecord.record.model import ReadsRecord, StoredDocument
from onrecord.record.positions import settled_with_tellers

_Filters = tuple[str | None, str | None, str | None, str | None, int | None]


class Kept:
    """Answers what `ReadsRecord` asks, each question from the record only the first time.

    For one check, or for several of a letter that is being edited: only what changed in the letter is looked
    up anew. A record that changes meanwhile is not looked at again: `again.Checker` notices and makes a new one.
    """

    def __init__(self, record: ReadsRecord) -> None:
        self._record = record
        self.sources = Sources(self)
        self._documents: dict[str, Document | None] = {}
        self._paragraphs: dict[tuple[str, str], Paragraph | None] = {}
        self._entries: dict[_Filters, Sequence[Entry]] = {}
        self._reviews: dict[str | None, Sequence[ReviewFacts]] = {}
        self._settled: dict[str, tuple[Entry, ...]] = {}
        self._tellers: dict[str, dict[Entry, SecondHand]] = {}
        self._places: dict[str, dict[str, list[Entry]]] = {}
        self._traces: dict[tuple[str, str], ReviewTrace] = {}
        self._listed: Sequence[StoredDocument] | None = None

    def documents(self) -> Sequence[StoredDocument]:
        """Every document on the record, ordered by symbol."""
        if self._listed is None:
            self._listed = self._record.documents()
        return self._listed

    def document(self, symbol: str) -> Document | None:
        """The document as read, or None where it is not on the record."""
        if symbol not in self._documents:
            self._documents[symbol] = self._record.document(symbol)
        return self._documents[symbol]

    def paragraph(self, symbol: str, pinpoint: str) -> Paragraph | None:
        """The paragraph with this pinpoint, or None."""
        asked = symbol, pinpoint
        if asked not in self._paragraphs:
            held = self._documents.get(symbol)
            found = held.paragraph(pinpoint) if held else self._record.paragraph(symbol, pinpoint)
            self._paragraphs[asked] = found
        return self._paragraphs[asked]

    def notes(self, symbol: str, pinpoint: str) -> Sequence[Note]:
        """The notes that this paragraph calls."""
        return self._record.notes(symbol, pinpoint)

    def entries(
        self,
        *,
        symbol: str | None = None,
        to: str | None = None,
        by: str | None = None,
        kind: str | None = None,
        cycle: int | None = None,
    ) -> Sequence[Entry]:
        """Entries that meet every filter given, in the order of their documents."""
        asked = symbol, to, by, kind, cycle
        if asked not in self._entries:
            self._entries[asked] = self._record.entries(symbol=symbol, to=to, by=by, kind=kind, cycle=cycle)
        return self._entries[asked]

    def settled(self, symbol: str) -> tuple[Entry, ...]:
        """All entries of a document, recommendations with the position that stands by the whole record.

        None for "": a citation that leads to no document leads to no row of a table without a symbol either.
        """
        if not symbol:
            return ()
        if symbol not in self._settled:
            told = settled_with_tellers(self, self.entries(symbol=symbol))
            self._settled[symbol] = tuple(entry for entry, _ in told)
            self._tellers[symbol] = {entry: by for entry, by in told if by}
        return self._settled[symbol]

    def teller(self, entry: Entry) -> SecondHand | None:
        """The table that tells the position of a settled recommendation, where no document on the record does."""
        self.settled(entry.symbol)
        return self._tellers.get(entry.symbol, {}).get(entry)

    def settled_at(self, symbol: str, pinpoint: str) -> Sequence[Entry]:
        """Those of them with this pinpoint, or in the paragraph with this number, in the document's order."""
        if symbol not in self._places:
            places = self._places[symbol] = {}
            for entry in self.settled(symbol):
                for place in {entry.pinpoint, entry.paragraph}:
                    places.setdefault(place, []).append(entry)
        return self._places[symbol].get(pinpoint, ())

    def reviews(self, state: str | None = None) -> Sequence[ReviewFacts]:
        """The reviews of which a report is on the record, oldest first."""
        if state not in self._reviews:
            self._reviews[state] = self._record.reviews(state)
        return self._reviews[state]

    def trace(self, facts: ReviewFacts, topic: Topic) -> ReviewTrace:
        """What a report on the record shows of a topic."""
        asked = facts.symbol, topic.query
        if asked not in self._traces:
            self._traces[asked] = trace_review(self, facts, topic, self.settled(facts.symbol))
        return self._traces[asked]

    def paragraphs_with(self, words: str) -> Iterator[tuple[str, Paragraph]]:
        """(symbol, paragraph) pairs whose text holds these words in this order."""
        return self._record.paragraphs_with(words)
