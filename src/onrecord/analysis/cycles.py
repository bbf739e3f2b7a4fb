"""A State's reviews cycle by cycle: what was recommended, what became of it, who spoke and who was not heard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from onrecord.analysis.model import Trace
from onrecord.mechanisms.model import Entry
from onrecord.record.brief import answers_to, recommendations_of, speakers
from onrecord.record.model import ReadsRecord
from onrecord.record.positions import Resolved, Standing, answers_on, resolve, stands
from onrecord.record.record import Record
from onrecord.record.same_act import in_no_list
from onrecord.record.unchanged import while_unchanged

SPEAKING = ("recommendation", "statement", "advance_question")
NOT_HEARD = "not_heard"
LIST, DIALOGUE = "conclusions", "dialogue"
_AT_HAND = 10_000


@dataclass(frozen=True, slots=True)
class Recommended:
    """A numbered recommendation of a report, and what became of it by all documents on the record.

    Where one number holds several texts of several States, `entry` has all of them: Governments, the Council
    and OHCHR's lists count numbers (China 2013: 252), and some tables count texts (284).
    """

    entry: Entry
    resolved: Resolved


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One report on a review: the recommendations that it leaves with the State, and who spoke how often.

    Among them are those that the State answered where the dialogue tells them and no list repeats; `in_dialogue`
    counts all that were read from the summary of the dialogue. `spoke` holds (State, number of its entries),
    `not_heard` the States that wanted the floor and did not get it.
    """

    symbol: str
    recommended: tuple[Recommended, ...]
    in_dialogue: int
    spoke: tuple[tuple[str, int], ...]
    not_heard: tuple[str, ...]

    @property
    def positions(self) -> dict[str, int]:
        """How many of the recommendations have each position."""
        return dict(Counter(one.resolved.position for one in self.recommended).most_common())


def reviewed(record: ReadsRecord, symbol: str) -> Reviewed:
    """What the report with this symbol holds of its review; everything is empty where it is not on the record."""
    entries = record.entries(symbol=symbol)
    asked = [entry for entry in entries if entry.kind == "recommendation"]
    answers = answers_on(record, _under_review(asked))
    return Reviewed(
        symbol,
        tuple(
            Recommended(_as_one(texts), resolve(texts[0], entries, answers))
            for texts in _left(asked).values()
        ),
        sum(entry.section == DIALOGUE for entry in asked),
        *_heard([(entry.kind, entry.by) for entry in entries], {entry.to for entry in asked}),
    )


class Left(NamedTuple):
    """A recommendation as a list shows it: a `Recommended` without how it is printed and what else is said of it."""

    symbol: str
    pinpoint: str
    by: tuple[str, ...]
    text: str
    stands: Standing


@dataclass(frozen=True, slots=True)
class ReviewedInBrief:
    """The same as `Reviewed`, with its recommendations in brief."""

    symbol: str
    recommended: tuple[Left, ...]
    in_dialogue: int
    spoke: tuple[tuple[str, int], ...]
    not_heard: tuple[str, ...]

    @property
    def positions(self) -> dict[str, int]:
        """How many of the recommendations have each position."""
        return dict(Counter(one.stands.position for one in self.recommended).most_common())


def reviewed_in_brief(record: Record, symbol: str) -> ReviewedInBrief:
    """What `reviewed` tells, in brief and at hand for pages while the record is unchanged."""
    return while_unchanged(
        record, "reviewed", lambda: _reviewed_in_brief(record, symbol), of=symbol, most=_AT_HAND
    )


def _reviewed_in_brief(record: Record, symbol: str) -> ReviewedInBrief:
    asked = recommendations_of(record, symbol)
    answers = answers_to(record, _under_review(asked))
    return ReviewedInBrief(
        symbol,
        tuple(
            _left_with(_as_one(texts), stands(texts[0], asked, answers)) for texts in _left(asked).values()
        ),
        sum(entry.section == DIALOGUE for entry in asked),
        *_heard(speakers(record, symbol, (*SPEAKING, NOT_HEARD)), {entry.to for entry in asked}),
    )


def in_dialogue(record: Record, symbol: str) -> list[Left]:
    """The recommendations as the summary of the dialogue in the report with this symbol tells them."""
    asked = recommendations_of(record, symbol)
    answers = answers_to(record, _under_review(asked))
    return [_left_with(one, stands(one, asked, answers)) for one in asked if one.section == DIALOGUE]


def _left_with(entry: Entry, standing: Standing) -> Left:
    return Left(entry.symbol, entry.pinpoint, entry.by, entry.text, standing)


def _under_review(asked: Sequence[Entry]) -> frozenset[str]:
    return frozenset(entry.to for entry in asked if entry.to)


def _left(asked: Sequence[Entry]) -> dict[str, list[Entry]]:
    """Of a report's recommendations those that it leaves with the State, by number."""
    return _by_number([*(entry for entry in asked if entry.section == LIST), *in_no_list(asked)])


def _heard(
    said: Sequence[tuple[str, tuple[str, ...]]], under_review: Container[str]
) -> tuple[tuple[tuple[str, int], ...], tuple[str, ...]]:
    """Who spoke how often, and who was not heard, from the kind of each entry and whose it is."""
    spoke = Counter(
        state
        for kind, by in said
        if kind in SPEAKING
        for state in dict.fromkeys(by)
        if state not in under_review
    )
    return (
        tuple(sorted(spoke.items(), key=lambda pair: (-pair[1], pair[0]))),
        tuple(dict.fromkeys(state for kind, by in said if kind == NOT_HEARD for state in by)),
    )


def _by_number(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """The texts of each number, in the report's order."""
    texts: dict[str, list[Entry]] = {}
    for entry in entries:
        texts.setdefault(entry.pinpoint, []).append(entry)
    return texts


def _as_one(texts: Sequence[Entry]) -> Entry:
    """One number's texts as one entry, with all their States."""
    if len(texts) == 1:
        return texts[0]
    states = tuple(dict.fromkeys(state for entry in texts for state in entry.by))
    return replace(texts[0], by=states, text="\n".join(dict.fromkeys(entry.text for entry in texts)))


def states_by_cycles(trace: Trace) -> list[tuple[str, list[list[Entry]]]]:
    """A topic as a table: for each State that raised it, the entries in each review of the trace, in order.

    The States that raised it in most reviews come first.
    """
    columns: Sequence[dict[str, list[Entry]]] = [{} for _ in trace.reviews]
    for column, review in zip(columns, trace.reviews, strict=True):
        for hit in review.raised:
            for state in dict.fromkeys(hit.entry.by):
                column.setdefault(state, []).append(hit.entry)
    named = dict.fromkeys(state for column in columns for state in column)
    rows = [(state, [column.get(state, []) for column in columns]) for state in named]
    return sorted(rows, key=lambda row: (-sum(bool(cell) for cell in row[1]), row[0]))
