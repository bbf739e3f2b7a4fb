"""The rows of a table of a Word 97-2003 file: where their cells' edges are, and which cells are merged."""

from __future__ import annotations

import struct

from onrecord.documents.table_stack import DOWN, RIGHT

_CELL_BYTES = 20


def row_edges(definition: bytes) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """(the edges of a row's cells, how each cell is merged) as sprmTDefTable holds them; empty if broken."""
    if len(definition) < 3:
        return (), ()
    cells = definition[2]
    edges_end = 3 + 2 * (cells + 1)
    if len(definition) < edges_end:
        return (), ()
    edges = struct.unpack_from(f"<{cells + 1}h", definition, 3)
    merges = []
    for cell in range(cells):
        at = edges_end + _CELL_BYTES * cell
        flags = struct.unpack_from("<H", definition, at)[0] if at + 2 <= len(definition) else 0
        merges.append((RIGHT if flags & 3 == 1 else 0) | (DOWN if flags >> 5 & 3 == 1 else 0))
    return edges, tuple(merges)
