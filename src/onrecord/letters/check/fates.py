"""What became of a recommendation, in words, as far as the record tells."""

from __future__ import annotations

from onrecord.letters.check.case import Case
from onrecord.letters.model import Evidence
from onrecord.mechanisms.model import Entry
from onrecord.un.position import NOTED, PARTIALLY_SUPPORTED, PENDING, SUPPORTED
from onrecord.un.states import state

_IN_WORDS = {
    SUPPORTED: "{who} supported it",
    NOTED: "{who} did not support it",
    PARTIALLY_SUPPORTED: "{who} supported it in part",
}


def fate(case: Case, entry: Entry) -> str:
    """What became of it: "China did not support it (A/HRC/11/25, para. 117)"; or that it is open, and why."""
    who = state(entry.to).name if entry.to else "the State under review"
    at = entry.position_at
    where = f" ({at.symbol}, para. {at.paragraph}{_at_second_hand(case, at.symbol)})" if at else ""
    if entry.position in _IN_WORDS:
        return f"{_IN_WORDS[entry.position].format(who=who)}{where}"
    if entry.position != PENDING:
        return "the report does not state it"
    addendum = f"{entry.symbol}/Add.1"
    held = (
        "is on the record and does not answer it"
        if case.document(addendum)
        else "is not on the record, so it cannot be checked"
    )
    return (
        f"{who} left it for later{where}, to be answered in an addendum, as a rule {addendum}, which {held}"
    )


def _at_second_hand(case: Case, symbol: str) -> str:
    """What must be added where a list on the record tells the position and the document it names is absent."""
    return "" if case.document(symbol) else ", told at second hand: that document is not on the record"


def is_settled(entry: Entry) -> bool:
    """Whether the record tells what became of the recommendation."""
    return entry.position in _IN_WORDS


def proof(case: Case, entry: Entry) -> tuple[Evidence, ...]:
    """The place where the position is recorded; said to be second hand where its words are not on the record."""
    at = entry.position_at
    if not at:
        return ()
    why = f"the position{_at_second_hand(case, at.symbol)}"
    return (Evidence(why, case.place(at.symbol, at.paragraph)),)
