"""What every passage can be narrowed by, held in memory while the record is unchanged.

A search on a record of 50,000 entries can match most of them. To join each match with its entry, document and
States in the database takes a microsecond or ten a row, and with many readers far more, because every row gives
the interpreter's lock away. Here a match is one number: which pair it is of, of a group (list, document, kind,
position, cycle, to whom) and makers (the States it is by). There are far fewer pairs than passages.
"""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import and_, case, func, select

from onrecord.record import tables
from onrecord.record.record import Record, newest_editions
from onrecord.record.unchanged import while_unchanged


class Group(NamedTuple):
    """What many passages have in common; `to` and `cycle` of a paragraph or note are its report's.

    `source` is "entry", "paragraph" or "note"; `called` the document's symbol, or the name of its file.
    """

    source: str
    called: str
    kind: str
    position: str
    cycle: int | None
    to: str


class Ledger:
    """The passages of the editions that count; `order` has all their ids as one leafs through the documents."""

    def __init__(self, rows: Iterable[Sequence[Any]]) -> None:
        """Rows of (id, makers as JSON, *fields of a Group), in the order of the documents."""
        self.groups: list[Group] = []
        self.makers: list[frozenset[str]] = []
        self.pairs: list[tuple[int, int]] = []
        self.order = array("q")
        self.by: dict[str, array[int]] = {}
        self.to: dict[str, array[int]] = {}
        self._pair_of: dict[int, int] = {}
        groups: dict[tuple[object, ...], int] = {}
        makers: dict[object, int] = {}
        pairs: dict[tuple[int, int], int] = {}
        for identity, by, *told in rows:
            group = groups.setdefault(tuple(told), len(groups))
            if group == len(self.groups):
                self.groups.append(Group(*told))
            maker = makers.setdefault(by, len(makers))
            if maker == len(self.makers):
                self.makers.append(frozenset(json.loads(str(by))))
            pair = pairs.setdefault((group, maker), len(pairs))
            if pair == len(self.pairs):
                self.pairs.append((group, maker))
            self._pair_of[identity] = pair
            self.order.append(identity)
            for state in self.makers[maker]:
                self.by.setdefault(state, array("q")).append(identity)
            self.to.setdefault(self.groups[group].to, array("q")).append(identity)
        self._all = Counter(self._pair_of.values())

    def counted(self, ids: Sequence[int]) -> Mapping[int, int]:
        """How many of these passages there are of each pair of group and makers."""
        if ids is self.order:
            return self._all
        counts = Counter(map(self._pair_of.get, ids))
        # A passage that another program has just added is not in the ledger yet: it counts the next time.
        counts.pop(None, None)
        return counts  # type: ignore[return-value]

    def within(self, ids: Iterable[int], pairs: Collection[int]) -> Iterator[int]:
        """Those of these passages that are of one of these pairs, in the same order."""
        pair_of = self._pair_of.get
        return (one for one in ids if pair_of(one) in pairs)


def ledger_of(record: Record) -> Ledger:
    """The ledger of the record as it stands."""
    return while_unchanged(record, "ledger", lambda: _made(record))


def _made(record: Record) -> Ledger:
    passages, entries, reviews = tables.passages.c, tables.entries.c, tables.reviews.c
    documents = tables.documents.c
    is_entry = and_(
        passages.source == "entry",
        entries.document_id == passages.document_id,
        entries.ordinal == passages.ordinal,
    )
    question = (
        select(
            passages.id,
            func.coalesce(entries.by_states, "[]"),
            passages.source,
            case((documents.symbol == "", documents.name), else_=documents.symbol),
            func.coalesce(entries.kind, ""),
            func.coalesce(entries.position, ""),
            case((passages.source == "entry", entries.cycle), else_=reviews.cycle),
            func.coalesce(case((passages.source == "entry", entries.to_state), else_=reviews.state), ""),
        )
        .join_from(tables.passages, tables.documents, documents.id == passages.document_id)
        .outerjoin(tables.entries, is_entry)
        .outerjoin(tables.reviews, reviews.document_id == passages.document_id)
        .where(passages.document_id.in_(newest_editions()))
        .order_by(documents.symbol, passages.id)
    )
    with record.database.reading() as connection:
        return Ledger(connection.execute(question))
