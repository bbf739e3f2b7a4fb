"""A sheet as the bytes of its file."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.errors import DoesNotFit
from onrecord.letters.advice.memo import memo
from onrecord.letters.advice.model import AskingLetter
from onrecord.letters.advice.sheets import advance_questions, first_asks, state_sheet, statement
from onrecord.letters.render.advance_questions import advance_questions_docx
from onrecord.letters.render.sheet_docx import sheet_docx
from onrecord.letters.render.state_sheet import state_sheet_pdf
from onrecord.letters.render.statement import statement_docx, statement_text
from onrecord.record.model import ReadsRecord
from onrecord.un.review import Review
from onrecord.un.states import State


def make(
    kind: str,
    letter: AskingLetter,
    review: Review,
    state: State,
    record: ReadsRecord,
    *,
    only: Sequence[str] = (),
    ending: str = "",
) -> bytes:
    """The file of a sheet: `kind` is "questions", "statement", "memo" or "state", `ending` ".txt" for plain text.

    `state` asks, speaks or is the one that the page is for. Raises UsageError where the letter has no ask
    of the kind, DoesNotFit where a page does not hold what must stand on it.
    """
    if kind == "questions":
        return advance_questions_docx(advance_questions(letter, review, state, only))
    if kind == "statement":
        spoken = statement(letter, review, state, only)
        return statement_text(spoken) if ending == ".txt" else statement_docx(spoken)
    if kind == "memo":
        return sheet_docx(memo(letter, review, state, record, only))
    if only:
        return state_sheet_pdf(state_sheet(letter, review, state, record, only))
    try:
        return state_sheet_pdf(state_sheet(letter, review, state, record, ()))
    except DoesNotFit:
        # Nobody chose: of the asks taken by themselves, the first alone may fit.
        return state_sheet_pdf(state_sheet(letter, review, state, record, [first_asks(letter)[0].name]))
