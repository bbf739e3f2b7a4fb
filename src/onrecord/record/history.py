"""Who changed what on a record, and when: every row that a person's act left, as one list, the newest first.

The rows are those of the tables in which nothing is overwritten: what people decided about findings, said of
entries, wrote in letters, had signed, sent and got back; and the documents, which people add.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Select, Subquery, func, literal, select, union_all

from onrecord.record import letter_tables as letters
from onrecord.record import tables
from onrecord.record.history_rows import SHOWN, Shown
from onrecord.record.record import Record

KINDS = (
    "decision",
    "judgement",
    "draft",
    "pair",
    "words",
    "signature",
    "request",
    "publication",
    "reply",
    "document",
)
"""Of changes: about a finding; of an entry; in a letter on the desk; of two letters as one in two
languages; the words kept for signing; a signatory; who asked to sign; what went out; what came back; a document added."""

LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Change:
    """One change: `kind` is one of KINDS, `number` that of its row, `at` ISO 8601 in UTC, `who` "" where not kept."""

    kind: str
    number: int
    at: str
    who: str
    shown: Shown


@dataclass(frozen=True, slots=True)
class Changes:
    """A stretch of the history.

    `total` counts all that fit; `kinds` and `people` count every change, by what they can be narrowed by.
    """

    changes: tuple[Change, ...]
    total: int
    kinds: dict[str, int]
    people: dict[str, int]


def history(record: Record, *, kind: str = "", who: str = "", start: int = 0, size: int = 30) -> Changes:
    """The changes from `start` on, the newest first; of one kind, or by one person, where these are given."""
    every = _every()
    fits = [column == wanted for column, wanted in ((every.c.kind, kind), (every.c.who, who)) if wanted]
    question = select(every).where(*fits)
    # Some times end in "Z" and some in "+00:00"; up to the second they are written alike.
    newest = question.order_by(func.substr(every.c.at, 1, 19).desc(), every.c.kind, every.c.number.desc())
    with record.database.reading() as connection:
        rows = connection.execute(newest.limit(size).offset(min(start, LARGEST))).all()
        total = connection.execute(select(func.count()).select_from(question.subquery())).scalar_one()
        # Each number is that of the changes it would leave: the other choice stays as it is.
        kinds = _counted(connection, every.c.kind, [every.c.who == who] if who else [])
        people = _counted(connection, every.c.who, [every.c.kind == kind] if kind else [])
        shown = _shown(connection, rows)
    changes = tuple(
        Change(row.kind, row.number, row.at, row.who, shown[row.kind, row.number]) for row in rows
    )
    return Changes(changes, total, {name: kinds[name] for name in KINDS if name in kinds}, people)


def _every() -> Subquery:
    """Every change as (kind, number, at, who)."""
    return union_all(*_sources()).subquery()


def _sources() -> Iterator[Select[Any] | CompoundSelect[Any]]:
    decisions, judgements, drafts = tables.decisions.c, tables.judgements.c, letters.draft_versions.c
    acts, words = letters.signatory_acts.c, letters.letter_versions.c
    requests, sent, came = letters.signing_requests.c, letters.publications.c, letters.publication_replies.c
    documents, pairs = tables.documents.c, letters.draft_pairs.c
    yield _rows("decision", decisions.id, decisions.at, decisions.who)
    yield _rows("judgement", judgements.id, judgements.at, judgements.who)
    yield _rows("draft", drafts.id, drafts.at, drafts.who)
    yield _rows("pair", pairs.id, pairs.at, pairs.who)
    yield _rows("words", words.id, words.kept, words.kept_by)
    yield _rows("signature", acts.id, acts.at, acts.by)
    yield _rows("request", requests.id, requests.decided, requests.decided_by).where(requests.decided != "")
    yield _rows("publication", sent.id, sent.filed, sent.filed_by)
    yield _rows("reply", came.id, came.filed, came.filed_by)
    yield _rows("document", documents.id, documents.added, literal(""))


def _rows(kind: str, number: Any, at: Any, who: Any) -> Select[Any]:
    return select(literal(kind).label("kind"), number.label("number"), at.label("at"), who.label("who"))


def _counted(connection: Connection, column: Any, conditions: Sequence[Any]) -> dict[str, int]:
    question = select(column, func.count()).where(*conditions).group_by(column).order_by(func.count().desc())
    return {name: int(many) for name, many in connection.execute(question) if name}


def _shown(connection: Connection, rows: Any) -> dict[tuple[str, int], Shown]:
    wanted: dict[str, list[int]] = {}
    for row in rows:
        wanted.setdefault(row.kind, []).append(row.number)
    return {
        (kind, number): shown
        for kind, numbers in wanted.items()
        for number, shown in SHOWN[kind](connection, numbers).items()
    }
