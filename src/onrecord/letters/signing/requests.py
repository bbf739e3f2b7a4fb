"""Who asks to sign by the page for signing. Nobody is a signatory before a person has looked."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from onrecord.errors import NotOnRecord, UsageError
from onrecord.letters.signing.model import Signatory, Version
from onrecord.letters.signing.signatories import checked_words, consent_within, enter_within
from onrecord.letters.signing.versions import now, versions
from onrecord.record import letter_tables as tables
from onrecord.record.record import Record
from onrecord.told import tell

MOST_WAITING = 2_000
"""How many may wait at once: a flood fills no disk."""
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


@dataclass(frozen=True, slots=True)
class SigningRequest:
    """A request to sign. `code` is what the page showed to whoever asked: by it they prove that it was they.

    `decided` is "" while it waits; `signatory_id` is set where it was accepted.
    """

    id: int
    letter: str
    version_id: int
    kind: str
    names: Mapping[str, str]
    details: Mapping[str, str]
    language: str
    code: str
    at: str
    decided: str
    decided_by: str
    signatory_id: int | None


def ask_to_sign(
    record: Record,
    version: Version,
    *,
    kind: str,
    names: Mapping[str, str],
    contact: str,
    details: Mapping[str, str] | None = None,
    language: str = "en",
) -> SigningRequest:
    """Keep a request until a person has looked at it. UsageError for what is no signatory, or too many."""
    names, details = checked_words(kind, names, details or {}, language)
    if not contact.strip() or len(contact) > 300:
        raise UsageError(
            tell("A request needs a contact."), hint=tell("Give an e-mail address or telephone number.")
        )
    code = "".join(secrets.choice(_LETTERS) for _ in range(8))
    columns = tables.signing_requests.c
    with record.database.writing() as connection:
        waiting = connection.execute(
            select(func.count()).where(columns.letter == version.letter, columns.decided == "")
        ).scalar_one()
        if waiting >= MOST_WAITING:
            raise UsageError(
                tell("Too many requests wait already."), hint=tell("Try again when they have been looked at.")
            )
        found = connection.execute(
            insert(tables.signing_requests)
            .values(
                letter=version.letter,
                version_id=version.id,
                kind=kind,
                names=json.dumps(names, ensure_ascii=False, sort_keys=True),
                details=json.dumps(details, ensure_ascii=False, sort_keys=True),
                language=language,
                code=code,
                at=now(),
                decided="",
                decided_by="",
                signatory_id=None,
            )
            .returning(columns.id)
        ).scalar_one()
        connection.execute(
            insert(tables.signing_request_contacts).values(request_id=found, contact=contact.strip())
        )
    return request(record, version.letter, found)


def requests(record: Record, letter: str, *, waiting: bool = True) -> list[SigningRequest]:
    """The requests for a letter, the oldest first: those that wait, or all."""
    columns = tables.signing_requests.c
    question = select(tables.signing_requests).where(columns.letter == letter).order_by(columns.id)
    with record.database.reading() as connection:
        rows = connection.execute(question.where(columns.decided == "") if waiting else question).all()
    return [_request(row) for row in rows]


def request(record: Record, letter: str, number: int) -> SigningRequest:
    """The request with this number. NotOnRecord where the letter has none."""
    for one in requests(record, letter, waiting=False):
        if one.id == number:
            return one
    raise NotOnRecord(
        tell("“%(letter)s” has no request %(number)s.", letter=letter, number=number),
        hint=tell("See them in the list of requests."),
    )


def contact_of_request(record: Record, one: SigningRequest) -> str:
    """How whoever asked is reached. Never to be printed or exported."""
    contacts = tables.signing_request_contacts.c
    question = select(contacts.contact).where(contacts.request_id == one.id)
    with record.database.reading() as connection:
        kept: str = connection.execute(question).scalar_one()
    return kept


def accept(record: Record, one: SigningRequest, *, who: str) -> Signatory:
    """Enter whoever asked, with their consent to the version that the page showed them.

    UsageError where it was decided before.
    """
    shown = next(version for version in versions(record, one.letter) if version.id == one.version_id)
    contact = contact_of_request(record, one)
    how = f"the page for signing, request {one.id} of {one.at[:10]}"
    with record.database.writing() as connection:
        _decide(connection, one, who)
        entered = enter_within(
            connection,
            one.letter,
            kind=one.kind,
            names=one.names,
            details=one.details,
            contact=contact,
            language=one.language,
            who=who,
            how=how,
        )
        consent_within(connection, entered, shown, who=who, how=how, words=f"code {one.code}")
        connection.execute(
            update(tables.signing_requests)
            .where(tables.signing_requests.c.id == one.id)
            .values(signatory_id=entered.id)
        )
    return entered


def refuse(record: Record, one: SigningRequest, *, who: str) -> None:
    """Leave the request without a signatory; it stays in the history. UsageError where it was decided."""
    with record.database.writing() as connection:
        _decide(connection, one, who)


def _decide(connection: Connection, one: SigningRequest, who: str) -> None:
    columns = tables.signing_requests.c
    done = connection.execute(
        update(tables.signing_requests)
        .where(columns.id == one.id, columns.decided == "")
        .values(decided=now(), decided_by=who)
    )
    if done.rowcount != 1:
        raise UsageError(tell("Request %(id)s was decided before.", id=one.id))


def _request(row: Any) -> SigningRequest:
    return SigningRequest(
        row.id,
        row.letter,
        row.version_id,
        row.kind,
        json.loads(row.names),
        json.loads(row.details),
        row.language,
        row.code,
        row.at,
        row.decided,
        row.decided_by,
        row.signatory_id,
    )
