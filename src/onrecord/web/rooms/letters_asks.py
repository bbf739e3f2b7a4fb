"""The letter room: what the letter asks for, the advice on each ask, and the files made of the asks."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.responses import Response

from onrecord.analysis.trace import state_named
from onrecord.errors import DoesNotFit, UsageError
from onrecord.letters.advice.advise import advise, review_meant
from onrecord.letters.advice.asking import asking_in
from onrecord.letters.advice.length import SLOT, length
from onrecord.letters.advice.model import AskingLetter, LetterAdvice, Place
from onrecord.letters.advice.sheets import statement
from onrecord.record.draft_pairs import paired_with
from onrecord.record.drafts import draft, text_of
from onrecord.record.leafing import entries_at, held, paragraph_at
from onrecord.told import tell
from onrecord.un.review import reviews
from onrecord.web.desk import Desk, OnDesk
from onrecord.web.language import language_of
from onrecord.web.letter_steps import newest
from onrecord.web.pages import place, render, with_query
from onrecord.web.rooms import Room

router = APIRouter(include_in_schema=False)
room = Room(name="letters_asks", router=router)

CYCLES = (1, 2, 3, 4)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHEETS = {
    ("statement", "docx"): WORD,
    ("statement", "txt"): "text/plain; charset=utf-8",
    ("questions", "docx"): WORD,
    ("memo", "docx"): WORD,
    ("state", "pdf"): "application/pdf",
}


class Chosen(BaseModel):
    """What is chosen for a file: State under review and cycle, the State that asks, the names of asks."""

    to: str = ""
    cycle: str = ""
    by: str = ""
    ask: tuple[str, ...] = ()


@router.get("/letters/{number}/asks")
def asks(
    request: Request,
    desk: OnDesk,
    number: int,
    to: Annotated[str, Query()] = "",
    cycle: Annotated[str, Query()] = "",
    by: Annotated[str, Query()] = "",
) -> Response:
    """The asks of the newest version, each with its advice; without a review only what stands in the letter."""
    letter = _letter(desk, number)
    named = f"{to}/{cycle}" if to and cycle else letter.review
    told = None
    made = None
    if letter.asks:
        try:
            meant = review_meant(letter, named)
        except UsageError as error:
            told = error if named else None
        else:
            named = f"{meant.state.code}/{meant.cycle}"
            made = advise(letter, desk.record, meant, first=state_named(by).code if by else "")
    recommended = [ask for ask in letter.asks if ask.kind == "recommendation"]
    spoken = " ".join(ask.words for ask in recommended)
    note = None
    if made and by and recommended:
        # As the speaking note counts them: with the words that open it and the numbers of the asks.
        note = statement(letter, meant, state_named(by), [ask.name for ask in recommended])
    reviewed, _, of_cycle = named.partition("/")
    return render(
        request,
        "letters/asks.html.j2",
        draft=draft(desk.record, number),
        letter=letter,
        made=made,
        told=told,
        reviewed=reviewed,
        cycle=of_cycle,
        cycles=CYCLES,
        by=by.upper(),
        states=_states(request),
        spoken=length(spoken),
        note=note,
        slot=SLOT,
        addresses=_addresses(desk, made) if made else {},
        other=paired_with(desk.record, number),
    )


@router.get("/letters/{number}/sheet/{file}")
def sheet(
    request: Request,
    desk: OnDesk,
    number: int,
    file: str,
    chosen: Annotated[Chosen, Query()],
) -> Response:
    """A file made of the asks: speaking note, advance questions, memorandum or the page for a State."""
    kind, _, ending = file.partition(".")
    media = SHEETS.get((kind, ending))
    if media is None:
        raise HTTPException(404)
    # Late: what sets files takes long to load.
    from onrecord.letters.advice.made import make  # noqa: PLC0415

    letter = _letter(desk, number)
    meant = review_meant(letter, f"{chosen.to}/{chosen.cycle}" if chosen.to and chosen.cycle else "")
    if not chosen.by:
        raise UsageError(tell("Which State speaks?"), hint=tell("Choose the State that asks in the form."))
    asked = {"statement": "recommendation", "questions": "question"}.get(kind)
    only = [one.name for one in letter.asks if one.name in chosen.ask and asked in (None, one.kind)]
    if chosen.ask and not only:
        raise UsageError(
            tell("None of the asks chosen is a %(asked)s.", asked=asked),
            hint=tell("Go back and choose one for this file."),
        )
    if kind == "state" and len(only) == len(letter.asks):
        only = []  # everything is ticked at first, and a page holds two asks
    try:
        data = make(kind, letter, meant, state_named(chosen.by), desk.record, only=only, ending=f".{ending}")
    except DoesNotFit as error:
        back = with_query(
            f"/letters/{number}/asks", to=meant.state.code, cycle=meant.cycle, by=state_named(chosen.by).code
        )
        return render(
            request,
            "letters/no_sheet.html.j2",
            status=HTTPStatus.BAD_REQUEST,
            draft=draft(desk.record, number),
            title=error.message,
            hint=error.hint,
            to_asks=back,
        )
    name = f"{kind} {meant.state.code} {meant.cycle} {state_named(chosen.by).code}.{ending}"
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}
    return Response(data, media_type=media, headers=headers)


def _letter(desk: Desk, number: int) -> AskingLetter:
    kept = draft(desk.record, number)
    return asking_in(text_of(desk.record, number, newest(desk, number)), kept.name)


def _states(request: Request) -> list[tuple[str, str]]:
    """The States that were ever reviewed, by their names in the reader's language."""
    spoken = language_of(request)
    codes = {one.state.code for one in reviews()}
    return sorted(((code, spoken.state(code)) for code in codes), key=lambda one: one[1])


def _addresses(desk: Desk, made: LetterAdvice) -> dict[tuple[str, str], str]:
    """Where each place that advice rests on is shown: the place, or its document ("" where neither is held)."""
    places: list[Place] = [one for advice in made.general for one in advice.places]
    for one in made.asks:
        places += [earlier.place for earlier in one.earlier]
        places += [earlier.position_at for earlier in one.earlier if earlier.position_at]
        places += [one.answer] if one.answer else []
        if one.accepted:
            places += [at for at in (one.accepted.place, one.accepted.position_at) if at]
    found: dict[tuple[str, str], str] = {}
    for at in places:
        if (at.symbol, at.pinpoint) not in found:
            found[at.symbol, at.pinpoint] = _address(desk, at)
    return found


def _address(desk: Desk, at: Place) -> str:
    document = held(desk.record, at.symbol)
    if document is None:
        return ""
    pinpoint = at.pinpoint
    if pinpoint and paragraph_at(desk.record, document, pinpoint) is None:
        pinpoint = pinpoint if entries_at(desk.record, document, pinpoint) else ""
    return place(at.symbol, pinpoint)
