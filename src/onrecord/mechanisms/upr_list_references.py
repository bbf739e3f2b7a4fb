"""Positions that a later paragraph states for single numbers of a list above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.mechanisms.model import Entry, PositionAt
from onrecord.mechanisms.upr_references import Place, Reference
from onrecord.un.position import NOT_STATED


def with_list_references(
    listed: Sequence[Entry], references: Sequence[Reference], symbol: str
) -> tuple[Entry, ...]:
    """Give listed recommendations what a later paragraph says of their numbers.

    Where the list itself states no position, the later paragraph's stands. Where it states one, that stays
    and the later words are added to it: "enjoy the support; already implemented (para. 92)".
    """
    entries = list(listed)
    for reference in references:
        if reference.kind != "list" or reference.position == NOT_STATED:
            continue
        named = set(reference.places)
        above = _list_above(entries, reference)
        items = {Place(e.pinpoint.rpartition(".")[2]) for e in entries if e.paragraph == above}
        whole = set[Place]() if reference.by_number and named & items else named
        for index, entry in enumerate(entries):
            if _is_named(entry, named, whole, above):
                entries[index] = _stated(entry, reference, symbol)
    return tuple(entries)


def _list_above(entries: Sequence[Entry], reference: Reference) -> str:
    """The paragraph of the list in which bare numbers count: the one named, else the nearest above."""
    lists = {entry.paragraph for entry in entries if entry.number}
    if reference.under in lists:
        return reference.under
    before = [p for p in lists if p.isdigit() and int(p) < int(reference.paragraph or 0)]
    return max(before, key=int, default="")


def _is_named(entry: Entry, named: set[Place], whole: set[Place], above: str) -> bool:
    """Whether the reference names this entry by its place, by its whole list, or by its number in the list above."""
    if entry.number is None or not entry.paragraph.isdigit():
        return False
    if Place(entry.pinpoint) in named or Place(entry.paragraph) in whole:
        return True
    return entry.paragraph == above and Place(entry.pinpoint.rpartition(".")[2]) in named


def _stated(entry: Entry, reference: Reference, symbol: str) -> Entry:
    if entry.position == NOT_STATED:
        return replace(
            entry,
            position=reference.position,
            position_as_written=reference.phrase,
            position_at=PositionAt(symbol, reference.paragraph),
        )
    if reference.phrase in entry.position_as_written:
        return entry
    added = f"{reference.phrase} (para. {reference.paragraph})"
    words = f"{entry.position_as_written}; {added}" if entry.position_as_written else added
    return replace(entry, position_as_written=words)
