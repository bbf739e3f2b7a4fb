"""Files that a person hands to the workbench: kept until they are read, then put on the record."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from fastapi import UploadFile

from onrecord.errors import UsageError
from onrecord.letters.model import Letter
from onrecord.letters.read import read_letter
from onrecord.record.add import AddReport, add_paths
from onrecord.record.pool import processors
from onrecord.record.reading import ENDINGS
from onrecord.record.record import Record
from onrecord.told import tell
from onrecord.web.jobs import Job

FOLDER = "arrivals"
_BYTES = 1 << 20
_LONGEST_NAME = 150


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Files kept for reading, and how many of a folder's files were of other kinds."""

    paths: tuple[Path, ...]
    passed_over: int = 0


def keep_uploads(record: Record, named: Sequence[UploadFile], in_folder: Sequence[UploadFile]) -> Arrivals:
    """Keep uploaded files beside the record; of a folder's files only those that may be documents.

    A file lies under the hash of its bytes, so the same file handed over again is known by its path.
    """
    wanted = [upload for upload in in_folder if _name(upload).lower().endswith(ENDINGS)]
    kept = [_keep(record.folder / FOLDER, upload) for upload in (*named, *wanted) if upload.filename]
    given = sum(bool(upload.filename) for upload in in_folder)
    return Arrivals(tuple(dict.fromkeys(kept)), given - len(wanted))


def read_upload(record: Record, upload: UploadFile) -> Letter:
    """The letter in an uploaded file of any form; the file does not stay. InputError where it cannot be read."""
    kept = keep_uploads(record, [upload], ()).paths[0]
    try:
        return read_letter(kept)
    finally:
        kept.unlink(missing_ok=True)
        kept.parent.rmdir()


def path_on_this_computer(words: str) -> Path:
    """The file or folder that a person named. UsageError, saying what to do, where there is none."""
    path = Path(words.strip().strip("\"'")).expanduser()
    try:
        found = path.is_absolute() and path.exists()
    except (OSError, ValueError):
        found = False
    if not found:
        raise UsageError(
            tell("There is no file or folder at %(words)s.", words=words.strip()),
            hint=tell("Give the whole path, as the file manager shows it."),
        )
    return path


def folder_on_this_computer(words: str) -> Path:
    """The folder that a person named. UsageError, saying what to do, where it is none."""
    path = path_on_this_computer(words)
    if not path.is_dir():
        raise UsageError(
            tell("%(path)s is no folder.", path=path),
            hint=tell("Name the folder into which the file shall go."),
        )
    return path


def put_on_record(record: Record, paths: Sequence[Path], job: Job) -> AddReport:
    """Read the files onto the record, and tell the job how far it is; what was kept for it goes."""
    job.tell(0, 0, "")
    try:
        return add_paths(record, paths, jobs=max(1, processors() - 1), on_progress=job.tell)
    finally:
        for path in paths:
            if path.parent.parent == record.folder / FOLDER:
                shutil.rmtree(path.parent, ignore_errors=True)


def _name(upload: UploadFile) -> str:
    """The file's own name, whatever path the browser sent before it."""
    given = PurePosixPath((upload.filename or "").replace("\\", "/")).name.replace("\0", "")
    stem, dot, ending = given.rpartition(".")
    short = f"{stem[:_LONGEST_NAME]}{dot}{ending[:10]}" if dot else given[:_LONGEST_NAME]
    return short if short not in {"", ".", ".."} else "file"


def _keep(folder: Path, upload: UploadFile) -> Path:
    digest = hashlib.sha256()
    while part := upload.file.read(_BYTES):
        digest.update(part)
    upload.file.seek(0)
    own = folder / digest.hexdigest()[:24]
    own.mkdir(parents=True, exist_ok=True)
    # A name of many Korean letters is longer in bytes than file systems allow.
    name = _name(upload)
    while len(os.fsencode(name)) > 2 * _LONGEST_NAME - 60:
        stem, dot, ending = name.rpartition(".")
        name = f"{stem[:-10]}{dot}{ending}"
    path = own / name
    with path.open("wb") as kept:
        shutil.copyfileobj(upload.file, kept, _BYTES)
    return path
