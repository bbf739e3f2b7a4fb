"""XLSX to a Document of tables, a table a sheet; the values that Excel last showed, formulas aside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from lxml import etree

from onrecord.documents.model import Document, MergedCells, Problem, Table
from onrecord.documents.package import Package
from onrecord.documents.packed import packed
from onrecord.documents.passages import seen
from onrecord.documents.sheets import MAX_CELLS, tables_alone
from onrecord.errors import UnreadableDocument
from onrecord.told import tell

MAX_SHEETS = 200
MAX_WIDTH = 16_384
"""No sheet of Excel has more columns."""

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_BUILT_IN_DATES = frozenset((*range(14, 23), 45, 46, 47))
_DATE_FORMAT = re.compile(r"[ymdhs]", re.IGNORECASE)
_NO_FORMAT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - Excel's dates have no zone
_EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
_LAST_DAY = 2_958_465


def read_xlsx(data: bytes, name: str) -> Document:
    """Read a spreadsheet: every visible sheet as a table under its name; dates in ISO 8601.

    Hidden sheets are left out and a Problem says so. Raises UnreadableDocument where the file is broken,
    beyond the bounds, or holds no words.
    """
    package = Package(data, name)
    path = package.main_part("xl/workbook.xml")
    book = package.xml(path)
    relations = package.relations(path)
    kinds = {relation.kind: relation.path for relation in relations.values()}
    settings = book.find(f"{_S}workbookPr")
    reader = _Reader(
        name,
        _shared(package, kinds.get("sharedStrings", "")),
        _date_styles(package, kinds.get("styles", "")),
        _EPOCH_1904 if settings is not None and settings.get("date1904") in {"1", "true"} else _EPOCH,
    )
    problems: list[Problem] = []
    sheets: list[tuple[str, Sequence[tuple[str, ...]]]] = []
    merged: list[tuple[MergedCells, ...]] = []
    for sheet in list(book.iter(f"{_S}sheet"))[:MAX_SHEETS]:
        relation = relations.get(sheet.get(f"{_R}id", ""))
        if relation is None or relation.kind != "worksheet" or not package.has(relation.path):
            continue
        if sheet.get("state") in {"hidden", "veryHidden"}:
            problems.append(
                Problem(tell('The hidden sheet "%(name)s" was left out.', name=sheet.get("name", "")))
            )
            continue
        merges: list[MergedCells] = []
        rows = packed(reader.rows(package.elements(relation.path, "row", "mergeCell"), merges))
        sheets.append((seen(sheet.get("name", "")), rows))
        merged.append(tuple(merges))
    document = tables_alone(sheets, data, name, "xlsx", problems)
    tables = tuple(
        Table(table.rows, heading=table.heading, merged=cells)
        for table, cells in zip(document.tables, merged, strict=True)
    )
    return replace(document, tables=tables)


class _Reader:
    """Reads sheets; knows the strings, the formats that are dates, and the first day."""

    def __init__(self, name: str, shared: list[bytes], dates: frozenset[int], epoch: datetime) -> None:
        self._name, self._shared, self._dates, self._epoch = name, shared, dates, epoch
        self._cells = 0

    def rows(
        self, elements: Iterator[etree._Element], merges: list[MergedCells]
    ) -> Iterator[tuple[str, ...]]:
        """The rows of a sheet, empty ones between others included; `merges` takes in what is merged."""
        count = 0
        for element in elements:
            if element.tag.endswith("mergeCell"):
                merges.extend(_merged(element))
                continue
            number = _whole(element.get("r"), count + 1)
            self._count(max(0, number - 1 - count))
            yield from ((),) * (number - 1 - count)
            count = max(count, number - 1) + 1
            cells: list[str] = []
            for cell in element.iterchildren("{*}c"):
                column = _column(cell.get("r", ""), len(cells))
                self._count(max(1, column + 1 - len(cells)))
                cells += [""] * (column - len(cells))
                cells.append(self._value(cell))
            yield tuple(cells)

    def _count(self, more: int) -> None:
        self._cells += more
        if self._cells > MAX_CELLS:
            raise UnreadableDocument(
                tell(
                    "%(name)s: a sheet of more than %(most)s cells.",
                    name=self._name,
                    most=f"{MAX_CELLS:,}",
                ),
                hint=tell("Split the file."),
            )

    def _value(self, cell: etree._Element) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return _words(cell.find("{*}is"))
        held = cell.findtext("{*}v") or ""
        if kind == "s":
            place = _whole(held, -1)
            return self._shared[place].decode("utf-8") if 0 <= place < len(self._shared) else ""
        if kind == "b":
            return "TRUE" if held == "1" else "FALSE"
        if kind == "n" and _whole(cell.get("s"), 0) in self._dates:
            return self._date(held)
        return seen(held)

    def _date(self, held: str) -> str:
        try:
            days = float(held)
        except ValueError:
            return held
        if not 0 <= days <= _LAST_DAY:
            return held
        moment = self._epoch + timedelta(seconds=round(days * 86_400))
        if days < 1:
            return moment.strftime("%H:%M:%S")
        return moment.date().isoformat() if days.is_integer() else moment.isoformat(sep=" ")


def _words(element: etree._Element | None) -> str:
    """The words of a string, without the readings that stand over East Asian ones."""
    if element is None:
        return ""
    return "".join(
        seen(text.text or "")
        for text in element.iter("{*}t")
        if (parent := text.getparent()) is None or not parent.tag.endswith("}rPh")
    )


def _shared(package: Package, path: str) -> list[bytes]:
    """The strings that cells share, in UTF-8: an export has some hundred thousand."""
    if not path or not package.has(path):
        return []
    return [_words(item).encode("utf-8", "replace") for item in package.elements(path, "si")]


def _date_styles(package: Package, path: str) -> frozenset[int]:
    """The cell formats that show a number as a date or time."""
    if not path or not package.has(path):
        return frozenset()
    root = package.xml(path)
    own = {
        _whole(item.get("numFmtId"), -1): _NO_FORMAT.sub("", item.get("formatCode", ""))
        for item in root.iter(f"{_S}numFmt")
    }
    dates = {number for number, code in own.items() if _DATE_FORMAT.search(code)} | (
        _BUILT_IN_DATES - own.keys()
    )
    formats = root.find(f"{_S}cellXfs")
    held = formats.iterchildren(f"{_S}xf") if formats is not None else ()
    return frozenset(place for place, item in enumerate(held) if _whole(item.get("numFmtId"), 0) in dates)


def _merged(element: etree._Element) -> Iterator[MergedCells]:
    first, _, last = element.get("ref", "").partition(":")
    begin, end = _PLACE.fullmatch(first), _PLACE.fullmatch(last)
    if begin and end:
        row, column = int(begin[2]) - 1, _column(first, 0)
        yield MergedCells(row, column, int(end[2]) - row, _column(last, 0) + 1 - column)


def _column(place: str, otherwise: int) -> int:
    """The column of a place such as "AB12", from 0."""
    found = _PLACE.fullmatch(place)
    if found is None:
        return otherwise
    number = 0
    for letter in found[1]:
        number = 26 * number + ord(letter) - 64
    return min(number, MAX_WIDTH) - 1


def _whole(text: str | None, otherwise: int) -> int:
    try:
        return min(int(text), 1 << 31) if text else otherwise
    except ValueError:
        return otherwise
