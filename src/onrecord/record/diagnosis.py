"""Whether a record is whole, and what this computer has to work with it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import RowMapping, func, select

from onrecord.documents.scan import tesseract
from onrecord.record import tables
from onrecord.record.letter_tables import publication_files, publication_replies
from onrecord.record.migrations import NEWEST, schema_version
from onrecord.record.originals import hash_file
from onrecord.record.reading import reader_version
from onrecord.record.record import ENDINGS_OF_FORMATS, Record
from onrecord.told import tell

KEPT_WITH_LETTERS = "letters"
"""The folder beside the database where files lie that were sent or came back."""

LITTLE_ROOM = 500_000_000
"""Bytes that should stay free: a backup needs as much again as the record."""


@dataclass(frozen=True, slots=True)
class ReadBy:
    """The documents, by symbol or the name of the file, that one version of the reader read."""

    reader: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Program:
    """Another program that On Record can use: where it is ("" where it is not), and what it is for."""

    name: str
    path: str
    use: str


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What was counted and what is wrong.

    `outdated` documents were read by another reader than today's, which is `reader`; `readers` names all of them
    by the reader that read them, today's first. `schema` is the number of the record's last migration, `newest` of
    this program's. `size` and `free` are bytes of the record's folder and of its disk. `faults` are what harms;
    `advice` is what would help.
    """

    documents: int
    entries: int
    failures: int
    outdated: int
    faults: tuple[str, ...]
    reader: str = ""
    readers: tuple[ReadBy, ...] = ()
    schema: str = ""
    newest: str = NEWEST
    size: int = 0
    free: int = 0
    programs: tuple[Program, ...] = ()
    advice: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The diagnosis as `onrecord doctor --json` prints it."""
        return {**asdict(self), "faults": list(self.faults), "whole": not self.faults}


def diagnose(record: Record) -> Diagnosis:
    """Check the database with its own means, and every file kept beside it against its hash."""
    harmed: list[str] = [tell("The database: %(fault)s.", fault=fault) for fault in record.database.faults()]
    documents, files = tables.documents.c, publication_files.c
    replies = publication_replies.c
    with record.database.reading() as connection:
        question = select(
            documents.sha256, documents.format, documents.name, documents.symbol, documents.reader
        )
        stored = connection.execute(question.order_by(documents.id)).mappings().all()
        entries, failures = (
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (tables.entries, tables.failures)
        )
        schema = schema_version(connection)
        kept = connection.execute(select(files.name, files.sha256).order_by(files.sha256)).all()
        came = connection.execute(
            select(replies.file_name, replies.file_sha256).where(replies.file_sha256 != "")
        ).all()
    originals = _faults_of_originals(record, stored)
    of_letters = list(_faults_of_letters(record, [(name, sha256) for name, sha256 in (*kept, *came)]))
    advice = [*_remedies(harmed, originals, of_letters)]
    outdated = sum(row["reader"] != reader_version() for row in stored)
    size = sum(path.stat().st_size for path in record.folder.rglob("*") if path.is_file())
    free = shutil.disk_usage(record.folder).free
    programs = tuple(_programs())
    return Diagnosis(
        len(stored), entries, failures, outdated, (*harmed, *originals, *of_letters),
        reader=reader_version(), readers=_readers(stored), schema=schema, size=size, free=free,
        programs=programs, advice=(*advice, *_advice(outdated, size, free, programs)),
    )  # fmt: skip


def readers_behind(record: Record) -> tuple[ReadBy, ...]:
    """Which version of the reader read which documents, and so made their entries; today's first."""
    documents = tables.documents.c
    with record.database.reading() as connection:
        question = select(documents.name, documents.symbol, documents.reader).order_by(documents.id)
        return _readers(connection.execute(question).mappings().all())


def _faults_of_originals(record: Record, stored: Sequence[RowMapping]) -> list[str]:
    faults: list[str] = []
    for row in stored:
        original = record.originals.path(row["sha256"], ENDINGS_OF_FORMATS[row["format"]])
        if not original.exists():
            missing = tell("%(name)s: its original is missing (%(path)s).", name=row["name"], path=original)
            faults.append(missing)
        elif not record.originals.is_whole(original, row["sha256"]):
            altered = tell("%(name)s: its original was altered (%(path)s).", name=row["name"], path=original)
            faults.append(altered)
    return faults


def _faults_of_letters(record: Record, kept: Iterable[tuple[str, str]]) -> Iterator[str]:
    """What is wrong with the files, by (name, SHA-256), that were kept with what was sent and answered."""
    for name, sha256 in kept:
        folder = record.folder / KEPT_WITH_LETTERS / sha256[:2]
        found = next(folder.glob(f"{sha256[2:]}*"), None)
        if found is None:
            yield tell(
                "%(name)s, kept with a letter, is missing (it would stand in %(path)s).",
                name=name,
                path=folder,
            )
        elif hash_file(found) != sha256:
            yield tell("%(name)s, kept with a letter, was altered (%(path)s).", name=name, path=found)


def _remedies(database: Sequence[str], originals: Sequence[str], letters: Sequence[str]) -> Iterator[str]:
    """What to do about what harms."""
    if database:
        yield tell(
            "The database is damaged. Make a copy of the record's folder, then bring back the newest backup: "
            "onrecord restore FILE"
        )
    if originals:
        yield tell(
            "Add the same files again: that puts the originals back, and all that was read from them and said of them "
            "stays. Or bring back a backup: onrecord restore FILE"
        )
    if letters:
        yield tell("Take files that were kept with a letter out of a backup: it is a ZIP archive.")


def _readers(stored: Sequence[RowMapping]) -> tuple[ReadBy, ...]:
    names: dict[str, list[str]] = {}
    for row in stored:
        names.setdefault(row["reader"], []).append(row["symbol"] or row["name"])
    order = sorted(names, key=lambda reader: (reader != reader_version(), reader))
    return tuple(ReadBy(reader, tuple(names[reader])) for reader in order)


def _programs() -> list[Program]:
    office = shutil.which("soffice") or shutil.which("libreoffice") or ""
    return [
        Program("Tesseract", tesseract() or "", tell("reads scanned pages")),
        Program(
            "LibreOffice", office, tell("shows how a Word letter prints; On Record needs it for nothing")
        ),
    ]


def _advice(outdated: int, size: int, free: int, programs: Sequence[Program]) -> list[str]:
    advice: list[str] = []
    if outdated:
        advice.append(
            tell("Documents were read by another reader than today's. Read them again: onrecord rebuild")
        )
    if free < max(LITTLE_ROOM, size):
        advice.append(
            tell(
                "Little room is left on the disk: %(free)s MB. A backup needs some %(size)s MB.",
                free=f"{free / 1e6:,.0f}",
                size=f"{size / 1e6:,.0f}",
            )
        )
    if not programs[0].path:
        advice.append(
            tell("Tesseract is not installed: scanned pages are stored, but their words cannot be read.")
        )
    return advice
