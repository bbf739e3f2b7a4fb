"""Failures as a person reads them (a page) and as a program does (problem details, RFC 9457)."""

from __future__ import annotations

import logging
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from onrecord.errors import DoesNotFit, InputError, NotOnRecord, OnRecordError, UsageError, WordError
from onrecord.told import tell
from onrecord.web.language import N_
from onrecord.web.pages import render

MEDIA_TYPE = "application/problem+json"
TITLES = {
    400: N_("This cannot be asked so"),
    401: N_("The key is missing"),
    403: N_("Refused"),
    404: N_("Not on the record"),
    405: N_("This cannot be done here"),
    409: N_("Something else was faster"),
    413: N_("Too large"),
    422: N_("Something in the form cannot be read"),
    500: N_("A fault of On Record, not yours"),
    503: N_("The record cannot be used just now"),
}
NOTHING_HERE = N_("There is nothing at this address.")
GO_BACK = N_("Go back, fill it in and send it again.")
FAULT = N_("Nothing stored was harmed. The terminal in which the workbench runs shows where it happened.")


class Problem(BaseModel):
    """Problem details for HTTP APIs (RFC 9457)."""

    type: str = Field(
        default="about:blank", description="Always `about:blank`: `title` says what kind of problem it is."
    )
    title: str = Field(description="What kind of problem it is, the same for all of its kind.")
    status: int = Field(description="The HTTP status of the answer.")
    detail: str = Field(description="What was wrong this time, and what to do.")
    instance: str = Field(description="The address that was asked for.")


def is_for_programs(path: str) -> bool:
    """Whether an address belongs to the HTTP API."""
    return path.startswith("/api/")


def problem(status: int, title: str, detail: str, instance: str) -> Response:
    """Problem details as an answer."""
    told = Problem(title=title, status=int(status), detail=detail, instance=instance)
    return JSONResponse(told.model_dump(), status_code=int(status), media_type=MEDIA_TYPE)


def status_of(error: OnRecordError) -> int:
    """The HTTP status for a failure that On Record foresees."""
    if isinstance(error, NotOnRecord):
        return HTTPStatus.NOT_FOUND
    if isinstance(error, UsageError | WordError | DoesNotFit):
        return HTTPStatus.BAD_REQUEST
    return (
        HTTPStatus.UNPROCESSABLE_ENTITY if isinstance(error, InputError) else HTTPStatus.SERVICE_UNAVAILABLE
    )


def tell_failures(app: FastAPI) -> None:
    """Have every failure of the app told in one of the two shapes."""

    @app.exception_handler(OnRecordError)
    def foreseen(request: Request, error: OnRecordError) -> Response:
        return _told(request, status_of(error), error.message, error.hint)

    @app.exception_handler(HTTPException)
    def by_status(request: Request, error: HTTPException) -> Response:
        detail = NOTHING_HERE if error.detail == "Not Found" else error.detail
        answer = _told(request, error.status_code, detail)
        answer.headers.update(error.headers or {})
        return answer

    @app.exception_handler(RequestValidationError)
    def unreadable(request: Request, error: RequestValidationError) -> Response:
        if is_for_programs(request.url.path):
            said = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
            return _told(request, HTTPStatus.UNPROCESSABLE_ENTITY, said)
        fields = ", ".join(dict.fromkeys(str(one["loc"][-1]) for one in error.errors() if one["loc"]))
        missing = tell("Something is missing, or is not what is asked for: %(fields)s.", fields=fields)
        return _told(request, HTTPStatus.UNPROCESSABLE_ENTITY, missing, GO_BACK)

    @app.exception_handler(Exception)
    def unforeseen(request: Request, error: Exception) -> Response:
        logging.getLogger("onrecord.web").error("%s %s", request.method, request.url.path, exc_info=error)
        return _told(request, HTTPStatus.INTERNAL_SERVER_ERROR, FAULT)


def _told(request: Request, status: int, detail: str, hint: str = "") -> Response:
    title = TITLES.get(int(status), HTTPStatus(status).phrase)
    if is_for_programs(request.url.path):
        return problem(status, title, f"{detail} {hint}".strip(), request.url.path)
    return render(request, "failure.html.j2", status=int(status), title=title, detail=detail, hint=hint)
