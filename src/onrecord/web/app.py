"""The workbench as one ASGI app."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from anyio.to_thread import current_default_thread_limiter
from fastapi import Depends, FastAPI
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from onrecord import __version__
from onrecord.web.access import Gate, Keys, require_form_mark
from onrecord.web.api import TAGS
from onrecord.web.desk import Desk
from onrecord.web.kept import Kept
from onrecord.web.pages import STATIC
from onrecord.web.problems import tell_failures
from onrecord.web.rooms import rooms

_THREADS = 4
ABOUT_THE_API = """\
Everything that the workbench shows, for programs. Every answer leads to its source: symbol, paragraph, page
and the SHA-256 of the file. Send the token that `onrecord serve` prints as `Authorization: Bearer TOKEN`.
Failures are problem details (RFC 9457).
"""


def create_app(folder: Path, keys: Keys) -> FastAPI:
    """The app over the record in `folder`, which is made where there is none.

    RecordError and RecordIsNewer where the record cannot be opened.
    """
    desk = Desk(folder)

    @asynccontextmanager
    async def put_away(_app: FastAPI) -> AsyncIterator[None]:
        # More threads than this share the same processors and make everybody wait longer.
        current_default_thread_limiter().total_tokens = _THREADS
        yield
        desk.close()

    app = FastAPI(
        title="On Record",
        version=__version__,
        description=ABOUT_THE_API,
        openapi_url="/api/v1/openapi.json",
        openapi_tags=TAGS,
        docs_url=None,
        redoc_url=None,
        dependencies=[Depends(require_form_mark)],
        lifespan=put_away,
    )
    app.state.desk, app.state.keys = desk, keys
    tell_failures(app)
    for room in rooms():
        app.include_router(room.router)
    app.mount("/static", _KeptFiles(directory=STATIC), name="static")
    app.add_middleware(Kept, desk=desk)
    app.add_middleware(Gate, keys=keys)  # added last, so it stands before all else
    return app


class _KeptFiles(StaticFiles):
    """Files of ours; their addresses change with them, so a browser may keep them."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        answer = await super().get_response(path, scope)
        answer.headers["cache-control"] = "private, max-age=31536000, immutable"
        return answer
