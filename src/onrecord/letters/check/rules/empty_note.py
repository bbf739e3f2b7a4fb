"""A note with a number and no words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import ERROR, Rule, Said
from onrecord.told import tell


def find(case: Case) -> Iterator[Said]:
    """Each note in which no letter or digit stands."""
    for note in case.letter.notes:
        if not re.search(r"\w", case.words(note.span)):
            yield Said(
                note.span,
                tell("Note %(number)s is empty.", number=note.number),
                suggestion=tell("Give the source, or take note and marker out."),
            )


RULE = Rule("empty_note", ERROR, "A note that has a number and no words.", find)
