"""A letter as read, and what a check of it finds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.citations.model import Citation, Place, Quotation, Span
from onrecord.told import tell


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
    """A letter as read. Every span counts characters of `text`.

    `text` is the file's own text where `form` is "text"; for "docx", "doc", "rtf", "html" and "pdf" it is
    the plain text that `onrecord.letters.forms.letter.letter_of` describes, and `places` says of each
    paragraph and note where in the file it stands: (its first character in `text`, "paragraph 14").

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
    form: str = "text"
    places: tuple[tuple[int, str], ...] = ()

    def place_of(self, offset: int) -> str:
        """Where a person finds the character at `offset`: "line 49", "paragraph 14", "page 2, note 7"."""
        if not self.places:
            return tell("line %(line)s", line=self.line_of(offset))
        index = bisect_right(self.places, offset, key=lambda place: place[0]) - 1
        return self.places[max(0, index)][1]

    def places_of(self, offsets: Sequence[int], *, most: int = 0) -> str:
        """Where these characters stand: "line 23", "lines 23, 39, 41", "paragraphs 7, 9, note 3".

        Each place is named once; beyond `most` places (0 for no bound) the rest is an ellipsis.
        """
        named = list(dict.fromkeys(self.place_of(offset) for offset in offsets))
        shown = named[:most] if most else named
        rest = ["…"] if len(shown) < len(named) else []
        if self.places:
            return _together([*shown, *rest])
        numbers = [place.removeprefix("line ") for place in shown]
        listed = ", ".join([*numbers, *rest])
        return tell("lines %(lines)s", lines=listed) if len(named) > 1 else tell("line %(line)s", line=listed)

    def line_of(self, offset: int) -> int:
        """The line, from 1, on which the character at `offset` stands."""
        return self.text.count("\n", 0, offset) + 1


def _together(places: Sequence[str]) -> str:
    """Places in a row, those of one kind under one word: "paragraphs 7, 9, note 3"; pages part them."""
    if any("," in place for place in places):
        return "; ".join(places)
    said: list[str] = []
    for place in places:
        kind, _, number = place.rpartition(" ")
        before = said[-1] if said else ""
        if kind and before.startswith((f"{kind} ", f"{kind}s ")):
            said[-1] = f"{kind}s {before.split(' ', 1)[1]}, {number}"
        else:
            said.append(place)
    return ", ".join(said)


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
