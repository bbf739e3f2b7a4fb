"""A copy of the whole record in one file, made while the record is in use, and proved before it has a name.

The file is a ZIP archive: `record.db` (SQLite's own online backup, one state of the record), every file kept
beside it, and `manifest.json` with the SHA-256 of each. No other program is needed to look into it.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from onrecord import __version__
from onrecord.errors import RecordError, UsageError
from onrecord.record.add import OnProgress
from onrecord.record.originals import hash_file
from onrecord.record.record import ENDINGS_OF_FORMATS, Record
from onrecord.told import tell

FORMAT = "onrecord-backup"
VERSION = 1
MANIFEST = "manifest.json"
DATABASE = "record.db"
# Beside the database while it is open; the copy needs neither.
_OF_SQLITE = {DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", f"{DATABASE}-journal"}
# Files handed over in the browser that are only just being read; they go when they are on the record.
_COMING = "arrivals"
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_CHUNK = 1 << 20
_WORK = ".onrecord-backup-"
_STALE_AFTER = 86_400.0
# These are packed already; the database is text and shrinks to a quarter.
_PACKED = {".pdf", ".docx", ".xlsx", ".zip", ".png", ".jpg", ".jpeg"}


@dataclass(frozen=True, slots=True)
class Held:
    """A file in a backup: its SHA-256 and its size in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A backup that was written and proved.

    `made` is ISO 8601 in UTC, `schema` the number of the record's last migration, `files` counts what stands beside
    the database. `missing` and `altered` are files that the record should hold and did not, or not as they were
    added: the backup holds all the rest.
    """

    file: Path
    sha256: str
    size: int
    made: str
    schema: str
    documents: int
    entries: int
    files: int
    missing: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The backup as `onrecord backup --json` prints it."""
        return {
            **asdict(self),
            "file": str(self.file),
            "missing": list(self.missing),
            "altered": list(self.altered),
        }


def default_name() -> str:
    """A name that tells when the backup was made: "onrecord-backup-20240103-143000.zip", in UTC."""
    return f"onrecord-backup-{datetime.now(UTC):%Y%m%d-%H%M%S}.zip"


def back_up(record: Record, target: Path, *, on_progress: OnProgress | None = None) -> BackedUp:
    """Write the whole record to `target`, a file that must not exist, or into a folder under a name of its own.

    The record can be read and written meanwhile: the backup holds one state of it. Nothing stands under the
    final name before every byte was read back and compared. UsageError where the file exists; RecordError where
    the disk is full or cannot be written, or where what was written is not what was read.
    """
    target = target / default_name() if target.is_dir() else target
    if target.exists():
        raise UsageError(
            tell("%(target)s exists, and a backup never overwrites.", target=target),
            hint=tell("Give another name."),
        )
    if not target.parent.is_dir():
        raise UsageError(
            tell("There is no folder %(parent)s.", parent=target.parent),
            hint=tell("Make it first, or name another."),
        )
    with in_plain_words(target), _beside(target) as work:
        database = work / DATABASE
        copy_database(record.folder / DATABASE, database)
        files, missing, altered = _files(record, database, target)
        manifest = _manifest(database, {**files, DATABASE: database})
        archive = work / "backup.zip"
        _write(archive, manifest, {**files, DATABASE: database}, on_progress)
        verify(archive)
        _name(archive, target)
        facts = {name: manifest[name] for name in ("made", "schema", "documents", "entries")}
        size, sha256 = target.stat().st_size, hash_file(target)
    return BackedUp(target, sha256, size, files=len(files), missing=missing, altered=altered, **facts)


@contextmanager
def in_plain_words(target: Path) -> Iterator[None]:
    """Say what the system or SQLite complains of, as a RecordError."""
    try:
        yield
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise _full(target) from error
        raise RecordError(
            f"{target}: {error.strerror or error}.", hint=tell("Name another place.")
        ) from error
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL:
            raise _full(target) from error
        raise RecordError(
            tell("%(target)s: the database says: %(error)s.", target=target, error=error),
            hint=tell("Look with: onrecord doctor"),
        ) from error


def _full(target: Path) -> RecordError:
    return RecordError(
        tell("The disk is full; nothing stands at %(target)s.", target=target),
        hint=tell("Make room or name another disk. What is on the record is unharmed."),
    )


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A folder on the same disk as the target, gone afterwards; a name that no folder is read under."""
    for left in target.parent.glob(f"{_WORK}*"):
        if time.time() - left.stat().st_mtime > _STALE_AFTER:
            shutil.rmtree(left, ignore_errors=True)  # of a backup that was killed
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=_WORK) as work:
        yield Path(work)


def copy_database(source: Path, target: Path) -> None:
    """One state of a database in use, as a database of one file. sqlite3.Error where that fails."""
    with (
        closing(sqlite3.connect(source)) as held,
        closing(sqlite3.connect(target)) as copy,
    ):
        held.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
    faults = faults_of(target)
    if faults:
        raise RecordError(
            tell("The record's database is not whole (%(faults)s); no backup was made.", faults=faults[0]),
            hint=tell("Look with: onrecord doctor"),
        )


def faults_of(database: Path) -> list[str]:
    """What SQLite's own checks find wrong with a database file; [] where it is whole."""
    with closing(sqlite3.connect(database)) as connection:
        found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        loose = list(connection.execute("PRAGMA foreign_key_check"))
    return [line for line in found if line != "ok"] + [
        f"a row of {row[0]} belongs to nothing" for row in loose
    ]


def _files(
    record: Record, database: Path, target: Path
) -> tuple[dict[str, Path], tuple[str, ...], tuple[str, ...]]:
    """What stands beside the database by its name in the backup; what is missing; what was altered."""
    found = {
        path.relative_to(record.folder).as_posix(): path
        for path in sorted(record.folder.rglob("*"))
        if path.is_file()
        and not path.is_symlink()
        and not _is_passing(path, record.folder)
        and path != target.resolve()
    }
    missing: list[str] = []
    altered: list[str] = []
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT name, sha256, format FROM documents ORDER BY id").fetchall()
    for name, sha256, format_ in rows:
        original = record.originals.path(sha256, ENDINGS_OF_FORMATS[format_])
        if not original.is_file():
            missing.append(name)
        elif not record.originals.is_whole(original, sha256):
            altered.append(name)
    return found, tuple(missing), tuple(altered)


def _is_passing(path: Path, folder: Path) -> bool:
    """Whether a file is the database's own, or one that is only just coming."""
    parts = path.relative_to(folder).parts
    is_database = len(parts) == 1 and parts[0] in _OF_SQLITE
    return is_database or parts[0] == _COMING or any(part.startswith(".") for part in parts)


def _manifest(database: Path, files: dict[str, Path]) -> dict[str, Any]:
    with closing(sqlite3.connect(database)) as connection:
        schema, documents, entries = (
            connection.execute(question).fetchone()[0]
            for question in (
                "SELECT version_num FROM alembic_version",
                "SELECT count(*) FROM documents",
                "SELECT count(*) FROM entries",
            )
        )
    return {
        "format": FORMAT,
        "version": VERSION,
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "program": __version__,
        "schema": schema,
        "documents": documents,
        "entries": entries,
        "files": {
            name: asdict(Held(hash_file(path), path.stat().st_size)) for name, path in sorted(files.items())
        },
    }


def _write(
    archive: Path, manifest: dict[str, Any], files: dict[str, Path], on_progress: OnProgress | None
) -> None:
    with zipfile.ZipFile(archive, "x", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        packed.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
        for done, (name, path) in enumerate(sorted(files.items()), 1):
            kind = zipfile.ZIP_STORED if path.suffix.lower() in _PACKED else zipfile.ZIP_DEFLATED
            packed.write(path, name, compress_type=kind)
            if on_progress:
                on_progress(done, len(files), path)
    with archive.open("rb+") as file:
        os.fsync(file.fileno())


def verify(archive: Path) -> dict[str, Any]:
    """The manifest of a backup of which every file was read and is the one that was put in.

    RecordError, which names the file, where one is missing, is no more what it was, or was never put in.
    """
    try:
        with zipfile.ZipFile(archive) as packed:
            manifest = read_manifest(packed, archive)
            wanted = manifest["files"]
            names = [name for name in packed.namelist() if name != MANIFEST]
            if sorted(names) != sorted(wanted):
                odd = sorted(set(names) ^ set(wanted)) or sorted(names)
                raise damaged(archive, f"{odd[0]} is not as the manifest has it")
            for name, held in wanted.items():
                with packed.open(name) as file:
                    digest = hashlib.sha256()
                    while chunk := file.read(_CHUNK):
                        digest.update(chunk)
                if digest.hexdigest() != held["sha256"]:
                    raise damaged(archive, f"{name} is not the file that was put in")
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise damaged(archive, str(error)) from error
    return manifest


def read_manifest(packed: zipfile.ZipFile, archive: Path) -> dict[str, Any]:
    """The manifest of an opened backup. RecordError where it has none, or a newer On Record made it."""
    try:
        manifest = json.loads(packed.read(MANIFEST))
        is_ours = manifest["format"] == FORMAT and isinstance(manifest["files"], dict)
        version = int(manifest["version"])
    except (KeyError, TypeError, ValueError) as error:
        raise RecordError(
            tell("%(archive)s is no backup of On Record.", archive=archive),
            hint=tell("Name a file made by: onrecord backup"),
        ) from error
    if not is_ours:
        raise RecordError(
            tell("%(archive)s is no backup of On Record.", archive=archive),
            hint=tell("Name a file made by: onrecord backup"),
        )
    if version > VERSION:
        raise RecordError(
            tell("%(archive)s was made by a newer On Record.", archive=archive),
            hint=tell("Update On Record."),
        )
    return dict(manifest)


def damaged(archive: Path, why: str) -> RecordError:
    """The error for a backup that cannot be trusted."""
    return RecordError(
        tell("The backup %(archive)s is damaged: %(why)s.", archive=archive, why=why),
        hint=tell("Use another backup."),
    )


def _name(archive: Path, target: Path) -> None:
    """Give the proved file its name, unless somebody else took the name meanwhile."""
    try:
        os.link(archive, target)
    except FileExistsError as error:
        raise UsageError(
            tell("%(target)s exists, and a backup never overwrites.", target=target),
            hint=tell("Give another name."),
        ) from error
    except OSError:
        # A disk without links (FAT): the name was free a moment ago.
        archive.replace(target)
