"""What stands at a pinpoint: the paragraph, its notes, and the entries read from it."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from difflib import get_close_matches
from typing import Any

from onrecord.documents.model import Document, Note, Paragraph
from onrecord.errors import NotOnRecord, PinpointError
from onrecord.mechanisms.model import Entry
from onrecord.record.model import ReadsRecord
from onrecord.record.positions import Resolved, answers_on, resolve, settled_entry
from onrecord.record.record import Record
from onrecord.un.pinpoint import Pinpoint, find_pinpoints
from onrecord.un.symbol import Symbol, find_symbols

_NAMED = 4


@dataclass(frozen=True, slots=True)
class PlaceOnRecord:
    """A place as asked for: `paragraph` holds it whole, `notes` and `entries` are those asked for.

    `resolved` tells what became of each entry by all documents on the record; None for what is no
    recommendation. The entries have the position that stands by them.
    """

    symbol: str
    pinpoint: str
    page: int
    paragraph: Paragraph
    notes: tuple[Note, ...]
    entries: tuple[Entry, ...]
    resolved: tuple[Resolved | None, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The place as `onrecord show --json` prints it."""
        paragraph = self.paragraph
        return {
            "symbol": self.symbol,
            "pinpoint": self.pinpoint,
            "page": self.page,
            "paragraph": paragraph.pinpoint,
            "heading": paragraph.heading,
            "headings": list(paragraph.headings),
            "text": paragraph.text,
            "notes": [{"mark": note.mark, "text": note.text, "page": note.page} for note in self.notes],
            "entries": [
                {**entry.as_json(), "resolved": found.as_json() if found else None}
                for entry, found in zip(self.entries, self.resolved, strict=True)
            ],
        }


def parse_reference(text: str) -> tuple[Symbol, tuple[Pinpoint, ...]]:
    """A symbol and the places named after it: "A/HRC/11/25, paras. 28 (g) and 30".

    Small letters will do ("a/hrc/25/5 186.241"). PinpointError where there is no symbol, or where
    what follows it is no place.
    """
    found = find_symbols(text) or find_symbols(text.upper())
    if not found or text[: found[0].start].strip():
        raise PinpointError(
            f"“{text}” does not begin with the symbol of a document.",
            hint='Write it like this: "A/HRC/25/5, para. 186.241".',
        )
    rest = text[found[0].end :].strip(" ,.;*")
    if not rest:
        return found[0].symbol, ()
    places: tuple[Pinpoint, ...] = ()
    at = text.index(rest, found[0].end)
    while text[at:].strip(" .,;"):
        more, end = find_pinpoints(text, at, bare=True)
        if not more:
            raise PinpointError(
                f"“{text[at:].strip()}” names no place in a document.",
                hint='Write it like this: "para. 26", "paras. 28 (g) and 30", "186.241", "26, note ***".',
            )
        places, at = places + more, end
    return found[0].symbol, places


def places_at(record: ReadsRecord, symbol: str, pinpoints: tuple[Pinpoint, ...]) -> list[PlaceOnRecord]:
    """What stands at these places of one document, in the order asked; a range gives each paragraph.

    NotOnRecord where the document is not on the record, or has no such place.
    """
    document = record.document(symbol)
    if document is None:
        raise _not_on_record(record, symbol)
    entries = tuple(record.entries(symbol=symbol))
    found: list[PlaceOnRecord] = []
    for pinpoint in pinpoints:
        paragraphs = _paragraphs(document, pinpoint)
        if not paragraphs:
            raise _no_such_place(document, pinpoint)
        found += [_place(document, paragraph, pinpoint, entries) for paragraph in paragraphs]
    return _with_positions(record, entries, found)


def _with_positions(
    record: ReadsRecord, of_document: tuple[Entry, ...], places: list[PlaceOnRecord]
) -> list[PlaceOnRecord]:
    """The places, each recommendation with what became of it."""
    asked = [e for place in places for e in place.entries if e.kind == "recommendation"]
    if not asked:
        return [replace(place, resolved=(None,) * len(place.entries)) for place in places]
    answers = answers_on(record, {e.to for e in asked if e.to})
    told = []
    for place in places:
        resolved = tuple(
            resolve(e, of_document, answers) if e.kind == "recommendation" else None for e in place.entries
        )
        entries = tuple(
            settled_entry(e, found) if found else e for e, found in zip(place.entries, resolved, strict=True)
        )
        told.append(replace(place, entries=entries, resolved=resolved))
    return told


def described(record: Record, symbol: str) -> dict[str, Any]:
    """A document on the record in figures, with its review and its doubts. NotOnRecord as above."""
    stored, document = record.stored(symbol), record.document(symbol)
    if stored is None or document is None:
        raise _not_on_record(record, symbol)
    reviews = [asdict(review) for review in record.reviews() if review.symbol == symbol]
    return {
        **{key: str(value) if key == "original" else value for key, value in asdict(stored).items()},
        "paragraphs": len(document.paragraphs),
        "notes": len(document.notes),
        "entries": len(record.entries(symbol=symbol)),
        "editions": len(record.editions(symbol)),
        "review": reviews[0] if reviews else None,
        "problems": list(record.problems(symbol)),
    }


def _not_on_record(record: ReadsRecord, symbol: str) -> NotOnRecord:
    """What is on the record instead, the symbols most alike first, and what to do."""
    held = [stored.symbol for stored in record.documents() if stored.symbol]
    alike = get_close_matches(symbol, held, n=_NAMED, cutoff=0) if held else []
    more = f" and {len(held) - len(alike)} more" if len(held) > len(alike) else ""
    there = f"On it are {', '.join(alike)}{more}." if held else "Nothing is on it yet."
    return NotOnRecord(
        f"{symbol} is not on the record.",
        hint=f"{there} Fetch the document as PDF and: onrecord add FILE",
    )


def _paragraphs(document: Document, pinpoint: Pinpoint) -> list[Paragraph]:
    if pinpoint.note and not pinpoint.paragraph:
        callers = [note.called_at or "" for note in document.notes if note.mark == pinpoint.note]
        return [paragraph for caller in callers if (paragraph := document.paragraph(caller))]
    if pinpoint.end and not pinpoint.end.startswith("("):
        return [paragraph for paragraph in document.paragraphs if pinpoint.covers(paragraph.pinpoint)]
    paragraph = document.paragraph(pinpoint.paragraph)
    return [] if paragraph is None else [paragraph]


def _place(
    document: Document, paragraph: Paragraph, asked: Pinpoint, entries: tuple[Entry, ...]
) -> PlaceOnRecord:
    """One paragraph, with the entries and notes that the pinpoint asks for."""
    notes = document.notes_of(paragraph.pinpoint)
    own = tuple(entry for entry in entries if paragraph.pinpoint in {entry.paragraph, entry.pinpoint})
    pinpoint = paragraph.pinpoint
    if asked.letters:
        pinpoint = f"{pinpoint} ({asked.letters[0]})"
        own = tuple(entry for entry in own if entry.pinpoint == pinpoint)
    if asked.note:
        pinpoint = f"{pinpoint}, note {asked.note}"
        notes = tuple(note for note in notes if note.mark == asked.note)
        own = tuple(entry for entry in own if entry.note == asked.note)
    page = own[0].page if own else notes[0].page if asked.note and notes else paragraph.page
    if asked.letters and not own:
        at = paragraph.text.find(f"({asked.letters[0]})")
        if at < 0:
            raise _no_such_letter(document, paragraph, asked)
        page = paragraph.page_at(at)
    return PlaceOnRecord(document.symbol, pinpoint, page, paragraph, notes, own)


_LETTERS = re.compile(r"\(([a-z])\)")


def _no_such_letter(document: Document, paragraph: Paragraph, asked: Pinpoint) -> NotOnRecord:
    letters = list(dict.fromkeys(_LETTERS.findall(paragraph.text)))
    there = f"It has ({letters[0]}) to ({letters[-1]})." if letters else "It is not divided by letters."
    return NotOnRecord(
        f"{document.symbol}, para. {paragraph.pinpoint}, has no ({asked.letters[0]}).", hint=there
    )


def _no_such_place(document: Document, asked: Pinpoint) -> NotOnRecord:
    numbers = [paragraph.pinpoint for paragraph in document.paragraphs if paragraph.number]
    near = [number for number in numbers if number.split(".")[0] == asked.paragraph.split(".")[0]] or numbers
    hint = f"Paragraphs there run from {near[0]} to {near[-1]}." if near else "It has no numbered paragraphs."
    return NotOnRecord(f"{document.symbol} has no paragraph {asked}.", hint=hint)
