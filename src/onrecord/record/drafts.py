"""Letters that people work on: every saved version is a row, and no row is ever altered or deleted."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import Connection, func, insert, select

from onrecord.errors import NotOnRecord, UsageError
from onrecord.record.letter_tables import draft_versions, drafts
from onrecord.record.record import Record
from onrecord.told import tell

LONGEST = 1_000_000
_LONGEST_NAME = 200
_LARGEST_NUMBER = 2**62


class Draft(NamedTuple):
    """A letter on the desk; `problems` says what was doubtful about reading its file."""

    id: int
    name: str
    problems: tuple[str, ...]


class DraftVersion(NamedTuple):
    """A saved version: `why` it was saved ("opened", "edited", "repaired", "undone", ...), when (UTC) and by whom."""

    id: int
    why: str
    at: str
    who: str


class Listed(NamedTuple):
    """A draft in the list of letters, with its newest version and how many it has."""

    draft: Draft
    newest: DraftVersion
    versions: int


def open_draft(record: Record, name: str, text: str, *, who: str = "", problems: tuple[str, ...] = ()) -> int:
    """Keep a letter as a new draft; returns its number. UsageError where it has no words or is too long."""
    checked = _checked(text)
    called = " ".join(name.split())[:_LONGEST_NAME] or "letter"
    with record.database.writing() as connection:
        row = {"name": called, "problems": "\n".join(" ".join(one.split()) for one in problems)}
        made = connection.execute(insert(drafts).values(**row)).inserted_primary_key
        number = int(made[0]) if made else 0
        _add(connection, number, checked, "opened", who)
    return number


def save_version(record: Record, number: int, text: str, *, why: str, who: str = "") -> int:
    """Keep a new version of a draft; returns its number, or that of the newest where no word differs.

    Raises NotOnRecord where there is no such draft, UsageError where the text has no words or is too long.
    """
    checked = _checked(text)
    draft(record, number)
    with record.database.writing() as connection:
        columns = draft_versions.c
        newest = connection.execute(
            select(columns.id, columns.text).where(columns.draft_id == number).order_by(columns.id.desc())
        ).first()
        if newest is not None and newest.text == checked:
            return int(newest.id)
        return _add(connection, number, checked, why, who)


def listed_drafts(record: Record) -> list[Listed]:
    """Every draft, the one last worked on first."""
    columns = draft_versions.c
    newest = (
        select(func.max(columns.id).label("id"), func.count().label("many"))
        .group_by(columns.draft_id)
        .subquery()
    )
    question = (
        select(drafts, columns.id, columns.why, columns.at, columns.who, newest.c.many)
        .join(draft_versions, columns.draft_id == drafts.c.id)
        .join(newest, newest.c.id == columns.id)
        .order_by(columns.id.desc())
    )
    with record.database.reading() as connection:
        rows = connection.execute(question).all()
    return [Listed(_draft(row[:3]), DraftVersion(*row[3:7]), row[7]) for row in rows]


def draft(record: Record, number: int) -> Draft:
    """The draft of this number. Raises NotOnRecord where there is none."""
    with record.database.reading() as connection:
        found = None
        if 0 < number < _LARGEST_NUMBER:
            found = connection.execute(select(drafts).where(drafts.c.id == number)).first()
    if found is None:
        raise NotOnRecord(
            tell("There is no letter %(number)s.", number=number),
            hint=tell("Choose one in the list of letters."),
        )
    return _draft(tuple(found))


def versions(record: Record, number: int) -> list[DraftVersion]:
    """Every saved version of a draft, the newest first."""
    columns = draft_versions.c
    question = select(columns.id, columns.why, columns.at, columns.who).where(columns.draft_id == number)
    with record.database.reading() as connection:
        return [DraftVersion(*row) for row in connection.execute(question.order_by(columns.id.desc()))]


def text_of(record: Record, number: int, version: int) -> str:
    """The text of a version of a draft. Raises NotOnRecord where the draft has no such version."""
    columns = draft_versions.c
    found = None
    if 0 < version < _LARGEST_NUMBER:
        question = select(columns.text).where(columns.id == version, columns.draft_id == number)
        with record.database.reading() as connection:
            found = connection.execute(question).scalar()
    if found is None:
        raise NotOnRecord(
            tell("The letter has no version %(version)s.", version=version),
            hint=tell("Choose one of its versions."),
        )
    return str(found)


def _add(connection: Connection, number: int, text: str, why: str, who: str) -> int:
    at = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    row = {
        "draft_id": number,
        "text": text,
        "why": why,
        "at": at,
        "who": " ".join(who.split())[:_LONGEST_NAME],
    }
    made = connection.execute(insert(draft_versions).values(**row)).inserted_primary_key
    return int(made[0]) if made else 0


def _checked(text: str) -> str:
    """The text with newlines made alike, as every span of a check counts them."""
    if not text.strip():
        raise UsageError(tell("The letter has no words."), hint=tell("Paste its text, or choose a file."))
    if len(text) > LONGEST:
        raise UsageError(
            tell("The letter is longer than %(most)s characters.", most=f"{LONGEST:,}"),
            hint=tell("Split it."),
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _draft(row: tuple[object, ...]) -> Draft:
    number, name, problems = row
    return Draft(int(str(number)), str(name), tuple(str(problems).splitlines()))
