"""How often one sender, and all of them together, may ask."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

MOST_SENDERS = 10_000


@dataclass
class Throttle:
    """Allows `each` requests of one sender and `all_of_them` together within `seconds`.

    Senders' addresses are kept for that time alone, in memory, and only as hashes with a salt of this run.
    """

    each: int
    all_of_them: int
    seconds: float
    clock: Callable[[], float] = time.monotonic
    _salt: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    _senders: OrderedDict[bytes, deque[float]] = field(default_factory=OrderedDict)
    _together: deque[float] = field(default_factory=deque)

    def allows(self, sender: str) -> bool:
        """Whether this sender may ask now; if so, it counts."""
        now = self.clock()
        name = hashlib.sha256(self._salt + sender.encode()).digest()
        own = self._senders.setdefault(name, deque())
        self._senders.move_to_end(name)
        for times in (own, self._together):
            while times and times[0] <= now - self.seconds:
                times.popleft()
        while len(self._senders) > MOST_SENDERS:
            self._senders.popitem(last=False)
        if len(own) >= self.each or len(self._together) >= self.all_of_them:
            return False
        own.append(now)
        self._together.append(now)
        return True
