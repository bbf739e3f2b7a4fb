"""Whether a record is whole."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import func, select

from onrecord.record import tables
from onrecord.record.reading import reader_version
from onrecord.record.record import ENDINGS_OF_FORMATS, Record


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What was counted and what is wrong; `outdated` documents were read by another reader than today's."""

    documents: int
    entries: int
    failures: int
    outdated: int
    faults: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The diagnosis as `onrecord doctor --json` prints it."""
        return {**asdict(self), "faults": list(self.faults), "whole": not self.faults}


def diagnose(record: Record) -> Diagnosis:
    """Check the database with its own means, and every original against its hash."""
    faults = [f"The database: {fault}." for fault in record.database.faults()]
    documents = tables.documents.c
    with record.database.reading() as connection:
        stored = connection.execute(
            select(documents.sha256, documents.format, documents.name, documents.reader).order_by(
                documents.id
            )
        ).all()
        entries, failures = (
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (tables.entries, tables.failures)
        )
    for row in stored:
        original = record.originals.path(row.sha256, ENDINGS_OF_FORMATS[row.format])
        if not original.exists():
            faults.append(f"{row.name}: its original is missing ({original}).")
        elif not record.originals.is_whole(original, row.sha256):
            faults.append(f"{row.name}: its original was altered ({original}).")
    outdated = sum(row.reader != reader_version() for row in stored)
    return Diagnosis(len(stored), entries, failures, outdated, tuple(faults))
