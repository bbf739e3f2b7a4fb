"""Rows of an exported table by the names of their columns, and the doubts about them."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.documents.model import Document, Table
from onrecord.told import Told, tell

Columns = Mapping[str, tuple[str, ...]]
"""The headings, folded (see `folded`), under which each kind of column goes."""

ROWS_ABOVE_THE_HEADINGS = 10
"""An export may begin with its title and the filters that were set."""

MOST_ROWS_NAMED = 12
_BULLET = re.compile(r"^\s*[-\u2013\u2022*]\s+")


class Row(NamedTuple):
    """A row as it is cited and what stands in it.

    `place` is "row 1234", the headings counted as a spreadsheet counts them (JSON has none). `cells` are by
    column, HTML's entities resolved; `printed` is the row as it stands in the file, each cell after its
    heading. `surplus` are cells that stand under no heading.
    """

    place: str
    cells: Mapping[str, str]
    printed: str
    surplus: tuple[str, ...]


class _Sheet(NamedTuple):
    table: Table
    headings: Sequence[str]
    columns: dict[str, int]
    first: int


def folded(heading: str) -> str:
    """A heading's letters alone: "UPR Reccomending States" is "uprreccomendingstates"."""
    return "".join(letter for letter in heading.casefold() if letter.isalpha())


def has_columns(document: Document, columns: Columns, needed: Sequence[str]) -> bool:
    """Whether one of the document's tables has a row of headings with each of the needed columns."""
    return bool(_sheets(document, columns, needed))


def rows_of(document: Document, columns: Columns, needed: Sequence[str], doubts: RowDoubts) -> Iterator[Row]:
    """The rows below the headings, in order; empty ones are passed over.

    A row that is the same as one before in every cell is told as a doubt and not given again.
    """
    sheets = _sheets(document, columns, needed)
    for sheet in sheets:
        named = f"{sheet.table.heading or 'table'}, " if len(sheets) > 1 else ""
        begins = 0 if document.format == "json" else 1
        seen: dict[bytes, int] = {}
        for number, cells in enumerate(sheet.table.rows, begins):
            if number < sheet.first + begins or not any(cell.strip() for cell in cells):
                continue
            place = f"{named}row {number}"
            before = seen.setdefault(_mark(cells), number)
            if before != number:
                same = _row_named(f"{named}row {before}")
                doubts.note(tell("the same as %(row)s in every cell, kept once", row=same), place)
                continue
            yield _row(place, cells, sheet)


def values_in(cell: str, separator: str = "") -> tuple[str, ...]:
    """The values of a cell, each once: one a line with "- " before it, or parted by `separator`."""
    parts = cell.split("\n")
    if separator and len(parts) == 1:
        parts = cell.split(separator)
    return tuple(dict.fromkeys(value for part in parts if (value := _BULLET.sub("", part).strip(" \t-"))))


@dataclass
class RowDoubts:
    """Doubts about rows; those of one wording are told together, with the file and the rows."""

    file: str
    found: dict[Told, list[str]] = field(default_factory=dict)

    def note(self, what: Told, place: str) -> None:
        """Note a doubt about the row at `place`."""
        self.found.setdefault(what, []).append(place)

    def told(self) -> tuple[Told, ...]:
        """The doubts in words: "export.csv, row 7: no session"."""
        return tuple(
            tell("%(file)s, %(rows)s: %(what)s.", file=self.file, rows=_listed(places), what=what)
            for what, places in self.found.items()
        )


def _sheets(document: Document, columns: Columns, needed: Sequence[str]) -> list[_Sheet]:
    found = []
    for table in document.tables:
        for at, row in enumerate(table.rows[:ROWS_ABOVE_THE_HEADINGS]):
            by_heading = {folded(cell): place for place, cell in reversed(list(enumerate(row)))}
            known = {
                name: by_heading[heading]
                for name, headings in columns.items()
                for heading in reversed(headings)
                if heading in by_heading
            }
            if all(name in known for name in needed):
                found.append(_Sheet(table, row, known, at + 1))
                break
    return found


def _mark(cells: Sequence[str]) -> bytes:
    """A row's hash: rows are told apart by it, for a bulk export cannot be held whole beside itself."""
    return hashlib.blake2b("\0".join(cells).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _row(place: str, cells: Sequence[str], sheet: _Sheet) -> Row:
    printed = "\n".join(
        f"{heading.strip()}: {cell}"
        for heading, cell in zip(sheet.headings, cells, strict=False)
        if cell.strip()
    )
    surplus = tuple(
        cell for at, cell in enumerate(cells) if cell.strip() and not _heading_of(at, sheet.headings)
    )
    return Row(place, {name: _clean(cells[at]) for name, at in sheet.columns.items()}, printed, surplus)


def _heading_of(at: int, headings: Sequence[str]) -> str:
    return headings[at].strip() if at < len(headings) else ""


def _clean(cell: str) -> str:
    return (html.unescape(cell) if "&" in cell else cell).strip()


def _listed(places: Sequence[str]) -> Told:
    """The rows that a doubt is about: "row 3", "rows 3, 5 and 8", "rows 3, 5, ... and 40 more"."""
    if len(places) == 1:
        return _row_named(places[0])
    numbers = [place.removeprefix("row ") for place in places[:MOST_ROWS_NAMED]]
    more = len(places) - len(numbers)
    if more:
        return tell("rows %(numbers)s and %(more)s more", numbers=", ".join(numbers), more=more)
    return tell("rows %(numbers)s and %(last)s", numbers=", ".join(numbers[:-1]), last=numbers[-1])


def _row_named(place: str) -> Told:
    """A row's place as a message: "row 7", "Recommendations, row 7"."""
    table, _, number = place.rpartition("row ")
    if table:
        return tell("%(table)s, row %(number)s", table=table.removesuffix(", "), number=number)
    return tell("row %(number)s", number=number)
