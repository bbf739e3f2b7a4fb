"""What stood before a change and what stands since, for each kind of change."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, func, select

from onrecord.record import letter_tables as letters
from onrecord.record import tables


@dataclass(frozen=True, slots=True)
class Stand:
    """How a thing stood.

    `state` is a word for programs ("dismissed", "wrong", "consented", "" for none), `words` are a person's own,
    `version` is the hash of a letter's words where it matters.
    """

    state: str = ""
    words: str = ""
    version: str = ""


NOTHING = Stand()


@dataclass(frozen=True, slots=True)
class Shown:
    """What a change was about, and both sides of it.

    `name` is the letter's or the document's; `part` what of it: words of a finding, a pinpoint, a signatory.
    `draft`, `version` and `before_version` lead to versions of a letter on the desk; their texts are `before.words`
    and `now.words`. `remark` is what else was said of the change, such as by what a consent was given.
    """

    name: str
    before: Stand
    now: Stand
    part: str = ""
    remark: str = ""
    draft: int = 0
    version: int = 0
    before_version: int = 0


Rows = Callable[[Connection, Sequence[int]], dict[int, Shown]]


def _of(connection: Connection, table: Table, numbers: Sequence[int]) -> list[Any]:
    return list(connection.execute(select(table).where(table.c.id.in_(numbers))))


def _by_id(connection: Connection, table: Table, numbers: Sequence[int | None]) -> dict[int, Any]:
    return {row.id: row for row in _of(connection, table, [number for number in numbers if number])}


def _decisions(connection: Connection, numbers: Sequence[int]) -> dict[int, Shown]:
    rows = _of(connection, tables.decisions, numbers)
    former = _by_id(connection, tables.decisions, [row.supersedes for row in rows])
    return {
        row.id: Shown(
            row.letter,
            _verdict(former.get(row.supersedes)) if row.supersedes else NOTHING,
            _verdict(row),
            part=row.words or row.exact,
            remark=row.message,
        )
        for row in rows
    }


def _verdict(row: Any) -> Stand:
    return Stand(row.verdict, row.reason) if row is not None else NOTHING


def _judgements(connection: Connection, numbers: Sequence[int]) -> dict[int, Shown]:
    rows = _of(connection, tables.judgements, numbers)
    former = _by_id(connection, tables.judgements, [row.supersedes for row in rows])
    documents = tables.documents.c
    hashes = [row.sha256 for row in rows if not row.symbol]
    names = connection.execute(select(documents.sha256, documents.name).where(documents.sha256.in_(hashes)))
    named = {sha256: name for sha256, name in names}  # noqa: C416 - a row is no tuple to the type checker
    return {
        row.id: Shown(
            row.symbol or named.get(row.sha256, row.sha256[:12]),
            _said(former.get(row.supersedes)),
            _said(row),
            part=row.pinpoint,
        )
        for row in rows
    }


def _said(row: Any) -> Stand:
    return Stand(row.verdict, row.words) if row is not None else NOTHING


def _drafts(connection: Connection, numbers: Sequence[int]) -> dict[int, Shown]:
    columns, own = letters.draft_versions.c, letters.drafts.c
    rows = connection.execute(
        select(letters.draft_versions, own.name)
        .join(letters.drafts, own.id == columns.draft_id)
        .where(columns.id.in_(numbers))
    ).all()
    earlier = letters.draft_versions.alias()
    pairs = connection.execute(
        select(columns.id, func.max(earlier.c.id))
        .join(earlier, (earlier.c.draft_id == columns.draft_id) & (earlier.c.id < columns.id))
        .where(columns.id.in_(numbers))
        .group_by(columns.id)
    ).all()
    before: dict[int, int] = {row[0]: row[1] for row in pairs}
    texts = _by_id(connection, letters.draft_versions, list(before.values()))
    return {
        row.id: Shown(
            row.name,
            Stand(words=texts[before[row.id]].text) if row.id in before else NOTHING,
            Stand(row.why, row.text),
            draft=row.draft_id,
            version=row.id,
            before_version=before.get(row.id, 0),
        )
        for row in rows
    }


def _pairs(connection: Connection, numbers: Sequence[int]) -> dict[int, Shown]:
    columns = letters.draft_pairs.c
    rows = _of(connection, letters.draft_pairs, numbers)
    names = _by_id(connection, letters.drafts, [one for row in rows for one in (row.draft_id, row.other_id)])
    shown = {}
    for row in rows:
        both = {row.draft_id, row.other_id}
        question = select(columns.act).where(
            columns.id < row.id, columns.draft_id.in_(both), columns.other_id.in_(both)
        )
        former = connection.execute(question.order_by(columns.id.desc()).limit(1)).scalar()
        before = Stand(former) if former else NOTHING
        name, other = names[row.draft_id].name, names[row.other_id].name
        shown[row.id] = Shown(name, before, Stand(row.act), part=other, draft=row.draft_id)
    return shown


def _words(connection: Connection, numbers: Sequence[int]) -> dict[int, Shown]:
    columns = letters.letter_versions.c
    shown = {}
    for row in _of(connection, letters.letter_versions, numbers):
        question = select(columns.sha256).where(columns.letter == row.letter, columns.id < row.id)
        former = connection.execute(question.order_by(columns.id.desc()).limit(1)).scalar()
        before = Stand("kept", version=former) if former else NOTHING
        shown[row.id] = Shown(row.letter, before, Stand("kept", row.title, row.sha256))
    return shown


def _acts(connection: Connection, numbers: Sequence[int]) -> dict[int, Shown]:
    columns = letters.signatory_acts.c
    rows = _of(connection, letters.signatory_acts, numbers)
    people = _by_id(connection, letters.signatories, [row.signatory_id for row in rows])
    every = connection.execute(
        select(letters.signatory_acts).where(columns.signatory_id.in_(list(people))).order_by(columns.id)
    ).all()
    versions = _by_id(connection, letters.letter_versions, [row.version_id for row in every])
    return {row.id: _act(row, people[row.signatory_id], every, versions) for row in rows}


def _act(row: Any, person: Any, every: Sequence[Any], versions: Mapping[int, Any]) -> Shown:
    own = [one for one in every if one.signatory_id == row.signatory_id]
    names = json.loads(person.names)
    if row.act == "corrected":
        later = next((one for one in own if one.id > row.id and one.act == "corrected"), None)
        after = later.words if later else json.dumps({"names": names, "details": json.loads(person.details)})
        before, now = Stand("entered", _printed(row.words)), Stand("corrected", _printed(after))
    else:
        standing = [one for one in own if one.id < row.id and one.act != "corrected"]
        before, now = _stand(standing[-1], versions) if standing else NOTHING, _stand(row, versions)
        if row.act == "entered":
            first = next((one.words for one in own if one.act == "corrected"), "")
            at_first = first or json.dumps({"names": names, "details": json.loads(person.details)})
            now = Stand("entered", _printed(at_first))
    return Shown(person.letter, before, now, part=" / ".join(names.values()), remark=row.how)


def _stand(act: Any, versions: Mapping[int, Any]) -> Stand:
    version = versions.get(act.version_id)
    words = act.words if act.act == "narrowed" else ""
    return Stand(act.act, words, version.sha256 if version is not None else "")


def _printed(words: str) -> str:
    """Names and details, kept as JSON, as they are printed."""
    held = json.loads(words)
    names, details = held["names"], held["details"]
    return "; ".join(
        f"{name}, {details[language]}" if details.get(language) else name for language, name in names.items()
    )


def _requests(connection: Connection, numbers: Sequence[int]) -> dict[int, Shown]:
    return {
        row.id: Shown(
            row.letter,
            Stand("asked", row.at),
            Stand("accepted_signatory" if row.signatory_id else "refused"),
            part=" / ".join(json.loads(row.names).values()),
        )
        for row in _of(connection, letters.signing_requests, numbers)
    }


def _publications(connection: Connection, numbers: Sequence[int]) -> dict[int, Shown]:
    rows = _of(connection, letters.publications, numbers)
    versions = _by_id(connection, letters.letter_versions, [row.version_id for row in rows])
    return {
        row.id: Shown(
            row.letter,
            NOTHING,
            Stand("sent", row.sent, versions[row.version_id].sha256),
            part=row.recipient,
            remark=" · ".join(filter(None, (row.channel, row.remark))),
        )
        for row in rows
    }


def _replies(connection: Connection, numbers: Sequence[int]) -> dict[int, Shown]:
    rows = _of(connection, letters.publication_replies, numbers)
    to = _by_id(connection, letters.publications, [row.publication_id for row in rows])
    return {
        row.id: Shown(
            to[row.publication_id].letter,
            Stand("sent", to[row.publication_id].sent),
            Stand("answered", row.received),
            part=row.sender,
            remark=" · ".join(filter(None, (row.words, row.file_name))),
        )
        for row in rows
    }


def _documents(connection: Connection, numbers: Sequence[int]) -> dict[int, Shown]:
    return {
        row.id: Shown(row.symbol or row.name, NOTHING, Stand("added", row.title), part=row.reader)
        for row in _of(connection, tables.documents, numbers)
    }


SHOWN: dict[str, Rows] = {
    "decision": _decisions,
    "judgement": _judgements,
    "draft": _drafts,
    "pair": _pairs,
    "words": _words,
    "signature": _acts,
    "request": _requests,
    "publication": _publications,
    "reply": _replies,
    "document": _documents,
}
"""For each kind of change, its rows by their numbers."""
