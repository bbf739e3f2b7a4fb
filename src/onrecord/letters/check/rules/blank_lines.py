"""Lines that look empty and are not: they hold spaces that do not break."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.repairing import of_each
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.letters.model import Edit
from onrecord.told import tell

_LINE = re.compile(r"^[ \t]*[\u00a0\u202f\u2007\u200b][ \t\u00a0\u202f\u2007\u200b]*$", re.MULTILINE)


def find(case: Case) -> Iterator[Said]:
    """One finding for the letter, with how many there are."""
    found = [Span(*line.span()) for line in _LINE.finditer(case.letter.text)]
    if found:
        yield Said(
            found[0],
            (
                tell(
                    "%(many)s lines hold only spaces that do not break (U+00A0 and the like).",
                    many=len(found),
                )
                if len(found) > 1
                else tell(
                    "%(many)s line holds only spaces that do not break (U+00A0 and the like).",
                    many=len(found),
                )
            ),
            suggestion=tell("Leave these lines empty."),
            repair=of_each((Edit(span, "") for span in found), tell("the lines, which hold no words")),
        )


RULE = Rule(
    "blank_lines",
    NOTICE,
    "Lines of nothing but spaces that do not break.",
    find,
    repairs="the lines made empty",
)
