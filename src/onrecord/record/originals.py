"""The files themselves, kept under their SHA-256 and never altered."""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from pathlib import Path

from onrecord.errors import RecordError
from onrecord.told import tell

_CHUNK = 1 << 20
_STALE_AFTER = 3600.0


def hash_file(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal. OSError where it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Originals:
    """The folder of originals: `ab/cdef….pdf` holds the file whose SHA-256 is "abcdef…"."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha256: str, ending: str) -> Path:
        """Where the original with this hash stands, or would stand."""
        return self.folder / sha256[:2] / f"{sha256[2:]}{ending}"

    def keep(self, source: Path, sha256: str, ending: str) -> Path:
        """Copy a file in, unless it is there; return its place.

        The copy is written under another name, forced to disk and only then given its own name, so
        that a name always stands for whole bytes. RecordError where the bytes are no longer those
        that were read; OSError where the disk is full or cannot be written.
        """
        target = self.path(sha256, ending)
        if target.exists() and target.stat().st_size == source.stat().st_size:
            return target
        return self._put(source, sha256, target)

    def mend(self, source: Path, sha256: str, ending: str) -> bool:
        """Put an original back that is missing or was altered, from a file with its bytes; whether it was needed.

        Errors as in `keep`.
        """
        target = self.path(sha256, ending)
        if self.is_whole(target, sha256):
            return False
        self._put(source, sha256, target)
        return True

    def _put(self, source: Path, sha256: str, target: Path) -> Path:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".coming-", suffix=target.suffix)
        coming = Path(name)
        try:
            with os.fdopen(handle, "wb") as copy:
                if _copy(source, copy.fileno()) != sha256:
                    raise RecordError(
                        tell("%(source)s was changed while it was being read.", source=source),
                        hint=tell("Add it again."),
                    )
                coming.chmod(0o444)
                os.fsync(copy.fileno())
            coming.replace(target)
        finally:
            coming.unlink(missing_ok=True)
        _settle(target.parent)
        return target

    def is_whole(self, path: Path, sha256: str) -> bool:
        """Whether the original is there and its bytes are still those of its hash."""
        return path.is_file() and hash_file(path) == sha256

    def sweep(self) -> None:
        """Remove half-written copies that a killed `add` left behind, but none that may still be coming."""
        for left in self.folder.glob("*/.coming-*"):
            if time.time() - left.stat().st_mtime > _STALE_AFTER:
                left.unlink(missing_ok=True)


def _copy(source: Path, target: int) -> str:
    """Copy a file's bytes to an open descriptor; return the SHA-256 of what was copied."""
    digest = hashlib.sha256()
    with source.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            rest = memoryview(chunk)
            while rest:
                rest = rest[os.write(target, rest) :]
    return digest.hexdigest()


def _settle(folder: Path) -> None:
    """Force a folder's names to disk where the system allows it (Windows does not open folders)."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
