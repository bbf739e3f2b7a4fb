"""What became of a recommendation, in words, as far as the record tells."""

from __future__ import annotations

from onrecord.letters.check.case import Case
from onrecord.letters.model import Evidence
from onrecord.mechanisms.model import Entry
from onrecord.told import tell
from onrecord.un.position import NOTED, PARTIALLY_SUPPORTED, PENDING, SUPPORTED
from onrecord.un.states import state

_SETTLED = {SUPPORTED, NOTED, PARTIALLY_SUPPORTED}


def fate(case: Case, entry: Entry) -> str:
    """What became of it: "China did not support it (A/HRC/11/25, para. 117)"; or that it is open, and why."""
    who = tell(state(entry.to).name) if entry.to else tell("the State under review")
    where = _where(case, entry)
    if entry.position == SUPPORTED:
        return tell("%(who)s supported it%(where)s", who=who, where=where)
    if entry.position == NOTED:
        return tell("%(who)s did not support it%(where)s", who=who, where=where)
    if entry.position == PARTIALLY_SUPPORTED:
        return tell("%(who)s supported it in part%(where)s", who=who, where=where)
    if entry.position != PENDING:
        return tell("the report does not state it")
    addendum = f"{entry.symbol}/Add.1"
    held = (
        tell("is on the record and does not answer it")
        if case.document(addendum)
        else tell("is not on the record, so it cannot be checked")
    )
    return tell(
        "%(who)s left it for later%(where)s, to be answered in an addendum, as a rule %(addendum)s, which %(held)s",
        who=who,
        where=where,
        addendum=addendum,
        held=held,
    )


def _where(case: Case, entry: Entry) -> str:
    """The place of the position in brackets; said to be second hand where only a list on the record tells it."""
    at = entry.position_at
    if not at:
        return ""
    if case.document(at.symbol):
        return tell(" (%(symbol)s, para. %(paragraph)s)", symbol=at.symbol, paragraph=at.paragraph)
    return tell(
        " (%(symbol)s, para. %(paragraph)s, told at second hand: that document is not on the record)",
        symbol=at.symbol,
        paragraph=at.paragraph,
    )


def is_settled(entry: Entry) -> bool:
    """Whether the record tells what became of the recommendation."""
    return entry.position in _SETTLED


def proof(case: Case, entry: Entry) -> tuple[Evidence, ...]:
    """The place where the position is recorded; said to be second hand where its words are not on the record."""
    at = entry.position_at
    if not at:
        return ()
    why = (
        tell("the position")
        if case.document(at.symbol)
        else tell("the position, told at second hand: that document is not on the record")
    )
    return (Evidence(why, case.place(at.symbol, at.paragraph)),)
