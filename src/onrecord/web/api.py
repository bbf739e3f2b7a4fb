"""What the files of the HTTP API share: the key, and how each failure is described."""

from __future__ import annotations

from fastapi import APIRouter, Depends
from fastapi.security import HTTPBearer

from onrecord.web.problems import MEDIA_TYPE, Problem

PREFIX = "/api/v1"
TAGS = [
    {
        "name": "record",
        "description": "What the record holds: documents, searches, places, topics; and the check.",
    },
    {
        "name": "reviews",
        "description": "States, bodies and reviews, with what became of each recommendation.",
    },
    {
        "name": "letters",
        "description": "Letters on the desk, their two languages, their asks, who signs them.",
    },
    {
        "name": "work",
        "description": "Files to read, work under way, what people changed, the record's health.",
    },
]
"""The groups of the description, in which its pages show them."""

_BEARER = HTTPBearer(auto_error=False, description="The token that `onrecord serve` prints.")
_SHAPE = {MEDIA_TYPE: {"schema": Problem.model_json_schema()}}
_WHY = {
    400: "What was asked cannot be read; `detail` says why.",
    401: "The token is missing or wrong.",
    403: "The request came from another website or to another host.",
    404: "It is not on the record. That does not mean that it does not exist.",
    422: "A value has the wrong form.",
    503: "The record cannot be read just now.",
}


def api_router(tag: str) -> APIRouter:
    """A router for addresses of the API, listed in its description under `tag`."""
    return APIRouter(
        prefix=PREFIX,
        tags=[tag],
        dependencies=[Depends(_BEARER)],
        generate_unique_id_function=lambda route: route.name,
        responses={status: {"description": why, "content": _SHAPE} for status, why in _WHY.items()},
    )


def whole_characters(text: str) -> str:
    """The text with half characters replaced: they can come as JSON and cannot go back."""
    return text.encode("utf-8", "replace").decode("utf-8")
