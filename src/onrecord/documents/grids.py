"""Cells with their spans to the grid of a table."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.documents.model import MergedCells
from onrecord.documents.ordering import shown
from onrecord.documents.passages import MAX_COLUMNS, Grid, Passage, spaced
from onrecord.errors import UnreadableDocument
from onrecord.told import tell

MAX_CELLS = 2_000_000
"""More cells than this are no table that somebody made."""


class GridMaker:
    """Takes the cells of a table row by row; `name` is the file's, for UnreadableDocument."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._cells = 0
        self._rows: list[list[str]] = []
        self._merged: dict[tuple[int, int], MergedCells] = {}
        self._open: dict[int, tuple[int, int]] = {}
        self._fixed: dict[int, int] = {}

    def row(self, skipped: int = 0) -> None:
        """Begin a row whose first `skipped` columns are empty."""
        self._rows.append([""] * skipped)

    def cell(
        self,
        text: str,
        *,
        columns: int = 1,
        rows: int = 1,
        goes_down: bool = False,
        goes_right: bool = False,
    ) -> None:
        """Take the next cell of the row.

        It is `columns` wide and, where the format says so beforehand (HTML), `rows` high; `goes_down`
        and `goes_right` say that it is the rest of the cell above it or before it (Word).
        """
        row, number = self._rows[-1], len(self._rows) - 1
        self._fill(row, number)
        column = len(row)
        columns = max(1, min(columns, MAX_COLUMNS - column)) if column < MAX_COLUMNS else 1
        if goes_right and row:
            self._widen(number, column - 1)
        elif goes_down and column in self._open:
            self._deepen(number, column)
        else:
            self._open[column] = (number, column)
            if columns > 1 or rows > 1:
                self._merged[number, column] = MergedCells(number, column, rows, columns)
        row += [text, *[""] * (columns - 1)]
        self._cells += columns
        if self._cells > MAX_CELLS:
            raise UnreadableDocument(
                tell(
                    "%(name)s: a table of more than %(most)s cells.",
                    name=self._name,
                    most=f"{MAX_CELLS:,}",
                ),
                hint=tell("The file is not a document that somebody wrote; look at it before reading it."),
            )
        if rows > 1:
            for place in range(column, column + columns):
                self._fixed[place] = number + rows

    def grid(self) -> Grid:
        """The table."""
        merged = [
            merge._replace(rows=min(merge.rows, len(self._rows) - merge.row))
            for merge in self._merged.values()
        ]
        return Grid(list(self._rows), sorted(merged))

    def _fill(self, row: list[str], number: int) -> None:
        """Step over columns that a cell of a row above reaches down into."""
        while self._fixed.get(len(row), 0) > number and len(row) < MAX_COLUMNS:
            row.append("")

    def _widen(self, number: int, column: int) -> None:
        first = next(
            (key for key in sorted(self._merged, reverse=True) if key[0] == number and key[1] <= column),
            (number, column),
        )
        merge = self._merged.get(first, MergedCells(*first, 1, 1))
        self._merged[first] = merge._replace(columns=column + 2 - first[1])

    def _deepen(self, number: int, column: int) -> None:
        first = self._open[column]
        merge = self._merged.get(first, MergedCells(*first, 1, 1))
        self._merged[first] = merge._replace(rows=number + 1 - first[0])


def cell_text(parts: Sequence[Passage | Grid]) -> str:
    """The text of a cell: a line for each paragraph, and for each row of a table inside it."""
    lines: list[str] = []
    for part in parts:
        if isinstance(part, Passage):
            if part.text:
                lines.append(f"{shown(part.label)}{part.text}")
        elif not part.nested:
            lines += [" | ".join(spaced(cell) for cell in row if cell) for row in part.rows]
    return "\n".join(line for line in lines if line)
