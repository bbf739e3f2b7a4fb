"""What was worked out of the documents on the record, kept while they are unchanged."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from contextlib import nullcontext
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
        self.families: dict[str, dict[Hashable, Any]] = {}


_of_records: WeakKeyDictionary[Record, _Kept] = WeakKeyDictionary()
_adding = threading.Lock()
_NOT_MADE = object()


def while_unchanged(
    record: Record, family: str, make: Callable[[], T], *, of: Hashable = "", most: int = 1
) -> T:
    """What `make` gives from the record's documents: made the first time, and again after a document came or went.

    `of` tells the things of a family apart; the `most` of them that were made last are kept. Only for what
    follows from documents alone, and is never altered by those who get it.
    """
    with _adding:
        kept = _of_records.setdefault(record, _Kept())
    changes = record.database.changes()
    if kept.changes != changes:
        with kept.making:
            version = record.version()
            if kept.version != version:
                kept.families, kept.version = {}, version
            kept.changes = changes
    things = kept.families.setdefault(family, {})
    # Read without the lock, so that those who find it ready do not wait for those who make other things.
    found = things.get(of, _NOT_MADE)
    if found is not _NOT_MADE:
        return found  # type: ignore[no-any-return]
    with kept.making if most == 1 else nullcontext():
        found = things.get(of, _NOT_MADE)
        if found is _NOT_MADE:
            found = make()
            while len(things) >= most:
                things.pop(next(iter(things), None), None)
            things[of] = found
    return found  # type: ignore[no-any-return]
