"""A note that no marker calls."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.told import tell


def find(case: Case) -> Iterator[Said]:
    """Each note whose number stands nowhere in the body."""
    called = {marker.number for marker in case.letter.markers}
    for note in case.letter.notes:
        if note.number not in called:
            yield Said(
                note.span,
                tell("No marker in the text calls note %(number)s.", number=note.number),
                suggestion=tell(
                    "Put marker %(number)s where the text rests on it, or take the note out.",
                    number=note.number,
                ),
            )


RULE = Rule("note_without_marker", WARNING, "A note that no marker in the text calls.", find)
