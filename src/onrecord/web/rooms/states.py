"""States: what each asks of others, what it is asked, and where it was silent or not heard."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from onrecord.record.browse import Asked, browse, counted, documents_with
from onrecord.record.overview import reviews_held
from onrecord.un.states import find_state
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
    facets = counted(desk.record, Asked()).facets
    by, to = dict(facets["by"]), dict(facets["to"])
    states = [(code, by.get(code, 0), to.get(code, 0)) for code in dict.fromkeys([*by, *to])]
    return render(request, "states/states.html.j2", states=states)


@router.get("/states/{code:path}")
def one_state(request: Request, desk: OnDesk, code: str) -> Response:
    """One State (or body, by its acronym)."""
    known = find_state(code)
    if known is not None:
        code = known.code
    says = counted(desk.record, Asked(by=code))
    asked = counted(desk.record, Asked(to=code))
    if known is None and not says.totals["entries"] + asked.totals["entries"]:
        raise HTTPException(404, N_("Nobody of this name speaks or is spoken to on the record."))
    recommends = counted(desk.record, Asked(by=code, kind="recommendation"))
    recommended = counted(desk.record, Asked(to=code, kind="recommendation"))
    unheard = browse(desk.record, Asked(by=code, kind="not_heard"), size=200)
    spoke_in = documents_with(desk.record, Asked(by=code))
    held = reviews_held(desk.record)
    return render(
        request,
        "states/state.html.j2",
        code=code,
        says=says,
        asked=asked,
        recommends=recommends,
        recommended=recommended,
        unheard=unheard,
        silent=[one for one in held if one.symbol not in spoke_in and one.state != code],
        held=held,
        own_reviews=[one for one in held if one.state == code],
    )
