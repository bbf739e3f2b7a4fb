"""What would be asked of whom, without asking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from onrecord.fetching.addresses import Address
from onrecord.fetching.cache import Cache
from onrecord.fetching.connecting import USER_AGENT
from onrecord.fetching.fetch import questions
from onrecord.fetching.model import Wanted
from onrecord.settings import proxy_for


class Request(NamedTuple):
    """A request that would be made; `proxy` is HOST:PORT, without name and password, or ""."""

    url: str
    proxy: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The requests for one document, in order; none where the cache has it (`cached_since`)."""

    wanted: Wanted
    requests: tuple[Request, ...]
    cached_since: str = ""
    user_agent: str = USER_AGENT

    def as_json(self) -> dict[str, Any]:
        """The plan as `onrecord fetch --dry-run --json` prints it."""
        return {
            "symbol": self.wanted.symbol.text,
            "language": self.wanted.language,
            "format": self.wanted.format,
            "cached_since": self.cached_since or None,
            "requests": [request._asdict() for request in self.requests],
            "user_agent": self.user_agent,
        }


def plan(
    wanted: Sequence[Wanted], addresses: Sequence[Address], folder: Path, *, refresh: bool
) -> list[Plan]:
    """What `fetch` would ask for each document, with what its cache in `folder` holds now."""
    cache = Cache(folder)
    plans = []
    for one in wanted:
        known = None if refresh else cache.find(one)
        if known:
            plans.append(Plan(one, (), known[1].fetched))
            continue
        urls = [question.url for question in questions(one, addresses)]
        plans.append(Plan(one, tuple(Request(url, _without_user(proxy_for(url))) for url in urls)))
    return plans


def _without_user(proxy: str) -> str:
    return urlsplit(proxy).netloc.rpartition("@")[2]
