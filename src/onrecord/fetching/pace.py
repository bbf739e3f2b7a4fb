"""Politeness: never two requests at once, never two to one host in quick succession."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

LONGEST_HOLD = 120.0
"""A server that wants to be left alone for longer is not waited for."""

OnWait = Callable[[str, float], None]
"""Called with (host, seconds) before a wait."""


@dataclass(slots=True)
class Pace:
    """Keeps `seconds` between requests to one host; a host that asked for more gets it."""

    seconds: float = 1.0
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    on_wait: OnWait | None = None
    _free: dict[str, float] = field(default_factory=dict)

    def seconds_until_free(self, host: str) -> float:
        """How long the host still has to be left alone."""
        return max(0.0, self._free.get(host, 0.0) - self.clock())

    def wait(self, host: str) -> None:
        """Wait until the host may be asked."""
        seconds = self.seconds_until_free(host)
        if seconds > 0:
            if self.on_wait:
                self.on_wait(host, seconds)
            self.sleep(seconds)

    def asked(self, host: str) -> None:
        """The host has just answered, or has not; the pause begins now."""
        self.hold(host, self.seconds)

    def hold(self, host: str, seconds: float) -> None:
        """Leave the host alone for so long at least."""
        self._free[host] = max(self._free.get(host, 0.0), self.clock() + seconds)
