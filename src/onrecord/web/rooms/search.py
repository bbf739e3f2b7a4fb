"""Search: words and phrases, what the finds can be narrowed by, and why each was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from onrecord.errors import UsageError
from onrecord.record.browse import PARTS, Asked, Found, browse
from onrecord.record.judgements import remove_search, save_search, saved_searches
from onrecord.record.ledger import ledger_of
from onrecord.un.states import find_state
from onrecord.web.desk import OnDesk
from onrecord.web.language import N_
from onrecord.web.pages import render, with_query
from onrecord.web.rooms import Room
from onrecord.web.rooms.preferences import person_at, remember_person

router = APIRouter(include_in_schema=False)
room = Room(
    name="search",
    title=N_("Search"),
    path="/search",
    invites=N_("Search for words and phrases"),
    order=10,
    router=router,
)
A_PAGE = 20
MOST_OF_A_FACET = 20
LARGEST = 10_000_000


@dataclass(frozen=True, slots=True)
class Query_:  # noqa: N801 - fastapi's own name is Query
    """A search as an address holds it."""

    asked: Asked
    start: int

    def values(self, **other: Any) -> dict[str, Any]:
        """The query of the address of this search, with other values in their place."""
        asked = self.asked
        own = {
            "q": asked.query,
            "part": "" if asked.part == "entries" else asked.part,
            "kind": asked.kind,
            "by": asked.by,
            "to": asked.to,
            "cycle": asked.cycle or "",
            "position": asked.position,
            "symbol": asked.symbol,
        }
        return {**own, **other}


async def asked_for(
    request: Request,
    cycle: Annotated[str, Query(max_length=4)] = "",
    start: Annotated[int, Query(ge=0, le=LARGEST)] = 0,
) -> Query_:
    """The search that an address holds; States may be named in any way that documents name them."""
    given: Mapping[str, str] = request.query_params
    part = given.get("part", "entries")
    return Query_(
        Asked(
            query=given.get("q", "").strip(),
            part=part if part in PARTS else "entries",
            kind=given.get("kind", ""),
            by=_code(given.get("by", "")),
            to=_code(given.get("to", "")),
            cycle=int(cycle) if cycle.isascii() and cycle.isdigit() else 0,
            position=given.get("position", ""),
            symbol=given.get("symbol", ""),
        ),
        start,
    )


def _code(name: str) -> str:
    """The code of the State so named; words that name none stay, as they may be a body's acronym."""
    known = find_state(name.strip()) if name.strip() else None
    return known.code if known else name.strip()


@router.get("/search")
def search(request: Request, desk: OnDesk, query: Annotated[Query_, Depends(asked_for)]) -> Response:
    """The finds, a page at a time."""
    trouble, hint, found = "", "", Found((), dict.fromkeys(PARTS, 0))
    try:
        found = browse(desk.record, query.asked, start=query.start, size=A_PAGE)
        first = next((part for part, many in found.totals.items() if many), "entries")
        if "part" not in request.query_params and not found.totals["entries"] and first != "entries":
            # Nobody chose the list: show the one that holds something.
            query = replace(query, asked=replace(query.asked, part=first))
            found = browse(desk.record, query.asked, start=query.start, size=A_PAGE)
    except UsageError as error:
        trouble, hint = error.message, error.hint
    return render(
        request,
        "search/search.html.j2",
        query=query,
        asked=query.asked,
        found=found,
        is_empty=not found.rows and not len(ledger_of(desk.record).order),
        size=A_PAGE,
        most=MOST_OF_A_FACET,
        trouble=trouble,
        hint=hint,
        saved=saved_searches(desk.record),
        whole=request.query_params.get("whole", ""),
        who=person_at(request),
        address=with_query("", **query.values()).removeprefix("?"),
    )


@router.post("/searches")
def keep_search(
    desk: OnDesk,
    name: Annotated[str, Form()],
    address: Annotated[str, Form()],
    who: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Keep a search by name."""
    save_search(desk.record, who=who, name=name, address=address)
    answer = RedirectResponse(f"/search?{_one_line(address)}", status_code=303)
    remember_person(answer, who)
    return answer


@router.post("/searches/{number}/remove")
def let_go(desk: OnDesk, number: int) -> RedirectResponse:
    """Let a kept search go."""
    if 0 < number < LARGEST:
        remove_search(desk.record, number)
    return RedirectResponse("/search", status_code=303)


def _one_line(address: str) -> str:
    return "".join(letter for letter in address if letter.isprintable())
