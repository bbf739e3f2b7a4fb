"""From symbols to files: each address in turn, each with patience, each answer checked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from onrecord.errors import FetchError, TransferFailed
from onrecord.fetching.addresses import Address
from onrecord.fetching.cache import Cache
from onrecord.fetching.connecting import USER_AGENT, Line
from onrecord.fetching.destinations import Destinations
from onrecord.fetching.model import Attempt, Fetched, NotFetched, Provenance, Wanted
from onrecord.fetching.pace import LONGEST_HOLD, Pace
from onrecord.fetching.patience import Patience
from onrecord.fetching.transfer import Bounds, OnBytes, Received, Transfer
from onrecord.fetching.verify import Read, Verified, check_bytes, check_document, read_here

_OFFLINE = {"unreachable", "proxy"}


@dataclass(frozen=True, slots=True)
class Manner:
    """How to fetch: how fast, how patiently, within which bounds; `refresh` passes the cache by."""

    pace: Pace = field(default_factory=Pace)
    patience: Patience = field(default_factory=Patience)
    bounds: Bounds = field(default_factory=Bounds)
    refresh: bool = False
    read: Read = read_here
    on_bytes: OnBytes | None = None


class Question(NamedTuple):
    """An address that would be asked for a document."""

    name: str
    url: str


def questions(wanted: Wanted, addresses: Sequence[Address]) -> list[Question]:
    """Which addresses would be asked for a document, in order; none is asked."""
    return [
        Question(address.name, address.url(wanted))
        for address in addresses
        if wanted.format in address.formats
    ]


def fetch(
    wanted: Sequence[Wanted], addresses: Sequence[Address], folder: Path, manner: Manner | None = None
) -> Iterator[Fetched | NotFetched]:
    """Fetch documents one after the other, into the cache in `folder`; yield what became of each.

    Where no address can be reached at all, the rest is not asked for. FetchError where the cache cannot
    be written; UsageError where the user's proxy or certificates cannot be used.
    """
    fetching = _Fetching(addresses, Cache(folder), manner or Manner())
    try:
        for one in wanted:
            yield fetching.fetch(one)
    finally:
        fetching.line.close()


class _Fetching:
    """One run: the line, the pace of each host, and whether there is a network at all."""

    def __init__(self, addresses: Sequence[Address], cache: Cache, manner: Manner) -> None:
        self.addresses = addresses
        self.cache = cache
        self.manner = manner
        self.line = Line(Destinations.of(addresses))
        self.transfer = Transfer(self.line, manner.pace, manner.bounds, cache.parts, manner.on_bytes)
        self.offline = False

    def fetch(self, wanted: Wanted) -> Fetched | NotFetched:
        """One document, from the cache or from the first address that gives it."""
        known = None if self.manner.refresh else self.cache.find(wanted)
        if known:
            return Fetched(wanted, *known, from_cache=True)
        if self.offline:
            return NotFetched(wanted, "Not asked for: there is no way to the addresses.")
        attempts: list[Attempt] = []
        for question in questions(wanted, self.addresses):
            outcome = self._ask(wanted, question)
            if isinstance(outcome, Attempt):
                attempts.append(outcome)
            else:
                return self._keep(wanted, question, outcome, tuple(attempts))
        return self._not_fetched(wanted, tuple(attempts))

    def _ask(self, wanted: Wanted, question: Question) -> tuple[Received, Verified] | Attempt:
        """Ask one address as often as the patience allows."""
        patience, pace = self.manner.patience, self.manner.pace
        tries = 0
        while True:
            tries += 1
            try:
                return self._try(wanted, question)
            except TransferFailed as failed:
                host = urlsplit(question.url).hostname or ""
                if failed.after is not None:
                    pace.hold(host, failed.after)
                too_long = pace.seconds_until_free(host) > LONGEST_HOLD
                if not failed.again or tries >= patience.tries or too_long:
                    wish = " It wants to be left alone for longer than is waited." if too_long else ""
                    return Attempt(question.url, failed.kind, failed.message + wish, tries)
                if failed.after is None:
                    pace.hold(host, patience.pause(tries))

    def _try(self, wanted: Wanted, question: Question) -> tuple[Received, Verified]:
        host = urlsplit(question.url).hostname or ""
        if self.manner.pace.seconds_until_free(host) > LONGEST_HOLD:
            raise TransferFailed("status", f"{host} was not asked: it wants to be left alone.")
        try:
            received = self.transfer.receive(question.url)
            try:
                check_bytes(received.path, wanted, host, length_known=received.length_known)
                return received, check_document(received.path, wanted, host, self.manner.read)
            except TransferFailed:
                received.path.unlink(missing_ok=True)
                raise
        except OSError as error:
            raise FetchError(
                f"{self.cache.folder} cannot be written: {error.strerror or error}.",
                hint="Make room, or name another folder with ONRECORD_CACHE.",
            ) from error

    def _keep(
        self,
        wanted: Wanted,
        question: Question,
        outcome: tuple[Received, Verified],
        attempts: tuple[Attempt, ...],
    ) -> Fetched:
        received, verified = outcome
        data = received.path.read_bytes()
        provenance = Provenance(
            symbol=wanted.symbol.text,
            language=wanted.language,
            format=wanted.format,
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            asked=question.url,
            address=received.address,
            fetched=datetime.now(UTC).isoformat(timespec="seconds"),
            program=USER_AGENT,
            printed=verified.printed,
            redirects=received.redirects,
            headers=received.headers,
            doubts=verified.doubts,
        )
        content, changed_since = self.cache.keep(wanted, data, provenance)
        self.transfer.forget(question.url)
        return Fetched(wanted, content, provenance, attempts=attempts, changed_since=changed_since)

    def _not_fetched(self, wanted: Wanted, attempts: tuple[Attempt, ...]) -> NotFetched:
        if not attempts:
            return NotFetched(wanted, f"No address gives documents as {wanted.format}.")
        if all(attempt.kind in _OFFLINE for attempt in attempts):
            self.offline = True
            return NotFetched(wanted, "None of the addresses can be reached.", _OFFLINE_HINT, attempts)
        return NotFetched(wanted, "None of the addresses gave it.", _hint(attempts), attempts)


_OFFLINE_HINT = (
    "Is there a network here? Where a proxy is needed, HTTPS_PROXY names it. What is on the record, and "
    "files that you have, can be used without a network."
)


def _hint(attempts: Sequence[Attempt]) -> str:
    kinds = {attempt.kind for attempt in attempts}
    if "tls" in kinds:
        return "Where a firewall puts its own certificates in, SSL_CERT_FILE names a file with them."
    if kinds & {"timeout", "broken", "too_slow"}:
        return "The same command later goes on where this one stopped."
    return "Look at the symbol; try another --language or --format."
