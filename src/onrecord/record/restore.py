"""A record made again from a backup: proved in a place of its own, then put in its place in one step."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from onrecord.errors import RecordError, RecordIsNewer, UsageError
from onrecord.record.add import OnProgress
from onrecord.record.backup import DATABASE, damaged, faults_of, in_plain_words, read_manifest
from onrecord.record.migrations import NEWEST

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Restored:
    """A record that was restored to `folder`; `made` is when the backup was made.

    `moved_aside` is where the record that was there stands now, or None.
    """

    folder: Path
    made: str
    documents: int
    entries: int
    files: int
    moved_aside: Path | None

    def as_json(self) -> dict[str, Any]:
        """The result as `onrecord restore --json` prints it."""
        aside = str(self.moved_aside) if self.moved_aside else None
        return {**asdict(self), "folder": str(self.folder), "moved_aside": aside}


def restore(
    archive: Path, folder: Path, *, force: bool = False, on_progress: OnProgress | None = None
) -> Restored:
    """Make the record of a backup in `folder`, which is new or empty.

    Every file is compared with its SHA-256 before anything stands in the folder. With `force` what stands there
    is moved aside, never overwritten. UsageError for a folder with something in it or a file that is not there;
    RecordError for a file that is no whole backup, or a full disk; RecordIsNewer where a newer On Record made it.
    """
    if not archive.is_file():
        raise UsageError(f"There is no file {archive}.", hint="Name a file made by: onrecord backup")
    occupied = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    if occupied and not force:
        raise UsageError(
            f"{folder} is not empty, and a restore overwrites nothing.",
            hint="Name an empty folder with --record, or move what is there aside with --force.",
        )
    folder = folder.absolute()
    with in_plain_words(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _beside(folder) as work:
            manifest = _unpack(archive, work, on_progress)
            aside = _aside(folder) if occupied else None
            _swap(work, folder, aside)
    files = len(manifest["files"]) - 1
    return Restored(folder, manifest["made"], manifest["documents"], manifest["entries"], files, aside)


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """A new folder on the same disk, taken away again unless it was renamed."""
    work = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-coming-"))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _unpack(archive: Path, work: Path, on_progress: OnProgress | None) -> dict[str, Any]:
    try:
        with zipfile.ZipFile(archive) as packed:
            manifest = read_manifest(packed, archive)
            if str(manifest["schema"]) > NEWEST:
                raise RecordIsNewer(
                    f"{archive} was made by a newer On Record (its schema is {manifest['schema']}, this program knows "
                    f"{NEWEST}). Nothing was touched.",
                    hint="Update On Record.",
                )
            _refuse_without_room(manifest, work, archive)
            for done, (name, held) in enumerate(manifest["files"].items(), 1):
                target = work / _inside(name, archive)
                target.parent.mkdir(parents=True, exist_ok=True)
                _take(packed, name, held, target, archive)
                if on_progress:
                    on_progress(done, len(manifest["files"]), target)
    except (zipfile.BadZipFile, EOFError, KeyError, NotImplementedError, RuntimeError, ValueError) as error:
        raise damaged(archive, str(error)) from error
    if not (work / DATABASE).is_file():
        raise damaged(archive, "it holds no database")
    faults = faults_of(work / DATABASE)
    if faults:
        raise damaged(archive, faults[0])
    return manifest


def _refuse_without_room(manifest: dict[str, Any], work: Path, archive: Path) -> None:
    needed = sum(int(held["size"]) for held in manifest["files"].values())
    free = shutil.disk_usage(work).free
    if needed > free:
        raise RecordError(
            f"There is no room for {archive.name}: it needs {needed / 1e6:,.0f} MB, {free / 1e6:,.0f} MB are free.",
            hint="Make room or name another disk. Nothing was touched.",
        )


def _inside(name: str, archive: Path) -> PurePosixPath:
    """The name as a path that stays in the record's folder; RecordError for any other."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or not path.parts:
        raise damaged(archive, f"“{name}” leads out of the record's folder")
    return path


def _take(packed: zipfile.ZipFile, name: str, held: dict[str, Any], target: Path, archive: Path) -> None:
    digest = hashlib.sha256()
    left = int(held["size"])
    with packed.open(name) as file, target.open("xb") as copy:
        while chunk := file.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                break  # more than was put in: not read to an end that may never come
            digest.update(chunk)
            copy.write(chunk)
        copy.flush()
        os.fsync(copy.fileno())
    if left or digest.hexdigest() != held["sha256"]:
        raise damaged(archive, f"{name} is not the file that was put in")
    if name.startswith("originals/"):
        target.chmod(0o444)


def _aside(folder: Path) -> Path:
    """A free name beside the folder for what stands there."""
    name = f"{folder.name}-before-restore-{datetime.now(UTC):%Y%m%d-%H%M%S}"
    aside = folder.with_name(name)
    number = 1
    while aside.exists():
        number += 1
        aside = folder.with_name(f"{name}-{number}")
    return aside


def _swap(work: Path, folder: Path, aside: Path | None) -> None:
    """Put the proved folder in its place; where that fails, what was there stands there again."""
    work.chmod(0o755)
    if aside is not None:
        folder.rename(aside)
    elif folder.exists():
        folder.rmdir()
    try:
        work.rename(folder)
    except OSError:
        if aside is not None:
            aside.rename(folder)
        raise
