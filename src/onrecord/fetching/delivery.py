"""Fetched documents into a folder, each with the record of where it came from."""

from __future__ import annotations

from pathlib import Path

from onrecord.errors import FetchError
from onrecord.fetching.model import Fetched
from onrecord.fetching.provenance import write_beside, write_whole


def deliver(fetched: Fetched, folder: Path) -> Path:
    """Write a document and its provenance into a folder; return the document's place.

    A file of the same name with the same bytes stays. FetchError where other bytes are there, which
    are never written over, or where the folder cannot be written.
    """
    target = folder / fetched.wanted.file_name
    data = fetched.content.read_bytes()
    if not _holds(target, data):
        write_whole(target, data)
    write_beside(target, fetched.provenance)
    return target


def _holds(target: Path, data: bytes) -> bool:
    try:
        there = target.read_bytes()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise FetchError(f"{target} is in the way: {error.strerror}.", hint="Name another --out.") from error
    if there != data:
        raise FetchError(
            f"{target} is there already and holds something else; it was left as it is.",
            hint="Move it away, or name another --out. What came is kept in the cache.",
        )
    return True
