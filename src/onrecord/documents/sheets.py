"""XLSX and CSV to Documents that are tables alone, a table a sheet; they have no paragraphs and no pages."""

from __future__ import annotations

import csv
import hashlib
import html
import io
import re

from onrecord.documents.language import language_of
from onrecord.documents.model import Document, Problem, Table
from onrecord.documents.sniff import delimiter_of
from onrecord.errors import UnreadableDocument

MAX_ROWS = 1_048_576
"""No spreadsheet has more rows."""

MAX_CELL = 200_000
"""More characters than this in one cell are no cell that somebody filled."""

MAX_CELLS = 5_000_000
"""More cells than this in one file are not read."""

_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z]{2,8}\d?);")


def read_csv(data: bytes, name: str) -> Document:
    """Read a table of text whose cells are parted by commas, semicolons or tabs.

    Any line ends (CR alone too) and any of UTF-8, UTF-16, Mac Roman and Windows-1252 are read; HTML's
    entities in cells ("&#40;") become their characters. What was inferred stands in the problems.
    """
    text, coding = decoded_csv(data)
    delimiter = delimiter_of(text[:65536]) or ","
    entities = 0
    rows: list[tuple[str, ...]] = []
    csv.field_size_limit(MAX_CELL)
    try:
        for row in csv.reader(io.StringIO(_lines(text)), delimiter=delimiter):
            if row:
                entities += sum("&" in cell and _ENTITY.search(cell) is not None for cell in row)
                rows.append(tuple(_plain(cell) for cell in row))
            if len(rows) > MAX_ROWS:
                raise UnreadableDocument(f"{name}: more than {MAX_ROWS:,} rows.", hint="Split the file.")
    except csv.Error as problem:
        raise UnreadableDocument(
            f"{name}: a table (CSV) that is broken at row {len(rows) + 1} ({problem}).",
            hint="Fetch it again.",
        ) from problem
    problems = [Problem(f"Not UTF-8; read as {coding}.")] if coding not in {"UTF-8", "UTF-16"} else []
    if entities:
        problems.append(Problem(f"{entities} cells held HTML's entities; they are read as characters."))
    return tables_alone([("", rows)], data, name, "csv", problems)


def tables_alone(
    sheets: list[tuple[str, list[tuple[str, ...]]]],
    data: bytes,
    name: str,
    kind: str,
    problems: list[Problem],
) -> Document:
    """A document of tables, each with its name; rows shorter than the widest are filled with ""."""
    tables = []
    for sheet, rows in sheets:
        width = max(map(len, rows), default=0)
        if width * len(rows) > MAX_CELLS:
            raise UnreadableDocument(
                f"{name}: a table of {width * len(rows):,} cells, more than the {MAX_CELLS:,} that are read.",
                hint="Split the file and read the parts.",
            )
        uneven = sum(len(row) != width for row in rows)
        if uneven and kind == "csv":
            problems.append(Problem(f"{uneven} rows have fewer cells than the widest; they end empty."))
        tables.append(Table(tuple(row + ("",) * (width - len(row)) for row in rows), heading=sheet))
    if not any(cell for table in tables for row in table.rows for cell in row):
        raise UnreadableDocument(f"{name}: a spreadsheet without any words.", hint="Open it and look.")
    words = " ".join(cell for table in tables for row in table.rows[:60] for cell in row)
    return Document(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        format=kind,
        pages=1,
        paragraphs=(),
        language=language_of(words),
        problems=tuple(problems),
        tables=tuple(tables),
    )


def decoded_csv(data: bytes) -> tuple[str, str]:
    """(the text, the name of its encoding): UTF-8, UTF-16 by its mark, else Mac Roman or Windows-1252.

    Mac Roman where lines end with CR alone, as the Macs that used it wrote.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), "UTF-16"
    try:
        return data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        pass
    if b"\n" not in data and b"\r" in data:
        return data.decode("mac_roman"), "Mac Roman"
    return data.decode("cp1252", errors="replace"), "Windows-1252"


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def _plain(cell: str) -> str:
    return html.unescape(cell) if "&" in cell else cell
