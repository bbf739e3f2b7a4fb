"""Documents and entries as rows of tables and back, without loss.

Boxes and other small lists are kept as compact JSON in one column: a document has some thousand
printed lines, and nobody asks the database for one of them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import astuple
from functools import lru_cache
from typing import Any

from sqlalchemy import RowMapping

from onrecord.documents.model import (
    Box,
    Document,
    LineSpan,
    MergedCells,
    Note,
    NoteCall,
    Paragraph,
    Problem,
    Table,
)
from onrecord.mechanisms.model import Entry, Fact, Inference, PositionAt, ReviewFacts, SecondHand

Row = dict[str, Any]

_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _texts(packed: str) -> tuple[str, ...]:
    """The strings of a JSON list."""
    return tuple(json.loads(packed)) if packed != "[]" else ()


@lru_cache(maxsize=8192)
def states_of(packed: str) -> tuple[str, ...]:
    """The strings of a JSON list of States or themes: most entries have one that others have too."""
    return _texts(packed)


def _items(packed: str) -> list[list[Any]]:
    """The lists of a JSON list."""
    return json.loads(packed) if packed != "[]" else []


def _pack_lines(lines: Sequence[LineSpan]) -> str:
    """Printed lines as [[start, page, x0, y0, x1, y1], ...]."""
    return _compact([(line.start, *line.box) for line in lines])


def _unpack_lines(packed: str) -> tuple[LineSpan, ...]:
    return tuple(LineSpan(start, Box(*box)) for start, *box in json.loads(packed))


def _pack_tables(tables: Sequence[Table]) -> str:
    """Tables as [[rows, heading, page, at, merged, nested], ...]."""
    return _compact([(tuple(t.rows), t.heading, t.page, t.at, t.merged, t.nested) for t in tables])


def _unpack_tables(packed: str) -> tuple[Table, ...]:
    return tuple(
        Table(
            tuple(map(tuple, rows)), heading, page, at, tuple(MergedCells(*cells) for cells in merged), nested
        )
        for rows, heading, page, at, merged, nested in json.loads(packed)
    )


def document_row(document: Document, kind: str, facts: Sequence[Fact] = ()) -> Row:
    """The document without its paragraphs, notes and problems; `facts` are what it says of itself."""
    return {
        "sha256": document.sha256,
        "name": document.name,
        "symbol": document.symbol,
        "format": document.format,
        "kind": kind,
        "title": document.title,
        "date": document.date,
        "language": document.language,
        "pages": document.pages,
        "reissued": document.reissued,
        "front": _compact(document.front),
        "tables": _pack_tables(document.tables),
        "saved": document.saved,
        "facts": _compact([tuple(fact) for fact in facts]),
    }


def paragraph_row(paragraph: Paragraph) -> Row:
    """A paragraph with its pinpoint, lines and note calls."""
    return {
        "number": paragraph.number,
        "parent": paragraph.parent,
        "pinpoint": paragraph.pinpoint,
        "as_numbered": paragraph.as_numbered,
        "zone": paragraph.zone,
        "page": paragraph.page,
        "heading": paragraph.heading,
        "headings": _compact(paragraph.headings),
        "text": paragraph.text,
        "printed": paragraph.printed,
        "lines": _pack_lines(paragraph.lines),
        "note_calls": _compact([(call.mark, call.start) for call in paragraph.note_calls]),
    }


def paragraph_of(row: RowMapping) -> Paragraph:
    """The paragraph that `paragraph_row` packed."""
    calls = row["note_calls"]
    return Paragraph(
        number=row["number"],
        text=row["text"],
        page=row["page"],
        parent=row["parent"],
        heading=row["heading"],
        headings=_texts(row["headings"]),
        zone=row["zone"],
        lines=_unpack_lines(row["lines"]),
        note_calls=tuple(NoteCall(mark, start) for mark, start in _items(calls)),
        as_numbered=row["as_numbered"],
        printed=row["printed"],
    )


def note_row(note: Note) -> Row:
    """A note with the pinpoint of the paragraph that calls it."""
    return {
        "mark": note.mark,
        "called_at": note.called_at,
        "page": note.page,
        "text": note.text,
        "lines": _pack_lines(note.lines),
        "heading": note.heading,
    }


def note_of(row: RowMapping) -> Note:
    """The note that `note_row` packed."""
    lines = _unpack_lines(row["lines"])
    return Note(row["mark"], row["text"], row["page"], row["called_at"], lines, row["heading"])


def problem_rows(document: Document, doubts: Sequence[str]) -> list[Row]:
    """What was read with a doubt: of the document ("document") and of its entries ("entries")."""
    found = [
        {"source": "document", "message": problem.message, "page": problem.page}
        for problem in document.problems
    ]
    return found + [{"source": "entries", "message": doubt, "page": None} for doubt in doubts]


def document_of(
    row: RowMapping,
    paragraphs: Sequence[RowMapping],
    notes: Sequence[RowMapping],
    problems: Sequence[RowMapping],
) -> Document:
    """The document that `document_row`, `paragraph_row`, `note_row` and `problem_rows` packed."""
    return Document(
        name=row["name"],
        sha256=row["sha256"],
        format=row["format"],
        pages=row["pages"],
        paragraphs=tuple(map(paragraph_of, paragraphs)),
        notes=tuple(map(note_of, notes)),
        front=_texts(row["front"]),
        tables=_unpack_tables(row["tables"]),
        saved=row["saved"],
        symbol=row["symbol"],
        reissued=bool(row["reissued"]),
        title=row["title"],
        date=row["date"],
        language=row["language"],
        problems=tuple(
            Problem(problem["message"], problem["page"])
            for problem in problems
            if problem["source"] == "document"
        ),
    )


def entry_row(entry: Entry) -> Row:
    """An entry with its States, position and place."""
    at = entry.position_at
    return {
        "kind": entry.kind,
        "symbol": entry.symbol,
        "section": entry.section,
        "paragraph": entry.paragraph,
        "number": entry.number,
        "part": entry.part,
        "note": entry.note,
        "pinpoint": entry.pinpoint,
        "page": entry.page,
        "text": entry.text,
        "as_printed": entry.as_printed,
        "by_states": _compact(entry.by),
        "by_as_printed": _compact(entry.by_as_printed),
        "on_behalf_of": entry.on_behalf_of,
        "to_state": entry.to,
        "cycle": entry.cycle,
        "session": entry.session,
        "date": entry.date,
        "position": entry.position,
        "position_as_written": entry.position_as_written,
        "position_symbol": at.symbol if at else None,
        "position_paragraph": at.paragraph if at else None,
        "inferred": _compact([(item.field, item.evidence) for item in entry.inferred]),
        "place": _compact(entry.place),
        "themes": _compact(entry.themes),
        "action": entry.action,
        "second_hand": _compact(astuple(entry.second_hand)) if entry.second_hand else "",
        "to_as_printed": entry.to_as_printed,
    }


def entry_of(row: RowMapping) -> Entry:
    """The entry that `entry_row` packed."""
    stated = row["position_symbol"] is not None
    return Entry(
        kind=row["kind"],
        symbol=row["symbol"],
        section=row["section"],
        paragraph=row["paragraph"],
        page=row["page"],
        text=row["text"],
        as_printed=row["as_printed"],
        number=row["number"],
        part=row["part"],
        by=states_of(row["by_states"]),
        by_as_printed=states_of(row["by_as_printed"]),
        on_behalf_of=row["on_behalf_of"],
        to=row["to_state"],
        cycle=row["cycle"],
        session=row["session"],
        date=row["date"],
        position=row["position"],
        position_as_written=row["position_as_written"],
        position_at=PositionAt(row["position_symbol"], row["position_paragraph"]) if stated else None,
        note=row["note"],
        inferred=tuple(Inference(*item) for item in _items(row["inferred"])),
        place=tuple(Box(*box) for box in _items(row["place"])),
        themes=states_of(row["themes"]),
        action=row["action"],
        second_hand=SecondHand(*json.loads(row["second_hand"])) if row["second_hand"] else None,
        to_as_printed=row["to_as_printed"],
    )


def review_row(review: ReviewFacts) -> Row:
    """What a report says of its review."""
    return {
        "symbol": review.symbol,
        "state": review.state,
        "session": review.session,
        "cycle": review.cycle,
        "date": review.date,
        "adopted": review.adopted,
        "distributed": review.distributed,
        "troika": _compact(review.troika),
        "questions_from": _compact(review.questions_from),
    }


def review_of(row: RowMapping) -> ReviewFacts:
    """The review that `review_row` packed."""
    return ReviewFacts(
        symbol=row["symbol"],
        state=row["state"],
        session=row["session"],
        cycle=row["cycle"],
        date=row["date"],
        adopted=row["adopted"],
        distributed=row["distributed"],
        troika=_texts(row["troika"]),
        questions_from=_texts(row["questions_from"]),
    )


def state_rows(ordinal: int, entry: Entry) -> list[Row]:
    """One row for each State that made the entry of this place, so that entries can be asked for by State."""
    return [{"ordinal": ordinal, "place": place, "state": state} for place, state in enumerate(entry.by)]
