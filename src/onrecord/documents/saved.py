"""On which day a file was last saved, by what the file says of itself.

Documents that carry no date of their own (advance questions) are dated by it, as an inference: programs
write it, and a copy that was saved again tells the later day.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from datetime import date

from onrecord.documents import sniff

_MODIFIED = re.compile(rb"<dcterms:modified[^>]*>\s*(?P<day>\d{4}-\d{2}-\d{2})")
_PDF_DATE = re.compile(rb"/(?P<key>ModDate|CreationDate)\s*\(D:(?P<day>\d{8})")
_MOST_BYTES = 1 << 20
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
    NotImplementedError,
)


def saved_on(data: bytes, kind: str) -> str:
    """The day as ISO 8601, or "" where the file of this kind (see sniff.py) does not say it."""
    if kind == sniff.PDF:
        return _of_pdf(data)
    if kind in {sniff.DOCX, sniff.XLSX}:
        return _of_package(data)
    if kind == sniff.DOC:
        return _of_ole(data)
    return ""


def _of_pdf(data: bytes) -> str:
    days = {found["key"]: found["day"].decode() for found in _PDF_DATE.finditer(data)}
    day = days.get(b"ModDate") or days.get(b"CreationDate", "")
    return _checked(f"{day[:4]}-{day[4:6]}-{day[6:]}") if day else ""


def _of_package(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package, package.open("docProps/core.xml") as part:
            found = _MODIFIED.search(part.read(_MOST_BYTES))
    except _BROKEN:
        return ""
    return _checked(found["day"].decode()) if found else ""


def _of_ole(data: bytes) -> str:
    import olefile  # noqa: PLC0415 - only for files of that kind

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            saved = file.get_metadata().last_saved_time
    except (OSError, ValueError, TypeError, IndexError, AttributeError, OverflowError):
        return ""
    return saved.date().isoformat() if saved else ""


def _checked(day: str) -> str:
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        return ""
