"""A State's reviews cycle by cycle: what was recommended, what became of it, who spoke and who was not heard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.analysis.model import Trace
from onrecord.mechanisms.model import Entry
from onrecord.record.model import ReadsRecord
from onrecord.record.positions import Resolved, answers_on, resolve
from onrecord.record.record import Record
from onrecord.record.same_act import in_no_list
from onrecord.record.unchanged import while_unchanged

SPEAKING = ("recommendation", "statement", "advance_question")
LIST, DIALOGUE = "conclusions", "dialogue"
_AT_HAND = 100


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
    listed = [entry for entry in asked if entry.section == LIST]
    answers = answers_on(record, {entry.to for entry in asked if entry.to})
    under_review = {entry.to for entry in asked}
    spoke = Counter(
        state
        for entry in entries
        if entry.kind in SPEAKING
        for state in dict.fromkeys(entry.by)
        if state not in under_review
    )
    return Reviewed(
        symbol,
        tuple(
            Recommended(_as_one(texts), resolve(texts[0], entries, answers))
            for texts in _by_number([*listed, *in_no_list(asked)]).values()
        ),
        sum(entry.section == DIALOGUE for entry in asked),
        tuple(sorted(spoke.items(), key=lambda pair: (-pair[1], pair[0]))),
        tuple(dict.fromkeys(state for entry in entries if entry.kind == "not_heard" for state in entry.by)),
    )


def reviewed_once(record: Record, symbol: str) -> Reviewed:
    """The same, for pages: what was asked for last is at hand while the record is unchanged."""
    return while_unchanged(record, "reviewed", lambda: reviewed(record, symbol), of=symbol, most=_AT_HAND)


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
