"""What the workbench says to a request that it does not let in."""

from __future__ import annotations

from enum import Enum
from http import HTTPStatus

from starlette.responses import Response
from starlette.types import Scope

from onrecord.web.language import N_
from onrecord.web.pages import page_without_nav
from onrecord.web.problems import is_for_programs, problem


class Refusal(Enum):
    """Why a request was refused: title and what to do."""

    HOST = (
        N_("This is not the workbench's address"),
        N_("Open it by the address that onrecord serve prints."),
    )
    SITE = (
        N_("Another website asked for this"),
        N_("The workbench answers only its own pages. Open it from the address that onrecord serve prints."),
    )
    KEY = (
        N_("This browser does not hold the key"),
        N_("Each start of onrecord serve prints an address with a new key. Open that address once."),
    )


def refused(scope: Scope, why: Refusal) -> Response:
    """The refusal as a page, or for programs as problem details (RFC 9457)."""
    title, detail = why.value
    status = HTTPStatus.UNAUTHORIZED if why is Refusal.KEY else HTTPStatus.FORBIDDEN
    if is_for_programs(scope["path"]):
        answer = problem(status, title, detail, scope["path"])
    else:
        answer = page_without_nav(scope, status, title, detail)
    if why is Refusal.KEY:
        answer.headers["www-authenticate"] = 'Bearer realm="onrecord"'
    return answer
