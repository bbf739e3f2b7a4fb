"""The switch between languages, and the name under which judgements are kept."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from onrecord.web.desk import person
from onrecord.web.language import COOKIE, NAMES
from onrecord.web.rooms import Room

WHO_COOKIE = "onrecord-who"
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


def person_at(request: Request) -> str:
    """The name of the person who works in this browser: as last given, else as the computer knows it."""
    return unquote(request.cookies.get(WHO_COOKIE, "")) or person()


def remember_person(answer: Response, who: str) -> None:
    """Keep the name in this browser, for the next form."""
    answer.set_cookie(WHO_COOKIE, quote(who.strip()), max_age=A_YEAR, httponly=True, samesite="strict")
