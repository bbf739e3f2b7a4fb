"""Markers or notes whose numbers do not rise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.letters.model import LetterNote, Marker
from onrecord.told import tell


def find(case: Case) -> Iterator[Said]:
    """Each marker or note that comes after a higher number; a marker used again is no fault."""
    yield from _falling(case.letter.markers, "Marker")
    yield from _falling(case.letter.notes, "Note")


_NAMES = {"Marker": (tell("Marker"), tell("marker")), "Note": (tell("Note"), tell("note"))}


def _falling(numbered: Sequence[Marker | LetterNote], name: str) -> Iterator[Said]:
    highest = 0
    seen: set[str] = set()
    for item in numbered:
        if not item.number.isdigit() or item.number in seen:
            continue
        seen.add(item.number)
        number = int(item.number)
        if number < highest:
            yield Said(
                item.span,
                tell(
                    "%(name)s %(number)s comes after %(before)s %(highest)s.",
                    name=_NAMES[name][0],
                    number=number,
                    before=_NAMES[name][1],
                    highest=highest,
                ),
                suggestion=tell("Number the notes in the order in which the text calls them."),
            )
        highest = max(highest, number)


RULE = Rule("numbering_out_of_order", WARNING, "Numbers of markers or notes that do not rise.", find)
