"""Names: what was done with a person's name, with which consent, and what can still be done."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from onrecord.errors import UsageError
from onrecord.letters.names.find import SHOWN, name_case
from onrecord.letters.signing.limits import narrow
from onrecord.letters.signing.signatories import signatory, withdraw
from onrecord.un.review import sessions
from onrecord.web.desk import OnDesk
from onrecord.web.language import N_
from onrecord.web.pages import render, with_query
from onrecord.web.rooms import Room
from onrecord.web.rooms.preferences import person_at, remember_person

router = APIRouter(include_in_schema=False)
room = Room(
    name="names",
    title=N_("Names"),
    path="/names",
    invites=N_("See what was done with a person's name"),
    order=75,
    router=router,
)
Words = Annotated[str, Form()]


@router.get("/names")
def names(request: Request, desk: OnDesk, name: Annotated[str, Query(max_length=2000)] = "") -> Response:
    """Where a name stands, the consent that was given, and what can still be done; without a name, the question."""
    found, trouble, hint = None, "", ""
    today = datetime.now(UTC).astimezone().date()
    if name.strip():
        try:
            found = name_case(
                desk.record,
                name,
                check=lambda number, letter: desk.checkers.of(desk.record, number).check(letter),
                today=today,
            )
        except UsageError as error:
            trouble, hint = error.message, error.hint
    return render(
        request,
        "names/names.html.j2",
        name=name,
        found=found,
        trouble=trouble,
        hint=hint,
        today=today.isoformat(),
        shown=SHOWN,
        last_session=sessions()[max(sessions())],
        who=person_at(request),
    )


@router.post("/names/narrow")
def narrows(
    *,
    desk: OnDesk,
    name: Words,
    letter: Words,
    number: Annotated[int, Form()],
    words: Words,
    how: Words,
    who: Words = "",
) -> RedirectResponse:
    """Write down what somebody still allows to be done with the name."""
    narrow(desk.record, signatory(desk.record, letter, number), words=words, who=who, how=how)
    return _back(name, who)


@router.post("/names/withdraw")
def withdraws(
    *, desk: OnDesk, name: Words, letter: Words, number: Annotated[int, Form()], how: Words, who: Words = ""
) -> RedirectResponse:
    """Write down that somebody no longer signs."""
    withdraw(desk.record, signatory(desk.record, letter, number), who=who, how=how)
    return _back(name, who)


def _back(name: str, who: str) -> RedirectResponse:
    answer = RedirectResponse(with_query("/names", name=name), status_code=303)
    remember_person(answer, who)
    return answer
