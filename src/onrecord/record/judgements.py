"""What people say of entries, and the searches they keep: rows with who and when, added, never overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import insert, select, update

from onrecord.errors import UsageError
from onrecord.record import tables
from onrecord.record.record import Record
from onrecord.record.unchanged import while_unchanged
from onrecord.told import tell

VERDICTS = ("wrong", "right", "unsure")
ABOUT = ("by", "to", "words", "position", "place", "kind", "other")
"""What a judgement is about: who said it, to whom, in which words, the position, where, what kind of act."""

_LONGEST = {"who": 200, "words": 4000, "name": 200, "address": 2000}


class EntryName(NamedTuple):
    """An entry named so that a rebuilt record still knows it: the file's hash, and its place there."""

    sha256: str
    symbol: str
    kind: str
    pinpoint: str
    part: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person said of an entry. `at` is ISO 8601 in UTC; `supersedes` is that person's former one."""

    id: int
    at: str
    who: str
    entry: EntryName
    verdict: str
    about: str
    words: str
    supersedes: int | None


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search kept by name; `address` is the query of its address."""

    id: int
    at: str
    who: str
    name: str
    address: str


def judge(record: Record, entry: EntryName, *, who: str, verdict: str, about: str, words: str) -> Judgement:
    """Keep what a person says of an entry. UsageError where the verdict or its matter is unknown, or `who` empty."""
    name = _checked("who", who)
    if not name:
        raise UsageError(
            tell("A judgement needs a name."), hint=tell("Write who is judging, so that others can ask.")
        )
    if verdict not in VERDICTS or about not in ABOUT:
        raise UsageError(
            tell("There is no judgement “%(verdict)s” about “%(about)s”.", verdict=verdict, about=about),
            hint=tell(
                "Choose one of %(listed)s, about one of %(listed2)s.",
                listed=", ".join(VERDICTS),
                listed2=", ".join(ABOUT),
            ),
        )
    columns = tables.judgements.c
    with record.database.writing() as connection:
        former = connection.execute(
            select(columns.id)
            .where(
                columns.sha256 == entry.sha256,
                columns.pinpoint == entry.pinpoint,
                columns.kind == entry.kind,
                columns.part == entry.part,
                columns.who == name,
            )
            .order_by(columns.id.desc())
            .limit(1)
        ).scalar()
        row = {
            **entry._asdict(),
            "at": _now(),
            "who": name,
            "verdict": verdict,
            "about": about,
            "words": _checked("words", words),
            "supersedes": former,
        }
        number = connection.execute(insert(tables.judgements).values(**row)).inserted_primary_key
    return Judgement(number[0] if number else 0, row["at"], name, entry, verdict, about, row["words"], former)


def judgements(record: Record, *, sha256: str = "", newest: int = 0) -> list[Judgement]:
    """What was said of the entries of a file (or of all), the newest first; `newest` 0 gives all."""
    columns = tables.judgements.c
    # Of most files nobody has said anything.
    if sha256 and sha256 not in _judged(record):
        return []
    question = select(tables.judgements).order_by(columns.id.desc())
    if sha256:
        question = question.where(columns.sha256 == sha256)
    if newest:
        question = question.limit(newest)
    with record.database.reading() as connection:
        rows = connection.execute(question).mappings().all()
    return [
        Judgement(
            row["id"],
            row["at"],
            row["who"],
            EntryName(*(row[name] for name in EntryName._fields)),
            row["verdict"],
            row["about"],
            row["words"],
            row["supersedes"],
        )
        for row in rows
    ]


def _judged(record: Record) -> frozenset[str]:
    """The files of whose entries something was said."""

    def read() -> frozenset[str]:
        with record.database.reading() as connection:
            return frozenset(connection.execute(select(tables.judgements.c.sha256).distinct()).scalars())

    return while_unchanged(record, "judged files", read, of=record.database.changes())


def standing(said: list[Judgement]) -> list[Judgement]:
    """Those that no later one of the same person supersedes."""
    gone = {one.supersedes for one in said}
    return [one for one in said if one.id not in gone]


def save_search(record: Record, *, who: str, name: str, address: str) -> int:
    """Keep a search by name; returns its number. UsageError where the name is empty."""
    called = _checked("name", name)
    if not called:
        raise UsageError(
            tell("A search needs a name to be kept."),
            hint=tell("Write a few words that you will know it by."),
        )
    row = {"at": _now(), "who": _checked("who", who), "name": called, "address": _checked("address", address)}
    with record.database.writing() as connection:
        number = connection.execute(insert(tables.saved_searches).values(**row)).inserted_primary_key
    return int(number[0]) if number else 0


def saved_searches(record: Record) -> list[SavedSearch]:
    """The searches that are kept, by name."""
    columns = tables.saved_searches.c
    wanted = (columns.id, columns.at, columns.who, columns.name, columns.address)
    question = select(*wanted).where(columns.removed == "").order_by(columns.name, columns.id)

    def read() -> list[SavedSearch]:
        with record.database.reading() as connection:
            return [SavedSearch(*row) for row in connection.execute(question)]

    return list(while_unchanged(record, "saved searches", read, of=record.database.changes()))


def remove_search(record: Record, number: int) -> None:
    """Let a kept search go; its row stays, with the time."""
    columns = tables.saved_searches.c
    with record.database.writing() as connection:
        connection.execute(
            update(tables.saved_searches)
            .where(columns.id == number, columns.removed == "")
            .values(removed=_now())
        )


def _checked(name: str, given: str) -> str:
    words = given.replace("\0", "").strip()
    if len(words) > _LONGEST[name]:
        raise UsageError(
            tell("That is too long: %(many)s letters.", many=f"{len(words):,}"),
            hint=tell("At most %(most)s can be kept.", most=f"{_LONGEST[name]:,}"),
        )
    return words


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
