"""The versions of a letter that somebody signed or that went out, kept word for word."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from onrecord.errors import NotOnRecord, UsageError
from onrecord.letters.signing.model import Version, sha256_of, version_sha256
from onrecord.record.letter_tables import letter_texts, letter_versions
from onrecord.record.record import Record
from onrecord.told import tell

SHORTEST_HASH = 8
"""Of a hash, so many characters tell versions of one letter apart safely (they have 32 bits)."""


def now() -> str:
    """Return the moment as ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def keep_version(record: Record, letter: str, title: str, texts: Mapping[str, str], *, who: str) -> Version:
    """Keep a letter in these words, unless it is kept already; the version.

    `texts` gives the exact words by language, without the list of signatories. UsageError where there
    are none, or one is empty.
    """
    if not letter.strip():
        raise UsageError(tell("The letter has no name."), hint=tell("Name it by the folder of its source."))
    if not texts or not all(words.strip() for words in texts.values()):
        raise UsageError(
            tell("The letter “%(letter)s” has no words.", letter=letter),
            hint=tell("Build it, then ask for signatures."),
        )
    sha256 = version_sha256(texts)
    with record.database.writing() as connection:
        found = _id_of(connection, letter, sha256)
        if found is None:
            values = {"letter": letter, "sha256": sha256, "title": title, "kept": now(), "kept_by": who}
            found = connection.execute(
                insert(letter_versions).values(values).returning(letter_versions.c.id)
            ).scalar_one()
            connection.execute(
                insert(letter_texts),
                [
                    {"version_id": found, "language": language, "sha256": sha256_of(words), "text": words}
                    for language, words in sorted(texts.items())
                ],
            )
        return _version(connection, found)


def versions(record: Record, letter: str) -> list[Version]:
    """Every version of the letter that was kept, the newest first."""
    with record.database.reading() as connection:
        ids = connection.execute(
            select(letter_versions.c.id)
            .where(letter_versions.c.letter == letter)
            .order_by(letter_versions.c.id.desc())
        ).scalars()
        return [_version(connection, one) for one in ids]


def version(record: Record, letter: str, sha256: str = "") -> Version:
    """The version with this hash, or the beginning of it; the newest where none is given.

    NotOnRecord where there is none, UsageError where the beginning is too short or fits several.
    """
    kept = versions(record, letter)
    if not kept:
        raise NotOnRecord(
            tell("No version of “%(letter)s” is kept.", letter=letter),
            hint=tell("Keep one: onrecord signatures open LETTER."),
        )
    if not sha256:
        return kept[0]
    wanted = sha256.strip().lower()
    if len(wanted) < SHORTEST_HASH:
        raise UsageError(
            tell("“%(sha256)s” is too short for a hash.", sha256=sha256),
            hint=tell("Give %(least)s characters or more.", least=SHORTEST_HASH),
        )
    found = [one for one in kept if one.sha256.startswith(wanted)]
    if len(found) != 1:
        told = ", ".join(f"{one.sha256[:12]} ({one.kept[:10]})" for one in kept)
        raise NotOnRecord(
            tell(
                "No single version of “%(letter)s” has the hash “%(sha256)s”.", letter=letter, sha256=sha256
            ),
            hint=tell("Kept are: %(told)s.", told=told),
        )
    return found[0]


def letters(record: Record) -> list[str]:
    """The names of the letters of which a version is kept."""
    with record.database.reading() as connection:
        return list(
            connection.execute(
                select(letter_versions.c.letter).distinct().order_by(letter_versions.c.letter)
            ).scalars()
        )


def _id_of(connection: Connection, letter: str, sha256: str) -> int | None:
    columns = letter_versions.c
    question = select(columns.id).where(columns.letter == letter, columns.sha256 == sha256)
    return connection.execute(question).scalar_one_or_none()


def _version(connection: Connection, found: int) -> Version:
    row: Any = connection.execute(select(letter_versions).where(letter_versions.c.id == found)).one()
    texts = connection.execute(
        select(letter_texts.c.language, letter_texts.c.text)
        .where(letter_texts.c.version_id == found)
        .order_by(letter_texts.c.language)
    ).all()
    return Version(
        row.id,
        row.letter,
        row.sha256,
        row.title,
        row.kept,
        row.kept_by,
        {one.language: one.text for one in texts},
    )
