"""What the record holds and what others may ask of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from onrecord.documents.model import Document, Note, Paragraph
from onrecord.mechanisms.model import Entry, ReviewFacts


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document on the record, without its paragraphs. `added` is ISO 8601 in UTC."""

    symbol: str
    name: str
    sha256: str
    kind: str
    title: str
    date: str
    reissued: bool
    language: str
    pages: int
    added: str
    original: Path

    @property
    def leaves(self) -> int:
        """The pages as printed; 0 where the file has none of its own, such as a Word file or a web page."""
        return self.pages if self.original.suffix == ".pdf" else 0


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A paragraph or entry that holds the words; `snippet` marks them with « and »."""

    symbol: str
    pinpoint: str
    page: int
    kind: str
    snippet: str
    score: float
    by: tuple[str, ...] = ()
    to: str = ""


class ReadsRecord(Protocol):
    """The questions that checks and analyses put to a record. `Record` answers them from a database.

    Symbols are canonical ("A/HRC/25/5"), without the asterisk of a reissue.
    """

    def documents(self) -> Sequence[StoredDocument]:
        """Every document on the record, ordered by symbol."""

    def document(self, symbol: str) -> Document | None:
        """The document as read, or None where it is not on the record."""

    def paragraph(self, symbol: str, pinpoint: str) -> Paragraph | None:
        """The paragraph with this pinpoint ("28", "186.241", "114.1"), or None."""

    def notes(self, symbol: str, pinpoint: str) -> Sequence[Note]:
        """The notes that this paragraph calls."""

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

    def reviews(self, state: str | None = None) -> Sequence[ReviewFacts]:
        """The reviews of which a report is on the record, oldest first."""

    def paragraphs_with(self, words: str) -> Iterator[tuple[str, Paragraph]]:
        """(symbol, paragraph) pairs whose text holds these words in this order, case and accents aside."""


@runtime_checkable
class Versioned(Protocol):
    """A record that can change while it is open, and tells whether it did."""

    def version(self) -> str:
        """A mark of all that `ReadsRecord` answers from: another one after a document came, changed or went."""
