"""The only file that reads the environment; it is read when called, never at import."""

from __future__ import annotations

import os
from pathlib import Path


def record_folder(named: str | None = None) -> Path:
    """The folder of the record: `named` (from `--record`), else ONRECORD_RECORD, else the user's own.

    Returns a path that need not exist yet.
    """
    chosen = named or os.environ.get("ONRECORD_RECORD")
    if chosen:
        return Path(chosen).expanduser()
    import platformdirs  # noqa: PLC0415 - late, for start-up time

    return Path(platformdirs.user_data_dir("onrecord", appauthor=False)) / "record"
