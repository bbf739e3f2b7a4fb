"""What people decided about findings: rows that are added and never changed or taken away."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import RowMapping, insert, select

from onrecord.errors import NotOnRecord, UsageError
from onrecord.record.database import Database
from onrecord.record.tables import decisions as table
from onrecord.told import tell

ACCEPTED = "accepted"
DISMISSED = "dismissed"
WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class TextQuote:
    """A place in a text by its words and those around it (W3C Web Annotation Data Model, 4.2.4)."""

    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's word on a finding of a letter.

    `verdict` is "accepted" (known, and stays), "dismissed" (no fault), or "withdrawn" (the decision that it
    `supersedes` holds no more). `letter` is the letter's name without folder and ending, `identity` tells its
    finding from others, and `copies` how many findings of the letter could not be told apart then. `who_from`
    says where the name came from; `at` is ISO 8601 in UTC. `number` is 0 until the decision is kept.
    """

    letter: str
    rule: str
    severity: str
    identity: str
    verdict: str
    reason: str
    who: str
    who_from: str
    at: str
    quote: TextQuote
    words: str
    message: str
    places: tuple[str, ...] = ()
    line: int = 0
    copies: int = 1
    supersedes: int | None = None
    number: int = 0


def keep_decision(database: Database, decision: Decision) -> Decision:
    """Add the decision; it comes back with its number.

    Raises UsageError where another decision has meanwhile taken the place of the one that it supersedes.
    """
    row = {
        "letter": decision.letter,
        "rule": decision.rule,
        "severity": decision.severity,
        "identity": decision.identity,
        "verdict": decision.verdict,
        "reason": decision.reason,
        "who": decision.who,
        "who_from": decision.who_from,
        "at": decision.at,
        "exact": decision.quote.exact,
        "prefix": decision.quote.prefix,
        "suffix": decision.quote.suffix,
        "words": decision.words,
        "message": decision.message,
        "places": json.dumps(decision.places, ensure_ascii=False),
        "line": decision.line,
        "copies": decision.copies,
        "supersedes": decision.supersedes,
    }
    with database.writing() as connection:
        before = decision.supersedes
        if (
            before is not None
            and connection.execute(select(table.c.id).where(table.c.supersedes == before)).first()
        ):
            raise UsageError(
                tell("Decision %(before)s holds no more: it was withdrawn or replaced.", before=before),
                hint=tell("List them all: onrecord decisions --history"),
            )
        number = connection.execute(insert(table).values(row)).inserted_primary_key
    return replace(decision, number=int(number[0]) if number else 0)


def kept_decisions(database: Database, letter: str | None = None) -> Sequence[Decision]:
    """Every decision ever made, of one letter or of all, in the order in which they were made."""
    question = select(table).order_by(table.c.id)
    if letter is not None:
        question = question.where(table.c.letter == letter)
    with database.reading() as connection:
        return [_of(row) for row in connection.execute(question).mappings()]


def standing(decisions: Sequence[Decision]) -> list[Decision]:
    """Those that hold: no later one withdrew or replaced them."""
    replaced = {decision.supersedes for decision in decisions}
    return [one for one in decisions if one.number not in replaced and one.verdict != WITHDRAWN]


def decision_numbered(database: Database, number: int) -> Decision:
    """The decision of this number. Raises NotOnRecord where there is none."""
    with database.reading() as connection:
        row = connection.execute(select(table).where(table.c.id == number)).mappings().first()
    if row is None:
        raise NotOnRecord(
            tell("There is no decision %(number)s.", number=number),
            hint=tell("List them: onrecord decisions"),
        )
    return _of(row)


def _of(row: RowMapping) -> Decision:
    return Decision(
        letter=row["letter"],
        rule=row["rule"],
        severity=row["severity"],
        identity=row["identity"],
        verdict=row["verdict"],
        reason=row["reason"],
        who=row["who"],
        who_from=row["who_from"],
        at=row["at"],
        quote=TextQuote(row["exact"], row["prefix"], row["suffix"]),
        words=row["words"],
        message=row["message"],
        places=tuple(json.loads(row["places"])),
        line=row["line"],
        copies=row["copies"],
        supersedes=row["supersedes"],
        number=row["id"],
    )
