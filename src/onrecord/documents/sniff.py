"""What a file's bytes are, whatever its name says."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections import Counter

from onrecord.told import tell

PDF, TEXT, CSV, HTML, RTF = "pdf", "text", "csv", "html", "rtf"
DOCX, DOC, XLSX, JSON = "docx", "doc", "xlsx", "json"

_FOREIGN = (
    (b"\x89PNG", tell("a picture (PNG)")),
    (b"\xff\xd8\xff", tell("a picture (JPEG)")),
    (b"GIF8", tell("a picture (GIF)")),
    (b"II*\x00", tell("a picture (TIFF)")),
    (b"MM\x00*", tell("a picture (TIFF)")),
    (b"\x1f\x8b", tell("a compressed file (gzip)")),
    (b"7z\xbc\xaf", tell("a compressed file (7z)")),
    (b"Rar!", tell("a compressed file (RAR)")),
    (b"PAR1", tell("a Parquet table")),
    (b"SQLite format 3", tell("an SQLite database")),
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|p|div|table|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_MHTML = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,12}?MIME-Version:\s*1\.0", re.IGNORECASE)
_JSON = re.compile(rb'\s*(?:\{\s*(?:"|\})|\[\s*(?:[\[{]|"[^"]{0,200}"\s*[,\]]|-?[\d.]+\s*,))')
_OPENINGS = (
    (RTF, re.compile(rb"\s*\{\\rtf")),
    (HTML, _HTML),
    (tell("an XML file"), re.compile(rb"\s*<\?xml")),
    (tell("a web archive (MHTML)"), _MHTML),
    (JSON, _JSON),
)
_OLE_NAMES = (
    ("WordDocument", DOC),
    ("EncryptedPackage", tell("a file locked with a password")),
    ("Workbook", tell("an Excel file of the older kind (XLS)")),
    ("Book", tell("an Excel file of the older kind (XLS)")),
    ("PowerPoint Document", tell("a PowerPoint file of the older kind (PPT)")),
    ("__properties_version1.0", tell("a message from Outlook (MSG)")),
)
_ZIP_PARTS = (
    ("word/", DOCX),
    ("xl/", XLSX),
    ("ppt/", tell("a PowerPoint file (PPTX)")),
    ("META-INF/container.xml", tell("an electronic book (EPUB)")),
    ("content.xml", tell("an OpenDocument file (ODT or ODS)")),
)

SAMPLE_ROWS = 20
"""How many rows are looked at to tell a table from text."""


def kind_of(data: bytes) -> str:
    """What the bytes are: one of this module's names, or words for what On Record does not read.

    Words for others have a space in them ("a picture (PNG)"); the names have none. What has no mark
    of its own is TEXT, or CSV where its first rows have the same number of cells.
    """
    if data.startswith(OLE):
        return _inside_ole(data)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _inside_zip(data)
    if b"%PDF-" in data[:1024]:
        return PDF
    marked = next((what for start, what in _FOREIGN if data.startswith(start)), "")
    return marked or _written(data)


def _written(data: bytes) -> str:
    """Which kind of text the bytes are."""
    head = _as_ascii(data[:4096])
    for kind, opening in _OPENINGS:
        if opening.match(head):
            return kind
    return CSV if delimiter_of(_sample(data)) else TEXT


def _as_ascii(head: bytes) -> bytes:
    """The head of a file with its byte order mark gone, and UTF-16 brought down to single bytes."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[2:].replace(b"\x00", b"")
    return head.removeprefix(b"\xef\xbb\xbf")


def _inside_ole(data: bytes) -> str:
    """Which program's file a compound file is, by the names of its streams in UTF-16."""
    for name, kind in _OLE_NAMES:
        if name.encode("utf-16-le") + b"\x00\x00" in data:
            return kind
    return tell("a compound file (OLE) of an unknown program")


def _inside_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            names = container.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, OverflowError):
        return tell("a broken ZIP container")
    for start, kind in _ZIP_PARTS:
        if any(name.replace("\\", "/").startswith(start) for name in names):
            return kind
    return tell("a ZIP container without a document that On Record reads")


def _sample(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data[:65536].decode("utf-16", errors="replace")
    return data[:65536].decode("latin-1").removeprefix("ï»¿")


def delimiter_of(sample: str) -> str:
    """The character that parts a table's cells ("," ";" or tab), or "" where the text is no table.

    A table has, in its first rows, at least three cells a row (two where tabs part them) and the same
    number in each; no prose has so many rows with equally many commas.
    """
    lines = sample.replace("\r\n", "\n").replace("\r", "\n")
    for delimiter in ("\t", ";", ","):
        if lines.count(delimiter) < 2:
            continue
        widths = _widths(lines, delimiter)
        fewest = 2 if delimiter == "\t" else 3
        if len(widths) < 2:
            continue
        width, times = Counter(widths).most_common(1)[0]
        if width >= fewest and widths[0] == width and times >= 0.9 * len(widths):
            return delimiter
    return ""


def _widths(lines: str, delimiter: str) -> list[int]:
    """How many cells each of the first rows has; the last row of the sample may be cut and is left out.

    [] where most cells begin with a space: those are the commas of sentences.
    """
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(lines), delimiter=delimiter):
            if row:
                rows.append(row)
            if len(rows) > SAMPLE_ROWS:
                break
    except csv.Error:
        return []
    rows = rows[:-1] if len(rows) > 2 else rows
    later = [cell for row in rows for cell in row[1:]]
    if 2 * sum(cell.startswith(" ") for cell in later) > len(later):
        return []
    return [len(row) for row in rows]
