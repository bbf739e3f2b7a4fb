"""Reviews: a State cycle by cycle, a topic as a table of States by cycles, and one review with its rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from onrecord.analysis.cycles import ReviewedInBrief, reviewed_in_brief, states_by_cycles
from onrecord.analysis.topics import named_topics
from onrecord.analysis.trace import trace
from onrecord.errors import UsageError
from onrecord.mechanisms.model import Entry
from onrecord.record.leafing import files_of_entries
from onrecord.record.overview import recommendations_to, reviews_held, reviews_without_report, symbols_held
from onrecord.record.unchanged import while_unchanged
from onrecord.un.review import reviews_of
from onrecord.web import findings
from onrecord.web.desk import OnDesk
from onrecord.web.language import N_, language_of
from onrecord.web.pages import render
from onrecord.web.rooms import Room
from onrecord.web.rooms.charts import NAMES_OF_GROUPS, POSITIONS, by_group
from onrecord.web.topics import topic_called, topic_meant

router = APIRouter(include_in_schema=False)
room = Room(
    name="reviews",
    title=N_("Reviews"),
    path="/reviews",
    invites=N_("Follow a State through its reviews"),
    order=30,
    router=router,
)
A_PAGE = 50


@router.get("/reviews")
def all_reviews(request: Request, desk: OnDesk) -> Response:
    """Every review on the record, by State under review."""
    counts = recommendations_to(desk.record)
    by_state = groupby(reviews_held(desk.record), key=lambda review: review.state)
    return render(
        request,
        "reviews/reviews.html.j2",
        states=[(state, list(several)) for state, several in by_state],
        without_report=reviews_without_report(desk.record),
        world=findings.of_world(language_of(request), counts),
        on_the_map=sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])),
    )


@router.get("/reviews/{state}")
def of_state(
    request: Request, desk: OnDesk, state: str, about: Annotated[str, Query(max_length=1000)] = ""
) -> Response:
    """A State's reviews side by side; with `about`, who raised that topic in which."""
    held = reviews_held(desk.record, state)
    if not held:
        raise HTTPException(404, "No review of this State is on the record.")
    spoken = language_of(request)
    found, trouble = None, ""
    if about.strip():
        try:
            found = trace(desk.record, state, topic_meant(spoken, about))
        except UsageError as error:
            trouble = error.message
    table = states_by_cycles(found) if found else []
    on_record = {review.cycle for review in held}
    whole = [reviewed_in_brief(desk.record, review.symbol) for review in held]
    return render(
        request,
        "reviews/state.html.j2",
        state=state,
        reviews=list(zip(held, whole, strict=True)),
        told=reviews_without_report(desk.record, state),
        missing=[due for due in reviews_of(state) if due.cycle not in on_record],
        about=topic_called(spoken, found.topic) if found else about,
        found_by={
            _key_of(hit.entry): hit.words for one in (found.reviews if found else ()) for hit in one.raised
        },
        key_of=_key_of,
        topics=named_topics(),
        found=found,
        table=table,
        document_of=_documents(desk, state),
        trouble=trouble,
        regions=_regions(whole),
        no_group=findings.NO_GROUP,
        said={
            "positions": findings.of_positions(spoken, state, list(zip(held, whole, strict=True))),
            "regions": findings.of_regions(spoken, state, by_group(whole), NAMES_OF_GROUPS),
            "raised": findings.of_raised(spoken, found, table) if found else None,
        },
    )


@router.get("/reviews/{state}/{symbol:path}")
def one_review(
    request: Request,
    desk: OnDesk,
    state: str,
    symbol: str,
    position: str = "",
    by: str = "",
    start: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> Response:
    """One review: its recommendations with what became of each, and who spoke."""
    review = next((one for one in reviews_held(desk.record, state) if one.symbol == symbol), None)
    if review is None:
        raise HTTPException(404, f"{symbol} is no report on a review of this State that is on the record.")
    whole = reviewed_in_brief(desk.record, symbol)
    rows = [
        one
        for one in whole.recommended
        if (not position or one.stands.position == position) and (not by or by in one.by)
    ]
    return render(
        request,
        "reviews/review.html.j2",
        review=review,
        whole=whole,
        rows=rows[start : start + A_PAGE],
        total=len(rows),
        position=position,
        by=by,
        symbols=symbols_held(desk.record),
        start=start,
        size=A_PAGE,
    )


def _documents(desk: OnDesk, state: str) -> Callable[[Entry], str]:
    """What the document of an entry to this State is called: its symbol, or the name of its file."""
    files = while_unchanged(
        desk.record, "files of entries", lambda: files_of_entries(desk.record, state), of=state
    )
    return lambda one: one.symbol or files.get((one.kind, one.pinpoint, one.part, one.text), "")


def _regions(reviews: Sequence[ReviewedInBrief]) -> dict[str, Any]:
    """The table beside the chart of regions: its columns, and a row of counts for each group that spoke."""
    counted = by_group(reviews)
    shown = [position for position in POSITIONS if any(counted[group, position] for group in NAMES_OF_GROUPS)]
    rows = [
        (group, name, [(position, counted[group, position]) for position in shown])
        for group, name in NAMES_OF_GROUPS.items()
        if any(counted[group, position] for position in shown)
    ]
    return {"positions": shown, "rows": rows}


def _key_of(entry: Entry) -> tuple[str, str, str, int]:
    return entry.symbol, entry.kind, entry.pinpoint, entry.part
