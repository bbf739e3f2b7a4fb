"""The letter room: the letters on the desk, a letter beside what the check finds in it, its versions and files."""

from __future__ import annotations

import importlib
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, File, Form, Query, Request, UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from onrecord.letters.example.cards import letter_text
from onrecord.letters.two_versions import rows
from onrecord.record.drafts import draft, listed_drafts, open_draft, text_of, versions
from onrecord.web.arrivals import read_upload
from onrecord.web.desk import OnDesk
from onrecord.web.language import N_
from onrecord.web.leaves import Leaf, leaves, of_versions
from onrecord.web.letter_room import BUILT, Look, letter_page
from onrecord.web.letter_steps import SEVERITIES, newest
from onrecord.web.pages import render
from onrecord.web.rooms import Room
from onrecord.web.rooms.preferences import person_at

router = APIRouter(include_in_schema=False)
room = Room(
    name="letters",
    title=N_("Letters"),
    path="/letters",
    invites=N_("Check a letter against the record"),
    order=50,
    router=router,
)
EXAMPLE = "example-letter.txt"
VERSIONS_A_PAGE = 50
_DIGITS = 10


@router.get("/letters")
def letters(request: Request, desk: OnDesk) -> Response:
    """The letters on the desk, and the ways to lay one there."""
    from onrecord.letters.compose.on_desk import desk_sorted  # noqa: PLC0415 - takes long to load

    lying, others = desk_sorted(desk.record)
    return render(request, "letters/letters.html.j2", letters=lying, others=others)


@router.post("/letters")
def open_letter(
    request: Request,
    desk: OnDesk,
    file: Annotated[UploadFile | None, File()] = None,
    text: Annotated[str, Form()] = "",
    name: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Open a letter from a file of any form, or from pasted text."""
    who = person_at(request)
    if file is not None and file.filename:
        read = read_upload(desk.record, file)
        number = open_draft(desk.record, read.name, read.text, who=who, problems=read.problems)
    else:
        number = open_draft(desk.record, name or "letter", text, who=who)
    return _to(number)


@router.post("/letters/example")
def open_example_letter(request: Request, desk: OnDesk) -> RedirectResponse:
    """Lay the example's record on the desk and open its letter."""
    desk.open_example()
    open_already = next((one for one in listed_drafts(desk.record) if one.draft.name == EXAMPLE), None)
    if open_already is not None:
        return _to(open_already.draft.id)
    return _to(open_draft(desk.record, EXAMPLE, letter_text(), who=person_at(request)))


@router.get("/letters/{number}")
def letter(
    request: Request,
    desk: OnDesk,
    number: int,
    version: Annotated[int | None, Query()] = None,
    severity: Annotated[str, Query()] = "",
    at: Annotated[str, Query()] = "",
) -> Response:
    """A letter and its findings, all or of one severity: the newest version, or an earlier one to look at.

    A long letter is shown in parts: `at` is "p2" for the second, "f12" or "l47" for the one with finding 12 or line 47.
    """
    last = newest(desk, number)
    text = text_of(desk.record, number, version or last)
    look = Look(severity if severity in SEVERITIES else "", at, version in (None, last))
    return letter_page(request, desk, number, version or last, text, look)


@router.get("/letters/{number}/versions")
def compare(
    request: Request,
    desk: OnDesk,
    number: int,
    old: int = 0,
    new: int = 0,
    at: Annotated[str, Query()] = "",
    start: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> Response:
    """Two versions of a letter side by side, word by word, and the list of all.

    What is long comes in pages: `at` is "p2" for the second of the words, `start` where the list begins.
    """
    kept = versions(desk.record, number)
    newer = new or newest(desk, number)
    older = old or next((one.id for one in kept if one.id < newer), newer)
    every = rows(text_of(desk.record, number, older), text_of(desk.record, number, newer))
    pages = leaves(every, of_versions)
    is_number = at[:1] == "p" and at[1:].isascii() and at[1:].isdigit() and len(at) < _DIGITS
    index = max(0, min(int(at[1:]) if is_number else 1, len(pages)) - 1)
    listed = list(enumerate(kept))[start : start + VERSIONS_A_PAGE]
    return render(
        request,
        "letters/versions.html.j2",
        draft=draft(desk.record, number),
        versions=[(len(kept) - place, one) for place, one in listed],
        chosen=[(len(kept) - place, one) for place, one in enumerate(kept) if one.id in {older, newer}],
        total=len(kept),
        start=start,
        size=VERSIONS_A_PAGE,
        old=older,
        new=newer,
        rows=pages[index],
        leaf=Leaf(index + 1, len(pages)),
        changed=sum(row.kind != "same" for row in every),
    )


@router.get("/letters/{number}/text")
def text_file(desk: OnDesk, number: int, version: Annotated[int | None, Query()] = None) -> Response:
    """The text of a version as a file."""
    name = draft(desk.record, number).name
    text = text_of(desk.record, number, version or newest(desk, number))
    stem = name.rpartition(".")[0] or name
    ending = ".md" if name.endswith(".md") else ".txt"
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(stem + ending, safe='')}"}
    return Response(text.encode("utf-8", "replace"), media_type="text/plain; charset=utf-8", headers=headers)


@router.get("/letters/{number}/built/{form}")
def built_file(desk: OnDesk, number: int, form: str) -> Response:
    """The newest version as a letter in PDF, DOCX or HTML, where it is a source, with who signed its words.

    UsageError naming its faults.
    """
    if form not in BUILT:
        raise HTTPException(404)
    # Late: what sets letters takes long to load.
    from onrecord.letters.compose.on_desk import stem_of  # noqa: PLC0415
    from onrecord.letters.signing.on_desk import built_draft  # noqa: PLC0415

    composed = built_draft(desk.record, number)
    stem = stem_of(draft(desk.record, number).name)
    rendering = importlib.import_module(f"onrecord.letters.render.letter_{form}")
    data: bytes = getattr(rendering, f"letter_{form}")(composed.letter)
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(f'{stem}.{form}', safe='')}"}
    return Response(data, media_type=BUILT[form], headers=headers)


def _to(number: int) -> RedirectResponse:
    return RedirectResponse(f"/letters/{number}", status_code=303)
