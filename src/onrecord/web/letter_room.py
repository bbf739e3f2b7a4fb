"""The page of a letter: the letter, what the check finds in it, and what was done; every room of letters sets it so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from fastapi import Request
from markupsafe import escape
from starlette.responses import Response

from onrecord.letters.compose.source import is_source
from onrecord.letters.decisions.acts import Acts, acts
from onrecord.record.drafts import draft, versions
from onrecord.web.desk import Desk
from onrecord.web.language import language_of
from onrecord.web.letter_page import marks_of, shown
from onrecord.web.letter_parts import LEAST, ROOM, weight_of
from onrecord.web.letter_steps import checked, numbered, steps, take_told, told_at
from onrecord.web.pages import render
from onrecord.web.rooms.preferences import person_at

if TYPE_CHECKING:
    from onrecord.letters.compose.build import Composed
    from onrecord.letters.signing.on_desk import Signing

BUILT = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
}
"""The forms in which a source is built, with their media types."""
MOST_TOLD = 10
"""How many faults of a source, or doubts about a file, a page tells at once."""


class Look(NamedTuple):
    """How the page is looked at: findings of one severity ("" for all), the part shown, what text it is."""

    only: str = ""
    at: str = ""
    is_newest: bool = True
    is_saved: bool = True


def letter_page(request: Request, desk: Desk, number: int, version: int, text: str, look: Look) -> Response:
    """The page of a version, or of a text that is not saved. The act just done is told once, by the first page after it."""
    built = _built(desk, number, text) if is_source(text) else None
    decided = checked(desk, number, text)
    can_act = look.is_newest and look.is_saved
    done = acts(desk.record, number) if can_act else Acts({})
    room = ROOM if look.is_saved else max(LEAST, ROOM - weight_of(text))
    answer = render(
        request,
        "letters/letter.html.j2",
        draft=draft(desk.record, number),
        version=version,
        versions=versions(desk.record, number),
        is_newest=look.is_newest,
        is_saved=look.is_saved,
        can_act=can_act,
        forms=tuple(BUILT) if can_act and is_source(text) else (),
        is_source=is_source(text),
        faults=built.errors if built else (),
        most_told=MOST_TOLD,
        signing=_signing(desk, number) if can_act else None,
        names_signatories=bool(built and built.letter.signatories),
        who=person_at(request),
        **({} if look.is_saved else typing(text, marks_of(decided))),
        **shown(desk, language_of(request), decided, only=look.only, at=look.at, room=room),
        **steps(desk, number, done, told_at(request) if can_act else "", numbered(decided)),
    )
    if can_act:
        take_told(request, answer, number)
    return answer


def typing(text: str, marks: list[tuple[int, int, str]]) -> dict[str, Any]:
    """What the form needs in which a letter is written."""
    # As it is: what the page shows elsewhere by code points must not be saved so.
    return {"typed": escape(text), "marks": marks}


def _built(desk: Desk, number: int, text: str) -> Composed:
    from onrecord.letters.compose.on_desk import compose_draft  # noqa: PLC0415 - takes long to load

    return compose_draft(text, draft(desk.record, number).name, desk.record)


def _signing(desk: Desk, number: int) -> Signing | None:
    """How people stand to the words as they are saved."""
    from onrecord.letters.signing.on_desk import signing_of  # noqa: PLC0415 - takes long to load

    return signing_of(desk.record, number)
