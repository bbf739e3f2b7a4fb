"""Which notes of a letter can be written as citations, so that the build prints the very same words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.citations.antecedents import resolve_citations
from onrecord.citations.find import find_citations
from onrecord.citations.model import Citation, Span
from onrecord.citations.patterns import PLACE_LEAD
from onrecord.letters.compose.built import Run
from onrecord.letters.compose.citing import read_cites
from onrecord.letters.compose.front_matter import STYLES
from onrecord.letters.compose.library import Library
from onrecord.letters.compose.no_record import NoRecord
from onrecord.letters.compose.notes import NoteWriter
from onrecord.letters.compose.source import Cites, NoteText, Reference, Words
from onrecord.letters.model import Letter
from onrecord.record.model import ReadsRecord
from onrecord.un.pinpoint import find_pinpoints

PLAIN_SYMBOL = re.compile(r"[^\s,;\]{}]+")


@dataclass(frozen=True, slots=True)
class NoteSources:
    """The style of the letter's notes, the notes that are citations (by index), and the documents' facts."""

    style: str
    typed: Mapping[int, str]
    items: tuple[dict[str, object], ...]


def note_sources(letter: Letter, language: str, order: Sequence[int], record: ReadsRecord) -> NoteSources:
    """The style that prints most of the letter's notes word for word, and what to type for each of them.

    `order` holds the indexes of the notes as the text calls them. A note whose words no style would print
    alike stays in its own words. "Id." is only ever typed as the source it stands for, where that is told
    without a doubt.
    """
    cited = _resolved(letter)
    items = _items(cited)
    candidates = {index: typed for index in set(order) if (typed := _typed(letter, index, cited))}
    library = Library({str(item["id"]): item for item in items}, record)
    kept = {style: _same(letter, style, language, order, candidates, library) for style in STYLES}
    style = max(STYLES, key=lambda name: len(kept[name]))
    used = {cite.source for typed in kept[style].values() for cite in read_cites(typed)}
    return NoteSources(style, kept[style], tuple(item for item in items if item["id"] in used))


def _resolved(letter: Letter) -> tuple[Citation, ...]:
    notes = [(note.number, note.span) for note in letter.notes]
    markers = [(marker.number, marker.span) for marker in letter.markers]
    found = find_citations(letter.text, notes=notes)
    return resolve_citations(found, NoRecord(), text=letter.text, notes=notes, markers=markers)


def _items(cited: Sequence[Citation]) -> list[dict[str, object]]:
    """What the letter says of each document, as CSL-JSON; the first title and date count."""
    items: dict[str, dict[str, object]] = {}
    for one in cited:
        if one.kind != "full" or not one.symbol or not one.note:
            continue
        item = items.setdefault(one.symbol, {"id": one.symbol, "type": "report", "number": one.symbol})
        if one.stated_title:
            item.setdefault("title", one.stated_title)
        if re.fullmatch(r"\d{4}(-\d\d){0,2}", one.stated_date):
            parts = [int(part) for part in one.stated_date.split("-")]
            item.setdefault("issued", {"date-parts": [parts]})
        if one.url:
            item.setdefault("URL", one.url)
    return list(items.values())


def _typed(letter: Letter, index: int, cited: Sequence[Citation]) -> str:
    """What a citation of the note's sources would be typed as; "" where they are not all told."""
    note = letter.notes[index]
    own = [one for one in cited if one.note == note.number and _holds(note.span, one.span)]
    if not own or not all(one.symbol for one in own):
        return ""
    return "; ".join(_cite(one) for one in own)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _cite(one: Citation) -> str:
    key = one.symbol if PLAIN_SYMBOL.fullmatch(one.symbol) else f"{{{one.symbol}}}"
    for lead in PLACE_LEAD.finditer(one.as_written):
        places, end = find_pinpoints(one.as_written, lead.start())
        if places:
            return f"@{key}, {one.as_written[lead.start() : end]}"
    return f"@{key}"


def _same(
    letter: Letter,
    style: str,
    language: str,
    order: Sequence[int],
    candidates: Mapping[int, str],
    library: Library,
) -> dict[int, str]:
    """The candidates that print the letter's very words wherever they are called; the others stay words.

    What a note prints depends on those before it only, so that one pass tells; one more is needed for each
    note that is called a second time and then says something else.
    """
    wrong: set[int] = set()
    while True:
        kept: dict[int, str] = {}
        writer = NoteWriter(style, language, library, _no_reference)
        for number, index in enumerate(order, 1):
            words = letter.text[letter.notes[index].span.start : letter.notes[index].span.end]
            if index in candidates and index not in wrong:
                first, last = dict(writer.first), writer.last
                printed = writer.write(number, NoteText((Cites(read_cites(candidates[index])),)))
                text = "".join(run.text for run in printed.inlines if isinstance(run, Run))
                if text.split() == words.split():
                    kept[index] = candidates[index]
                    continue
                wrong.add(index)
                if index in kept:
                    break
                writer.first, writer.last = first, last
            writer.write(number, NoteText((Words(words),)))
        else:
            return kept


def _no_reference(reference: Reference) -> str:
    return reference.name
