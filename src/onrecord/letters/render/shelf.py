"""The source cards: each place on the record that a dossier leans on, once, with its picture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any
from urllib.parse import quote

from onrecord.citations.model import Place, Span
from onrecord.documents.model import Box, Document, LineSpan, Note, Paragraph
from onrecord.letters.render.facts import MOST_FACTS, facts_of
from onrecord.letters.render.marked import find_words, highlighted
from onrecord.letters.render.page_pictures import PagePictures
from onrecord.letters.render.sheet import Card, Link, Passage, Picture
from onrecord.letters.render.words import counted, para
from onrecord.mechanisms.model import Entry, SecondHand
from onrecord.record.model import ReadsRecord, StoredDocument
from onrecord.record.positions import settled_with_tellers

PAGED = "pdf"
CARDS = "cards"  # the kind of a document of which only excerpts are on the record
MOST_PASSAGES = 4
MOST_OF_A_TEXT = 0.95
# A canonical pinpoint: "28", "28 (g)", "186.241", "1098-1114", "26, note ***".
CANONICAL = re.compile(r"^(?P<main>[^\s,(–-]+)(?:[-–](?P<end>[^\s,(]+))?[^,]*(?:, note (?P<note>.+))?$")

LETTER = re.compile(r"\([a-z]{1,4}\)")
SEVERAL = re.compile(r", (?!note )")


@dataclass
class _Demand:
    """What was asked of one place so far."""

    symbol: str
    main: str
    end: str
    note: str
    number: int
    pinpoints: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    used_by: list[Link] = field(default_factory=list)

    @property
    def letters(self) -> list[str]:
        """The letters in the paragraph that were asked for: "(g)"."""
        return sorted({point.removeprefix(self.main).strip() for point in self.pinpoints} - {""})

    @property
    def anchor(self) -> str:
        return f"s{self.number}"


class Shelf:
    """Hands out cards by place, and makes them when every use is known."""

    def __init__(self, record: ReadsRecord) -> None:
        self._record = record
        self._stored = {document.symbol: document for document in record.documents()}
        self._demands: dict[tuple[str, str, str, str], _Demand] = {}
        self._documents: dict[str, Document | None] = {}
        self._settled: dict[str, dict[Entry, SecondHand | None]] = {}

    def ask(self, symbol: str, pinpoint: str, words: str = "", used_by: Link | None = None) -> str:
        """The anchor of the card for a place, or "" where the record does not hold it.

        `words` are highlighted and framed on the card; `used_by` is listed there as what rests on it.
        """
        # A quotation can be cited to several places at once ("28 (g), 30"): the card is the first's.
        found = CANONICAL.match(SEVERAL.split(pinpoint)[0])
        if not found or symbol not in self._stored:
            return ""
        key = (symbol, found["main"], found["end"] or "", found["note"] or "")
        if key not in self._demands:
            if not self._passages(*key):
                return ""
            self._demands[key] = _Demand(*key, number=len(self._demands) + 1)
        demand = self._demands[key]
        _once(demand.pinpoints, SEVERAL.split(pinpoint)[0])
        _once(demand.words, words)
        _once(demand.used_by, used_by)
        return demand.anchor

    def ask_place(self, place: Place | None, used_by: Link | None = None) -> str:
        """The anchor of the card for a `Place`, or ""."""
        return self.ask(place.symbol, place.paragraph, place.words, used_by) if place else ""

    def paged(self, symbol: str) -> bool:
        """Whether the document has printed pages that can be shown."""
        document = self._document(symbol)
        return document is not None and document.format == PAGED

    def page(self, symbol: str, page: int | None) -> int | None:
        """The page to print beside a place; None for documents that have no pages."""
        return page if self.paged(symbol) or self.carded(symbol) else None

    def carded(self, symbol: str) -> bool:
        """Whether the record holds only excerpts of the document, each with its printed page."""
        return symbol in self._stored and self._stored[symbol].kind == CARDS

    def cards(self) -> tuple[Card, ...]:
        """Every card that was asked for, in the order of their numbers."""
        self._ask_for_positions()
        with PagePictures() as pictures:
            return tuple(self._card(demand, pictures) for demand in self._demands.values())

    def _ask_for_positions(self) -> None:
        """The positions that the facts name are places too: each gets its card, at the end."""
        done = 0
        while done < len(self._demands):
            demand = list(self._demands.values())[done]
            for at, words in [
                (e.position_at, e.position_as_written) for e in self._entries(demand)[:MOST_FACTS]
            ]:
                if at:
                    self.ask(at.symbol, at.paragraph, words)
            done += 1

    def _document(self, symbol: str) -> Document | None:
        if symbol not in self._documents:
            self._documents[symbol] = self._record.document(symbol)
        return self._documents[symbol]

    def _passages(self, symbol: str, main: str, end: str, note: str) -> Sequence[Paragraph | Note]:
        if note:
            return [found for found in self._record.notes(symbol, main) if found.mark == note]
        first = self._record.paragraph(symbol, main)
        document = self._document(symbol)
        if first is None or not end or document is None:
            return [first] if first else []
        body = [p for p in document.paragraphs if p.zone == first.zone and p.pinpoint]
        numbers = [p.pinpoint for p in body]
        last = numbers.index(end) if end in numbers else numbers.index(main)
        return body[numbers.index(main) : last + 1]

    def _entries(self, demand: _Demand) -> list[Entry]:
        every = list(self._known(demand.symbol))
        exact = [e for e in every if e.pinpoint in demand.pinpoints and (e.note == demand.note)]
        return exact or [e for e in every if e.pinpoint == demand.main and not demand.note]

    def _known(self, symbol: str) -> dict[Entry, SecondHand | None]:
        """The entries of a document with the positions that stand by the whole record, and who tells them."""
        if symbol not in self._settled:
            entries = self._record.entries(symbol=symbol)
            self._settled[symbol] = dict(settled_with_tellers(self._record, entries))
        return self._settled[symbol]

    def tellers(self, symbol: str, pinpoint: str) -> set[str]:
        """The files of the tables that tell what became of the recommendations at a place."""
        known = self._known(symbol).items()
        return {by.file for entry, by in known if by and pinpoint in (entry.pinpoint, entry.paragraph)}

    def _card(self, demand: _Demand, pictures: PagePictures) -> Card:
        passages = self._passages(demand.symbol, demand.main, demand.end, demand.note)
        shown = passages[:MOST_PASSAGES]
        entries = self._entries(demand)
        wanted = [*demand.words, *(entry.text for entry in entries if entry.pinpoint != demand.main)]
        spans = [_telling(p.text, wanted, demand.letters) for p in shown]
        title = f"{demand.symbol}, {_named(demand)}"
        stored = self._stored[demand.symbol]
        seen = self._pictures(stored, title, list(zip(shown, spans, strict=True)), pictures)
        return Card(
            anchor=demand.anchor,
            number=f"S{demand.number}",
            where=title,
            title=stored.title or stored.name,
            url=f"https://undocs.org/{quote(demand.symbol, safe='/.')}",
            passages=tuple(self._passage(demand, p, s) for p, s in zip(shown, spans, strict=True)),
            facts=facts_of(
                entries,
                lambda at: self.ask(at.symbol, at.paragraph),
                self._known(demand.symbol).get,
            ),
            pictures=seen,
            used_by=tuple(demand.used_by),
            note=self._note(stored, len(passages) - len(shown), seen=bool(seen)),
        )

    def _passage(self, demand: _Demand, found: Paragraph | Note, spans: list[Span]) -> Passage:
        if isinstance(found, Note):
            return Passage(
                label=f"Note {found.mark} to {para(demand.main)}", runs=highlighted(found.text, spans)
            )
        pages = sorted({found.page, *(line.box.page for line in found.lines)})
        label = found.pinpoint
        if self.page(demand.symbol, found.page):
            label += f" · p. {pages[0]}" if len(pages) == 1 else f" · pp. {pages[0]}–{pages[-1]}"
        document = self._document(demand.symbol)
        return Passage(
            label=label,
            runs=highlighted(found.text, spans),
            under=found.heading,
            language=document.language if document else "en",
        )

    def _note(self, stored: StoredDocument, more: int, *, seen: bool) -> str:
        said = []
        if more > 0:
            paragraphs = counted(more, "more paragraph", "more paragraphs")
            said.append(f"The citation goes on for {paragraphs}, not printed here.")
        if stored.kind == CARDS:
            said.append(
                "From a card: an excerpt, not the whole document, so there is no picture of the page. Add "
                "the document itself to the record to see it."
            )
        elif not self.paged(stored.symbol):
            said.append("The record holds this document as plain text, so there is no page to show.")
        elif not seen:
            said.append("The page could not be drawn from the stored original.")
        return " ".join(said)

    def _pictures(
        self,
        stored: StoredDocument,
        title: str,
        shown: Iterable[tuple[Paragraph | Note, list[Span]]],
        pictures: PagePictures,
    ) -> tuple[Picture, ...]:
        if not self.paged(stored.symbol):
            return ()
        made = (pictures.of(stored.original, title, _boxes(p.lines), _framed(p, s)) for p, s in shown)
        return tuple(chain.from_iterable(made))


def _telling(text: str, wanted: Sequence[str], letters: Sequence[str]) -> list[Span]:
    """The spans of the words wanted, else of the lettered parts asked for.

    Those that take in almost all of the text are left out: marking all of it marks nothing.
    """
    spans = [span for words in wanted if words and (span := find_words(text, words))]
    telling = [span for span in spans if span.end - span.start < MOST_OF_A_TEXT * len(text)]
    return telling or [span for letter in letters if (span := _lettered(text, letter))]


def _lettered(text: str, letter: str) -> Span | None:
    """The part of a paragraph from its letter to the next: "(b) revise its legislation …"."""
    start = text.find(f"{letter} ") if LETTER.fullmatch(letter) else -1
    if start < 0:
        return None
    following = LETTER.search(text, start + len(letter))
    return Span(start, following.start() if following else len(text))


def _named(demand: _Demand) -> str:
    """`para. 28 (f), (g)`: the paragraph, with the letters in it that were asked for."""
    if not demand.letters or demand.end or demand.note:
        return para(demand.pinpoints[0])
    return para(f"{demand.main} {', '.join(demand.letters)}")


def _once(items: list[Any], item: object) -> None:
    if item and item not in items:
        items.append(item)


def _boxes(lines: Sequence[LineSpan]) -> list[Box]:
    return [line.box for line in lines]


def _framed(found: Paragraph | Note, spans: list[Span]) -> list[Box]:
    if isinstance(found, Note):
        starts = [line.start for line in found.lines] + [len(found.text) + 1]
        return [
            line.box
            for line, after in zip(found.lines, starts[1:], strict=True)
            if any(line.start < end and after > start for start, end in spans)
        ]
    return list(dict.fromkeys(box for start, end in spans for box in found.place(start, end)))
