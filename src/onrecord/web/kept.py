"""Pages that were made once are given again while nothing on the record has changed."""

from __future__ import annotations

import asyncio
from collections import OrderedDict

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.web.desk import Desk

_MOST_BYTES = 64_000_000
_LONGEST = 400_000
_KINDS = ("text/html", "application/json")


class Kept:
    """The ASGI layer behind the gate; a page is kept for one address, one reader's choices and one state."""

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self.app = app
        self.desk = desk
        self._pages: OrderedDict[tuple[object, ...], list[Message]] = OrderedDict()
        self._bytes = 0
        self._making: dict[tuple[object, ...], asyncio.Event] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Give the page that is kept, or have it made and keep it."""
        if scope["type"] != "http" or scope["method"] != "GET" or self.desk.is_busy:
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        choices = (headers.get("cookie"), headers.get("accept-language"), scope.get("by_bearer"))
        # The state before the page is made: what changes meanwhile makes it again the next time.
        key = (scope["path"], scope["query_string"], choices, self.desk.state())
        while (kept := self._pages.get(key)) is None and key in self._making:
            # Somebody asked for the same page: to make it at the same time would take both of them longer.
            await self._making[key].wait()
        if kept is not None:
            self._pages.move_to_end(key)
            for message in kept:
                await send(_copied(message))
            return
        over = self._making[key] = asyncio.Event()
        try:
            await self._make(key, over, scope, receive, send)
        finally:
            self._let_go(key, over)

    async def _make(
        self, key: tuple[object, ...], over: asyncio.Event, scope: Scope, receive: Receive, send: Send
    ) -> None:
        """Have the page made, and keep it."""
        made: list[Message] = []

        async def send_and_note(message: Message) -> None:
            made.append(_copied(message))
            if not _may_be_kept(made):
                # Whoever waits for it would wait for nothing, perhaps for a long download to end.
                self._let_go(key, over)
            await send(message)

        await self.app(scope, receive, send_and_note)
        if _may_be_kept(made):
            self._bytes += _size(made) - _size(self._pages.get(key, []))
            self._pages[key] = made
            while self._bytes > _MOST_BYTES:
                _, oldest = self._pages.popitem(last=False)
                self._bytes -= _size(oldest)

    def _let_go(self, key: tuple[object, ...], over: asyncio.Event) -> None:
        over.set()
        if self._making.get(key) is over:
            del self._making[key]


def _copied(message: Message) -> Message:
    """The message with headers of its own, as layers above add theirs to it."""
    return dict(message, headers=list(message["headers"])) if "headers" in message else message


def _may_be_kept(made: list[Message]) -> bool:
    if not made or made[0].get("status") != 200 or _size(made) > _LONGEST:
        return False
    headers = Headers(raw=made[0]["headers"])
    passing = "set-cookie" in headers or "refresh" in headers
    return headers.get("content-type", "").startswith(_KINDS) and not passing


def _size(made: list[Message]) -> int:
    """How much room an answer takes, in bytes; one without a body takes some too."""
    return (1000 if made else 0) + sum(len(one.get("body", b"")) for one in made)
