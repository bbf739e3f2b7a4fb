"""Publications: what went to whom, when, in which version, with that day's check; and what came back."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select

from onrecord.errors import InputError, NotOnRecord, UsageError
from onrecord.letters.signing.model import Standing, Version
from onrecord.letters.signing.signatories import standings
from onrecord.letters.signing.versions import now
from onrecord.record import letter_tables as tables
from onrecord.record.originals import Originals, hash_file
from onrecord.record.record import Record
from onrecord.told import tell

FOLDER = "letters"
"""Beside the originals of documents: the files that went out and came in, under their SHA-256."""
LARGEST = 100_000_000
_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that went out or came in; `path` is where the record keeps it."""

    name: str
    sha256: str
    path: Path


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back, or that nothing did on that day: `words` in brief, with the letter itself if there is one."""

    id: int
    sender: str
    received: str
    words: str
    file: KeptFile | None
    filed: str
    filed_by: str


@dataclass(frozen=True, slots=True)
class Publication:
    """What went to whom. `sent` and `received` are days (ISO 8601).

    `signatories` are the names that stood below it, by language. `check_result` is the check of that day
    as `onrecord check --json` gives it, by language.
    """

    id: int
    letter: str
    version_id: int
    version_sha256: str
    recipient: str
    channel: str
    sent: str
    signatories: tuple[Mapping[str, Any], ...]
    check_result: Mapping[str, Any]
    remark: str
    files: tuple[KeptFile, ...]
    replies: tuple[Reply, ...]
    filed: str
    filed_by: str


def publish(  # noqa: PLR0913 - what a register of outgoing letters has in a row
    record: Record,
    version: Version,
    *,
    recipient: str,
    sent: str,
    who: str,
    check_result: Mapping[str, Any],
    files: Sequence[Path] = (),
    channel: str = "",
    remark: str = "",
) -> Publication:
    """File that a version went to a recipient on a day, with its files, signatories and that day's check.

    UsageError for a day that is none or a recipient without a name, InputError for a file that cannot be
    read; then nothing is filed.
    """
    _check_day(sent)
    if not recipient.strip():
        raise UsageError(
            tell("A publication needs its recipient."), hint=tell('For example: --to "Ministry …".')
        )
    kept = [_keep(record, path) for path in files]
    signed = [
        {"kind": one.kind, "names": dict(one.names), "details": dict(one.details)}
        for one, standing in standings(record, version)
        if standing is Standing.SIGNED
    ]
    values = {
        "letter": version.letter,
        "version_id": version.id,
        "recipient": recipient.strip(),
        "channel": channel.strip(),
        "sent": sent,
        "signatories": _json(signed),
        "check_result": _json(check_result),
        "remark": remark,
        "filed": now(),
        "filed_by": who,
    }
    with record.database.writing() as connection:
        found = connection.execute(
            insert(tables.publications).values(values).returning(tables.publications.c.id)
        ).scalar_one()
        for ordinal, (file, size) in enumerate(kept):
            connection.execute(
                insert(tables.publication_files).values(
                    publication_id=found, ordinal=ordinal, name=file.name, sha256=file.sha256, size=size
                )
            )
    return publication(record, found)


def file_reply(
    record: Record,
    to: Publication,
    *,
    sender: str,
    received: str,
    who: str,
    words: str = "",
    file: Path | None = None,
) -> Publication:
    """File a reply under a publication, with its own file where there is one; the publication with it."""
    _check_day(received)
    if not sender.strip() or not (words.strip() or file):
        raise UsageError(
            tell("A reply needs its sender, and words or a file."), hint=tell('--from "…" --words "…".')
        )
    kept = _keep(record, file)[0] if file else None
    with record.database.writing() as connection:
        connection.execute(
            insert(tables.publication_replies).values(
                publication_id=to.id,
                sender=sender.strip(),
                received=received,
                words=words,
                file_name=kept.name if kept else "",
                file_sha256=kept.sha256 if kept else "",
                filed=now(),
                filed_by=who,
            )
        )
    return publication(record, to.id)


def publication(record: Record, number: int) -> Publication:
    """The publication with this number. NotOnRecord where there is none."""
    with record.database.reading() as connection:
        row = connection.execute(
            select(tables.publications).where(tables.publications.c.id == number)
        ).one_or_none()
        if row is None:
            raise NotOnRecord(
                tell("There is no publication %(number)s.", number=number),
                hint=tell("See them: onrecord publications list."),
            )
        return _publication(record, connection, row)


def publications(record: Record, letter: str = "") -> list[Publication]:
    """The publications of a letter, or of all, the newest first."""
    columns = tables.publications.c
    question = select(tables.publications).order_by(columns.sent.desc(), columns.id.desc())
    with record.database.reading() as connection:
        rows = connection.execute(question.where(columns.letter == letter) if letter else question).all()
        return [_publication(record, connection, row) for row in rows]


def altered_files(record: Record) -> list[str]:
    """What is no longer as it was filed: a line for each file that is missing or has other bytes."""
    told = []
    for one in publications(record):
        for file in (*one.files, *(reply.file for reply in one.replies if reply.file)):
            if not file.path.is_file():
                told.append(f"{file.name} of publication {one.id} is missing.")
            elif hash_file(file.path) != file.sha256:
                told.append(f"{file.name} of publication {one.id} was altered.")
    return told


def _keep(record: Record, path: Path) -> tuple[KeptFile, int]:
    try:
        size = path.stat().st_size
        if not path.is_file() or size > LARGEST:
            raise InputError(
                tell("%(path)s is no file of at most %(value)s MB.", path=path, value=LARGEST // 1_000_000),
                hint=tell("Name the file that went out."),
            )
        sha256 = hash_file(path)
        kept = Originals(record.folder / FOLDER).keep(path, sha256, _ending(path.name))
    except OSError as error:
        raise InputError(
            tell("%(path)s cannot be kept: %(value)s.", path=path, value=error.strerror or error),
            hint=tell("May it be read? Is the disk full?"),
        ) from error
    return KeptFile(path.name, sha256, kept), size


def _ending(name: str) -> str:
    """The ending of a file's name, where it is a plain one."""
    ending = Path(name).suffix.lower()
    return ending if re.fullmatch(r"\.[a-z0-9]{1,8}", ending) else ""


def _kept(record: Record, name: str, sha256: str) -> KeptFile:
    return KeptFile(name, sha256, Originals(record.folder / FOLDER).path(sha256, _ending(name)))


def _publication(record: Record, connection: Connection, row: Any) -> Publication:
    files, replies, kept = tables.publication_files.c, tables.publication_replies.c, tables.letter_versions.c
    own_files = connection.execute(
        select(files.name, files.sha256).where(files.publication_id == row.id).order_by(files.ordinal)
    ).all()
    own_replies = connection.execute(
        select(tables.publication_replies)
        .where(replies.publication_id == row.id)
        .order_by(replies.received, replies.id)
    ).all()
    sha256 = connection.execute(select(kept.sha256).where(kept.id == row.version_id)).scalar_one()
    return Publication(
        id=row.id,
        letter=row.letter,
        version_id=row.version_id,
        version_sha256=sha256,
        recipient=row.recipient,
        channel=row.channel,
        sent=row.sent,
        signatories=tuple(json.loads(row.signatories)),
        check_result=json.loads(row.check_result),
        remark=row.remark,
        files=tuple(_kept(record, one.name, one.sha256) for one in own_files),
        replies=tuple(
            Reply(
                one.id,
                one.sender,
                one.received,
                one.words,
                _kept(record, one.file_name, one.file_sha256) if one.file_sha256 else None,
                one.filed,
                one.filed_by,
            )
            for one in own_replies
        ),
        filed=row.filed,
        filed_by=row.filed_by,
    )


def _check_day(day: str) -> None:
    try:
        # The pattern alone takes 30 February, the standard library alone "20240103".
        date.fromisoformat(day if _DAY.fullmatch(day) else "")
    except ValueError:
        raise UsageError(
            tell("“%(day)s” is no day.", day=day), hint=tell("Write it like this: 2024-01-03.")
        ) from None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
