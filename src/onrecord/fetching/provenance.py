"""The record of where a file came from, kept as JSON beside it."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from onrecord.errors import FetchError
from onrecord.fetching.model import Provenance

ENDING = ".provenance"
"""Not .json: `onrecord add FOLDER` would take it for an export of the Universal Human Rights Index."""


def beside(file: Path) -> Path:
    """Where the provenance of a file stands: report.pdf, report.pdf.provenance."""
    return file.with_name(file.name + ENDING)


def write_beside(file: Path, provenance: Provenance) -> Path:
    """Write a file's provenance beside it. FetchError where that cannot be done."""
    target = beside(file)
    write_whole(target, as_bytes(provenance.as_json()))
    return target


def read_beside(file: Path) -> Provenance | None:
    """The provenance that stands beside a file, or None where there is none that can be read."""
    try:
        return Provenance.from_json(json.loads(beside(file).read_bytes()))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def as_bytes(value: dict[str, Any]) -> bytes:
    """JSON for people, too."""
    return (json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def write_whole(target: Path, data: bytes) -> None:
    """Write a file so that its name stands for whole bytes at any time. FetchError where that fails."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".coming-")
        coming = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            coming.chmod(0o644)
            coming.replace(target)
        finally:
            coming.unlink(missing_ok=True)
    except OSError as error:
        raise FetchError(
            f"{target} cannot be written: {error.strerror}.",
            hint="Check the folder and the room on the disk.",
        ) from error
