"""What the record says of entries, in one line each: who to whom, and with which answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.errors import StateError
from onrecord.letters.render.sheet import Fact, Link
from onrecord.letters.render.words import KINDS, day, listed, para, position_tone
from onrecord.mechanisms.model import Entry, PositionAt, SecondHand
from onrecord.un.states import state

MOST_FACTS = 12
OF_THE_STATE_UNDER_REVIEW = ("reply", "pledge")


def state_name(code: str) -> str:
    """The State's name as used today, or the code itself where it is no State's."""
    try:
        return state(code).name
    except StateError:
        return code


def speakers(entry: Entry) -> str:
    """Who acted: names of States, with the group on whose behalf they spoke."""
    names = listed([state_name(code) for code in entry.by]) or listed(list(entry.by_as_printed))
    if not names and entry.kind in OF_THE_STATE_UNDER_REVIEW:
        names = state_name(entry.to)
    return f"{names} (on behalf of {entry.on_behalf_of})" if entry.on_behalf_of else names


def review_words(entry: Entry) -> str:
    """`review of China, cycle 2, 2013-10-22`, with what is known of it."""
    parts = [
        f"review of {state_name(entry.to)}" if entry.to else "",
        f"cycle {entry.cycle}" if entry.cycle else "",
    ]
    return ", ".join(part for part in [*parts, day(entry.date)] if part)


def facts_of(
    entries: Sequence[Entry],
    card_of: Callable[[PositionAt], str],
    told_by: Callable[[Entry], SecondHand | None] = lambda _: None,
) -> tuple[Fact, ...]:
    """A fact for each entry; `card_of` gives the anchor of the card for the place of a position.

    `told_by` gives the table that tells a position at second hand.
    """
    unheard = [entry for entry in entries if entry.kind == "not_heard"]
    told = [entry for entry in entries if entry.kind != "not_heard"]
    facts = [replace(_fact(entry, card_of), told=_told(told_by(entry))) for entry in told[:MOST_FACTS]]
    if len(told) > MOST_FACTS:
        facts.append(Fact(text=f"and {len(told) - MOST_FACTS} more acts at this place"))
    return (*facts, *([_unheard(unheard)] if unheard else []))


def _unheard(entries: Sequence[Entry]) -> Fact:
    """All who wanted the floor and did not get it, as one fact: the list itself stands above it."""
    count = len({code for entry in entries for code in entry.by})
    who = speakers(entries[0]) if count == 1 else f"The {count} States named here"
    first = entries[0]
    return Fact(text=f"{who} could not take the floor; {review_words(first)} ({para(first.pinpoint)})")


def _fact(entry: Entry, card_of: Callable[[PositionAt], str]) -> Fact:
    kind = KINDS.get(entry.kind, entry.kind)
    by = f" by {speakers(entry)}" if speakers(entry) else ", the speaker not named"
    text = f"{kind[:1].upper()}{kind[1:]}{by}; {review_words(entry)} ({para(entry.pinpoint)})"
    inferred = "; ".join(f"{item.field}: inferred from “{item.evidence}”" for item in entry.inferred)
    if entry.kind != "recommendation":
        return Fact(text=text, inferred=inferred)
    return Fact(
        text=text,
        tone=position_tone(entry.position),
        position=position_words(entry),
        at=_position_step(entry, card_of),
        inferred=inferred,
    )


def _told(by: SecondHand | None) -> str:
    """`told by OHCHR (Matrix_recommendations_2013.docx, 186.241)`."""
    if by is None:
        return ""
    return f"told by {by.source} ({', '.join(part for part in (by.file, by.pinpoint) if part)})"


def position_words(entry: Entry) -> str:
    """The report's own words for the position, or "" where it has none."""
    return f"“{entry.position_as_written}”" if entry.position_as_written else ""


def _position_step(entry: Entry, card_of: Callable[[PositionAt], str]) -> Link | None:
    at = entry.position_at
    if at is None:
        return None
    return Link(card_of(at), f"{at.symbol}, {para(at.paragraph)}")
