"""A flow of passages, tables and notes to a Document."""

from __future__ import annotations

import hashlib
import re

from onrecord.documents import patterns
from onrecord.documents.grids import MAX_CELLS
from onrecord.documents.language import language_of
from onrecord.documents.lines import Line
from onrecord.documents.masthead import masthead
from onrecord.documents.model import Box, Document, LineSpan, Note, NoteCall, Paragraph, Table
from onrecord.documents.ordering import Ordered, Orderer, is_heading
from onrecord.documents.passages import MAX_TEXT, Flow, Grid, Passage, calls_apart, spaced, without_calls
from onrecord.errors import UnreadableDocument
from onrecord.told import tell

FRONT_PASSAGES = 60
"""How many passages a title page may have."""

TITLE_LENGTH = 300
"""How much of a header is taken for a title."""

_PAGE_NUMBER = re.compile(r"(?:[Pp]age\s*)?\d+(?:\s*(?:of|/)\s*\d+)?|[Pp]age\b.{0,12}")
"""A header that is a page's number: "Page 13 of 27", "13"."""

_NUMBER_OF_PAGE = r"(?:[Pp]age|[Pp]ágina|[Сс]траница)\s*\d+(?:\s*(?:of|de|sur|из|/)\s*\d+)?"
_PAGE_IN_LINE = re.compile(rf"^{_NUMBER_OF_PAGE}\s+|\s*{_NUMBER_OF_PAGE}$")
"""The page's number before or behind a header's words, on one line with them: "… recommendations Page 52 of 53"."""

_NOWHERE = Box(1, 0.0, 0.0, 0.0, 0.0)


def document_of(flow: Flow, data: bytes, name: str, kind: str) -> Document:
    """The document that a flow makes; `kind` becomes its format, `data` are the file's bytes.

    Raises UnreadableDocument where there are no words in it, or too many.
    """
    _bounded(flow, name)
    front, parts = front_apart(flow.parts)
    orderer = Orderer()
    grids: list[tuple[int, str, Grid]] = []
    for part in parts:
        if isinstance(part, Passage):
            orderer.take(part)
        else:
            grids.append((len(orderer.found), orderer.heading, part))
            _rows(orderer, part)
    paragraphs, called_at = _paragraphs(orderer.found, flow)
    front = front or _without_page_numbers(flow.running)
    lines = [Line(text, 1) for text in front]
    head = masthead(lines or _opening(paragraphs), [Line(text, 1) for text in flow.running])
    return Document(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        format=kind,
        pages=1,
        paragraphs=paragraphs,
        notes=tuple(
            Note(mark, text, 1, called_at.get(place)) for place, (mark, text) in enumerate(flow.notes)
        ),
        front=tuple(front),
        symbol=head.symbol,
        reissued=head.reissued,
        title=head.title or _title(parts, flow.running),
        date=head.date,
        language=language_of(" ".join(paragraph.text for paragraph in paragraphs[:120])),
        problems=tuple(flow.problems),
        tables=tuple(table_of(grid, heading, at) for at, heading, grid in grids),
    )


def _bounded(flow: Flow, name: str) -> None:
    length = 0
    for part in flow.parts:
        if isinstance(part, Passage):
            length += len(part.text)
        else:
            length += sum(len(cell) for row in part.rows for cell in row)
            if len(part.rows) * max(map(len, part.rows), default=0) > MAX_CELLS:
                raise UnreadableDocument(
                    tell(
                        "%(name)s: a table of more than %(most)s cells.",
                        name=name,
                        most=f"{MAX_CELLS:,}",
                    ),
                    hint=tell("Split the file."),
                )
    if not length:
        raise UnreadableDocument(
            tell("%(name)s: holds no words.", name=name), hint=tell("Open it and look; fetch it again.")
        )
    if length > MAX_TEXT:
        raise UnreadableDocument(
            tell(
                "%(name)s: %(length)s characters, more than the %(most)s that are read.",
                name=name,
                length=f"{length:,}",
                most=f"{MAX_TEXT:,}",
            ),
            hint=tell("Split the file and read the parts."),
        )


def table_of(grid: Grid, heading: str, at: int) -> Table:
    """A grid as a table of the document: rows of equal length, calls of notes taken out."""
    width = max((len(row) for row in grid.rows), default=0)
    rows = tuple(tuple(without_calls(cell) for cell in row) + ("",) * (width - len(row)) for row in grid.rows)
    return Table(rows, heading=heading, at=at, merged=tuple(grid.merged), nested=grid.nested)


def _rows(orderer: Orderer, grid: Grid) -> None:
    """A table's rows as paragraphs; those of a nested table stand in the outer one's already."""
    if grid.nested:
        return
    for row in grid.rows:
        words = " | ".join(spaced(cell) for cell in row if cell)
        if words:
            orderer.row(words)


def _paragraphs(ordered: list[Ordered], flow: Flow) -> tuple[tuple[Paragraph, ...], dict[int, str | None]]:
    paragraphs: list[Paragraph] = []
    called_at: dict[int, str | None] = {}
    for entry in ordered:
        text, spans, calls = _joined(entry.texts, flow)
        paragraph = Paragraph(
            number=entry.number,
            text=text,
            page=1,
            parent=entry.parent,
            heading=entry.headings[-1] if entry.headings else "",
            headings=entry.headings,
            zone=entry.zone,
            lines=spans,
            note_calls=tuple(call for _, call in calls),
            as_numbered=entry.as_numbered,
        )
        paragraphs.append(paragraph)
        for note, _ in calls:
            called_at.setdefault(note, paragraph.pinpoint or None)
    return tuple(paragraphs), called_at


def _joined(texts: list[str], flow: Flow) -> tuple[str, tuple[LineSpan, ...], list[tuple[int, NoteCall]]]:
    """The texts of a paragraph as one, where each of them begins, and the notes they call."""
    pieces: list[str] = []
    spans: list[LineSpan] = []
    calls: list[tuple[int, NoteCall]] = []
    length = 0
    for text in texts:
        plain, found = calls_apart(text, flow.notes)
        spans.append(LineSpan(length, _NOWHERE))
        calls += [(note, NoteCall(call.mark, length + call.start)) for note, call in found]
        pieces.append(plain)
        length += len(plain) + 1
    return " ".join(pieces), tuple(spans), calls


def front_apart(parts: list[Passage | Grid]) -> tuple[list[str], list[Passage | Grid]]:
    """Split off the title page: (its lines, what begins below it).

    There is one where the first passages hold lines of a UN masthead, and it ends where the first
    paragraph is numbered 1, or at a heading with its enumerator, "Introduction" or "Contents".
    """
    begins = next((place for place, part in enumerate(parts) if _begins_text(part)), len(parts))
    if begins > FRONT_PASSAGES or begins == len(parts):
        return [], parts
    lines = [line for part in parts[:begins] for line in _lines(part)]
    if not any(patterns.MASTHEAD.fullmatch(line) for line in lines):
        return [], parts
    return lines, parts[begins:]


def _begins_text(part: Passage | Grid) -> bool:
    if isinstance(part, Grid):
        return False
    text = without_calls(part.text)
    if patterns.CONTENTS.fullmatch(text) or patterns.BARE_HEADING.fullmatch(text):
        return True
    labelled = f"{part.label} {text}".strip()
    plain = patterns.PLAIN.match(labelled)
    if plain and plain[1] == "1":
        return True
    heading = patterns.ENUMERATED_HEADING.match(labelled)
    return heading is not None and heading["roman"] == "I"


def _lines(part: Passage | Grid) -> list[str]:
    if isinstance(part, Passage):
        return [without_calls(part.text)] if part.text else []
    return [line for row in part.rows for cell in row for line in without_calls(cell).split("\n") if line]


def _opening(paragraphs: tuple[Paragraph, ...]) -> list[Line]:
    """The first lines of a document without a title page, where a symbol or date may stand all the same."""
    return [Line(paragraph.text, 1) for paragraph in paragraphs[:12] if paragraph.text]


def _title(parts: list[Passage | Grid], running: list[str]) -> str:
    """What stands at the head of a document without a title page, where it is a heading; else its headers."""
    first = next((part for part in parts if isinstance(part, Grid) or part.text), None)
    if isinstance(first, Passage) and is_heading(first):
        return without_calls(first.text)
    return spaced(" ".join(_without_page_numbers(running)))[:TITLE_LENGTH]


def _without_page_numbers(running: list[str]) -> list[str]:
    """The lines of the headers, of which the page's number, a field that each page fills anew, is no part."""
    words = (_PAGE_IN_LINE.sub("", line) for line in running if not _PAGE_NUMBER.fullmatch(line))
    return list(dict.fromkeys(line for line in words if line))
