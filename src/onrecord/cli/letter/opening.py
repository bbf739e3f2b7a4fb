"""The record that a letter is written from: the user's own, or none where there is none yet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.record.model import ReadsRecord


@contextmanager
def record_or_none(folder: Path) -> Iterator[ReadsRecord]:
    """The record in the folder; an empty one, which is written nowhere, where the folder has none."""
    from onrecord.errors import NotOnRecord
    from onrecord.letters.compose.no_record import NoRecord
    from onrecord.record.record import open_record

    try:
        record = open_record(folder, create=False)
    except NotOnRecord:
        yield NoRecord()
        return
    with record:
        yield record
