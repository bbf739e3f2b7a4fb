"""Tables of formats that tell of cells only where they end (DOC, RTF), to grids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.documents.grids import GridMaker, cell_text
from onrecord.documents.passages import MAX_COLUMNS, MAX_TABLE_NESTING, Grid, Passage

SAME_EDGE = 60
"""Edges of cells that are less than this many twentieths of a point apart are one."""

DOWN, RIGHT = 1, 2
"""A cell goes on from the one above, or from the one before."""


@dataclass(slots=True)
class _Row:
    cells: list[list[Passage | Grid]]
    edges: tuple[int, ...]
    merges: tuple[int, ...]


@dataclass(slots=True)
class _Open:
    rows: list[_Row] = field(default_factory=list)
    cells: list[list[Passage | Grid]] = field(default_factory=list)
    cell: list[Passage | Grid] = field(default_factory=list)


class TableStack:
    """Takes passages with how deep in tables they stand, and where cells and rows end."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._parts: list[Passage | Grid] = []
        self._open: list[_Open] = []

    def passage(self, passage: Passage, depth: int) -> None:
        """A passage at this depth, 0 for outside of any table."""
        self._bring_to(depth)
        self._inside().append(passage)

    def end_cell(self, depth: int) -> None:
        """The cell at this depth ends."""
        self._bring_to(depth)
        if self._open and len(self._open[-1].cells) < MAX_COLUMNS:
            self._open[-1].cells.append(self._open[-1].cell)
            self._open[-1].cell = []

    def end_row(self, depth: int, edges: Sequence[int] = (), merges: Sequence[int] = ()) -> None:
        """The row at this depth ends: the places of its cells' edges, and DOWN or RIGHT for each cell."""
        self._bring_to(depth)
        if not self._open:
            return
        table = self._open[-1]
        if table.cell:
            self.end_cell(depth)
        if table.cells:
            table.rows.append(_Row(table.cells, tuple(edges), tuple(merges)))
            table.cells = []

    def finish(self) -> list[Passage | Grid]:
        """Close every table; returns all that was taken."""
        self._bring_to(0)
        return self._parts

    def _inside(self) -> list[Passage | Grid]:
        return self._open[-1].cell if self._open else self._parts

    def _bring_to(self, depth: int) -> None:
        depth = max(0, min(depth, MAX_TABLE_NESTING))
        while len(self._open) > depth:
            self._close()
        while len(self._open) < depth:
            self._open.append(_Open())

    def _close(self) -> None:
        if self._open[-1].cell or self._open[-1].cells:
            self.end_row(len(self._open))
        table = self._open.pop()
        self._inside().extend(_grids(table.rows, self._name))


def _grids(rows: list[_Row], name: str) -> list[Passage | Grid]:
    """A table as a grid, followed by those nested in its cells; one of one column as its passages."""
    if not rows:
        return []
    if max(len(row.cells) for row in rows) == 1:
        return [part for row in rows for part in row.cells[0]]
    maker = GridMaker(name)
    inner: list[Passage | Grid] = []
    for row, widths in zip(rows, _widths(rows), strict=True):
        maker.row()
        for place, cell in enumerate(row.cells):
            merge = row.merges[place] if place < len(row.merges) else 0
            maker.cell(
                cell_text(cell),
                columns=widths[place],
                goes_down=bool(merge & DOWN),
                goes_right=bool(merge & RIGHT),
            )
            inner += [part for part in cell if isinstance(part, Grid)]
    for part in inner:
        if isinstance(part, Grid):
            part.nested = True
    return [maker.grid(), *inner]


def _widths(rows: list[_Row]) -> list[list[int]]:
    """How many columns each cell covers, by the edges of all the table's cells."""
    if any(len(row.edges) != len(row.cells) + 1 for row in rows):
        return [[1] * len(row.cells) for row in rows]
    columns: dict[int, int] = {}
    last: int | None = None
    for edge in sorted({edge for row in rows for edge in row.edges}):
        if last is None or edge - last >= SAME_EDGE:
            columns[edge] = len(set(columns.values()))
            last = edge
        else:
            columns[edge] = columns[last]
    return [
        [
            max(1, columns[right] - columns[left])
            for left, right in zip(row.edges, row.edges[1:], strict=False)
        ]
        for row in rows
    ]
