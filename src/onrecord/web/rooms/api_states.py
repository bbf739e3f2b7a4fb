"""The HTTP API: States, and one review with what became of each recommendation."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from onrecord.analysis.cycles import reviewed_once
from onrecord.analysis.states import state_seen, states_seen
from onrecord.record.overview import reviews_held
from onrecord.web.api import Words, api_router
from onrecord.web.desk import OnDesk
from onrecord.web.rooms import Room

router = api_router("reviews")
room = Room(name="api_states", router=router)
_MOST = 1000


class StateCounted(BaseModel):
    """A State (ISO alpha-3) or body (its acronym) that speaks or is spoken to."""

    code: str
    entries_by: int
    entries_to: int


class UnheardOut(BaseModel):
    """Where a State wanted the floor and did not get it."""

    symbol: str
    pinpoint: str
    to: str


class StateOut(BaseModel):
    """A State: `by` and `to` count its entries by facet; one recommendation can be several entries."""

    code: str
    name: str
    by: dict[str, dict[str, int]] = Field(description="What it says, by kind, position, cycle and to whom.")
    to: dict[str, dict[str, int]] = Field(
        description="What is said to it, by kind, position, cycle and by whom."
    )
    not_heard: list[UnheardOut]
    silent: list[str] = Field(description="Symbols of reports on reviews of others that hold nothing by it.")
    reviews: list[str] = Field(description="Symbols of the reports on its own reviews.")


class RecommendedOut(BaseModel):
    """A numbered recommendation and what became of it by all documents on the record."""

    entry: dict[str, Any]
    resolved: dict[str, Any] = Field(description="As `onrecord show --json` prints a position.")


class ReviewedOut(BaseModel):
    """One report on a review. `spoke` counts the entries of each State that spoke."""

    symbol: str
    state: str
    cycle: int | None
    date: str
    positions: dict[str, int]
    recommendations: list[RecommendedOut]
    recommended_in_dialogue: int
    spoke: dict[str, int]
    not_heard: list[str]


@router.get("/states")
def list_states(desk: OnDesk) -> list[StateCounted]:
    """Every State and body that speaks or is spoken to on the record."""
    return [
        StateCounted(code=code, entries_by=by, entries_to=to) for code, by, to in states_seen(desk.record)
    ]


@router.get("/state")
def one_state(desk: OnDesk, code: Words) -> StateOut:
    """What a State says and is told, where it was not heard and where it was silent."""
    seen = state_seen(desk.record, code, most=_MOST)
    if seen is None:
        raise HTTPException(404, "Nobody of this name speaks or is spoken to on the record.")
    return StateOut(
        code=seen.code,
        name=seen.name,
        by={name: dict(values) for name, values in seen.says.facets.items()},
        to={name: dict(values) for name, values in seen.asked.facets.items()},
        not_heard=[
            UnheardOut(symbol=row.symbol, pinpoint=row.pinpoint, to=row.to) for row in seen.unheard.rows
        ],
        silent=[one.symbol for one in seen.silent],
        reviews=[one.symbol for one in seen.own],
    )


@router.get("/review")
def one_review(desk: OnDesk, symbol: Words) -> ReviewedOut:
    """One review: its recommendations with the position that stands, who spoke and who was not heard."""
    review = next((one for one in reviews_held(desk.record) if one.symbol == symbol), None)
    if review is None:
        raise HTTPException(404, f"{symbol} is no report on a review that is on the record.")
    whole = reviewed_once(desk.record, symbol)
    return ReviewedOut(
        symbol=symbol,
        state=review.state,
        cycle=review.cycle,
        date=review.date,
        positions=whole.positions,
        recommendations=[
            RecommendedOut(entry=one.entry.as_json(), resolved=one.resolved.as_json())
            for one in whole.recommended
        ],
        recommended_in_dialogue=whole.in_dialogue,
        spoke=dict(whole.spoke),
        not_heard=list(whole.not_heard),
    )
