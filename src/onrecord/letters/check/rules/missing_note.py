"""A marker calls a note that is not there (domain rule: markers and notes must pair)."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import ERROR, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell


def find(case: Case) -> Iterator[Said]:
    """Each marker without a note, with the notes before and after the gap."""
    numbers = [note.number for note in case.letter.notes]
    for marker in case.letter.markers:
        if marker.number in numbers:
            continue
        around = _around(numbers, marker.number)
        gap = (
            tell(": its notes go from %(first)s to %(last)s", first=around[0], last=around[1])
            if len(around) == 2
            else ""
        )
        yield Said(
            marker.span,
            tell(
                "Marker %(number)s calls a note that the letter does not have%(gap)s.",
                number=marker.number,
                gap=gap,
            ),
            tuple(
                Evidence(tell("note %(number)s", number=note.number), span=note.span)
                for note in case.letter.notes
                if note.number in around
            ),
            tell("Add note %(number)s, or take the marker out.", number=marker.number),
        )


def _around(numbers: list[str], wanted: str) -> list[str]:
    if not wanted.isdigit():
        return []
    known = sorted({int(number) for number in numbers if number.isdigit()})
    before = [n for n in known if n < int(wanted)][-1:]
    after = [n for n in known if n > int(wanted)][:1]
    return [str(n) for n in before + after]


RULE = Rule("missing_note", ERROR, "A marker in the text calls a note that does not exist.", find)
