"""XLSX and CSV to Documents that are tables alone, a table a sheet; they have no paragraphs and no pages."""

from __future__ import annotations

import codecs
import csv
import hashlib
import html
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.documents.language import language_of
from onrecord.documents.model import Document, Problem, Table
from onrecord.documents.packed import packed
from onrecord.documents.sniff import delimiter_of
from onrecord.errors import UnreadableDocument
from onrecord.told import tell

MAX_ROWS = 1_048_576
"""No spreadsheet has more rows."""

MAX_CELL = 200_000
"""More characters than this in one cell are no cell that somebody filled."""

MAX_CELLS = 5_000_000
"""More cells than this in one file are not read."""

_CODECS = {"UTF-8": "utf-8-sig", "UTF-16": "utf-16", "Mac Roman": "mac_roman", "Windows-1252": "cp1252"}
_SAMPLE = 65_536
_STRETCH = 1 << 20

_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z]{2,8}\d?);")


def read_csv(data: bytes, name: str) -> Document:
    """Read a table of text whose cells are parted by commas, semicolons or tabs.

    Any line ends (CR alone too) and any of UTF-8, UTF-16, Mac Roman and Windows-1252 are read; HTML's
    entities in cells ("&#40;") become their characters. What was inferred stands in the problems.
    """
    coding = coding_of(data)
    reader = _CsvReader(data, coding, name)
    rows = packed(reader.rows())
    problems = (
        [Problem(tell("Not UTF-8; read as %(coding)s.", coding=coding))]
        if coding not in {"UTF-8", "UTF-16"}
        else []
    )
    if reader.entities:
        problems.append(
            Problem(
                tell(
                    "%(cells)s cells held HTML's entities; they are read as characters.",
                    cells=reader.entities,
                )
            )
        )
    return tables_alone([("", rows)], data, name, "csv", problems)


class _CsvReader:
    """Goes through a table once, row by row, without ever having its text whole; counts HTML's entities."""

    def __init__(self, data: bytes, coding: str, name: str) -> None:
        self._data, self._name = data, name
        self._codec = _CODECS[coding]
        self.entities = 0

    def rows(self) -> Iterator[tuple[str, ...]]:
        """The rows that have cells. UnreadableDocument where the table is broken or beyond the bounds."""
        csv.field_size_limit(MAX_CELL)
        sample = self._text().read(_SAMPLE)
        number = cells = 0
        try:
            for row in csv.reader(self._lines(), delimiter=delimiter_of(sample) or ","):
                if not row:
                    continue
                number, cells = number + 1, cells + len(row)
                check_size(self._name, number, cells)
                self.entities += sum("&" in cell and _ENTITY.search(cell) is not None for cell in row)
                yield tuple(_plain(cell) for cell in row)
        except csv.Error as problem:
            raise UnreadableDocument(
                tell(
                    "%(name)s: a table (CSV) that is broken at row %(value)s (%(problem)s).",
                    name=self._name,
                    value=number + 1,
                    problem=problem,
                ),
                hint=tell("Fetch it again."),
            ) from problem

    def _text(self) -> io.TextIOWrapper:
        """The text, whose line ends of any kind come as line feeds."""
        return io.TextIOWrapper(io.BytesIO(self._data), self._codec, errors="replace", newline=None)

    def _lines(self) -> Iterator[str]:
        for line in self._text():
            yield line.replace("\0", "") if "\0" in line else line


def check_size(name: str, rows: int, cells: int) -> None:
    """UnreadableDocument where a table of so many rows and cells is more than is read."""
    if rows > MAX_ROWS:
        raise UnreadableDocument(
            tell("%(name)s: more than %(most)s rows.", name=name, most=f"{MAX_ROWS:,}"),
            hint=tell("Split the file."),
        )
    if cells > MAX_CELLS:
        raise UnreadableDocument(
            tell(
                "%(name)s: a table of more than %(most)s cells, which is more than is read.",
                name=name,
                most=f"{MAX_CELLS:,}",
            ),
            hint=tell("Split the file and read the parts."),
        )


def tables_alone(
    sheets: Sequence[tuple[str, Sequence[tuple[str, ...]]]],
    data: bytes,
    name: str,
    kind: str,
    problems: list[Problem],
) -> Document:
    """A document of tables, each with its name; rows shorter than the widest are filled with ""."""
    tables = []
    for sheet, rows in sheets:
        widths = Counter(map(len, rows))
        width = max(widths, default=0)
        check_size(name, len(rows), width * len(rows))
        uneven = len(rows) - widths[width]
        if uneven and kind == "csv":
            problems.append(
                Problem(tell("%(rows)s rows have fewer cells than the widest; they end empty.", rows=uneven))
            )
        filled = packed(row + ("",) * (width - len(row)) for row in rows) if uneven else rows
        tables.append(Table(filled, heading=sheet))
    if not any(cell for table in tables for row in table.rows for cell in row):
        raise UnreadableDocument(
            tell("%(name)s: a spreadsheet without any words.", name=name), hint=tell("Open it and look.")
        )
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


def coding_of(data: bytes) -> str:
    """The name of a text's encoding: UTF-8, UTF-16 by its mark, else Mac Roman or Windows-1252.

    Mac Roman where lines end with CR alone, as the Macs that used it wrote.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), _STRETCH):
            decoder.decode(data[start : start + _STRETCH], final=start + _STRETCH >= len(data))
    except UnicodeDecodeError:
        return "Mac Roman" if b"\n" not in data and b"\r" in data else "Windows-1252"
    return "UTF-8"


def _plain(cell: str) -> str:
    return html.unescape(cell) if "&" in cell else cell
