"""Who may speak with the workbench: the person at this computer, through a page of the workbench itself.

Every request passes the `Gate`. It refuses foreign host names (DNS rebinding), requests that another site
made, and whoever does not hold the key of this start; and it sets the headers that keep a page from
loading or running anything that is not ours. Changes also need the mark of a form of ours
(`require_form_mark`, OWASP Cross-Site Request Forgery Prevention, "Signed Double-Submit").
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from urllib.parse import urlencode

from fastapi import HTTPException, Request
from starlette.datastructures import URL, Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.web.language import N_
from onrecord.web.refusal import Refusal, refused

NAMES_OF_THIS_COMPUTER = frozenset({"127.0.0.1", "localhost", "[::1]"})
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
KEY_IN_ADDRESS = "token"
MARK_FIELD = "form_mark"
MARK_HEADER = "x-form-mark"
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
POLICY = (
    "default-src 'none'; "
    "script-src 'self'; "
    "style-src 'self'; "
    "img-src 'self'; "
    "connect-src 'self'; "
    "form-action 'self'; "
    "base-uri 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass(frozen=True, slots=True)
class Keys:
    """What a person must hold: `token` opens the workbench, `mark` stands in each of its forms.

    `cookie` is the name under which the browser keeps the token; it holds the port, because browsers
    share cookies between all ports of a computer.
    """

    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    @property
    def cookie(self) -> str:
        """The cookie's name."""
        return f"onrecord-{self.port}"

    @property
    def mark(self) -> str:
        """The mark of forms: from it nobody can tell the token."""
        return hmac.new(self.token.encode(), b"form", hashlib.sha256).hexdigest()

    def opens(self, offered: str | None) -> bool:
        """Whether this is the token."""
        return offered is not None and hmac.compare_digest(offered.encode(), self.token.encode())

    def marks(self, offered: str) -> bool:
        """Whether this is the mark of forms."""
        return hmac.compare_digest(offered.encode(), self.mark.encode())


class Gate:
    """The ASGI layer before everything else."""

    def __init__(self, app: ASGIApp, keys: Keys) -> None:
        self.app = app
        self.keys = keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request pass with its headers set, or answer it here."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        answer = self._answer(scope)

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("cache-control", "no-store")
            await send(message)

        await (answer or self.app)(scope, receive, send_guarded)

    def _answer(self, scope: Scope) -> Response | None:
        """The answer to a request that goes no further; None for one that passes."""
        headers = Headers(scope=scope)
        if not self._is_this_computer(headers.get("host", "")):
            return refused(scope, Refusal.HOST)
        offered = URL(scope=scope).query
        if KEY_IN_ADDRESS in offered and scope["method"] == "GET":
            answer = self._take_key(scope, headers)
            if answer is not None:
                return answer
        if self._is_from_elsewhere(scope["method"], headers):
            return refused(scope, Refusal.SITE)
        if scope["path"].startswith("/static/"):
            return None
        bearer = headers.get("authorization", "")
        scope["by_bearer"] = bearer[:7].lower() == "bearer " and self.keys.opens(bearer[7:].strip())
        cookie = cookie_parser(headers.get("cookie", "")).get(self.keys.cookie)
        if not (scope["by_bearer"] or self.keys.opens(cookie)):
            return refused(scope, Refusal.KEY)
        return None

    def _is_this_computer(self, host: str) -> bool:
        name, _, port = host.rpartition(":") if not host.endswith("]") else (host, "", "")
        if not name:
            name, port = host, ""
        return name.lower() in NAMES_OF_THIS_COMPUTER and port in {"", str(self.keys.port)}

    def _is_from_elsewhere(self, method: str, headers: Headers) -> bool:
        """Whether another site made the request. Links that a person follows from there are fine."""
        origin, site = headers.get("origin"), headers.get("sec-fetch-site", "none")
        # Under our own policy of no referrer a browser sends "null" with our forms (Fetch, "append a request
        # Origin header"); then its own word on the site decides, which no page can forge.
        is_ours = origin == "null" and site == "same-origin"
        if origin is not None and not is_ours and origin.lower() != f"http://{headers['host']}".lower():
            return True
        if site in {"same-origin", "none"}:
            return False
        return method not in SAFE_METHODS or headers.get("sec-fetch-mode") != "navigate"

    def _take_key(self, scope: Scope, headers: Headers) -> Response | None:
        """Turn the token in the address into a cookie, and lead to the address without it."""
        request = Request(scope)
        if not self.keys.opens(request.query_params.get(KEY_IN_ADDRESS)):
            return None
        rest = [(key, value) for key, value in request.query_params.multi_items() if key != KEY_IN_ADDRESS]
        # One slash only: "//host" would lead to another computer.
        clean = "/" + scope["path"].lstrip("/\\") + (f"?{urlencode(rest)}" if rest else "")
        answer = _led(clean, headers)
        answer.set_cookie(self.keys.cookie, self.keys.token, httponly=True, samesite="strict", path="/")
        return answer


def _led(address: str, headers: Headers) -> Response:
    """A redirect; for a link followed from elsewhere a page that goes there by itself.

    A browser does not send a SameSite=Strict cookie along a redirect that began on another site (or in
    a file), but does when the next step starts from a page of ours (RFC 6265bis, 5.2).
    """
    if headers.get("sec-fetch-site", "none") in {"none", "same-origin"}:
        return Response(status_code=303, headers={"location": address})
    return Response(status_code=200, headers={"refresh": f"0; url={address}"}, media_type="text/html")


async def require_form_mark(request: Request) -> None:
    """Refuse a change (403) that does not come with the mark of our forms, or with a bearer token."""
    if request.method in SAFE_METHODS or request.scope.get("by_bearer"):
        return
    offered = request.headers.get(MARK_HEADER, "")
    if not offered and request.headers.get("content-type", "").startswith(FORMS):
        given = (await request.form()).get(MARK_FIELD)
        offered = given if isinstance(given, str) else ""
    keys: Keys = request.app.state.keys
    if not keys.marks(offered):
        raise HTTPException(403, N_("The change did not come from a form of this workbench."))
