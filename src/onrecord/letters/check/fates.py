"""What became of a recommendation, in words, as far as the record tells."""

from __future__ import annotations

from onrecord.letters.check.case import Case
from onrecord.letters.model import Evidence
from onrecord.mechanisms.model import Entry, PositionAt
from onrecord.told import tell
from onrecord.un.position import NOTED, PARTIALLY_SUPPORTED, PENDING, SUPPORTED
from onrecord.un.states import state

_SETTLED = {SUPPORTED, NOTED, PARTIALLY_SUPPORTED}


def fate(case: Case, entry: Entry) -> str:
    """What became of it: "China did not support it (A/HRC/11/25, para. 117)"; or that it is open, and why."""
    who, where = _who(entry), _where(case, entry)
    if is_settled(entry):
        return _became(entry, where)
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


def fate_to_add(case: Case, entry: Entry) -> str:
    """The words that a writer can add, and what is to be read first where the record has them at second hand."""
    if not _is_second_hand(case, entry):
        return tell("Add: %(became)s.", became=fate(case, entry))
    if entry.position_at:
        became = _became(entry, _place(entry.position_at))
        return tell(
            "Add: %(became)s. Read that document first: it is not on the record.",
            became=became,
        )
    teller = case.record.teller(entry)
    return tell(
        "Add: %(became)s. Cite the document that says so; the record has it from %(source)s alone.",
        became=_became(entry, ""),
        source=teller.source if teller else "",
    )


def _who(entry: Entry) -> str:
    return tell(state(entry.to).name) if entry.to else tell("the State under review")


def _became(entry: Entry, where: str) -> str:
    if entry.position == SUPPORTED:
        return tell("%(who)s supported it%(where)s", who=_who(entry), where=where)
    if entry.position == NOTED:
        return tell("%(who)s did not support it%(where)s", who=_who(entry), where=where)
    return tell("%(who)s supported it in part%(where)s", who=_who(entry), where=where)


def _place(at: PositionAt) -> str:
    return tell(" (%(symbol)s, para. %(paragraph)s)", symbol=at.symbol, paragraph=at.paragraph)


def _where(case: Case, entry: Entry) -> str:
    """The place of the position in brackets, and whose table tells of it where the place is not on the record."""
    at = entry.position_at
    if not _is_second_hand(case, entry):
        return _place(at) if at else ""
    teller = case.record.teller(entry)
    if at is None:
        return tell(" (told at second hand by %(source)s)", source=teller.source) if teller else ""
    if teller is None:
        return tell(
            " (%(symbol)s, para. %(paragraph)s, told at second hand)",
            symbol=at.symbol,
            paragraph=at.paragraph,
        )
    return tell(
        " (%(symbol)s, para. %(paragraph)s, told at second hand by %(source)s)",
        symbol=at.symbol,
        paragraph=at.paragraph,
        source=teller.source,
    )


def _is_second_hand(case: Case, entry: Entry) -> bool:
    """Whether a table on the record tells the position, and the document that states it is absent or not named."""
    at = entry.position_at
    if not is_settled(entry) or (at and case.document(at.symbol)):
        return False
    return at is not None or case.record.teller(entry) is not None


def is_settled(entry: Entry) -> bool:
    """Whether the record tells what became of the recommendation."""
    return entry.position in _SETTLED


def proof(case: Case, entry: Entry) -> tuple[Evidence, ...]:
    """The place where the position is recorded; where its words are not on the record, whose table tells it."""
    at, why = entry.position_at, tell("the position")
    if _is_second_hand(case, entry):
        teller = case.record.teller(entry)
        if teller is None:
            why = tell("the position, told at second hand: that document is not on the record")
        else:
            why = tell(
                "the position, told at second hand by %(source)s (%(table)s)",
                source=teller.source,
                table=", ".join(part for part in (teller.file, teller.pinpoint) if part),
            )
    if at:
        return (Evidence(why, case.place(at.symbol, at.paragraph)),)
    return (Evidence(why),) if _is_second_hand(case, entry) else ()
