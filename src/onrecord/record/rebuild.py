"""Reading every original again, so that the record is what today's reader makes of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from onrecord.errors import InputError
from onrecord.record import tables
from onrecord.record.add import OnProgress
from onrecord.record.pool import work_on
from onrecord.record.reading import Limits, Source, reader_version
from onrecord.record.record import ENDINGS_OF_FORMATS, Record
from onrecord.record.store import prepare, write


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many documents were read again, and (name, reason) of those that kept their old rows."""

    documents: int
    failed: tuple[tuple[str, str], ...]


def rebuild(
    record: Record,
    *,
    jobs: int = 1,
    on_progress: OnProgress | None = None,
    limits: Limits | None = None,
) -> Rebuilt:
    """Read every original again, a transaction a document; ids, names and dates of adding stay.

    The same reader gives the very same rows. A document that can no longer be read, or whose original
    is no longer whole, keeps the rows it has and is reported.
    """
    columns = tables.documents.c
    question = select(columns.sha256, columns.name, columns.format, columns.added).order_by(columns.id)
    with record.database.reading() as connection:
        rows = connection.execute(question).all()
    sources = [
        Source(record.originals.path(row.sha256, ENDINGS_OF_FORMATS[row.format]), row.name) for row in rows
    ]
    failed: list[tuple[str, str]] = []
    outcomes = work_on(prepare, sources, jobs, limits or Limits())
    for done, (row, (source, outcome)) in enumerate(zip(rows, outcomes, strict=True), 1):
        if on_progress:
            on_progress(done, len(rows), Path(row.name))
        if isinstance(outcome, InputError):
            failed.append((row.name, outcome.message))
        elif outcome.document["sha256"] != row.sha256:
            failed.append((row.name, "The original was altered: its bytes are not those of its hash."))
        else:
            with record.database.writing() as connection:
                write(connection, outcome, source.path.stat().st_size, row.added, reader_version())
    return Rebuilt(len(rows) - len(failed), tuple(failed))
