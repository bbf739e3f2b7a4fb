"""Exports of the Universal Human Rights Index: an annotated passage of a document a row.

Columns are named as OHCHR spells them in the spreadsheet ("Reccomending Body", "UPR Reccomending States") and
as later files and the JSON form do. Cells with many values hold one a line, with "- " before each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from onrecord.documents.model import Document
from onrecord.documents.packed import packed
from onrecord.errors import SymbolError, WordError
from onrecord.mechanisms.export_rows import Columns, Row, RowDoubts, has_columns, rows_of, values_in
from onrecord.mechanisms.model import Entry, Inference, PositionAt, Reading, SecondHand
from onrecord.told import tell
from onrecord.un.dates import parse_date
from onrecord.un.position import NOT_STATED, position_of_answer
from onrecord.un.review import Review, cycle_of_session, review, review_of_report, reviews_of
from onrecord.un.states import find_state
from onrecord.un.symbol import parse_symbol

SOURCE = "UHRI"

COLUMNS: Columns = {
    "id": ("ohchrannotationid", "annotationid", "id"),
    "symbol": ("documentsymbol", "symbol"),
    "date": ("documentpublicationdate", "publicationdate", "date"),
    "body": ("reccomendingbody", "recommendingbody", "body"),
    "type": ("annotationtype", "type"),
    "to": ("countriesconcerned", "countries"),
    "themes": ("themes",),
    "persons": ("affectedpersons",),
    "sdgs": ("sdgs",),
    "text": ("text",),
    "session": ("uprsession",),
    "cycle": ("uprcycle",),
    "by": (
        "uprreccomendingstates",
        "uprrecommendingstates",
        "uprrecommendingcountry",
        "uprreccomendingcountry",
    ),
    "position": ("uprposition",),
}
NEEDED = ("symbol", "body", "type", "to", "text")

NUMBER = re.compile(r"^\s*(?P<number>\d{1,3}(?:\.\d{1,3})?)\s*[.)]?\s*(?=[^\W\d_(]|\()", re.MULTILINE)
"""The paragraph's number before the passage, below its heading if there is one: "186.241. Protect",
"7. Reiterating", "3.The Committee". No number: "2030 Agenda" (four digits)."""

SOURCE_OF_POSITION = re.compile(
    r"\s*source\s+of\s+(?:the\s+)?position\s*:?\s*(?P<symbol>A/HRC/\S+?)[\s.,;\u2013-]*"
    r"(?:para(?:graph)?s?\.?\s*(?P<paragraph>\d[\d.]*\d|\d))?[\s.;]*$",
    re.IGNORECASE,
)
"""After the text of a recommendation: "Source of position: A/HRC/25/5/Add.1 - Para. 186.241."."""

_TERRITORIES = re.compile(r"\s*\(including\b.*\)$")  # "China (including Hong Kong, China and Macao, China)"
_BULLET = re.compile(r"^- ")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAY_NOUGHT = date(1899, 12, 30)  # of Excel's serial numbers, which count 29 February 1900


def is_uhri(document: Document) -> bool:
    """Whether this is an export of the Universal Human Rights Index, by its headings."""
    return has_columns(document, COLUMNS, NEEDED)


def read_uhri(document: Document) -> Reading:
    """Read an export of the Index.

    Returns a Reading of kind "uhri_export". A row is one entry for each State concerned (`part` counts
    them): a "recommendation", or an "observation" where its type is another. `by` is the body, or in the
    Universal Periodic Review the recommending States. `themes` are its themes, "Affected persons: …" and
    "SDG: …"; `date` is the document's. Doubts name the file and the rows.
    """
    doubts = RowDoubts(document.name)
    rows = rows_of(document, COLUMNS, NEEDED, doubts)
    entries = packed(entry for row in rows for entry in _entries(row, document.name, doubts))
    return Reading("uhri_export", entries, None, doubts.told())


def _entries(row: Row, file: str, doubts: RowDoubts) -> Iterator[Entry]:
    if not row.cells["text"]:
        doubts.note(tell("no text, so the row is left out"), row.place)
        return
    if row.surplus:
        doubts.note(tell("cells under no heading, left unread"), row.place)
    concerned = []
    for name in values_in(row.cells["to"]):
        state = find_state(_TERRITORIES.sub("", name))
        if state is None:
            doubts.note(tell("“%(name)s” is no State's name", name=name), row.place)
        else:
            concerned.append(state.code)
    entry = _entry(row, file, doubts)
    if not concerned:
        yield entry
    for part, code in enumerate(concerned, 1):
        one = replace(entry, to=code, part=part)
        yield _in_its_review(one, row, doubts) if _is_review(row) else one


def _one(row: Row, column: str) -> str:
    """The one value of a cell, which may have "- " before it; "" where there is no such column."""
    return _BULLET.sub("", row.cells.get(column, ""))


def _is_review(row: Row) -> bool:
    body = _one(row, "body").casefold()
    return body == "upr" or "universal periodic review" in body


def _entry(row: Row, file: str, doubts: RowDoubts) -> Entry:
    """The entry without the State that it is about."""
    cells = row.cells
    asks = "recommendation" in _one(row, "type").casefold()
    stated = SOURCE_OF_POSITION.search(cells["text"])
    text = cells["text"][: stated.start()] if stated else cells["text"]
    number = NUMBER.search(text)
    by, printed = _by(row, doubts)
    symbol = _symbol(row, doubts)
    return Entry(
        kind="recommendation" if asks else "observation",
        symbol="",
        section="export",
        paragraph=row.place,
        page=1,
        text=text[number.end() :].strip() if number and not text[: number.start()].strip() else text.strip(),
        as_printed=row.printed,
        by=by,
        by_as_printed=printed,
        date=_date(row, doubts),
        position_at=_position_at(stated),
        themes=tuple(_themes(row)),
        second_hand=SecondHand(SOURCE, file, symbol, number["number"] if number else "", _one(row, "id")),
    )


def _by(row: Row, doubts: RowDoubts) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The recommending States of a review, else the body, by code and as written."""
    body = _one(row, "body")
    if not _is_review(row):
        return ((body,) if body else ()), ((body,) if body else ())
    names = values_in(row.cells.get("by", ""))
    codes = []
    for name in names:
        state = find_state(name)
        if state is None:
            doubts.note(tell("“%(name)s” names no recommending State", name=name), row.place)
        else:
            codes.append(state.code)
    return tuple(codes), names


def _themes(row: Row) -> Iterator[str]:
    for column, group in (("themes", ""), ("persons", "Affected persons: "), ("sdgs", "SDG: ")):
        for label in values_in(row.cells.get(column, "")):
            yield f"{group}{label}"


def _symbol(row: Row, doubts: RowDoubts) -> str:
    try:
        return str(parse_symbol(_one(row, "symbol")))
    except SymbolError:
        doubts.note(tell("“%(written)s” is no symbol of a document", written=_one(row, "symbol")), row.place)
        return ""


def _date(row: Row, doubts: RowDoubts) -> str:
    """The document's date as ISO 8601: from a serial number, an ISO date or words; "" with a doubt."""
    written = _one(row, "date")
    if _SERIAL.fullmatch(written):
        return (_DAY_NOUGHT + timedelta(days=int(float(written)))).isoformat()
    if iso := _ISO.match(written):
        return iso[0]
    if not written:
        return ""
    try:
        bounds = parse_date(written)
    except WordError:
        bounds = None
    if bounds is None or bounds.low is None or bounds.low != bounds.high:
        doubts.note(tell("“%(written)s” is no date of one day", written=written), row.place)
        return ""
    return bounds.low.isoformat()


def _position_at(stated: re.Match[str] | None) -> PositionAt | None:
    if stated is None:
        return None
    try:
        return PositionAt(str(parse_symbol(stated["symbol"])), stated["paragraph"] or "")
    except SymbolError:
        return None


def _in_its_review(entry: Entry, row: Row, doubts: RowDoubts) -> Entry:
    """A row of the Universal Periodic Review with its cycle, session, day and position."""
    held = _review(entry, row)
    if held is None:
        doubts.note(tell("which review it is of is not known"), row.place)
    session = held.session if held else _number(row.cells.get("session", ""))
    written = _one(row, "position")
    found = position_of_answer(written) if written else None
    return replace(
        entry,
        cycle=held.cycle if held else cycle_of_session(session) if session else None,
        session=session,
        date=held.date if held else "",
        position=(found[0] if found else NOT_STATED) if entry.kind == "recommendation" else None,
        position_as_written=written,
        inferred=(Inference("position", f"{written}: normalised by OHCHR in its Index"),) if found else (),
    )


def _review(entry: Entry, row: Row) -> Review | None:
    """The review that the row names by its document, by its session, or by its cycle."""
    symbol = entry.second_hand.symbol if entry.second_hand else ""
    held = review_of_report(parse_symbol(symbol).base) if symbol else None
    if held and held.state.code == entry.to:
        return held
    session = _number(row.cells.get("session", ""))
    held = next((one for one in reviews_of(entry.to) if one.session == session), None)
    cycle = _number(row.cells.get("cycle", ""))
    return held or (review(entry.to, cycle) if cycle else None)


def _number(cell: str) -> int | None:
    found = re.search(r"(?<!\d)\d{1,3}(?!\d)", cell)
    return int(found[0]) if found else None
