"""A record in memory, made of documents and entries that a test writes down."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.documents.model import Document, Note, Paragraph
from onrecord.mechanisms.model import Entry, PositionAt, ReviewFacts
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


SYMBOL = "A/HRC/90/7"
REVIEW = ReviewFacts(SYMBOL, "NOR", 17, 2, "2013-10-21", "2013-10-24", "2013-12-02", questions_from=("DEU",))
_TEXTS = {
    "1": "The review of Norway was held at the 1st meeting on 21 October 2013.",
    "26": "During the interactive dialogue, statements were made by 60 delegations. "
    "Three delegations were not able to make their statements.",
    "28": "Canada welcomed the progress made. It recommended that Norway: (a) ratify the Optional Protocol; "
    "(b) ensure the non-refoulement of every person who may face torture abroad.",
    "30": "The Netherlands looked forward to further explanations on the protection of refugees from the north.",
    "43": "Norway explained that every asylum seeker is heard in person before a decision is taken.",
    "131": "The recommendations below enjoy the support of Norway:",
    "132": "The recommendations below did not enjoy the support of Norway:",
    "133": "The recommendations below will be examined by Norway in due time:",
}
_LISTED = {
    ("131", "1"): ("Continue its programme of human rights education in every school", "FRA", "France"),
    ("132", "1"): ("Stop the detention of children who seek asylum without delay", "JPN", "Japan"),
    ("132", "2"): ("Abolish the reservations that it made to both Covenants", "CUB", "Cuba"),
    ("133", "1"): (
        "Publish each year the number of persons returned to third countries",
        "CZE",
        "Czech Republic",
    ),
}
_POSITIONS = {"131": "supported", "132": "noted", "133": "pending"}


def entry(kind: str, paragraph: str, text: str, by: str, **more: Any) -> Entry:
    """An entry of the sample report."""
    section = "conclusions" if "." in (more.get("number") or "") else "dialogue"
    return Entry(
        kind,
        SYMBOL,
        section,
        paragraph,
        3,
        text,
        by=(by,),
        to="NOR",
        cycle=2,
        session=17,
        date=REVIEW.date,
        **more,
    )


def sample_document() -> Document:
    """A report of our own: a dialogue, three lists, a note of those not heard."""
    paragraphs = [Paragraph(number, text, 2) for number, text in _TEXTS.items()]
    for (parent, number), (text, _, name) in _LISTED.items():
        paragraphs.append(Paragraph(f"{parent}.{number}", f"{text} ({name});", 3, parent=parent))
    note = Note("***", "Chile, Republic of Korea.", 2, "26")
    return Document("norway.pdf", "0" * 64, "pdf", 4, tuple(paragraphs), (note,), ("A/HRC/90/7*",), SYMBOL, True,
                    "Report of the Working Group on the Universal Periodic Review: Norway", "2013-12-02")  # fmt: skip


def sample_record() -> FakeRecord:
    """A record that holds the sample report."""
    at = {parent: PositionAt(SYMBOL, parent) for parent in _POSITIONS}
    said = [
        entry("not_heard", "26", "Republic of Korea", "KOR", note="***"),
        entry("statement", "28", _TEXTS["28"], "CAN"),
        entry("recommendation", "28", "ratify the Optional Protocol", "CAN", number="(a)", position="not_stated"),
        entry("recommendation", "28", "ensure the non-refoulement of every person who may face torture abroad",
              "CAN", number="(b)", position="noted", position_at=at["132"]),
        entry("statement", "30", _TEXTS["30"], "NLD"),
        entry("reply", "43", _TEXTS["43"], "NOR"),
        *(entry("recommendation", parent, text, by, number=f"{parent}.{number}", by_as_printed=(name,),
                position=_POSITIONS[parent], position_at=at[parent])
          for (parent, number), (text, by, name) in _LISTED.items()),
    ]  # fmt: skip
    return FakeRecord([sample_document()], said, [REVIEW])
