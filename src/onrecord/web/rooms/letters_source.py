"""The letter room: a letter becomes a source, which numbers its notes by itself and can be built."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse

from onrecord.web.desk import OnDesk
from onrecord.web.rooms import Room
from onrecord.web.rooms.preferences import person_at

router = APIRouter(include_in_schema=False)
room = Room(name="letters_source", router=router)


@router.post("/letters/{number}/source")
def make_source(request: Request, desk: OnDesk, number: int) -> RedirectResponse:
    """Make a source of the newest version, as a letter of its own; the letter stays as it is."""
    # Late: what builds letters takes long to load.
    from onrecord.letters.compose.on_desk import source_of_draft  # noqa: PLC0415

    made = source_of_draft(desk.record, number, who=person_at(request))
    return RedirectResponse(f"/letters/{made}", status_code=303)
