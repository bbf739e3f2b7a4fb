"""A letter as read, and what a check of it finds."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.citations.model import Citation, Place, Quotation, Span


@dataclass(frozen=True, slots=True)
class Marker:
    """A note's number where the text calls it; `span` is the marker alone in `Letter.text`."""

    number: str
    span: Span


@dataclass(frozen=True, slots=True)
class LetterNote:
    """A note of the letter: `span` covers its words without the number."""

    number: str
    span: Span


@dataclass(frozen=True, slots=True)
class Ask:
    """A question or recommendation that the letter asks for; `name` is stable: Q1, Q2, R1."""

    name: str
    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as read. Every span counts characters of `text`, which is the file's own text.

    `body` covers all before the notes. `date` is the letter's own date (ISO 8601) or "". `problems`
    says what was doubtful about reading the file, such as a guessed encoding.
    """

    name: str
    text: str
    body: Span
    paragraphs: tuple[Span, ...]
    markers: tuple[Marker, ...]
    notes: tuple[LetterNote, ...]
    asks: tuple[Ask, ...] = ()
    date: str = ""
    problems: tuple[str, ...] = ()

    def line_of(self, offset: int) -> int:
        """The line, from 1, on which the character at `offset` stands."""
        return self.text.count("\n", 0, offset) + 1


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a finding rests on: a place on the record, or another place in the letter (`span`)."""

    why: str
    place: Place | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a comparison between the letter and its source, in the order of both.

    `kind` is "same", "source" (only the source has them), "letter" (only the letter has them) or "marked"
    (the letter has them and shows by brackets that they are its own).
    """

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `Letter.text[span]` by `text`; an empty span inserts, an empty text takes out."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Repair:
    """How a finding can be mended: exact edits that do not overlap, and on what they rest.

    A rule gives one only where the record, or the letter's own text, leaves no choice.
    """

    edits: tuple[Edit, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check says. `severity` is "error", "warning" or "notice".

    `difference` holds the letter's words against the source's; `repair` mends what was found, where it can.
    """

    rule: str
    severity: str
    span: Span
    line: int
    message: str
    evidence: tuple[Evidence, ...] = ()
    suggestion: str = ""
    difference: tuple[Stretch, ...] = ()
    repair: Repair | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """A letter held against the record. `topics` are the names of the topics that it was taken to be about."""

    letter: Letter
    citations: tuple[Citation, ...]
    quotations: tuple[Quotation, ...]
    findings: tuple[Finding, ...]
    documents: tuple[str, ...] = field(default=())
    topics: tuple[str, ...] = ()
