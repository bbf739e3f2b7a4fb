"""What was worked out of the documents on the record, kept while they are unchanged."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from onrecord.record.record import Record

T = TypeVar("T")


class _Kept:
    """What is kept of one record: as of which change and which version of it, and what by which name."""

    def __init__(self) -> None:
        self.making = threading.RLock()
        self.changes = -1
        self.version = ""
        self.things: dict[Hashable, Any] = {}


_of_records: WeakKeyDictionary[Record, _Kept] = WeakKeyDictionary()
_adding = threading.Lock()


def while_unchanged(record: Record, name: Hashable, make: Callable[[], T]) -> T:
    """What `make` gives from the record's documents: made the first time, and again after a document came or went.

    Only for what follows from documents alone, is small, and is never altered by those who get it.
    """
    with _adding:
        kept = _of_records.setdefault(record, _Kept())
    changes = record.database.changes()
    if kept.changes == changes and name in kept.things:
        # Read without the lock, so that those who find it ready do not wait for those who make other things.
        return kept.things[name]  # type: ignore[no-any-return]
    with kept.making:
        if kept.changes != changes:
            version = record.version()
            if kept.version != version:
                kept.things, kept.version = {}, version
            kept.changes = changes
        if name not in kept.things:
            kept.things[name] = make()
        return kept.things[name]  # type: ignore[no-any-return]
