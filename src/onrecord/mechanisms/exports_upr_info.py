"""UPR Info's table of recommendations: one text by one State a row, with its answer, action and issues.

UPR Info edits the texts (lead-ins gone, treaties abbreviated), parts merged items, and knows two answers:
"accepted in part" and "in principle" count as noted unless the State parted them clearly, and so does what
was not answered by the plenary (UPR Info's methodology; domain rule 2.1).
"""

from __future__ import annotations

from onrecord.documents.model import Document
from onrecord.documents.packed import packed
from onrecord.mechanisms.export_rows import Columns, Row, RowDoubts, has_columns, rows_of, values_in
from onrecord.mechanisms.model import Entry, Inference, Reading, SecondHand
from onrecord.told import tell
from onrecord.un.position import NOT_STATED, NOTED, PENDING, SUPPORTED
from onrecord.un.review import Review, cycle_of_session, reviews_of
from onrecord.un.states import State, find_state

SOURCE = "UPR Info"

COLUMNS: Columns = {
    "to": ("to", "sur", "stateunderreview"),
    "text": ("text", "recommendation"),
    "by": ("from", "rs", "recommendingstate"),
    "response": ("response",),
    "action": ("action", "actioncategory"),
    "issues": ("issue", "issues"),
    "session": ("session",),
}
NEEDED = ("to", "text", "by", "response", "session")

RESPONSES = {
    "accepted": SUPPORTED,
    "supported": SUPPORTED,
    "noted": NOTED,
    "rejected": NOTED,
    "pending": PENDING,
    "no response": NOT_STATED,
    "general response": NOT_STATED,
    "no clear position": NOT_STATED,
}
"""UPR Info's answers. The last four were in use before 2013."""

_DIGITS = 4  # fewer than these in the number of a session
_FOLDS = {
    SUPPORTED: "normalised by UPR Info from the State's final answer",
    NOTED: "normalised by UPR Info, which counts “in part”, “in principle” and no answer as noted",
}


def is_upr_info(document: Document) -> bool:
    """Whether this is a table of UPR Info's, by its headings."""
    return has_columns(document, COLUMNS, NEEDED)


def read_upr_info(document: Document) -> Reading:
    """Read UPR Info's table.

    Returns a Reading of kind "upr_info_export" with an entry of kind "recommendation" for each row that
    holds a text and a State under review; `by` is empty where the row names no State. Doubts name the file
    and the rows: those left out, repeated, without a State, without an answer.
    """
    doubts = RowDoubts(document.name)
    rows = rows_of(document, COLUMNS, NEEDED, doubts)
    entries = packed(entry for row in rows if (entry := _entry(row, document.name, doubts)))
    return Reading("upr_info_export", entries, None, doubts.told())


def _entry(row: Row, file: str, doubts: RowDoubts) -> Entry | None:
    cells = row.cells
    reviewed = find_state(cells["to"])
    if not cells["text"] or reviewed is None:
        doubts.note(
            tell("no text, so the row is left out")
            if not cells["text"]
            else tell("“%(name)s” is no State under review, so the row is left out", name=cells["to"]),
            row.place,
        )
        return None
    if row.surplus:
        doubts.note(tell("cells under no heading, left unread"), row.place)
    session = _session(row, doubts)
    held = _review(reviewed, session, row.place, doubts)
    position = _position(row, doubts)
    by = find_state(cells["by"])
    if by is None:
        doubts.note(tell("“%(name)s” names no recommending State", name=cells["by"]), row.place)
    return Entry(
        kind="recommendation",
        symbol="",
        section="export",
        paragraph=row.place,
        page=1,
        text=cells["text"],
        as_printed=row.printed,
        by=(by.code,) if by else (),
        by_as_printed=(cells["by"],),
        to=reviewed.code,
        cycle=cycle_of_session(session) if session else None,
        session=session,
        date=held.date if held else "",
        position=position,
        position_as_written=cells["response"],
        inferred=(Inference("position", f"{cells['response']}: {_FOLDS[position]}"),)
        if position in _FOLDS
        else (),
        themes=values_in(cells.get("issues", ""), ","),
        action=cells.get("action", ""),
        second_hand=SecondHand(SOURCE, file, held.report if held else ""),
    )


def _session(row: Row, doubts: RowDoubts) -> int | None:
    written = row.cells["session"].removesuffix(".0")
    if written.isdecimal() and len(written) < _DIGITS and cycle_of_session(int(written)):
        return int(written)
    doubts.note(tell("“%(written)s” is no session of the Working Group", written=written), row.place)
    return None


def _review(state: State, session: int | None, place: str, doubts: RowDoubts) -> Review | None:
    held = next((found for found in reviews_of(state.code) if found.session == session), None)
    if held is None and session is not None:
        doubts.note(
            tell("no review of %(state)s in session %(session)s is known", state=state.name, session=session),
            place,
        )
    return held


def _position(row: Row, doubts: RowDoubts) -> str:
    position = RESPONSES.get(row.cells["response"].casefold())
    if position is None:
        doubts.note(
            tell("“%(written)s” is no answer that UPR Info gives", written=row.cells["response"]), row.place
        )
    return position or NOT_STATED
