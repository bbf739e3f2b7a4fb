"""Cards: short excerpts of documents with their places, for a record without the documents themselves."""

from __future__ import annotations

import csv
import hashlib
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import resources
from itertools import groupby
from pathlib import Path

from onrecord.documents.model import Document, Note, NoteCall, Paragraph
from onrecord.mechanisms.model import Entry, PositionAt, Reading, ReviewFacts
from onrecord.record.record import Record
from onrecord.record.store import as_rows, write

KIND = "cards"
READER = "cards"
CUT = "[…]"
ADDED = "2026-10-01T00:00:00+00:00"  # fixed, so that the example's record is always the same
STATES_OF_A_TEXT = re.compile(r"\s*\([^()]*\)\s*[;.]?$")

Row = dict[str, str]


def letter_text() -> str:
    """The example's letter."""
    return _read("letter.txt")


def add_cards(record: Record) -> tuple[str, ...]:
    """Puts the example's cards on the record, one document for each symbol; returns the symbols.

    What is stored says of itself that it is cards: its kind is "cards", its original the plain text of
    the excerpts. Adding them twice changes nothing.
    """
    documents = list(csv.DictReader(_read("documents.csv").splitlines()))
    cards = list(csv.DictReader(_read("cards.csv").splitlines()))
    for about in documents:
        _add(record, about, [card for card in cards if card["symbol"] == about["symbol"]])
    return tuple(about["symbol"] for about in documents)


def as_document(about: Row, cards: Sequence[Row]) -> tuple[Document, Reading, str]:
    """A document's cards as a document, its entries, and the plain text that is kept as its original."""
    paragraphs = tuple(_paragraphs(cards))
    notes = tuple(
        Note(
            mark=card["note"],
            text=f"{CUT} {card['words']} {CUT}",
            page=int(card["page"]),
            called_at=card["paragraph"],
        )
        for card in cards
        if card["note"]
    )
    original = _original(about, paragraphs, notes)
    document = Document(
        name=f"{about['symbol'].replace('/', '-')}.cards.txt",
        sha256=hashlib.sha256(original.encode()).hexdigest(),
        format="text",
        pages=int(about["pages"]),
        paragraphs=paragraphs,
        notes=notes,
        symbol=about["symbol"],
        reissued=about["reissued"] == "yes",
        title=about["title"],
        date=about["date"],
    )
    entries = tuple(_entry(about, card) for card in cards if card["kind"])
    return document, Reading(KIND, entries, _review(about)), original


def _add(record: Record, about: Row, cards: Sequence[Row]) -> None:
    document, reading, original = as_document(about, cards)
    with tempfile.TemporaryDirectory(prefix="onrecord-") as folder:
        path = Path(folder) / document.name
        path.write_bytes(original.encode())
        record.originals.keep(path, document.sha256, ".txt")
    with record.database.writing() as connection:
        write(connection, as_rows(document, reading), len(original.encode()), ADDED, READER)


def _paragraphs(cards: Sequence[Row]) -> Iterator[Paragraph]:
    noted = {card["paragraph"]: card["note"] for card in cards if card["note"]}
    shown = [card for card in cards if not card["note"]]
    for pinpoint, group in groupby(shown, key=_pinpoint):
        pieces = list(group)
        parent = pieces[0]["paragraph"] if "." in pinpoint else None
        text = f" {CUT} ".join(f"{_letter(piece)}{piece['words']}" for piece in pieces)
        whole = text[:1].isupper() and len(pieces) == 1
        text = text if whole else f"{CUT} {text}"
        mark = noted.get(pinpoint)
        yield Paragraph(
            number=pinpoint,
            text=text,
            page=int(pieces[0]["page"]),
            parent=parent,
            note_calls=(NoteCall(mark, len(text)),) if mark else (),
        )


def _pinpoint(card: Row) -> str:
    return card["number"] if "." in card["number"] else card["paragraph"]


def _letter(card: Row) -> str:
    return f"{card['number']} " if card["number"].startswith("(") else ""


def _entry(about: Row, card: Row) -> Entry:
    asked = card["kind"] == "recommendation"
    entry = Entry(
        kind=card["kind"],
        symbol=card["symbol"],
        section=card["section"],
        paragraph=card["paragraph"],
        page=int(card["page"]),
        text=STATES_OF_A_TEXT.sub("", card["words"]) if asked else card["words"],
        as_printed=card["words"],
        number=card["number"] or None,
        by=(card["by"],) if card["by"] else (),
        by_as_printed=(card["by_as_printed"],) if card["by_as_printed"] else (),
        to=about["state"],
        cycle=int(about["cycle"]),
        session=int(about["session"]),
        date=about["review_date"],
        note=card["note"],
    )
    if not asked:
        return entry
    at = PositionAt(card["symbol"], card["position_at"])
    return replace(
        entry, position=card["position"], position_as_written=card["position_words"], position_at=at
    )


def _review(about: Row) -> ReviewFacts:
    return ReviewFacts(
        symbol=about["symbol"],
        state=about["state"],
        session=int(about["session"]),
        cycle=int(about["cycle"]),
        date=about["review_date"],
        adopted=about["adopted"],
        distributed=about["date"],
        questions_from=tuple(about["questions_from"].split()),
    )


def _original(about: Row, paragraphs: Sequence[Paragraph], notes: Sequence[Note]) -> str:
    lines = [
        "CARDS: excerpts, not the whole document.",
        f"Quoted from {about['symbol']}, {about['title']} ({about['date']}), United Nations.",
        "",
    ]
    lines += [f"Page {p.page}. Para. {p.pinpoint}: {p.text}" for p in paragraphs]
    lines += [f"Page {n.page}. Para. {n.called_at}, note {n.mark}: {n.text}" for n in notes]
    return "\n".join(lines) + "\n"


def _read(name: str) -> str:
    return (resources.files("onrecord.letters.example") / name).read_text(encoding="utf-8")
