"""The lock file beside a source: the words of each quotation as the author last saw them built."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.errors import InputError

VERSION = 1
LARGEST = 5_000_000
ENDING = ".lock.json"


@dataclass(frozen=True, slots=True)
class Locked:
    """A quotation's words and their SHA-256, as `sha256_of` gives it."""

    words: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Lock:
    """Quotations by their reference ("A/HRC/25/5, 186.241")."""

    quotations: Mapping[str, Locked] = field(default_factory=dict)

    def as_bytes(self) -> bytes:
        """The file's content; the same quotations give the same bytes."""
        told = {
            reference: {"sha256": one.sha256, "words": one.words}
            for reference, one in sorted(self.quotations.items())
        }
        words = {"version": VERSION, "quotations": told}
        return (json.dumps(words, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def sha256_of(words: str) -> str:
    """The SHA-256 of a quotation's words in UTF-8, hexadecimal."""
    return hashlib.sha256(words.encode("utf-8")).hexdigest()


def lock_path(source: Path) -> Path:
    """Where the lock of a source lies: "letter.lock.json" beside "letter.md"."""
    return source.with_name(source.stem + ENDING)


def read_lock(path: Path) -> Lock:
    """The lock in the file at `path`; an empty one where there is none.

    Raises InputError where the file is broken or somebody changed the words in it: then nobody can say
    what the author saw.
    """
    if not path.exists():
        return Lock()
    try:
        if path.stat().st_size > LARGEST:
            raise _broken(path, "it is too large")
        found = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise _broken(path, error.strerror or str(error)) from error
    except (ValueError, RecursionError) as error:
        raise _broken(path, "it is no JSON") from error
    if not isinstance(found, dict) or not isinstance(found.get("quotations"), dict):
        raise _broken(path, "it holds no quotations")
    if found.get("version") != VERSION:
        raise InputError(
            f"{path.name} was made by another version of On Record.",
            hint="Update On Record, and build again.",
        )
    return Lock({str(key): _locked(path, str(key), one) for key, one in found["quotations"].items()})


def _locked(path: Path, reference: str, one: Any) -> Locked:
    words, sha256 = (one.get("words"), one.get("sha256")) if isinstance(one, dict) else (None, None)
    if not isinstance(words, str) or sha256_of(words) != sha256:
        raise _broken(path, f"the words of {reference[:80]} are not those of their hash")
    return Locked(words, sha256)


def _broken(path: Path, why: str) -> InputError:
    return InputError(
        f"The lock file {path.name} cannot be used: {why}.",
        hint="Take it from your last copy, or delete it and look at every quotation again.",
    )
