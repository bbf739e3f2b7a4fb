"""A record in memory, made of documents and entries that a test writes down."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.documents.model import Document, Note, Paragraph
from onrecord.mechanisms.model import Entry, ReviewFacts
from onrecord.record.model import StoredDocument


def _bare(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c if c.isalnum() else " " for c in apart if not unicodedata.combining(c))
    return " ".join(letters.split())


@dataclass
class FakeRecord:
    """Answers what `ReadsRecord` asks from plain lists."""

    held: list[Document] = field(default_factory=list)
    said: list[Entry] = field(default_factory=list)
    facts: list[ReviewFacts] = field(default_factory=list)

    def documents(self) -> Sequence[StoredDocument]:
        return [
            StoredDocument(d.symbol, d.name, d.sha256, "upr_report", d.title, d.date, d.reissued, d.language,
                           d.pages, "2024-01-01T00:00:00Z", Path(d.name))
            for d in sorted(self.held, key=lambda d: d.symbol)
        ]  # fmt: skip

    def document(self, symbol: str) -> Document | None:
        return next((d for d in self.held if d.symbol == symbol), None)

    def paragraph(self, symbol: str, pinpoint: str) -> Paragraph | None:
        document = self.document(symbol)
        return document.paragraph(pinpoint) if document else None

    def notes(self, symbol: str, pinpoint: str) -> Sequence[Note]:
        document = self.document(symbol)
        return document.notes_of(pinpoint) if document else ()

    def entries(
        self,
        *,
        symbol: str | None = None,
        to: str | None = None,
        by: str | None = None,
        kind: str | None = None,
        cycle: int | None = None,
    ) -> Sequence[Entry]:
        return [
            e
            for e in self.said
            if symbol in (None, e.symbol)
            and to in (None, e.to)
            and (by is None or by in e.by)
            and kind in (None, e.kind)
            and cycle in (None, e.cycle)
        ]

    def reviews(self, state: str | None = None) -> Sequence[ReviewFacts]:
        return sorted((f for f in self.facts if state in (None, f.state)), key=lambda f: f.date)

    def paragraphs_with(self, words: str) -> Iterator[tuple[str, Paragraph]]:
        wanted = f" {_bare(words)} "
        for document in self.held:
            for paragraph in document.paragraphs:
                if wanted in f" {_bare(paragraph.text)} ":
                    yield document.symbol, paragraph
