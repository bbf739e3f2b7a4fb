"""Charts of reviews: each as SVG, as PNG and as the rows that it shows (CSV)."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from onrecord.analysis.cycles import ReviewedInBrief, reviewed_in_brief, states_by_cycles
from onrecord.analysis.trace import trace
from onrecord.record.overview import recommendations_to, reviews_held
from onrecord.un.places import GROUPS, places, tiles
from onrecord.web import charts
from onrecord.web.charts import Size, Theme
from onrecord.web.desk import OnDesk
from onrecord.web.language import N_, Language, language_of
from onrecord.web.rooms import Room
from onrecord.web.topics import topic_called, topic_meant

router = APIRouter(include_in_schema=False)
room = Room(name="charts", router=router)

Kind = Literal["svg", "png", "csv"]
MEDIA = {"svg": "image/svg+xml", "png": "image/png", "csv": "text/csv; charset=utf-8"}
POSITIONS = {
    "supported": N_("supported"),
    "partially_supported": N_("partly supported"),
    "noted": N_("noted"),
    "pending": N_("to be answered"),
    "not_stated": N_("not stated"),
}
NAMES_OF_GROUPS = {
    "african": N_("African States"),
    "asia_pacific": N_("Asia-Pacific States"),
    "eastern_european": N_("Eastern European States"),
    "latin_american_caribbean": N_("Latin American and Caribbean States"),
    "western_european_others": N_("Western European and other States"),
    "": N_("in no regional group"),
}
COLOURS = {
    theme: tuple(charts.POSITION_COLOURS[position][theme == "dark"] for position in POSITIONS)
    for theme in ("light", "dark")
}


@router.get("/charts/world.{kind}")
def world(
    request: Request, desk: OnDesk, kind: Kind, theme: Theme = "light", size: Size = "wide"
) -> Response:
    """How many recommendations on the record each State was made, as a map of squares."""
    spoken = language_of(request)
    counts = recommendations_to(desk.record)
    rows = [
        {
            "code": code,
            "state": spoken.state(code),
            "column": column,
            "row": row,
            "count": counts.get(code, 0),
        }
        for code, (column, row) in sorted(tiles().items())
    ]
    if kind == "csv":
        return _table("world", ("code", "state", "count"), rows)
    title = spoken.say(N_("Recommendations on the record, by State under review"))
    return _picture(charts.squares(charts.packed(rows), title, theme, kind, size), kind)


@router.get("/charts/{state}/positions.{kind}")
def positions(
    request: Request, desk: OnDesk, state: str, kind: Kind, theme: Theme = "light", size: Size = "wide"
) -> Response:
    """The positions on the recommendations of each cycle."""
    spoken = language_of(request)
    rows = [
        {"what": _cycle(spoken, review.cycle), "part": position, "count": count}
        for review in _held(desk, state)
        for position, count in reviewed_in_brief(desk.record, review.symbol).positions.items()
    ]
    return _bars(
        spoken,
        rows,
        spoken.say(N_("Positions by cycle")),
        (kind, theme, size),
        name=f"{state}-positions",
        what="cycle",
    )


@router.get("/charts/{state}/regions.{kind}")
def regions(
    request: Request, desk: OnDesk, state: str, kind: Kind, theme: Theme = "light", size: Size = "wide"
) -> Response:
    """The positions by the regional group of the recommending State; each State of a recommendation counts."""
    spoken = language_of(request)
    counted = by_group(reviewed_in_brief(desk.record, review.symbol) for review in _held(desk, state))
    rows = [
        {"what": spoken.say(NAMES_OF_GROUPS[group]), "part": position, "count": counted[group, position]}
        for group in (*GROUPS, "")
        for position in POSITIONS
        if counted[group, position]
    ]
    return _bars(
        spoken,
        rows,
        spoken.say(N_("Positions by region of the recommending State")),
        (kind, theme, size),
        name=f"{state}-regions",
        what="region",
    )


@router.get("/charts/{state}/raised.{kind}")
def raised(
    request: Request,
    desk: OnDesk,
    state: str,
    kind: Kind,
    about: Annotated[str, Query(min_length=1, max_length=1000)],
    theme: Theme = "light",
    size: Size = "wide",
) -> Response:
    """Who raised a topic in which cycle, and how often."""
    spoken = language_of(request)
    _held(desk, state)
    found = trace(desk.record, state, topic_meant(spoken, about))
    rows = [
        {"what": spoken.state(code), "when": _cycle(spoken, one.review.cycle), "count": len(cell)}
        for code, cells in states_by_cycles(found)
        for one, cell in zip(found.reviews, cells, strict=True)
        if cell
    ]
    if kind == "csv":
        named = [{"state": row["what"], "cycle": row["when"], "count": row["count"]} for row in rows]
        return _table(f"{state}-raised", ("state", "cycle", "count"), named)
    title = spoken.say(N_("Who raised it when: %(topic)s"), topic=topic_called(spoken, found.topic)[:80])
    # Every review stands on the axis, also one in which nobody raised it.
    whens = tuple(dict.fromkeys(_cycle(spoken, one.review.cycle) for one in found.reviews))
    return _picture(charts.dots(charts.packed(rows), whens, title, theme, kind, size), kind)


def by_group(reviews: Iterable[ReviewedInBrief]) -> Counter[tuple[str, str]]:
    """How many pairs of recommending State and recommendation each regional group has, by position."""
    known = places()
    counted: Counter[tuple[str, str]] = Counter()
    for review in reviews:
        for one in review.recommended:
            for code in dict.fromkeys(one.by):
                group = known[code].group if code in known else ""
                counted[group, one.stands.position] += 1
    return counted


def _held(desk: OnDesk, state: str) -> Sequence[Any]:
    held = reviews_held(desk.record, state)
    if not held:
        raise HTTPException(404, "No review of this State is on the record.")
    return held


def _cycle(spoken: Language, cycle: int | None) -> str:
    return spoken.say(N_("cycle %(cycle)s"), cycle=cycle or "–")


def _bars(
    spoken: Language,
    rows: Sequence[Mapping[str, Any]],
    title: str,
    look: tuple[Kind, Theme, Size],
    *,
    name: str,
    what: str,
) -> Response:
    """Bars of the rows, whose `what` is a cycle or a region; `name` is the file's."""
    kind, theme, size = look
    names = {position: spoken.say(name) for position, name in POSITIONS.items()}
    said = [{**row, "part": names[row["part"]]} for row in rows]
    if kind == "csv":
        named = [{what: row["what"], "position": row["part"], "count": row["count"]} for row in said]
        return _table(name, (what, "position", "count"), named)
    order = tuple(names.values())
    return _picture(charts.bars(charts.packed(said), title, order, COLOURS[theme], theme, kind, size), kind)


def _picture(drawn: bytes, kind: Kind) -> Response:
    return Response(drawn, media_type=MEDIA[kind])


def _table(name: str, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> Response:
    """The rows as CSV with a head; a cell that a spreadsheet would take for a formula begins with an apostrophe."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(columns)
    writer.writerows(
        [f"'{row[column]}" if str(row[column])[:1] in "=+-@\t\r" else row[column] for column in columns]
        for row in rows
    )
    headers = {"content-disposition": f'attachment; filename="{name}.csv"'}
    return Response("\ufeff" + written.getvalue(), media_type=MEDIA["csv"], headers=headers)
