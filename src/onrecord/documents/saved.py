"""On which day a file was last saved, by what the file says of itself.

Documents that carry no date of their own (advance questions) are dated by it, as an inference: programs
write it, and a copy that was saved again tells the later day.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from datetime import UTC, date, datetime, timedelta

from onrecord.documents import sniff

_MODIFIED = re.compile(rb"<dcterms:modified[^>]*>\s*(?P<day>\d{4}-\d{2}-\d{2})")
_PDF_DATE = re.compile(rb"/(?P<key>ModDate|CreationDate)\s*\(D:(?P<day>\d{8})")
_MOST_BYTES = 1 << 20
_MOST_PROPERTIES, _LAST_SAVED, _FILETIME = 200, 13, 0x40
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
            summary = file.openstream("\x05SummaryInformation").read()
        return _last_saved(summary)
    except (OSError, ValueError, TypeError, IndexError, AttributeError, OverflowError, struct.error):
        return ""


def _last_saved(summary: bytes) -> str:
    """The day in a property set ([MS-OLEPS]); olefile's own reader of them hangs on broken ones."""
    section = struct.unpack_from("<I", summary, 44)[0]
    count = struct.unpack_from("<I", summary, section + 4)[0]
    for place in range(min(count, _MOST_PROPERTIES)):
        key, offset = struct.unpack_from("<II", summary, section + 8 + 8 * place)
        if key == _LAST_SAVED:
            kind, ticks = struct.unpack_from("<IQ", summary, section + offset)
            saved = datetime(1601, 1, 1, tzinfo=UTC) + timedelta(microseconds=ticks // 10)
            return saved.date().isoformat() if kind == _FILETIME and ticks else ""
    return ""


def _checked(day: str) -> str:
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        return ""
