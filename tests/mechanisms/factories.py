"""Documents of a few paragraphs, made by hand."""

from __future__ import annotations

from onrecord.documents.model import Document, Paragraph
from onrecord.mechanisms.model import ReviewFacts

FACTS = ReviewFacts("A/HRC/99/1", "NLD", 20, 2, "2014-10-27", "2014-10-30", "2014-12-10")
CHAPTER = ("II. Conclusions and/or recommendations",)


def paragraph(
    number: str, text: str, *, parent: str | None = None, heading: tuple[str, ...] = CHAPTER
) -> Paragraph:
    """A paragraph of the body on page 1."""
    return Paragraph(number, text, 1, parent=parent, headings=heading, heading=heading[-1] if heading else "")


def document(*paragraphs: Paragraph) -> Document:
    """A document of these paragraphs."""
    return Document("made.txt", "0" * 64, "text", 1, paragraphs, symbol=FACTS.symbol)
