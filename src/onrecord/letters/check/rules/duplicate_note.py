"""Two notes with one number."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import ERROR, Rule, Said
from onrecord.letters.model import Evidence, LetterNote
from onrecord.told import tell


def find(case: Case) -> Iterator[Said]:
    """Each note whose number another note had before it."""
    first: dict[str, LetterNote] = {}
    for note in case.letter.notes:
        before = first.setdefault(note.number, note)
        if before is not note:
            yield Said(
                note.span,
                tell(
                    "There are two notes %(number)s; a reader cannot tell which of them the marker calls.",
                    number=note.number,
                ),
                (Evidence(tell("the first note %(number)s", number=note.number), span=before.span),),
                tell("Give one of them its own number and marker."),
            )


RULE = Rule("duplicate_note", ERROR, "Two notes bear one number.", find)
