"""Documents: the list of them, one document by its paragraphs, and one place beside the page as published."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from fastapi import APIRouter, Form, Query, Request
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, RedirectResponse, Response

from onrecord.documents.model import Box
from onrecord.mechanisms.model import Entry
from onrecord.record.brief import answered_at, answers_to, recommendations_in
from onrecord.record.judgements import ABOUT, VERDICTS, EntryName, Judgement, judge, judgements, standing
from onrecord.record.leafing import (
    Held,
    NumberedEntry,
    entries,
    entries_at,
    headings,
    held,
    notes_between,
    page_starts,
    paragraph_at,
    paragraphs,
    pinpoints_with_entries,
)
from onrecord.record.overview import symbols_held
from onrecord.record.positions import AUTHORITIES, Resolved, resolve
from onrecord.record.record import Record
from onrecord.told import tell
from onrecord.un.symbol import Symbol
from onrecord.web.citing import COOKIE as STYLE_COOKIE
from onrecord.web.citing import STYLES, citation
from onrecord.web.desk import OnDesk
from onrecord.web.language import N_
from onrecord.web.pages import place, render
from onrecord.web.pictures import pages_of, pictures
from onrecord.web.rooms import Room
from onrecord.web.rooms.preferences import A_YEAR, inside, person_at, remember_person

router = APIRouter(include_in_schema=False)
room = Room(
    name="documents",
    title=N_("Documents"),
    path="/documents",
    invites=N_("Leaf through the documents"),
    order=20,
    router=router,
)
PARAGRAPHS_A_PAGE = 40
AROUND = 2
DOCUMENTS_A_PAGE = 60
ENTRIES_A_PAGE = 30


class Shown(NamedTuple):
    """An entry as a page shows it: what became of it, and what people said of it."""

    ordinal: int
    entry: Entry
    resolved: Resolved | None
    judged: tuple[Judgement, ...]


@router.get("/documents")
def documents(request: Request, desk: OnDesk, page: Annotated[int, Query(ge=1, le=100_000)] = 1) -> Response:
    """What is on the record, by symbol."""
    found = desk.record.documents()
    start = (page - 1) * DOCUMENTS_A_PAGE
    return render(
        request,
        "documents/documents.html.j2",
        documents=found[start : start + DOCUMENTS_A_PAGE],
        total=len(found),
        start=start,
        page=page,
        size=DOCUMENTS_A_PAGE,
    )


@router.get("/documents/{path:path}")
def document_or_place(
    request: Request,
    desk: OnDesk,
    path: str,
    start: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
    entry: Annotated[int | None, Query(ge=0, le=10_000_000)] = None,
) -> Response:
    """A document, or a place in one: "A/HRC/25/5" and "A/HRC/25/5/186.241"; `entry` opens where that one is."""
    record = desk.record
    document = held(record, path)
    if document is not None:
        return _document(request, record, document, start)
    called, _, pinpoint = path.rpartition("/")
    document = held(record, called) if called else None
    if document is None:
        raise HTTPException(
            404, tell("%(name)s is not on the record. That does not mean that it does not exist.", name=path)
        )
    return _place(request, record, document, pinpoint, start, entry)


def _document(request: Request, record: Record, document: Held, start: int) -> Response:
    shown = paragraphs(record, document, start, PARAGRAPHS_A_PAGE)
    starts = page_starts(record, document)
    acts = [] if document.paragraphs else entries(record, document, start, PARAGRAPHS_A_PAGE)
    return render(
        request,
        "documents/document.html.j2",
        document=document,
        shown=shown,
        acts=acts,
        many=pinpoints_with_entries(record, document),
        headings=headings(record, document),
        pages=[(page, starts.get(page)) for page in range(1, document.leaves + 1)],
        start=start,
        size=PARAGRAPHS_A_PAGE,
        total=document.paragraphs or document.entries,
        source_address=Symbol(document.symbol).url if document.symbol else "",
    )


def _place(
    request: Request,
    record: Record,
    document: Held,
    pinpoint: str,
    start: int,
    entry: int | None,
) -> Response:
    at = paragraph_at(record, document, pinpoint)
    acts = entries_at(record, document, pinpoint)
    if at is None and not acts:
        raise HTTPException(
            404, tell("%(name)s has no place %(pinpoint)s.", name=document.called, pinpoint=pinpoint)
        )
    if entry is not None:
        at_entry = next((place for place, act in enumerate(acts) if act.ordinal == entry), 0)
        start = at_entry - at_entry % ENTRIES_A_PAGE
    style = request.cookies.get(STYLE_COOKIE, "un")
    around = paragraphs(record, document, at.ordinal - AROUND, 2 * AROUND + 1) if at else []
    boxes = _boxes(document, at.paragraph.lines if at else (), acts)
    return render(
        request,
        "documents/place.html.j2",
        document=document,
        pinpoint=pinpoint,
        at=at,
        symbols=symbols_held(record),
        around=around,
        acts=_shown(record, document, acts[start : start + ENTRIES_A_PAGE]),
        start=start,
        size=ENTRIES_A_PAGE,
        total=len(acts),
        framed=entry,
        answered=answered_at(record, document.symbol, at.paragraph.pinpoint) if at else [],
        notes=notes_between(record, document, [at.paragraph.pinpoint]) if at else [],
        pages=pages_of(boxes) if document.format.startswith("pdf") else [],
        cited=citation(document, pinpoint, style),
        style=style if style in STYLES else "un",
        styles=STYLES,
        authorities=AUTHORITIES,
        abouts=ABOUT,
        verdicts=VERDICTS,
        who=person_at(request),
        where=at.ordinal if at else 0,
    )


def _boxes(document: Held, lines: tuple[object, ...], acts: list[NumberedEntry]) -> tuple[Box, ...]:
    """The boxes of the paragraph's lines; of the entries' words where there is no paragraph."""
    if not document.format.startswith("pdf"):
        return ()
    return tuple(line.box for line in lines) or tuple(  # type: ignore[attr-defined]
        box for act in acts for box in act.entry.place
    )


def _shown(record: Record, document: Held, acts: list[NumberedEntry]) -> list[Shown]:
    """The entries with what became of them by all documents on the record, and what people said of them."""
    asked = [act.entry for act in acts if act.entry.kind == "recommendation" and not act.entry.second_hand]
    of_report = recommendations_in(record, document.id) if asked else {}
    answers = answers_to(record, frozenset(entry.to for entry in asked if entry.to)) if asked else None
    said = standing(judgements(record, sha256=document.sha256))
    shown = []
    for ordinal, entry in acts:
        in_brief = of_report.get(ordinal) if not entry.second_hand else None
        resolved = (
            resolve(in_brief, tuple(of_report.values()), answers)
            if in_brief and answers is not None
            else None
        )
        own = (document.sha256, entry.kind, entry.pinpoint, entry.part)
        judged = (one for one in said if (one.entry[0], *one.entry[2:]) == own)
        shown.append(Shown(ordinal, entry, resolved, tuple(judged)))
    return shown


@router.get("/pictures/{sha256}/{number}.png")
def picture(desk: OnDesk, sha256: str, number: int, name: str, at: str, entry: int | None = None) -> Response:
    """The page as published with a place framed: the paragraph, or with `entry` the words of that entry."""
    document = held(desk.record, name)
    if document is None or document.sha256 != sha256 or not document.format.startswith("pdf"):
        raise HTTPException(404)
    found = paragraph_at(desk.record, document, at)
    acts = entries_at(desk.record, document, at)
    paragraph = _boxes(document, found.paragraph.lines if found else (), acts)
    frames = tuple(box for act in acts if act.ordinal == entry for box in act.entry.place)
    drawn = pictures(document.original, paragraph, frames) if paragraph else ()
    if not 0 <= number < len(drawn):
        raise HTTPException(404)
    headers = {"cache-control": "private, max-age=86400"}
    return Response(drawn[number].data, media_type="image/png", headers=headers)


@router.get("/originals/{sha256}")
def original(desk: OnDesk, sha256: str, name: str) -> Response:
    """The file itself, as it was handed over."""
    document = held(desk.record, name)
    if document is None or document.sha256 != sha256 or not document.original.exists():
        raise HTTPException(404)
    return FileResponse(
        document.original, media_type="application/octet-stream", filename=document.name, stat_result=None
    )


class Told(BaseModel):
    """What the form "Wrong? Tell" sends: the entry by document, pinpoint and place, and the judgement."""

    document: str
    pinpoint: str
    entry: int
    who: str = ""
    verdict: str = "wrong"
    about: str = "other"
    words: str = ""


@router.post("/judgements")
def keep_judgement(desk: OnDesk, told: Annotated[Told, Form()]) -> RedirectResponse:
    """Keep what a person says of an entry, and go back to it."""
    document = held(desk.record, told.document)
    acts = entries_at(desk.record, document, told.pinpoint) if document else []
    entry = next((act.entry for act in acts if act.ordinal == told.entry), None)
    if document is None or entry is None:
        raise HTTPException(404, tell("That entry is no longer on the record."))
    named = EntryName(document.sha256, document.symbol, entry.kind, entry.pinpoint, entry.part)
    judge(desk.record, named, who=told.who, verdict=told.verdict, about=told.about, words=told.words)
    answer = RedirectResponse(f"{place(document.called, told.pinpoint)}#e{told.entry}", status_code=303)
    remember_person(answer, told.who)
    return answer


@router.post("/style")
def choose_style(style: Annotated[str, Form()], back: Annotated[str, Form()] = "/") -> RedirectResponse:
    """Keep the chosen style of citations, and go back."""
    answer = RedirectResponse(inside(back), status_code=303)
    if style in STYLES:
        answer.set_cookie(STYLE_COOKIE, style, max_age=A_YEAR, httponly=True, samesite="strict")
    return answer
