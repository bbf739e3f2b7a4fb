"""Files that leave the record by the browser: a backup, and the whole record as tables in one archive."""

from __future__ import annotations

import shutil
import tempfile
import time
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from onrecord.record.backup import BackedUp, back_up, in_plain_words
from onrecord.record.export import Exported, export
from onrecord.record.record import Record
from onrecord.web.jobs import Job

FOLDER = ".leaving"
"""Beside the database, so that there is room where there is room for the record; hidden, so no backup holds it."""
_STALE_AFTER = 86_400.0


@dataclass(slots=True)
class Leaving:
    """A file that is ready to go. `taken` is set once the browser has come for it."""

    path: Path
    made: BackedUp | Exported
    taken: bool = False

    @property
    def name(self) -> str:
        """The name under which it goes."""
        return self.path.name

    @property
    def size(self) -> int:
        """Its bytes; 0 where it is gone."""
        return self.path.stat().st_size if self.path.is_file() else 0


def backup_leaving(record: Record, job: Job) -> Leaving:
    """A backup of the whole record as a file to go; errors as `back_up` has them."""
    made = back_up(record, _room_for(record, "backup"), on_progress=job.tell)
    return Leaving(made.file, made)


def tables_leaving(record: Record, job: Job) -> Leaving:
    """Every table of the record as JSON Lines and CSV, in one ZIP archive; errors as `export` has them."""
    room = _room_for(record, "tables")
    name = f"onrecord-files-{datetime.now(UTC):%Y%m%d-%H%M%S}"
    made = export(record, room / name, on_progress=job.tell)
    archive = room / f"{name}.zip"
    with in_plain_words(archive), zipfile.ZipFile(archive, "x", zipfile.ZIP_DEFLATED) as packed:
        for file in sorted(made.folder.iterdir()):
            packed.write(file, f"{name}/{file.name}")
    shutil.rmtree(made.folder)
    return Leaving(archive, made)


def clear_departures(folder: Path, *, all_of_them: bool = False) -> None:
    """Remove what went from a record's folder: all, or what another start of the workbench left behind."""
    for left in (folder / FOLDER).glob("*"):
        if all_of_them or time.time() - left.stat().st_mtime > _STALE_AFTER:
            shutil.rmtree(left, ignore_errors=True)


def _room_for(record: Record, kind: str) -> Path:
    """A folder of its own that nobody else may look into; the one before of its kind is no longer wanted."""
    clear_departures(record.folder)
    folder = record.folder / FOLDER
    with in_plain_words(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
        for former in folder.glob(f"{kind}-*"):
            shutil.rmtree(former, ignore_errors=True)
        return Path(tempfile.mkdtemp(dir=folder, prefix=f"{kind}-"))
