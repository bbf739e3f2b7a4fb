"""Which entries of the record belong to a topic; each text is looked at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from onrecord.analysis.topics import Topic, matches
from onrecord.mechanisms.model import Entry


def on_topics(entries: Iterable[Entry], topics: Sequence[Topic]) -> list[Entry]:
    """Those of the entries whose text belongs to one of the topics."""
    return [entry for entry in entries if any(_belongs(topic, entry.text) for topic in topics)]


@lru_cache(maxsize=20_000)
def _belongs(topic: Topic, text: str) -> bool:
    return bool(matches(topic, text))
