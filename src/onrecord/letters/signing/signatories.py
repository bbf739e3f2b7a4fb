"""Signatories and what became of them. Each act is kept; none is undone by another, only followed by it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Required, TypedDict, Unpack

from sqlalchemy import Connection, insert, select, update

from onrecord.errors import NotOnRecord, UsageError
from onrecord.letters.signing.model import KINDS, LANGUAGES, Act, Signatory, Standing, Version
from onrecord.letters.signing.versions import now
from onrecord.record import letter_tables as tables
from onrecord.record.record import Record
from onrecord.told import tell

LONGEST = 500
"""Of a name or detail, in characters; the longest name of an organisation in UHRI's lists has some 200."""


class Given(TypedDict, total=False):
    """What is written down of a signatory who is entered; `kind`, `names` and `who` must be there."""

    kind: Required[str]
    names: Required[Mapping[str, str]]
    who: Required[str]
    details: Mapping[str, str] | None
    contact: str
    language: str
    how: str


def enter(record: Record, letter: str, **given: Unpack[Given]) -> Signatory:
    """Enter a signatory who has not signed yet. UsageError for what is no kind, language or name."""
    with record.database.writing() as connection:
        return enter_within(connection, letter, **given)


def enter_within(connection: Connection, letter: str, **given: Unpack[Given]) -> Signatory:
    """As `enter`, within a transaction of more than that: all of it is kept, or nothing."""
    kind, language = given["kind"], given.get("language", "")
    names, details = checked_words(kind, given["names"], given.get("details") or {}, language)
    written_to = language or next(iter(names))
    values = {
        "letter": letter,
        "kind": kind,
        "names": _json(names),
        "details": _json(details),
        "language": written_to,
    }
    found = connection.execute(
        insert(tables.signatories).values(values).returning(tables.signatories.c.id)
    ).scalar_one()
    contact = given.get("contact", "").strip()
    if contact:
        connection.execute(insert(tables.signatory_contacts).values(signatory_id=found, contact=contact))
    _write(connection, Act(found, "entered", now(), given["who"], given.get("how", "")))
    return Signatory(found, letter, kind, names, details, written_to)


def correct(
    record: Record,
    signatory: Signatory,
    *,
    who: str,
    names: Mapping[str, str] | None = None,
    details: Mapping[str, str] | None = None,
    contact: str | None = None,
    how: str = "",
) -> Signatory:
    """Correct names, details or contact; what stood there before is kept in the act's words (not a contact)."""
    corrected = Signatory(
        signatory.id,
        signatory.letter,
        signatory.kind,
        _tidy(signatory.names if names is None else names),
        _tidy(signatory.details if details is None else details),
        signatory.language,
    )
    _check(corrected.kind, corrected.names, corrected.details, corrected.language)
    before = {"names": dict(signatory.names), "details": dict(signatory.details)}
    with record.database.writing() as connection:
        connection.execute(
            update(tables.signatories)
            .where(tables.signatories.c.id == signatory.id)
            .values(names=_json(corrected.names), details=_json(corrected.details))
        )
        if contact is not None:
            contacts = tables.signatory_contacts
            connection.execute(contacts.delete().where(contacts.c.signatory_id == signatory.id))
            if contact.strip():
                connection.execute(
                    insert(contacts).values(signatory_id=signatory.id, contact=contact.strip())
                )
        _write(connection, Act(signatory.id, "corrected", now(), who, how, _json(before)))
    return corrected


def consent(
    record: Record, signatory: Signatory, to: Version, *, who: str, how: str, words: str = ""
) -> None:
    """Write down that the signatory signs this version, and by what they made it known.

    UsageError where the version is another letter's, or nothing is said of how.
    """
    with record.database.writing() as connection:
        consent_within(connection, signatory, to, who=who, how=how, words=words)


def consent_within(
    connection: Connection, signatory: Signatory, to: Version, *, who: str, how: str, words: str = ""
) -> None:
    """As `consent`, within a transaction of more than that."""
    if to.letter != signatory.letter:
        raise UsageError(
            tell(
                "%(name)s was asked to sign “%(letter)s”, not “%(letter2)s”.",
                name=signatory.name("en"),
                letter=signatory.letter,
                letter2=to.letter,
            )
        )
    if not how.strip():
        raise UsageError(
            tell("A consent needs its ground."),
            hint=tell('Say by what it was given: --how "e-mail of 2 January".'),
        )
    _write(connection, Act(signatory.id, "consented", now(), who, how.strip(), words, to.id))


def withdraw(record: Record, signatory: Signatory, *, who: str, how: str, words: str = "") -> None:
    """Write down that the signatory no longer signs. They stay on the list, and are printed no more."""
    with record.database.writing() as connection:
        _write(connection, Act(signatory.id, "withdrew", now(), who, how, words))


def signatories(record: Record, letter: str) -> list[Signatory]:
    """Everybody who was entered for the letter, in that order."""
    columns = tables.signatories.c
    with record.database.reading() as connection:
        rows = connection.execute(
            select(tables.signatories).where(columns.letter == letter).order_by(columns.id)
        ).all()
    return [_signatory(row) for row in rows]


def signatory(record: Record, letter: str, number: int) -> Signatory:
    """The signatory with this number. NotOnRecord where the letter has none."""
    for one in signatories(record, letter):
        if one.id == number:
            return one
    raise NotOnRecord(
        tell("“%(letter)s” has no signatory %(number)s.", letter=letter, number=number),
        hint=tell("See them: onrecord signatures list LETTER."),
    )


def acts(record: Record, letter: str) -> list[Act]:
    """Everything that became of the letter's signatories, in the order in which it was written down."""
    columns = tables.signatory_acts.c
    with record.database.reading() as connection:
        rows = connection.execute(
            select(tables.signatory_acts)
            .join(tables.signatories, tables.signatories.c.id == columns.signatory_id)
            .where(tables.signatories.c.letter == letter)
            .order_by(columns.id)
        ).all()
    return [
        Act(row.signatory_id, row.act, row.at, row.by, row.how, row.words, row.version_id) for row in rows
    ]


def contact_of(record: Record, signatory: Signatory) -> str:
    """How the signatory is reached, "" where nobody wrote it down. Never to be printed or exported."""
    contacts = tables.signatory_contacts.c
    with record.database.reading() as connection:
        return (
            connection.execute(
                select(contacts.contact).where(contacts.signatory_id == signatory.id)
            ).scalar_one_or_none()
            or ""
        )


def standings(record: Record, version: Version) -> list[tuple[Signatory, Standing]]:
    """How each signatory stands to this version.

    SIGNED who consented to these very words and did not withdraw since; ASK_AGAIN who consented to other
    words; INVITED who did neither; WITHDRAWN whose last word was that they no longer sign.
    """
    consented: dict[int, set[int | None]] = {}
    withdrawn: set[int] = set()
    for act in acts(record, version.letter):
        if act.act == "consented":
            withdrawn.discard(act.signatory_id)
            consented.setdefault(act.signatory_id, set()).add(act.version_id)
        elif act.act == "withdrew":
            withdrawn.add(act.signatory_id)
            consented.pop(act.signatory_id, None)
    return [
        (one, _standing(consented.get(one.id, set()), withdrawn=one.id in withdrawn, version=version.id))
        for one in signatories(record, version.letter)
    ]


def _standing(consented: set[int | None], *, withdrawn: bool, version: int) -> Standing:
    if withdrawn:
        return Standing.WITHDRAWN
    if version in consented:
        return Standing.SIGNED
    return Standing.ASK_AGAIN if consented else Standing.INVITED


def checked_words(
    kind: str, names: Mapping[str, str], details: Mapping[str, str], language: str
) -> tuple[dict[str, str], dict[str, str]]:
    """Names and details as they would be entered. UsageError for what is no kind, language or name."""
    names, details = _tidy(names), _tidy(details)
    _check(kind, names, details, language)
    return names, details


def _tidy(words: Mapping[str, str]) -> dict[str, str]:
    """By language, without spaces at the ends, control characters or what is empty."""
    tidy = {
        language: "".join(c for c in " ".join(text.split()) if c.isprintable())
        for language, text in words.items()
    }
    return {language: text for language, text in tidy.items() if text}


def _check(kind: str, names: Mapping[str, str], details: Mapping[str, str], language: str) -> None:
    if kind not in KINDS:
        raise UsageError(
            tell("There is no kind of signatory “%(kind)s”.", kind=kind),
            hint=tell("Choose one of: %(listed)s.", listed=", ".join(KINDS)),
        )
    for one in {*names, *details, *filter(None, [language])}:
        if one not in LANGUAGES:
            raise UsageError(
                tell("“%(one)s” is no language of a list of signatories.", one=one),
                hint=tell("Choose en or ko."),
            )
    if not names:
        raise UsageError(
            tell("A signatory needs a name."), hint=tell("Give it in English, in Korean, or in both.")
        )
    for text in (*names.values(), *details.values()):
        if len(text) > LONGEST:
            raise UsageError(
                tell("“%(text)s…” has %(many)s characters.", text=text[:60], many=f"{len(text):,}"),
                hint=tell("At most %(most)s fit on a line.", most=LONGEST),
            )


def _write(connection: Connection, act: Act) -> None:
    connection.execute(
        insert(tables.signatory_acts).values(
            signatory_id=act.signatory_id,
            act=act.act,
            version_id=act.version_id,
            at=act.at,
            by=act.by,
            how=act.how,
            words=act.words,
        )
    )


def _signatory(row: Any) -> Signatory:
    return Signatory(
        row.id, row.letter, row.kind, json.loads(row.names), json.loads(row.details), row.language
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
