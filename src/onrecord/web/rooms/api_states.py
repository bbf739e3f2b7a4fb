"""The HTTP API: States, and one review with what became of each recommendation."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query
from starlette.exceptions import HTTPException

from onrecord.analysis.cycles import reviewed
from onrecord.analysis.states import state_seen, states_seen
from onrecord.record.overview import reviews_held
from onrecord.web.api import api_router
from onrecord.web.desk import OnDesk
from onrecord.web.rooms import Room
from onrecord.web.shapes.entries import EntryOut, RecommendedOut, ResolvedOut, ReviewedOut
from onrecord.web.shapes.states import StateCounted, StateOut, UnheardOut
from onrecord.web.shapes.values import CODES, AskedSymbol

router = api_router("reviews")
room = Room(name="api_states", router=router)
_MOST = 1000


@router.get("/states", summary="List States and bodies", response_description="Each with its counts.")
def list_states(desk: OnDesk) -> list[StateCounted]:
    """Every State and body that speaks or is spoken to on the record, with how often."""
    return [
        StateCounted(code=code, entries_by=by, entries_to=to) for code, by, to in states_seen(desk.record)
    ]


@router.get("/state", summary="Show a State or body", response_description="What the record shows of it.")
def show_state(
    desk: OnDesk,
    code: Annotated[
        str,
        Query(
            max_length=1000,
            description=f"Whom to show: {CODES}; a State's name in English will do.",
            examples=["CHN"],
        ),
    ],
) -> StateOut:
    """What a State or body says and is told, where it was not heard and where it was silent."""
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


@router.get("/review", summary="Show a review", response_description="The review.")
def show_review(desk: OnDesk, symbol: AskedSymbol) -> ReviewedOut:
    """One review: its recommendations with the position that stands, who spoke and who was not heard."""
    review = next((one for one in reviews_held(desk.record) if one.symbol == symbol), None)
    if review is None:
        raise HTTPException(404, f"{symbol} is no report on a review that is on the record.")
    whole = reviewed(desk.record, symbol)
    return ReviewedOut(
        symbol=symbol,
        state=review.state,
        cycle=review.cycle,
        date=review.date,
        positions=whole.positions,
        recommendations=[
            RecommendedOut(
                entry=EntryOut(**one.entry.as_json()), resolved=ResolvedOut(**one.resolved.as_json())
            )
            for one in whole.recommended
        ],
        recommended_in_dialogue=whole.in_dialogue,
        spoke=dict(whole.spoke),
        not_heard=list(whole.not_heard),
    )
