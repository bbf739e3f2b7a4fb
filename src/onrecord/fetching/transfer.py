"""One address to one file: redirects, limits, going on where a download broke off."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError

from onrecord.errors import TransferFailed
from onrecord.fetching.connecting import Alarm, Line
from onrecord.fetching.faults import as_failure
from onrecord.fetching.pace import Pace
from onrecord.fetching.parts import Part, goes_on
from onrecord.fetching.patience import retry_after

MOST_REDIRECTS = 8
_CHUNK = 1 << 16
_REDIRECTS = {301, 302, 303, 307, 308}
_AGAIN = {408, 425, 429, 500, 502, 503, 504}
_KEPT_HEADERS = ("Content-Type", "Content-Length", "Content-Disposition", "ETag", "Last-Modified", "Date")

OnBytes = Callable[[int, int], None]
"""Called with (bytes so far, bytes in all or 0)."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one document may take: bytes, and seconds a try (0 for no bound)."""

    file_bytes: int = 200 << 20
    seconds: float = 300.0


@dataclass(frozen=True, slots=True)
class Received:
    """The bytes that came, where they came from in the end, and what the server said of them."""

    path: Path
    address: str
    redirects: tuple[str, ...]
    headers: dict[str, str]
    length_known: bool


@dataclass(frozen=True, slots=True)
class Transfer:
    """How addresses are asked: over which line, how fast, within which bounds."""

    line: Line
    pace: Pace
    bounds: Bounds
    folder: Path
    on_bytes: OnBytes | None = None

    def receive(self, url: str) -> Received:
        """Ask an address and what it redirects to, and write what comes to a file.

        TransferFailed where no file came, or not all of it; what came is kept where the server can go on.
        """
        part = Part(self.folder, url)
        with Alarm(self.line, self.bounds.seconds) as alarm:
            try:
                return self._follow(url, part)
            except TransferFailed as failed:
                if alarm.rung and failed.kind in {"broken", "timeout"}:
                    raise TransferFailed(
                        "too_slow", f"{_host(url)} took longer than {self.bounds.seconds:g} seconds."
                    ) from failed
                raise

    def forget(self, url: str) -> None:
        """Drop the bytes of an address that are in their place by now."""
        Part(self.folder, url).drop()

    def _follow(self, url: str, part: Part) -> Received:
        passed: list[str] = []
        while True:
            response = self._ask(url, part)
            try:
                if response.status not in _REDIRECTS:
                    return self._take(response, url, tuple(passed), part)
                passed.append(url)
                url = self._next(response, url, passed)
            finally:
                # The body of a redirect, or of an answer that was given up, is nobody's.
                response.close()

    def _ask(self, url: str, part: Part) -> urllib3.BaseHTTPResponse:
        objection = self.line.destinations.objection(url)
        if objection:
            raise TransferFailed("redirect", f"{_host(url)} {objection}; nothing was asked there.")
        self.pace.wait(_host(url))
        try:
            return self.line.get(url, part.question())
        finally:
            self.pace.asked(_host(url))

    def _next(self, response: urllib3.BaseHTTPResponse, url: str, passed: list[str]) -> str:
        target = response.headers.get("Location", "").strip()
        if not target:
            raise TransferFailed("redirect", f"{_host(url)} redirects to nowhere.")
        try:
            found = urljoin(url, target).partition("#")[0]
        except ValueError:
            raise TransferFailed("redirect", f"{_host(url)} redirects to what is no web address.") from None
        if found in passed:
            raise TransferFailed("redirect", f"{_host(url)} redirects in a circle.")
        if len(passed) > MOST_REDIRECTS:
            raise TransferFailed("redirect", f"{_host(url)} redirects more than {MOST_REDIRECTS} times.")
        return _encoded(found)

    def _take(
        self, response: urllib3.BaseHTTPResponse, url: str, passed: tuple[str, ...], part: Part
    ) -> Received:
        headers = response.headers
        if response.status == 416:
            part.drop()
            raise TransferFailed("broken", f"{_host(url)} does not go on with what came before.", again=True)
        going_on = goes_on(response.status, headers.get("Content-Range", ""), part.size())
        if response.status != 200 and not going_on:
            raise _status_failure(response.status, headers, url)
        before = part.size() if going_on else 0
        length = _number(headers.get("Content-Length"))
        if length is not None and before + length > self.bounds.file_bytes:
            raise self._too_large(url)
        try:
            with part.open(headers, going_on=going_on) as file:
                self._copy(response, file, before, before + (length or 0), url)
        except TransferFailed as failed:
            if failed.kind == "too_large":
                part.drop()
            raise
        kept = {name: headers[name] for name in _KEPT_HEADERS if name in headers}
        chunked = "chunked" in headers.get("Transfer-Encoding", "").lower()
        return Received(part.path, url, passed, kept, length is not None or chunked)

    def _copy(
        self, response: urllib3.BaseHTTPResponse, file: BinaryIO, size: int, total: int, url: str
    ) -> None:
        while True:
            try:
                chunk = response.read1(_CHUNK, decode_content=True)
            except (HTTPError, OSError) as error:
                raise as_failure(error, url) from error
            if not chunk:
                return
            size += len(chunk)
            if size > self.bounds.file_bytes:
                raise self._too_large(url)
            file.write(chunk)
            if self.on_bytes:
                self.on_bytes(size, total if total >= size else 0)

    def _too_large(self, url: str) -> TransferFailed:
        most = self.bounds.file_bytes / (1 << 20)
        return TransferFailed("too_large", f"{_host(url)} sends more than the {most:,.0f} MB that are taken.")


def _status_failure(status: int, headers: Mapping[str, str], url: str) -> TransferFailed:
    host = _host(url)
    said = {
        401: "wants a name and password",
        403: "does not let us in",
        404: "does not have it",
        407: "was not asked: the proxy wants a name and password",
        410: "no longer has it",
        429: "was asked too often",
    }.get(status, "has a fault of its own" if status >= 500 else "did not give it")
    return TransferFailed(
        "status",
        f"{host} {said} (HTTP {status}).",
        again=status in _AGAIN,
        after=retry_after(headers.get("Retry-After")) if status in _AGAIN else None,
    )


def _encoded(url: str) -> str:
    """A web address with the letters that servers send unencoded in a redirect, encoded."""
    return "".join(
        letter
        if "!" <= letter <= "~"
        else "".join(f"%{byte:02X}" for byte in letter.encode("utf-8", "replace"))
        for letter in url
    )


def _host(url: str) -> str:
    return urlsplit(url).hostname or url


def _number(value: str | None) -> int | None:
    text = (value or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None
