"""The HTTP API: the record's questions for programs, described by OpenAPI at /api/v1/openapi.json."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import Query
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from onrecord.analysis.as_json import trace_as_json
from onrecord.analysis.topics import topic
from onrecord.analysis.trace import trace
from onrecord.letters.check import check
from onrecord.letters.check.as_json import check_as_json
from onrecord.letters.read import parse_letter
from onrecord.record.browse import Asked, browse
from onrecord.record.leafing import entries_at, held, paragraph_at
from onrecord.record.overview import reviews_held
from onrecord.web.api import LONGEST, Words, api_router, whole_characters
from onrecord.web.desk import OnDesk
from onrecord.web.rooms import Room

router = api_router("record")
room = Room(name="api", router=router)


class DocumentOut(BaseModel):
    """A document on the record, in the edition that counts."""

    symbol: str
    name: str = Field(description="The name of the file.")
    sha256: str
    kind: str
    title: str
    date: str
    language: str
    pages: int


class Wanted(BaseModel):
    """A search: States by ISO alpha-3 code, `position` as the document itself gives it."""

    q: str = Field("", max_length=1000)
    part: Literal["entries", "paragraphs", "notes"] = "entries"
    kind: str = Field("", max_length=100)
    by: str = Field("", max_length=100)
    to: str = Field("", max_length=100)
    cycle: int = Field(0, ge=0, le=99)
    position: str = Field("", max_length=100)
    symbol: str = Field("", max_length=500)
    start: int = Field(0, ge=0, le=1_000_000)
    size: int = Field(20, ge=1, le=200)


class RowOut(BaseModel):
    """An entry, paragraph or note with its source; `snippet` marks the words found with « and »."""

    symbol: str
    name: str
    sha256: str
    pinpoint: str
    page: int
    kind: str
    snippet: str
    by: list[str]
    to: str
    cycle: int | None
    date: str
    position: str


class FoundOut(BaseModel):
    """A page of rows; `totals` counts each list, `facets` says by what entries can be narrowed."""

    totals: dict[str, int]
    facets: dict[str, dict[str, int]]
    rows: list[RowOut]


class PlaceOut(BaseModel):
    """A place verbatim. `entries` are as `onrecord read --jsonl` prints them."""

    symbol: str
    name: str
    sha256: str
    pinpoint: str
    page: int | None
    text: str
    entries: list[dict[str, Any]]


class ReviewOut(BaseModel):
    """A review of which the report is on the record."""

    symbol: str
    state: str
    cycle: int | None
    session: int | None
    date: str
    troika: list[str]
    entries: int


class TraceOut(BaseModel):
    """A topic through the reviews of a State, oldest first; hits are as `onrecord trace --json` prints them."""

    state: str
    topic: str
    query: str
    by: str | None
    reviews: list[dict[str, Any]]
    missing: list[str] = Field(description="The reviews of which no report is on the record.")


class TextIn(BaseModel):
    """A letter's text, plain or Markdown, with its notes. Nothing of it is kept."""

    text: str = Field(min_length=1, max_length=LONGEST)
    about: str = Field("", max_length=1000, description="The topic by which omissions are looked for.")


class CheckOut(BaseModel):
    """A text held against the record, as `onrecord check --json` prints it. "cannot_check" is never "wrong"."""

    summary: dict[str, Any]
    citations: list[dict[str, Any]]
    quotations: list[dict[str, Any]]
    findings: list[dict[str, Any]]


@router.get("/documents")
def list_documents(desk: OnDesk) -> list[DocumentOut]:
    """Every document on the record, by symbol."""
    return [
        DocumentOut(**{name: getattr(one, name) for name in DocumentOut.model_fields})
        for one in desk.record.documents()
    ]


@router.get("/search")
def search(
    desk: OnDesk,
    wanted: Annotated[Wanted, Query()],
) -> FoundOut:
    """Words, phrases and beginnings; without a query everything, in the order of the documents."""
    given = wanted.model_dump(exclude={"q", "start", "size"})
    found = browse(desk.record, Asked(query=wanted.q, **given), start=wanted.start, size=wanted.size)
    return FoundOut(
        totals=found.totals,
        facets={name: dict(values) for name, values in found.facets.items()},
        rows=[
            RowOut(
                **{name: getattr(row, name) for name in RowOut.model_fields if name != "by"}, by=list(row.by)
            )
            for row in found.rows
        ],
    )


@router.get("/place")
def show_place(desk: OnDesk, symbol: Words, pinpoint: Words) -> PlaceOut:
    """What stands at a pinpoint, verbatim, with the entries read from it."""
    document = held(desk.record, symbol)
    found = paragraph_at(desk.record, document, pinpoint) if document else None
    acts = entries_at(desk.record, document, pinpoint) if document else []
    if document is None or (found is None and not acts):
        raise HTTPException(404, f"{symbol}, {pinpoint} is not on the record.")
    return PlaceOut(
        symbol=document.symbol,
        name=document.name,
        sha256=document.sha256,
        pinpoint=pinpoint,
        page=found.paragraph.page if found else acts[0].entry.page,
        text=found.paragraph.text if found else acts[0].entry.as_printed,
        entries=[act.entry.as_json() for act in acts],
    )


@router.get("/reviews")
def list_reviews(desk: OnDesk, state: Words = "") -> list[ReviewOut]:
    """The reviews on the record, of one State (ISO alpha-3) or of all."""
    return [
        ReviewOut(**{**one._asdict(), "troika": list(one.troika)})
        for one in reviews_held(desk.record, state or None)
    ]


@router.get("/trace")
def trace_topic(
    desk: OnDesk, state: Words, about: Annotated[str, Query(min_length=1, max_length=1000)], by: Words = ""
) -> TraceOut:
    """Who raised a topic with a State, in which review, with which answer; who did not, who was not heard.

    `about` is a topic's name or a query, `state` and `by` are names of States or ISO alpha-3 codes.
    """
    return TraceOut(**trace_as_json(trace(desk.record, state, topic(about), by)))


@router.post("/check")
def check_text(desk: OnDesk, given: TextIn) -> CheckOut:
    """Hold citations, quotations and claims of a text against the record."""
    text = whole_characters(given.text)
    told = check_as_json(check(parse_letter(text, "text"), desk.record, topic=given.about))
    return CheckOut(**{name: told[name] for name in CheckOut.model_fields})
