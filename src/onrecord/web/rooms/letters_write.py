"""The letter room: writing in a letter, and the check that follows what is typed."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from onrecord.errors import UsageError
from onrecord.letters.read import parse_letter
from onrecord.record.drafts import LONGEST, draft, save_version, text_of
from onrecord.told import tell
from onrecord.web.desk import OnDesk
from onrecord.web.language import language_of
from onrecord.web.letter_page import marks_of, shown
from onrecord.web.letter_room import Look, letter_page, typing
from onrecord.web.letter_steps import back_to, checked, line_changed, newest
from onrecord.web.pages import environment, render
from onrecord.web.rooms import Room
from onrecord.web.rooms.preferences import person_at

router = APIRouter(include_in_schema=False)
room = Room(name="letters_write", router=router)


@router.get("/letters/{number}/write")
def write(request: Request, desk: OnDesk, number: int) -> Response:
    """The newest text to write in; the letter's page takes the form from here when it is opened there."""
    text = text_of(desk.record, number, newest(desk, number))
    marks = marks_of(checked(desk, number, text))
    return render(request, "letters/write.html.j2", draft=draft(desk.record, number), **typing(text, marks))


@router.post("/letters/{number}/edit")
def edit(
    request: Request,
    desk: OnDesk,
    number: int,
    text: Annotated[str, Form()] = "",
    do: Annotated[str, Form()] = "save",
) -> Response:
    """Save what was typed as a new version; or with `do` "check" only check it, for browsers without script."""
    old = text_of(desk.record, number, newest(desk, number))
    if do == "check":
        typed = parse_letter(text, "letter").text[:LONGEST]
        look = Look(at=line_changed(old, typed), is_saved=False)
        return letter_page(request, desk, number, newest(desk, number), typed, look)
    saved = save_version(desk.record, number, text, why="edited", who=person_at(request))
    return back_to(number, did=f"v{saved}", anchor=line_changed(old, text_of(desk.record, number, saved)))


@router.post("/letters/{number}/check")
def check_typed(
    request: Request,
    desk: OnDesk,
    number: int,
    text: Annotated[str, Form()] = "",
    at: Annotated[str, Form()] = "",
) -> JSONResponse:
    """The findings of a text that is being typed, as the panel of the page; nothing is saved.

    Of a long letter it is the part in which somebody types: `at` is the line, as "l47".
    """
    if len(text) > LONGEST:
        raise UsageError(
            tell("The letter is longer than %(most)s characters.", most=f"{LONGEST:,}"),
            hint=tell("Split it."),
        )
    spoken = language_of(request)
    decided = checked(desk, number, text)
    context = {
        **shown(desk, spoken, decided, at=at),
        "draft": draft(desk.record, number),
        "can_act": False,
        "is_newest": True,
        "is_saved": False,
        "version": 0,
        "form_mark": request.app.state.keys.mark,
    }
    templates = environment(spoken.code, "letters")
    return JSONResponse(
        {
            "findings": context["every"],
            "said": spoken.count("%(num)s finding", "%(num)s findings", context["every"]),
            "panel": templates.get_template("letters/findings.html.j2").render(context),
            "marked": templates.get_template("letters/marked.html.j2").render(context),
            "marks": marks_of(decided),
        }
    )


@router.post("/letters/{number}/undo")
def undo(request: Request, desk: OnDesk, number: int, version: Annotated[int, Form()]) -> RedirectResponse:
    """Go back to an earlier version, as a new version: what came between stays."""
    text = text_of(desk.record, number, version)
    old = text_of(desk.record, number, newest(desk, number))
    saved = save_version(desk.record, number, text, why="undone", who=person_at(request))
    return back_to(number, did=f"v{saved}", anchor=line_changed(old, text))
