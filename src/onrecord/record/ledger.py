"""What every passage can be narrowed by, held in memory while the record is unchanged.

A search on a record of 50,000 entries can match most of them. To join each match with its entry, document and
States in the database takes a microsecond or ten a row, and with many readers far more, because every row gives
the interpreter's lock away. Here the passages are columns of numbers, of which the most telling is the pair that a
passage is of: a group (list, document, kind, position, cycle, to whom) and makers (the States it is by). There are
far fewer pairs than passages.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from sqlalchemy import and_, case, func, select

from onrecord.record import tables
from onrecord.record.record import Record, newest_editions
from onrecord.record.unchanged import while_unchanged

Rows = npt.NDArray[np.intp]
"""Numbers of rows of a ledger, or other whole numbers."""

Bools = npt.NDArray[np.bool_]


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
    """The passages of the editions that count, a row each, in the order in which one leafs through the documents.

    `order` has their ids, `lengths` the letters of each, `pair` the number of its pair; a pair is a group and makers,
    of which `group_of` and `makers_of` have the numbers.
    """

    def __init__(self, rows: Iterable[Sequence[Any]]) -> None:
        """Rows of (id, letters, makers as JSON, *fields of a Group), in the order of the documents."""
        self.groups: list[Group] = []
        self.makers: list[frozenset[str]] = []
        order, lengths, pair_of_row = array("q"), array("l"), array("l")
        groups: dict[tuple[object, ...], int] = {}
        makers: dict[object, int] = {}
        pairs: dict[tuple[int, int], int] = {}
        for identity, letters, by, *told in rows:
            group = groups.setdefault(tuple(told), len(groups))
            if group == len(self.groups):
                self.groups.append(Group(*told))
            maker = makers.setdefault(by, len(makers))
            if maker == len(self.makers):
                self.makers.append(frozenset(json.loads(str(by))))
            pair_of_row.append(pairs.setdefault((group, maker), len(pairs)))
            lengths.append(letters)
            order.append(identity)
        self.order = np.array(order, dtype=np.int64)
        self.lengths = np.array(lengths, dtype=np.int64)
        self.pair = np.array(pair_of_row, dtype=np.intp)
        self.group_of = np.array([group for group, _ in pairs], dtype=np.intp)
        self.makers_of = np.array([maker for _, maker in pairs], dtype=np.intp)
        self._all = np.bincount(self.pair, minlength=len(self.group_of))
        self._by_id = np.argsort(self.order)
        self._ids = self.order[self._by_id]
        self._values = {
            name: _Values(group[at] for group in self.groups) for at, name in enumerate(Group._fields)
        }
        # Which States are in which makers: two columns of equal length.
        stand = [(number, state) for number, states in enumerate(self.makers) for state in states]
        self._standing_in = np.array([number for number, _ in stand], dtype=np.intp)
        self._states = _Values(state for _, state in stand)

    def rows_of(self, ids: str) -> Rows:
        """The rows of passages by their ids, which stand with commas between them; each as often as it does there.

        A passage that another program has just added is not in the ledger yet: it counts the next time.
        """
        if not ids or not len(self._ids):
            return np.empty(0, dtype=np.intp)
        wanted = np.fromstring(ids, dtype=np.int64, sep=",")
        places = np.minimum(np.searchsorted(self._ids, wanted), len(self._ids) - 1)
        rows: Rows = self._by_id[places[self._ids[places] == wanted]]
        return rows

    def counted(self, rows: Rows | None) -> Rows:
        """How many of these rows, or of all, there are of each pair."""
        if rows is None:
            return self._all
        return np.bincount(self.pair[rows], minlength=len(self.group_of))

    def of(self, **wanted: str | int) -> Bools:
        """Which pairs have each of these values in their group."""
        found = np.ones(len(self.groups), dtype=np.bool_)
        for name, value in wanted.items():
            found &= self._values[name].numbers == self._values[name].number(value)
        return found[self.group_of]

    def by(self, state: str) -> Bools:
        """Which pairs have this State among their makers."""
        found = np.zeros(len(self.makers), dtype=np.bool_)
        found[self._standing_in[self._states.numbers == self._states.number(state)]] = True
        return found[self.makers_of]

    def summed(self, names: Sequence[str], counts: Rows) -> dict[str, list[tuple[Any, int]]]:
        """From how many there are of each pair: how many of each value of fields of the group, or "by" a State.

        Only of values of which there is something; a State is counted with each pair that it is a maker of.
        """
        there = np.flatnonzero(counts)
        many = counts[there]
        of_groups = np.bincount(self.group_of[there], weights=many, minlength=len(self.groups))
        found = {name: self._values[name].summed(of_groups) for name in names if name != "by"}
        if "by" in names:
            of_makers = np.bincount(self.makers_of[there], weights=many, minlength=len(self.makers))
            found["by"] = self._states.summed(of_makers[self._standing_in])
        return found


class _Values:
    """A column of values: the values there are, and the number of the value in each place of the column."""

    def __init__(self, column: Iterable[Any]) -> None:
        known: dict[Any, int] = {}
        self.numbers = np.array([known.setdefault(value, len(known)) for value in column], dtype=np.intp)
        self.values = list(known)
        self._known = known

    def number(self, value: Any) -> int:
        return self._known.get(value, -1)

    def summed(self, counts: npt.NDArray[Any]) -> list[tuple[Any, int]]:
        sums = np.bincount(self.numbers, weights=counts, minlength=len(self.values))
        there = np.flatnonzero(sums)
        return [
            (self.values[place], many)
            for place, many in zip(there, sums[there].astype(int).tolist(), strict=True)
        ]


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
            func.length(passages.words),
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
