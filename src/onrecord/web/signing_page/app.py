"""The app of the page for signing: read, fill in, see it as it would be printed, confirm."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from pathlib import Path
from typing import Annotated, Any

from fastapi import FastAPI, Form, Request
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.errors import OnRecordError
from onrecord.letters.compose.words import printed_lines
from onrecord.letters.signing.model import Version
from onrecord.letters.signing.requests import ask_to_sign
from onrecord.letters.signing.signatories import checked_words
from onrecord.record.record import open_record
from onrecord.web.access import HEADERS
from onrecord.web.language import N_, language_of
from onrecord.web.pages import STATIC, environment
from onrecord.web.signing_page.throttle import Throttle

LARGEST_BODY = 20_000
SECONDS_TO_READ = 3
SECONDS_TO_CONFIRM = 3600
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
TOO_OFTEN = N_("Too many requests came in. Please try again in an hour.")
NOT_CONFIRMED = N_("The form was open too long, or was not filled in here. Please begin again.")


def create_signing_page(folder: Path, version: Version, throttle: Throttle | None = None) -> FastAPI:
    """The page for one version of a letter on the record in `folder`.

    `throttle` is for requests: by default five of one sender, three hundred together, in an hour.
    """
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    pace = throttle or Throttle(each=5, all_of_them=300, seconds=3600)
    seal = _Seal()

    @app.get("/")
    def read(request: Request) -> HTMLResponse:
        return _page(request, version, "letter", opened=seal.of(str(int(time.time()))))

    @app.post("/check")
    def check(  # noqa: PLR0913, PLR0917 - a field of the form each
        request: Request,
        opened: Annotated[str, Form()] = "",
        kind: Annotated[str, Form()] = "",
        name_en: Annotated[str, Form()] = "",
        name_ko: Annotated[str, Form()] = "",
        detail_en: Annotated[str, Form()] = "",
        detail_ko: Annotated[str, Form()] = "",
        contact: Annotated[str, Form()] = "",
        website: Annotated[str, Form()] = "",
    ) -> HTMLResponse:
        at = seal.opened(opened)
        # Nobody sees the field "website"; programs fill it in, and faster than a person reads.
        if website or not at.isdigit() or not SECONDS_TO_READ <= time.time() - int(at) <= SECONDS_TO_CONFIRM:
            return _refused(request, version, NOT_CONFIRMED, 400)
        try:
            names, details = checked_words(
                kind, {"en": name_en, "ko": name_ko}, {"en": detail_en, "ko": detail_ko}, ""
            )
            if not contact.strip():
                return _refused(request, version, N_("Please say how we can reach you."), 400)
        except OnRecordError as error:
            return _refused(request, version, str(error), 400)
        given = {
            "kind": kind,
            "contact": contact.strip(),
            **{f"name_{tongue}": name for tongue, name in names.items()},
            **{f"detail_{tongue}": detail for tongue, detail in details.items()},
        }
        return _page(
            request,
            version,
            "confirm",
            names=names,
            details=details,
            given=given,
            sealed=seal.of(_line(given)),
        )

    @app.post("/sign")
    async def sign(request: Request) -> HTMLResponse:
        form = {key: str(value) for key, value in (await request.form()).items() if isinstance(value, str)}
        sealed, agreed = form.pop("sealed", ""), form.pop("agreed", "")
        if agreed != version.sha256 or seal.opened(sealed) != _line(form):
            return _refused(request, version, NOT_CONFIRMED, 400)
        if not pace.allows(request.client.host if request.client else ""):
            return _refused(request, version, TOO_OFTEN, 429)
        try:
            with open_record(folder, create=False) as record:
                kept = ask_to_sign(
                    record,
                    version,
                    kind=form.get("kind", ""),
                    names={tongue: form.get(f"name_{tongue}", "") for tongue in ("en", "ko")},
                    details={tongue: form.get(f"detail_{tongue}", "") for tongue in ("en", "ko")},
                    contact=form.get("contact", ""),
                    language=language_of(request).code,
                )
        except OnRecordError as error:
            return _refused(request, version, str(error), 503)
        return _page(request, version, "thanks", code=kept.code)

    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_middleware(_Wall)
    return app


class _Seal:
    """Binds what a form carries to this run: nobody can send on what was not shown to them."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)

    def of(self, words: str) -> str:
        """The words with their seal."""
        return f"{hmac.new(self._key, words.encode(), hashlib.sha256).hexdigest()}:{words}"

    def opened(self, sealed: str) -> str:
        """The words, or "" where the seal is not ours."""
        words = sealed.partition(":")[2]
        return words if hmac.compare_digest(self.of(words).encode(), sealed.encode()) else ""


class _Wall:
    """Before everything: strict headers, small bodies, no requests from other sites."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request pass with its headers set, or answer it here."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                ours = {**HEADERS, "content-security-policy": POLICY, "cache-control": "no-store"}
                names = {name.encode() for name in ours}
                message["headers"] = [pair for pair in message["headers"] if pair[0] not in names]
                message["headers"] += [(name.encode(), value.encode()) for name, value in ours.items()]
            await send(message)

        await (_kept_out(scope) or self.app)(scope, receive, send_guarded)


def _kept_out(scope: Scope) -> Response | None:
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    if scope["method"] == "POST":
        length = headers.get("content-length", "")
        if not length.isdigit() or int(length) > LARGEST_BODY:
            return Response("Too large.", 413)
        if headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return Response("The request came from another site.", 403)
    return None


def _line(given: dict[str, str]) -> str:
    """A hash of what was given. No line breaks, which a browser would send back as others."""
    told = "\n".join(f"{key}={given[key]!r}" for key in sorted(given))
    return hashlib.sha256(told.encode()).hexdigest()


def _page(
    request: Request, version: Version, name: str, *, status: int = 200, **context: Any
) -> HTMLResponse:
    spoken = language_of(request)
    shown = request.query_params.get("text", "")
    tongue = shown if shown in version.texts else spoken.code
    text = version.texts.get(tongue) or next(iter(version.texts.values()))
    page = (
        environment(spoken.code, "signing_page")
        .get_template(f"signing_page/{name}.html.j2")
        .render(version=version, lines=printed_lines(text), text_language=tongue, **context)
    )
    return HTMLResponse(page, status_code=status)


def _refused(request: Request, version: Version, detail: str, status: int) -> HTMLResponse:
    return _page(request, version, "refused", status=status, detail=detail)
