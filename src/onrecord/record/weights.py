"""How well passages match the words of a search: BM25, worked out in memory.

The word index can weigh its matches itself, at ten times the price of finding them, and again for every search. Here
the passages of a word are fetched once and kept for as long as the record is unchanged; they take a dozen bytes for
each place where a word stands. The weight is Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and
Beyond" (2009), with their usual k1 and b, and Lucene's form of the second factor, which is never negative. The forms
of a word weigh as one word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection

from onrecord.record.database import Wanted, expression, forms_of, instances, matches
from onrecord.record.ledger import Ledger, Rows, ledger_of
from onrecord.record.query import Node, parse_query
from onrecord.record.record import Record
from onrecord.record.unchanged import while_unchanged

_SEARCHES = 200
_K1 = 1.2
_B = 0.75


class Matched(NamedTuple):
    """What the words of a search match: the expression, the rows of this ledger, and the weight of each."""

    ledger: Ledger
    words: str
    rows: Rows
    weights: npt.NDArray[np.float32]


def matched_by(record: Record, connection: Connection, query: str) -> Matched:
    """What a search for words matches, however it is then narrowed. UsageError where there is no word in it."""
    node = parse_query(query)
    return while_unchanged(
        record, "matched", lambda: _matched(record, connection, node), of=node, most=_SEARCHES
    )


def _matched(record: Record, connection: Connection, node: Node) -> Matched:
    # Asked for in one step, so that rows and weights are of one ledger while documents are being added.
    weights = while_unchanged(record, "weights", lambda: Weights(ledger_of(record)))
    ledger = weights.ledger
    asked = expression(node, lambda word: weights.forms(connection, word))
    rows = np.sort(ledger.rows_of(matches(connection, asked.words)))
    return Matched(ledger, asked.words, rows, weights.of(connection, rows, asked.wanted))


class _Postings(NamedTuple):
    """The rows in which a word stands, and how often it does."""

    rows: Rows
    counts: npt.NDArray[np.float32]


class Weights:
    """The weights of words in the passages of a ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        lengths = ledger.lengths.astype(np.float32)
        self._damping = _K1 * (
            1 - _B + _B * lengths / max(float(lengths.mean()) if len(lengths) else 1.0, 1.0)
        )
        self._postings: dict[Wanted, _Postings] = {}
        self._forms: dict[str, list[str]] = {}

    def of(self, connection: Connection, rows: Rows, wanted: Sequence[Wanted]) -> npt.NDArray[np.float32]:
        """The weight of each of these rows for the words wanted: the higher, the better it matches."""
        total = np.zeros(len(self.ledger.order), dtype=np.float32)
        for one in wanted:
            found = self._postings_of(connection, one)
            many = len(found.rows)
            rarity = np.log1p((len(total) - many + 0.5) / (many + 0.5))
            weight = found.counts * (_K1 + 1) / (found.counts + self._damping[found.rows])
            total[found.rows] += np.float32(rarity) * weight
        return total[rows]

    def forms(self, connection: Connection, word: str) -> list[str]:
        """The other words of the index that are forms of this one."""
        kept = self._forms.get(word)
        if kept is None:
            kept = self._forms[word] = forms_of(connection, word)
        return kept

    def _postings_of(self, connection: Connection, wanted: Wanted) -> _Postings:
        kept = self._postings.get(wanted)
        if kept is None:
            stands = self.ledger.rows_of(instances(connection, wanted))
            rows, counts = np.unique(stands, return_counts=True)
            kept = self._postings[wanted] = _Postings(rows, counts.astype(np.float32))
        return kept


def best_first(weights: npt.NDArray[np.float32], start: int, size: int) -> Rows:
    """The places from `start` on of the heaviest, `size` of them; equals stay in the order in which they stand."""
    end = min(start + size, len(weights))
    if start >= end:
        return np.empty(0, dtype=np.intp)
    least = np.partition(weights, len(weights) - end)[len(weights) - end]
    heavy = np.flatnonzero(weights >= least)
    return heavy[np.argsort(-weights[heavy], kind="stable")][start:end]
