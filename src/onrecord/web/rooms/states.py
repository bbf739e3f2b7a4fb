"""States: what each asks of others, what it is asked, and where it was silent or not heard."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from onrecord.analysis.states import state_seen, states_seen
from onrecord.web.desk import OnDesk
from onrecord.web.language import N_
from onrecord.web.pages import render
from onrecord.web.rooms import Room

router = APIRouter(include_in_schema=False)
room = Room(
    name="states",
    title=N_("States"),
    path="/states",
    invites=N_("See what a State asks and is asked"),
    order=40,
    router=router,
)


@router.get("/states")
def all_states(request: Request, desk: OnDesk) -> Response:
    """Every State that speaks or is spoken to on the record."""
    return render(request, "states/states.html.j2", states=states_seen(desk.record))


@router.get("/states/{code:path}")
def one_state(request: Request, desk: OnDesk, code: str) -> Response:
    """One State (or body, by its acronym)."""
    seen = state_seen(desk.record, code, most=200)
    if seen is None:
        raise HTTPException(404, N_("Nobody of this name speaks or is spoken to on the record."))
    return render(
        request,
        "states/state.html.j2",
        code=seen.code,
        says=seen.says,
        asked=seen.asked,
        recommends=seen.recommends,
        recommended=seen.recommended,
        unheard=seen.unheard,
        silent=seen.silent,
        held=seen.held,
        own_reviews=seen.own,
    )
