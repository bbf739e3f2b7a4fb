"""The letter room: taking back the last act in a letter, whichever it was, and doing it again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse

from onrecord.letters.decisions.acts import redo, take_back
from onrecord.record.drafts import text_of
from onrecord.record.record import Record
from onrecord.settings import Who
from onrecord.web.desk import Desk, OnDesk
from onrecord.web.letter_steps import back_to_finding, checked, come_back, line_changed, newest, numbered
from onrecord.web.rooms import Room
from onrecord.web.rooms.preferences import person_at

router = APIRouter(include_in_schema=False)
room = Room(name="letters_acts", router=router)


@router.post("/letters/{number}/take-back")
def take_back_the_last(
    request: Request,
    desk: OnDesk,
    number: int,
    act: Annotated[str, Form()],
    severity: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Take back the last act, a saved version or a decision; both stay in the history."""
    return _step(request, desk, number, act, severity, take_back)


@router.post("/letters/{number}/redo")
def do_again(
    request: Request,
    desk: OnDesk,
    number: int,
    act: Annotated[str, Form()],
    severity: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Do the act again that was taken back last."""
    return _step(request, desk, number, act, severity, redo)


def _step(
    request: Request,
    desk: Desk,
    number: int,
    act: str,
    severity: str,
    step: Callable[[Record, int, str, Who], str],
) -> RedirectResponse:
    old = text_of(desk.record, number, newest(desk, number))
    before = numbered(checked(desk, number, old))
    did = step(desk.record, number, act, Who(person_at(request), "workbench"))
    new = text_of(desk.record, number, newest(desk, number))
    after = numbered(checked(desk, number, new))
    else_at = line_changed(old, new) if old != new else "findings"
    return back_to_finding(number, come_back(before, after), severity, did, else_at)
