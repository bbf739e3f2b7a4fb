"""What was fetched before: contents under their SHA-256, and an index of which question they answer."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from onrecord.fetching.model import Provenance, Wanted
from onrecord.fetching.provenance import as_bytes, write_whole


class Cache:
    """A folder that may be deleted at any time; nothing is lost but time.

    `contents/ab/cdef….pdf` holds the file whose SHA-256 is "abcdef…"; `index/A_HRC_25_5.en.pdf.json`
    says which one answers the question, since when, and which ones did before.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.parts = folder / "parts"

    def find(self, wanted: Wanted) -> tuple[Path, Provenance] | None:
        """The file that answers the question and where it came from, or None; an altered file is none."""
        found = self._entry(wanted)
        try:
            provenance = Provenance.from_json(found["newest"])
        except (KeyError, TypeError):
            return None
        content = self.content(provenance.sha256, wanted.format)
        if not content.is_file() or _hash(content) != provenance.sha256:
            return None
        return content, provenance

    def keep(self, wanted: Wanted, data: bytes, provenance: Provenance) -> tuple[Path, str]:
        """Put a file in; return its place, and when other bytes answered the same question, or "".

        FetchError where the cache cannot be written.
        """
        content = self.content(provenance.sha256, wanted.format)
        write_whole(content, data)
        before = self._entry(wanted)
        earlier = [item for item in before.get("earlier", []) if isinstance(item, dict)]
        changed_since = ""
        newest = before.get("newest", {})
        if newest.get("sha256") not in {None, provenance.sha256}:
            earlier.append({name: newest.get(name) for name in ("sha256", "address", "fetched")})
            changed_since = str(newest.get("fetched", ""))
        write_whole(self._index(wanted), as_bytes({"newest": provenance.as_json(), "earlier": earlier}))
        return content, changed_since

    def content(self, sha256: str, ending: str) -> Path:
        """Where a content with this hash stands, or would stand."""
        return self.folder / "contents" / sha256[:2] / f"{sha256[2:]}.{ending}"

    def _index(self, wanted: Wanted) -> Path:
        return self.folder / "index" / f"{wanted.file_name}.json"

    def _entry(self, wanted: Wanted) -> dict[str, Any]:
        try:
            found = json.loads(self._index(wanted).read_bytes())
        except (OSError, ValueError):
            return {}
        well_formed = isinstance(found, dict) and isinstance(found.get("newest", {}), dict)
        return found if well_formed and isinstance(found.get("earlier", []), list) else {}


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
