"""Rows of exports on the record, by the name of the file and the row: "export.csv, row 1234"."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import func, select

from onrecord.errors import NotOnRecord
from onrecord.mechanisms.model import Entry
from onrecord.record import tables
from onrecord.record.encoding import entry_of
from onrecord.record.record import Record
from onrecord.record.same_act import Act, same_acts

_ROW = re.compile(r"\s*(?P<file>.+?)[\s,]+row\s+(?P<row>\d{1,9})\s*", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class RowOnRecord:
    """A row of an export: its entries, and the act of each, told by everything on the record."""

    file: str
    place: str
    entries: tuple[Entry, ...]
    acts: tuple[Act, ...]

    def as_json(self) -> dict[str, Any]:
        """The row as `onrecord show --json` prints it."""
        return {
            "file": self.file,
            "pinpoint": self.place,
            "text": self.entries[0].as_printed,
            "entries": [
                {**entry.as_json(), "act": {**_first(act), "also": [one.as_json() for one in act.also]}}
                for entry, act in zip(self.entries, self.acts, strict=True)
            ],
        }


def parse_row(text: str) -> tuple[str, str] | None:
    """The file and the row that "export.csv, row 1234" names, or None where it names none.

    A sheet stands between them where an export has several: "export.xlsx, Sheet2, row 7".
    """
    found = _ROW.fullmatch(text)
    return (found["file"].strip(), f"row {int(found['row'])}") if found else None


def row_at(record: Record, file: str, place: str) -> RowOnRecord:
    """The row at this place of a file on the record; of several files with one name, the one added last.

    NotOnRecord where no such file or row is on the record, or the row was read with no entry.
    """
    entries = _entries(record, file, place)
    name, comma, sheet = file.rpartition(",")
    if not entries and comma:
        file, place = name.strip(), f"{sheet.strip()}, {place}"
        entries = _entries(record, file, place)
    if not entries:
        raise _no_such_row(record, file, place)
    return RowOnRecord(file, place, entries, tuple(_act(record, entry) for entry in entries))


def described_file(record: Record, file: str) -> dict[str, Any] | None:
    """A document without a symbol, by its file's name, in figures and with its doubts; None if not there."""
    held = [stored for stored in record.documents() if stored.name == file and not stored.symbol]
    if not held:
        return None
    stored = held[-1]
    documents, entries, problems = tables.documents.c, tables.entries.c, tables.problems.c
    own = select(documents.id).where(documents.sha256 == stored.sha256).scalar_subquery()
    with record.database.reading() as connection:
        count = connection.execute(select(func.count()).where(entries.document_id == own)).scalar_one()
        doubts = connection.execute(
            select(problems.message).where(problems.document_id == own).order_by(problems.ordinal)
        ).scalars()
        return {
            **{key: str(value) if key == "original" else value for key, value in asdict(stored).items()},
            "entries": count,
            "editions": len(held),
            "problems": list(doubts),
        }


def _entries(record: Record, file: str, place: str) -> tuple[Entry, ...]:
    documents, columns = tables.documents.c, tables.entries.c
    newest = (
        select(documents.id).where(documents.name == file).order_by(documents.id.desc()).limit(1)
    ).scalar_subquery()
    question = (
        select(tables.entries)
        .where(columns.document_id == newest, columns.pinpoint == place)
        .order_by(columns.ordinal)
    )
    with record.database.reading() as connection:
        return tuple(entry_of(row) for row in connection.execute(question).mappings())


def _act(record: Record, entry: Entry) -> Act:
    """The act that a row tells, from every source on the record."""
    if entry.kind != "recommendation" or not entry.to or entry.cycle is None:
        return Act(entry)
    told = record.entries(to=entry.to, kind="recommendation", cycle=entry.cycle)
    acts = same_acts(told)
    return next(
        (act for act in acts if act.entry == entry or any(one.entry == entry for one in act.also)), Act(entry)
    )


def _first(act: Act) -> dict[str, Any]:
    return {"symbol": act.entry.symbol, "pinpoint": act.entry.pinpoint, "position": act.entry.position}


def _no_such_row(record: Record, file: str, place: str) -> NotOnRecord:
    names = [stored.name for stored in record.documents() if stored.kind.endswith("_export")]
    if file in names:
        return NotOnRecord(
            f"{file} has no entry at {place}.",
            hint="The row is empty, the headings, a repetition, or beyond the last; see: onrecord documents",
        )
    there = f"On it are {', '.join(names)}." if names else "No export is on it yet: onrecord add FILE"
    return NotOnRecord(f"{file} is not on the record.", hint=there)
