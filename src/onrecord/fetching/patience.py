"""How often to ask again, and how long to wait before: backoff with jitter, and what the server wishes."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


@dataclass(frozen=True, slots=True)
class Patience:
    """`tries` in all; the pause doubles from `first` to `longest`, each shifted by chance by up to a half."""

    tries: int = 4
    first: float = 1.0
    longest: float = 30.0
    chance: Callable[[], float] = random.random

    def pause(self, tries_so_far: int) -> float:
        """Seconds to wait after so many tries (from 1)."""
        doubled = min(self.longest, self.first * 2.0 ** min(tries_so_far - 1, 32))
        return doubled * (0.5 + self.chance())


def retry_after(value: str | None, now: datetime | None = None) -> float | None:
    """The seconds that a Retry-After header asks for (RFC 9110, 10.2.3), or None where it is none.

    It is a number of seconds or a date; a date gone by is 0.
    """
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        # A number that no float holds is as good as for ever.
        return float(text) if len(text) < 16 else math.inf
    try:
        date = parsedate_to_datetime(text)
    except (ValueError, IndexError, OverflowError):
        return None
    if date.tzinfo is None:
        date = date.replace(tzinfo=UTC)
    return max(0.0, (date - (now or datetime.now(UTC))).total_seconds())
