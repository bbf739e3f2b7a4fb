"""What resolving asks of the record, in so few questions that a test can answer them without one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from onrecord.documents.model import Document
from onrecord.errors import PinpointError
from onrecord.un.pinpoint import Pinpoint, parse_pinpoints


class Shelved(Protocol):
    """A document on the record, as far as its name goes."""

    @property
    def symbol(self) -> str:
        """Its canonical symbol."""

    @property
    def title(self) -> str:
        """Its title as printed."""

    @property
    def date(self) -> str:
        """Its date, ISO 8601, or ""."""


class Reviewed(Protocol):
    """A review of which the report is on the record."""

    @property
    def symbol(self) -> str:
        """The report's symbol."""

    @property
    def state(self) -> str:
        """The State under review, ISO alpha-3."""

    @property
    def cycle(self) -> int | None:
        """The cycle of the Universal Periodic Review."""

    @property
    def date(self) -> str:
        """The day of the review, ISO 8601, or ""."""

    @property
    def distributed(self) -> str:
        """The day on which the report came out, ISO 8601, or ""."""


class Shelf(Protocol):
    """The record as resolving sees it; `record.model.ReadsRecord` answers all of it."""

    def documents(self) -> Sequence[Shelved]:
        """Every document on the record."""

    def document(self, symbol: str) -> Document | None:
        """The document as read, or None where it is not on the record."""

    def reviews(self, state: str | None = None) -> Sequence[Reviewed]:
        """The reviews of which a report is on the record."""


def missing_place(document: Document, pinpoint: str) -> str:
    """Why the document has no such place, in words; "" where it has it or nobody can tell.

    A document without any numbered paragraph, an annex, and a place in other words are never missing.
    """
    try:
        place = parse_pinpoints(pinpoint)[0]
    except PinpointError:
        return ""
    if place.annex or not any(paragraph.number for paragraph in document.paragraphs):
        return ""
    if not place.paragraph:
        marks = {note.mark for note in document.notes}
        return "" if place.note in marks else f"{document.symbol} has no note {place.note}"
    ends = [place.paragraph]
    if place.end and not place.end.startswith("("):
        ends.append(place.end)
    for number in ends:
        if document.paragraph(number) is None:
            return f"{document.symbol} as read has no paragraph {number}"
    return _missing_part(document, place)


def _missing_part(document: Document, place: Pinpoint) -> str:
    """Why the paragraph has no such letter or note."""
    if place.note and place.note not in {note.mark for note in document.notes_of(place.paragraph)}:
        return f"paragraph {place.paragraph} of {document.symbol} as read calls no note {place.note}"
    if not place.letters:
        return ""
    mark = f"({place.letters[0]})"
    parts = [
        paragraph
        for paragraph in document.paragraphs
        if place.paragraph in (paragraph.pinpoint, paragraph.parent)
    ]
    if any(mark in part.text or (part.number or "").strip("().") == place.letters[0] for part in parts):
        return ""
    return f"paragraph {place.paragraph} of {document.symbol} as read has no {mark}"
