"""Writes a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from onrecord.errors import InputError


def write_whole(path: Path, data: bytes) -> None:
    """Write beside the place and then move, so that no half of a file ever bears the name.

    Raises InputError where it cannot be written; what was there before then still is.
    """
    part = ""
    try:
        handle, part = tempfile.mkstemp(prefix=".onrecord-", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(part).chmod(0o644)
        Path(part).replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            Path(part).unlink()
        raise InputError(
            f"{path} could not be written: {error.strerror or error}.",
            hint="Choose another place for it, or make room on the disk.",
        ) from error
