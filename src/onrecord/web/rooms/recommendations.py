"""The recommendations to a State that a number counts: of a region, in a position, of a cycle, in the dialogue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, NamedTuple

from fastapi import APIRouter, Depends, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from onrecord.analysis.cycles import Left, in_dialogue, reviewed_in_brief
from onrecord.record.overview import ReviewHeld, reviews_held
from onrecord.record.record import Record
from onrecord.un.places import places
from onrecord.web.desk import OnDesk
from onrecord.web.findings import NO_GROUP
from onrecord.web.pages import render
from onrecord.web.rooms import Room
from onrecord.web.rooms.charts import NAMES_OF_GROUPS

router = APIRouter(include_in_schema=False)
room = Room(name="recommendations", router=router)
A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which recommendations: `group` a regional group or "none" for States in none, `dialogue` a report's symbol."""

    to: str
    group: str
    position: str
    cycle: int
    dialogue: str
    start: int

    def values(self) -> dict[str, str | int]:
        """The query of its address, without the place in the list."""
        return {
            "to": self.to,
            "group": self.group,
            "position": self.position,
            "cycle": self.cycle or "",
            "dialogue": self.dialogue,
        }


class Line(NamedTuple):
    """A recommendation of a review; with `state` as one recommending State of it, of which each has a line."""

    review: ReviewHeld
    left: Left
    state: str = ""


async def wanted(
    to: Annotated[str, Query(max_length=200)],
    group: Annotated[str, Query(max_length=40)] = "",
    position: Annotated[str, Query(max_length=40)] = "",
    cycle: Annotated[str, Query(max_length=4)] = "",
    dialogue: Annotated[str, Query(max_length=200)] = "",
    start: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
) -> Wanted:
    """What an address asks for; a cycle that is no number is none."""
    number = int(cycle) if cycle.isascii() and cycle.isdigit() else 0
    return Wanted(to, group, position, number, dialogue, start)


@router.get("/recommendations")
def recommendations(request: Request, desk: OnDesk, asked: Annotated[Wanted, Depends(wanted)]) -> Response:
    """The recommendations that are asked for, a page at a time."""
    held = reviews_held(desk.record, asked.to)
    if not held:
        raise HTTPException(404, "No review of this State is on the record.")
    lines = [line for review in held for line in _of_review(desk.record, review, asked)]
    return render(
        request,
        "recommendations/recommendations.html.j2",
        asked=asked,
        lines=lines[asked.start : asked.start + A_PAGE],
        total=len(lines),
        size=A_PAGE,
        group_name=NAMES_OF_GROUPS.get("" if asked.group == NO_GROUP else asked.group, ""),
    )


def _of_review(record: Record, review: ReviewHeld, asked: Wanted) -> Iterator[Line]:
    if asked.cycle and review.cycle != asked.cycle:
        return
    if asked.dialogue:
        if review.symbol == asked.dialogue:
            for one in in_dialogue(record, review.symbol):
                yield Line(review, one)
        return
    for one in reviewed_in_brief(record, review.symbol).recommended:
        if asked.position and one.stands.position != asked.position:
            continue
        if not asked.group:
            yield Line(review, one)
        for state in dict.fromkeys(one.by) if asked.group else ():
            if _group_of(state) == asked.group:
                yield Line(review, one, state)


def _group_of(state: str) -> str:
    known = places().get(state)
    return known.group or NO_GROUP if known else NO_GROUP
