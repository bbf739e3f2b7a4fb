"""A download under way: its bytes in a file, so that one that broke off can go on where it was."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO


class Part:
    """The bytes of one address that came so far, and the mark by which the server knows them.

    Only bytes with such a mark (a strong ETag, or the day of the last change) are gone on with:
    without it nothing tells whether the rest belongs to the same file.
    """

    def __init__(self, folder: Path, url: str) -> None:
        name = hashlib.sha256(url.encode()).hexdigest()[:32]
        self.path = folder / f"{name}.part"
        self._mark = folder / f"{name}.mark"

    def question(self) -> dict[str, str]:
        """The headers that ask for the rest; none where there is nothing to go on with."""
        size, mark = self.size(), self._read_mark()
        if not size or not mark:
            return {}
        return {"Range": f"bytes={size}-", "If-Range": mark}

    def size(self) -> int:
        """How many bytes there are."""
        return self.path.stat().st_size if self.path.exists() else 0

    def open(self, headers: Mapping[str, str], *, going_on: bool) -> BinaryIO:
        """The file to write to: at its end where the server goes on, else from the beginning."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if not going_on:
            self._mark.unlink(missing_ok=True)
            mark = validator(headers)
            if mark:
                self._mark.write_text(json.dumps(mark), "utf-8")
        return self.path.open("ab" if going_on else "wb")

    def drop(self) -> None:
        """Forget what came."""
        self._mark.unlink(missing_ok=True)
        self.path.unlink(missing_ok=True)

    def _read_mark(self) -> str:
        try:
            mark = json.loads(self._mark.read_text("utf-8"))
        except (OSError, ValueError):
            return ""
        return mark if isinstance(mark, str) else ""


def validator(headers: Mapping[str, str]) -> str:
    """What a server calls this very state of a file, "" where it says nothing that holds to the byte.

    RFC 9110, 13.1.5: a weak ETag does not do. Packed bytes are not gone on with: what is in the file
    is unpacked.
    """
    if headers.get("Content-Encoding", "identity").strip().lower() not in {"", "identity"}:
        return ""
    tag = headers.get("ETag", "").strip()
    if tag:
        return tag if tag.startswith('"') else ""
    return headers.get("Last-Modified", "").strip()


def goes_on(status: int, content_range: str, size: int) -> bool:
    """Whether an answer goes on exactly where the file ends ("bytes 100-199/200" after 100 bytes)."""
    unit, _, rest = content_range.strip().partition(" ")
    start = rest.partition("-")[0].strip()
    return (
        status == 206
        and unit.lower() == "bytes"
        and start.isascii()
        and start.isdigit()
        and int(start) == size
    )
