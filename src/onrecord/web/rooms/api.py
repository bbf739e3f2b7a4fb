"""The HTTP API: the record's questions for programs, described by OpenAPI at /api/v1/openapi.json."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query
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
from onrecord.web.api import api_router, whole_characters
from onrecord.web.desk import OnDesk
from onrecord.web.rooms import Room
from onrecord.web.shapes.checks import CheckOut, TextIn
from onrecord.web.shapes.entries import EntryOut, ReviewOut, TraceOut
from onrecord.web.shapes.record import DocumentOut, FoundOut, PlaceOut, RowOut, Wanted
from onrecord.web.shapes.values import AskedSymbol

router = api_router("record")
room = Room(name="api", router=router)


@router.get("/documents", summary="List documents", response_description="Every document.")
def list_documents(desk: OnDesk) -> list[DocumentOut]:
    """Every document on the record, by symbol; of several editions the one that counts."""
    return [
        DocumentOut(**{name: getattr(one, name) for name in DocumentOut.model_fields})
        for one in desk.record.documents()
    ]


@router.get("/search", summary="Search the record", response_description="A page of rows, and all counts.")
def search(
    desk: OnDesk,
    wanted: Annotated[Wanted, Query()],
) -> FoundOut:
    """Look for words, phrases and beginnings in entries, paragraphs or notes, narrowed by State, kind or position.

    Every row names its source. Ask again with a greater `start` for the rows after these.
    """
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


@router.get("/place", summary="Show a place", response_description="The very words and their source.")
def show_place(
    desk: OnDesk,
    symbol: AskedSymbol,
    pinpoint: Annotated[
        str,
        Query(
            max_length=1000,
            description="The paragraph as one cites it, with the number of the recommendation where it has one.",
            examples=["186.241"],
        ),
    ],
) -> PlaceOut:
    """What stands at a pinpoint of a document, verbatim, with the acts that were read from it."""
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
        entries=[EntryOut(**act.entry.as_json()) for act in acts],
    )


@router.get("/reviews", summary="List reviews", response_description="The reviews, by State and cycle.")
def list_reviews(
    desk: OnDesk,
    state: Annotated[
        str,
        Query(
            max_length=1000,
            description="Only reviews of this State, by ISO 3166 alpha-3 code. Left out: of all States.",
            examples=["CHN"],
        ),
    ] = "",
) -> list[ReviewOut]:
    """The reviews of which the report is on the record, of one State or of all."""
    return [
        ReviewOut(**{**one._asdict(), "troika": list(one.troika)})
        for one in reviews_held(desk.record, state or None)
    ]


@router.get("/trace", summary="Trace a topic", response_description="The topic, review by review.")
def trace_topic(
    desk: OnDesk,
    state: Annotated[
        str,
        Query(
            max_length=1000,
            description="The State under review: its name or its ISO 3166 alpha-3 code.",
            examples=["CHN"],
        ),
    ],
    about: Annotated[
        str,
        Query(
            min_length=1,
            max_length=1000,
            description="A topic's name, or a query as in a search.",
            examples=["non-refoulement"],
        ),
    ],
    by: Annotated[
        str,
        Query(
            max_length=1000,
            description="Only what this State raised: its name or its ISO 3166 alpha-3 code. Left out: all.",
            examples=["CZE"],
        ),
    ] = "",
) -> TraceOut:
    """Who raised a topic with a State, in which review, with which answer; who did not, who was not heard.

    What cannot be said from the documents on the record is told under `unread` and `missing`.
    """
    return TraceOut(**trace_as_json(trace(desk.record, state, topic(about), by)))


@router.post(
    "/check",
    summary="Check a text",
    response_description="Citations, quotations and findings.",
    response_model_exclude_unset=True,
)
def check_text(desk: OnDesk, given: TextIn) -> CheckOut:
    """Hold citations, quotations, numbers, dates and claims of a letter against the record. Nothing is kept."""
    text = whole_characters(given.text)
    told = check_as_json(check(parse_letter(text, "text"), desk.record, topic=given.about))
    return CheckOut(**{name: told[name] for name in CheckOut.model_fields})
