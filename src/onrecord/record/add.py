"""Putting files and folders on the record: several processes read, one writes.

One document is one transaction, written in the order of the files, so that an `add` that was stopped
and run again gives the same record as one that ran through.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from onrecord.errors import InputError, RecordError, UnreadableDocument
from onrecord.record import tables
from onrecord.record.originals import hash_file
from onrecord.record.pool import work_on
from onrecord.record.reading import ENDINGS, Limits, Source, check_file, reader_version
from onrecord.record.record import ENDINGS_OF_FORMATS, Record
from onrecord.record.store import Prepared, forget_failure, own_name, prepare, write, write_failure
from onrecord.told import tell

OnProgress = Callable[[int, int, Path], None]
"""Called with (files done, files in all, the file just done)."""


@dataclass(frozen=True, slots=True)
class Added:
    """A file that is now on the record.

    `editions` counts the files that hold its symbol, itself included; `counts` is the name of the one
    from which the record answers. `name` is that of the file, told apart from others of its name.
    """

    path: Path
    symbol: str
    title: str
    kind: str
    entries: int
    editions: int
    counts: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that could not be read: why, and what to do."""

    path: Path
    reason: str
    hint: str


@dataclass(slots=True)
class AddReport:
    """What became of every file. `passed_over` are files in folders whose ending is no document's."""

    added: list[Added] = field(default_factory=list)
    already: list[Path] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)
    passed_over: list[Path] = field(default_factory=list)


def add_paths(
    record: Record,
    paths: Sequence[Path],
    *,
    jobs: int = 1,
    on_progress: OnProgress | None = None,
    limits: Limits | None = None,
) -> AddReport:
    """Put files, and what is in folders, on the record.

    A file that is there already, read by the same reader, is passed by. One that cannot be read is
    reported and harms nothing. RecordError where the record can no longer be written, as on a full
    disk: what was added until then stays, and the next `add` goes on from there.
    """
    files, passed_over = files_in(paths, leave_out=record.folder)
    limits = limits or Limits()
    add = _Add(record, limits, len(files), on_progress)
    add.report.passed_over = passed_over
    record.originals.sweep()
    for source, outcome in work_on(prepare, add.to_read(files), jobs, limits):
        if isinstance(outcome, Prepared):
            add.keep(source.path, outcome)
        else:
            add.fail(source.path, outcome)
    order = {path: place for place, path in enumerate(files)}
    add.report.failed.sort(key=lambda failed: order[failed.path])
    return add.report


def files_in(paths: Sequence[Path], *, leave_out: Path | None = None) -> tuple[list[Path], list[Path]]:
    """(files to read, files passed over): files as named, folders with all below them in order of name."""
    files: dict[Path, None] = {}
    passed_over: list[Path] = []
    for path in paths:
        if not path.is_dir():
            files[path] = None
            continue
        for file in _below(path, leave_out):
            if file.suffix.lower() in ENDINGS:
                files[file] = None
            else:
                passed_over.append(file)
    return list(files), passed_over


def _below(folder: Path, leave_out: Path | None) -> Iterator[Path]:
    """The files below a folder, hidden ones and the record's own left out."""
    own = leave_out.resolve() if leave_out else None
    for top, folders, names in os.walk(folder):
        here = Path(top)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and (own is None or (here / name).resolve() != own)
        )
        if own is None or here.resolve() != own:
            yield from (here / name for name in sorted(names) if not name.startswith("."))


class _Add:
    """One run of `add`: what is known of the files under way, and the report."""

    def __init__(self, record: Record, limits: Limits, total: int, on_progress: OnProgress | None) -> None:
        self.record = record
        self.limits = limits
        self.total = total
        self.on_progress = on_progress
        self.report = AddReport()
        self.reader = reader_version()
        self.on_record = self._read_by_this_reader()
        self.hashes: dict[Path, str] = {}
        # Files of this run with the same bytes as one that is being read, by hash.
        self.twins: dict[str, list[Path]] = {}

    def to_read(self, files: Sequence[Path]) -> Iterator[Source]:
        """The files that are not yet on the record; the others are reported as there."""
        for path in files:
            try:
                check_file(Source(path, path.name), self.limits)
                sha256 = hash_file(path)
            except InputError as error:
                self.fail(path, error)
                continue
            except OSError as error:
                self.fail(
                    path,
                    UnreadableDocument(
                        tell("%(path)s: cannot be opened (%(strerror)s).", path=path, strerror=error.strerror)
                    ),
                )
                continue
            self.hashes[path] = sha256
            if sha256 in self.twins:
                self.twins[sha256].append(path)
            elif sha256 in self.on_record:
                self._mend(path, sha256)
                self._there_already(path)
            else:
                self.twins[sha256] = []
                yield Source(path, path.name)

    def keep(self, path: Path, prepared: Prepared) -> None:
        """Store a document and its original. RecordError where that cannot be done."""
        sha256 = prepared.document["sha256"]
        if sha256 != self.hashes[path]:
            self.fail(
                path,
                UnreadableDocument(
                    tell("%(path)s was changed while it was being read.", path=path),
                    hint=tell("Add it again."),
                ),
            )
            return
        try:
            self.record.originals.keep(path, sha256, ENDINGS_OF_FORMATS[prepared.document["format"]])
            size = path.stat().st_size
        except OSError as error:
            raise _in_plain_words(error, self.record.folder) from error
        with self.record.database.writing() as connection:
            prepared.document["name"] = own_name(connection, prepared.document)
            write(connection, prepared, size, _now(), self.reader)
            forget_failure(connection, path)
        self._report_added(path, prepared)
        self.on_record[sha256] = prepared.document["format"]
        for twin in self.twins.pop(sha256):
            self._there_already(twin)

    def fail(self, path: Path, error: InputError) -> None:
        """Report a file and note it on the record, so that it is known what is missing."""
        with self.record.database.writing() as connection:
            write_failure(connection, path, self.hashes.get(path, ""), error, _now())
        self.report.failed.append(Failed(path, error.message, error.hint))
        self._tell(path)
        for twin in self.twins.pop(self.hashes.get(path, ""), []):
            self.fail(twin, error)

    def _mend(self, path: Path, sha256: str) -> None:
        """Put the document's original back where it is missing or was altered since."""
        try:
            self.record.originals.mend(path, sha256, ENDINGS_OF_FORMATS[self.on_record[sha256]])
        except OSError as error:
            raise _in_plain_words(error, self.record.folder) from error

    def _there_already(self, path: Path) -> None:
        self.report.already.append(path)
        self._tell(path)

    def _report_added(self, path: Path, prepared: Prepared) -> None:
        document = prepared.document
        symbol = document["symbol"]
        editions = self.record.editions(symbol)
        counts = self.record.stored(symbol)
        self.report.added.append(
            Added(
                path,
                symbol,
                document["title"],
                document["kind"],
                prepared.entries,
                max(1, len(editions)),
                counts.name if counts else path.name,
                document["name"],
            )
        )
        self._tell(path)

    def _tell(self, path: Path) -> None:
        report = self.report
        if self.on_progress:
            done = len(report.added) + len(report.already) + len(report.failed)
            self.on_progress(done, self.total, path)

    def _read_by_this_reader(self) -> dict[str, str]:
        """The hashes of the documents on the record, with the format of each."""
        columns = tables.documents.c
        question = select(columns.sha256, columns.format).where(columns.reader == self.reader)
        with self.record.database.reading() as connection:
            return {row.sha256: row.format for row in connection.execute(question)}


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _in_plain_words(error: OSError, folder: Path) -> RecordError:
    """Why an original could not be kept."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return RecordError(
            tell("The disk is full. (%(folder)s)", folder=folder),
            hint=tell("Make room and go on: what is on the record is unharmed."),
        )
    return RecordError(
        tell(
            "The original cannot be kept in %(folder)s: %(strerror)s.", folder=folder, strerror=error.strerror
        )
    )
