"""A record in miniature, for tests of resolving."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.documents.model import Document, Note, Paragraph


@dataclass(frozen=True)
class Review:
    symbol: str
    state: str
    cycle: int
    date: str
    distributed: str


def document(symbol: str, numbers: str, notes: Sequence[Note] = (), title: str = "") -> Document:
    """A document with a paragraph for each number; "28=(g) take" gives the words too."""
    paragraphs = []
    for number in numbers.split(", "):
        name, _, words = number.partition("=")
        paragraphs.append(Paragraph(name, words or f"Words of {name}.", 1))
    kept = (tuple(paragraphs), tuple(notes))
    return Document(symbol, "0" * 64, "text", 1, *kept, symbol=symbol, title=title)


class Shelf:
    """Holds two reports on China; answers what `citations.shelf.Shelf` asks."""

    def __init__(self, *more: Document, reviews: Sequence[Review] = ()) -> None:
        kept = (
            document(
                "A/HRC/11/25",
                "5, 26, 27, 28=(g) take immediate measures; (h) next, 30, 82=(a) review, 112, 117",
                [Note("***", "Republic of Korea", 9, "26")],
            ),
            document("A/HRC/25/5", "4, 66, 132, 133, 186, 186.66, 186.241, 186.242, 186.243"),
        )
        self._documents = {one.symbol: one for one in (*kept, *more)}
        self._reviews = (
            Review("A/HRC/11/25", "CHN", 1, "2009-02-09", "2009-10-05"),
            Review("A/HRC/25/5", "CHN", 2, "2013-10-22", "2013-12-04"),
            *reviews,
        )

    def documents(self) -> Sequence[Document]:
        return list(self._documents.values())

    def document(self, symbol: str) -> Document | None:
        return self._documents.get(symbol)

    def reviews(self, state: str | None = None) -> Sequence[Review]:
        return [one for one in self._reviews if state in (None, one.state)]
