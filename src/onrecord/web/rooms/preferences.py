"""The switch between languages, and the name under which judgements are kept."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse

from onrecord.web.language import COOKIE, NAMES
from onrecord.web.rooms import Room

A_YEAR = 365 * 24 * 3600
router = APIRouter(include_in_schema=False)
room = Room(name="preferences", router=router)


@router.post("/language")
def choose_language(language: Annotated[str, Form()], back: Annotated[str, Form()] = "/") -> RedirectResponse:
    """Keep the chosen language in this browser, and go back to the page."""
    answer = RedirectResponse(inside(back), status_code=303)
    if language in NAMES:
        answer.set_cookie(COOKIE, language, max_age=A_YEAR, httponly=True, samesite="strict")
    return answer


def inside(address: str) -> str:
    """The address if it is one of the workbench, else its first page: nobody is sent elsewhere."""
    is_ours = address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if is_ours and address.isprintable() else "/"
