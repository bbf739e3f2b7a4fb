"""The page that describes the HTTP API, below the room of history and about."""

from __future__ import annotations

from typing import NamedTuple

from fastapi import APIRouter, Request
from starlette.responses import Response

from onrecord.web.describing import failures, groups, models, operations
from onrecord.web.language import N_
from onrecord.web.pages import render
from onrecord.web.rooms import Room

router = APIRouter(include_in_schema=False)
room = Room(name="history_api", router=router)
GROUPS = {
    "record": N_("The record"),
    "reviews": N_("Reviews and States"),
    "letters": N_("Letters"),
    "work": N_("Work and history"),
}


class Example(NamedTuple):
    """A call that can be typed as it stands: `method`, the address below the API, and what curl needs besides."""

    said: str
    method: str
    address: str
    more: str = ""


EXAMPLES = (
    Example(N_("What does the record hold?"), "GET", "/documents"),
    Example(
        N_("Words and phrases, with what they are narrowed by"),
        "GET",
        "/search?q=refugees&kind=recommendation&to=CHN",
    ),
    Example(N_("The very words at a place"), "GET", "/place?symbol=A/HRC/25/5&pinpoint=186.241"),
    Example(
        N_("Who raised a topic with a State, and with which answer"),
        "GET",
        "/trace?state=CHN&about=non-refoulement",
    ),
    Example(
        N_("Hold a text against the record"),
        "POST",
        "/check",
        """-H "Content-Type: application/json" -d '{"text": "China accepted recommendation 186.242."}'""",
    ),
    Example(N_("Read a file onto the record"), "POST", "/documents", "-F files=@report.pdf"),
    Example(N_("Who changed what, and when"), "GET", "/history?size=10"),
)

SCRIPT = """\
import json
import urllib.error
import urllib.parse
import urllib.request

BASE = "%(base)s"
TOKEN = "%(token)s"


def ask(path, **query):
    address = BASE + path + "?" + urllib.parse.urlencode(query)
    request = urllib.request.Request(address, headers={"Authorization": "Bearer " + TOKEN})
    try:
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        raise SystemExit(json.load(error)["detail"])


found = ask("/search", q="refugees", kind="recommendation", to="CHN", size=200)
print(found["totals"]["entries"], "recommendations to China with this word")
for row in found["rows"]:
    print(", ".join(row["by"]), row["symbol"], row["pinpoint"], row["position"], sep=" | ")
"""
"""A whole script that runs with Python alone, once `base` and `token` are filled in."""


@router.get("/history/api")
def api_page(request: Request) -> Response:
    """What programs can ask, from the same OpenAPI description that they read."""
    described = request.app.openapi()
    return render(
        request,
        "history/api.html.j2",
        base=f"{request.url.scheme}://{request.url.netloc}/api/v1",
        examples=EXAMPLES,
        groups=operations(described),
        names=GROUPS,
        told=groups(described),
        failures=failures(described),
        script=SCRIPT,
        models=models(described),
        about=described["info"]["description"],
        address=request.app.openapi_url,
    )
