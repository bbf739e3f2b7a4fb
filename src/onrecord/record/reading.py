"""Reading one file whole: the work that `add` and `read` give to other processes."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import onrecord
from onrecord.documents.model import Document
from onrecord.errors import UnknownDocument, UnreadableDocument
from onrecord.mechanisms.model import Reading
from onrecord.told import tell

ENDINGS = (".pdf", ".txt", ".docx", ".doc", ".rtf", ".html", ".htm", ".xlsx", ".csv", ".json")
"""What is looked for in a folder; a file that is named itself may have any ending."""

_PACKAGES_THAT_READ = ("un", "documents", "mechanisms")
_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one file, so that no file can stop or swallow the rest. 0 for none."""

    file_bytes: int = 400 * _MEGABYTE
    pages: int = 3000
    seconds: float = 120.0
    memory_bytes: int = 3000 * _MEGABYTE

    def seconds_for(self, path: Path) -> float:
        """How long this file may take: `seconds`, and as much again for each 10 MB; infinity for no bound.

        A report has one or two megabytes; an export of some hundred thousand rows takes its time.
        """
        if not self.seconds:
            return math.inf
        try:
            size = path.stat().st_size
        except OSError:
            size = 0
        return self.seconds * (1 + size // (10 * _MEGABYTE))


class Source(NamedTuple):
    """A file to read, and the name it goes by (an original is kept under another)."""

    path: Path
    name: str


def read_file(source: Source, limits: Limits) -> tuple[Document, Reading]:
    """A file as a document and its entries.

    UnreadableDocument where it is broken, empty or beyond the limits; UnknownDocument where it is no
    kind of document that On Record knows; OSError where the system does not hand it out.
    """
    # Late, so that the process that only writes does not load the PDF library.
    from onrecord.documents.read import read_document  # noqa: PLC0415
    from onrecord.mechanisms.detect import read_entries  # noqa: PLC0415

    check_file(source, limits)
    name = source.name
    document = read_document(Path(name), source.path.read_bytes())
    if limits.pages and document.pages > limits.pages:
        raise UnreadableDocument(
            tell(
                "%(name)s: %(pages)s pages, more than the %(pages2)s that are read.",
                name=name,
                pages=document.pages,
                pages2=limits.pages,
            )
        )
    reading = read_entries(document)
    if reading.kind == "unknown":
        raise UnknownDocument(
            tell("%(name)s: can be read, but is no UN document that On Record knows.", name=name),
            hint=tell("Nothing on its first page says that it is a document of the United Nations."),
        )
    return document, reading


def check_file(source: Source, limits: Limits) -> None:
    """UnreadableDocument for what is no file, or larger than the limit; the file itself is not opened."""
    if not source.path.is_file():
        what = (
            tell("%(path)s: is no file.", path=source.path)
            if source.path.exists()
            else tell("%(path)s: there is no such file or folder.", path=source.path)
        )
        raise UnreadableDocument(what, hint=tell("Check the name."))
    size = source.path.stat().st_size
    if limits.file_bytes and size > limits.file_bytes:
        most = limits.file_bytes / _MEGABYTE
        raise UnreadableDocument(
            tell(
                "%(name)s: %(value)s MB, more than the %(most)s MB that are read.",
                name=source.name,
                value=f"{size / _MEGABYTE:,.0f}",
                most=f"{most:,.0f}",
            ),
            hint=tell("Split the file and read the parts."),
        )


@cache
def reader_version() -> str:
    """The program's version and a mark of the very code and data that read documents.

    A document is read again when what reads it has changed, and only then.
    """
    digest = hashlib.sha256()
    top = Path(onrecord.__file__).parent
    for package in _PACKAGES_THAT_READ:
        for file in sorted((top / package).rglob("*")):
            if file.suffix in {".py", ".csv"}:
                digest.update(file.name.encode() + file.read_bytes())
    return f"{onrecord.__version__}+{digest.hexdigest()[:12]}"
