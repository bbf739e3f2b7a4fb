"""Which two drafts are one letter in two languages, and when somebody said that both are in step.

Every act is a row; the latest one of a draft counts, and none is altered or deleted.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import insert, or_, select

from onrecord.errors import UsageError
from onrecord.record.drafts import draft, text_of
from onrecord.record.letter_tables import draft_pairs
from onrecord.record.record import Record
from onrecord.told import tell

PAIRED = "paired"
IN_STEP = "in step"
PARTED = "parted"


class InStep(NamedTuple):
    """The versions of both drafts that somebody said to be in step; `at` is in UTC."""

    version: int
    other_version: int
    at: str
    who: str


def pair_drafts(record: Record, number: int, other: int, *, who: str = "") -> None:
    """Keep that two drafts are one letter in two languages; each leaves the draft that it was paired with.

    Raises NotOnRecord where there is no such draft, UsageError where both are one.
    """
    if draft(record, number).id == draft(record, other).id:
        raise UsageError(
            tell("A letter cannot be set beside itself."), hint=tell("Choose its text in the other language.")
        )
    _add(record, PAIRED, (number, other), (0, 0), who)


def part_drafts(record: Record, number: int, *, who: str = "") -> None:
    """Keep that a draft is set beside no other any more; nothing happens where it is not.

    Raises NotOnRecord where there is no such draft.
    """
    other = paired_with(record, draft(record, number).id)
    if other:
        _add(record, PARTED, (number, other), (0, 0), who)


def paired_with(record: Record, number: int) -> int:
    """The number of the draft that this one is paired with, 0 where there is none."""
    other = _latest(record, number)
    # The other one may have been paired anew meanwhile.
    return other if other and _latest(record, other) == number else 0


def say_in_step(record: Record, drafts: tuple[int, int], versions: tuple[int, int], *, who: str = "") -> None:
    """Keep that these versions of two drafts say the same. Raises NotOnRecord where there is no such version."""
    for number, version in zip(drafts, versions, strict=True):
        text_of(record, number, version)
    _add(record, IN_STEP, drafts, versions, who)


def in_step(record: Record, number: int, other: int) -> InStep | None:
    """The versions of `number` and `other` that were last said to be in step, or None."""
    columns = draft_pairs.c
    question = (
        select(draft_pairs)
        .where(columns.act == IN_STEP)
        .where(columns.draft_id.in_((number, other)), columns.other_id.in_((number, other)))
        .order_by(columns.id.desc())
    )
    with record.database.reading() as connection:
        row = connection.execute(question).first()
    if row is None:
        return None
    kept = (row.version, row.other_version)
    return InStep(*(kept if row.draft_id == number else kept[::-1]), row.at, row.who)


def _latest(record: Record, number: int) -> int:
    columns = draft_pairs.c
    question = (
        select(columns.draft_id, columns.other_id, columns.act)
        .where(columns.act != IN_STEP, or_(columns.draft_id == number, columns.other_id == number))
        .order_by(columns.id.desc())
    )
    with record.database.reading() as connection:
        row = connection.execute(question).first()
    if row is None or row.act == PARTED:
        return 0
    return int(row.other_id if row.draft_id == number else row.draft_id)


def _add(record: Record, act: str, drafts: tuple[int, int], versions: tuple[int, int], who: str) -> None:
    row = {
        "act": act,
        "draft_id": drafts[0],
        "other_id": drafts[1],
        "version": versions[0],
        "other_version": versions[1],
        "at": datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        "who": " ".join(who.split())[:200],
    }
    with record.database.writing() as connection:
        connection.execute(insert(draft_pairs).values(**row))
