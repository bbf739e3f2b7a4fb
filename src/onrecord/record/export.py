"""The whole record as files that any program reads: JSON Lines and CSV, with a page that explains every column."""

from __future__ import annotations

import csv
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Table, select

from onrecord import __version__
from onrecord.errors import UsageError
from onrecord.record.backup import in_plain_words
from onrecord.record.export_columns import AS_JSON, FILES, LEFT_OUT, LEFT_OUT_COLUMNS, explained
from onrecord.record.letter_tables import metadata
from onrecord.record.migrations import schema_version
from onrecord.record.record import Record
from onrecord.told import tell

OnTable = Callable[[int, int, Path], None]
"""Called with (tables done, tables in all, the file just written)."""

README = "README.md"
_ROWS_AT_ONCE = 2_000
# What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection"), in full width too.
_FORMULA = frozenset("=+-@＝＋－＠")


@dataclass(frozen=True, slots=True)
class Exported:
    """The folder that was written, and how many rows each of its tables has."""

    folder: Path
    rows: dict[str, int]

    def as_json(self) -> dict[str, Any]:
        """The export as `onrecord export --json` prints it."""
        return {"folder": str(self.folder), "rows": self.rows}


def export(record: Record, folder: Path, *, on_progress: OnTable | None = None) -> Exported:
    """Write every table of the record to `folder`, which is new or empty: all rows, of one state of the record.

    The folder has its name only when all is written. UsageError where something stands in it; RecordError where
    the disk is full or cannot be written.
    """
    folder = folder.absolute()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(
            tell("%(folder)s is not empty, and an export overwrites nothing.", folder=folder),
            hint=tell("Name another folder."),
        )
    rows: dict[str, int] = {}
    with in_plain_words(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-coming-"))
        try:
            with record.database.reading() as connection:
                exported = tables_exported()
                for done, table in enumerate(exported, 1):
                    rows[table.name] = _write(connection, table, work)
                    if on_progress:
                        on_progress(done, len(exported), work / f"{table.name}.csv")
                page = _readme(rows, schema_version(connection))
            (work / README).write_text(page, encoding="utf-8")
            work.chmod(0o755)
            if folder.exists():
                folder.rmdir()
            work.rename(folder)
        finally:
            shutil.rmtree(work, ignore_errors=True)
    return Exported(folder, rows)


def tables_exported() -> list[Table]:
    """The tables that an export holds: the ones that are explained in their order, then any newer ones."""
    known = metadata.tables
    newer = sorted(set(known) - set(FILES) - set(LEFT_OUT))
    return [known[name] for name in (*FILES, *newer) if name in known]


def columns_of(table: Table) -> list[Column[Any]]:
    """The columns of a table that an export holds."""
    return [column for column in table.columns if (table.name, column.name) not in LEFT_OUT_COLUMNS]


def _write(connection: Connection, table: Table, folder: Path) -> int:
    columns = columns_of(table)
    question = select(*columns).order_by(*table.primary_key.columns)
    names = [column.name for column in columns]
    packed = [at for at, name in enumerate(names) if (table.name, name) in AS_JSON]
    count = 0
    with (
        (folder / f"{table.name}.jsonl").open("w", encoding="utf-8", newline="\n") as lines,
        # With a byte order mark, without which Excel reads letters of other scripts wrongly.
        (folder / f"{table.name}.csv").open("w", encoding="utf-8-sig", newline="") as cells,
    ):
        sheet = csv.writer(cells)
        sheet.writerow(names)
        for row in _rows(connection, question):
            values = list(row)
            for at in packed:
                values[at] = json.loads(values[at]) if values[at] else None
            lines.write(json.dumps(dict(zip(names, values, strict=True)), ensure_ascii=False) + "\n")
            sheet.writerow([cell(value) for value in values])
            count += 1
    return count


def _rows(connection: Connection, question: Any) -> Iterator[Sequence[Any]]:
    result = connection.execute(question.execution_options(yield_per=_ROWS_AT_ONCE))
    for stretch in result.partitions():
        yield from stretch


def cell(value: Any) -> str:
    """A value as a cell of CSV: lists of words joined by "; ", other lists as JSON, nothing as nothing.

    Words that a spreadsheet would take for a formula have an apostrophe before them.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        value = "; ".join(value)
    if isinstance(value, (list, dict)):
        value = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, str):
        return str(value)
    words = value.replace("\0", "")
    return f"'{words}" if words.lstrip()[:1] in _FORMULA and words.strip() else words


def _readme(rows: dict[str, int], schema: str) -> str:
    parts = [
        "# A record of On Record, as files\n",
        (
            f"Written by On Record {__version__}; schema {schema}. Every table stands here twice with the same rows: as JSON "
            "Lines (`.jsonl`, one JSON object a line, UTF-8) and as CSV (`.csv`, UTF-8 with a byte order mark, commas, "
            "the headings in the first row).\n"
        ),
        (
            "In CSV, several words in one cell are joined by “; ”, other lists are JSON, and an empty cell is nothing. A cell "
            "that a spreadsheet would take for a formula (it begins with = + - or @) has an apostrophe before it; in "
            "JSON Lines it stands as it is.\n"
        ),
        "The documents themselves, as they were added, are in a backup: `onrecord backup`.\n",
    ]
    for table in tables_exported():
        parts.append(f"## {table.name}\n")
        parts.append(f"{FILES.get(table.name, 'A table of a newer schema.')} Rows: {rows[table.name]}.\n")
        parts.append("| column | what it holds |\n|---|---|")
        parts += [
            f"| `{column.name}` | {explained(table.name, column.name)} |" for column in columns_of(table)
        ]
        parts.append("")
    parts.append("## What is not here\n")
    parts += [f"- {name}: {why}." for name, why in LEFT_OUT.items()]
    parts += [f"- {table}, `{column}`: {why}." for (table, column), why in LEFT_OUT_COLUMNS.items()]
    return "\n".join(parts) + "\n"
