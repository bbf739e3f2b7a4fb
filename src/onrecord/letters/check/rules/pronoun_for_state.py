"""“Their” for one State in a recommendation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.told import tell

_THEIR = re.compile(
    r"\b(their)\s+(?:(?:international|human rights|legal|treaty|domestic|national|own)\s+){0,3}"
    r"(?:obligations?|commitments?|legislation|laws|constitution|territory|reservations?)\b",
    re.IGNORECASE,
)
# Those in the plural to whom "their" may go back.
_PLURAL = re.compile(r"\b(?:States(?: parties)?|governments|authorities|members|parties)\b", re.IGNORECASE)


def find(case: Case) -> Iterator[Said]:
    """Each recommendation, made to one State, that speaks of "their obligations"."""
    for ask in case.letter.asks:
        words = case.own_words(ask.span)
        for found in _THEIR.finditer(words) if ask.kind == "recommendation" else ():
            if not _PLURAL.search(words[: found.start()]):
                yield Said(
                    Span(ask.span.start + found.start(1), ask.span.start + found.end(1)),
                    tell(
                        "%(name)s is made to one State: the plural in “%(words)s” goes back to nobody.",
                        name=ask.name,
                        words=found.group(),
                    ),
                    suggestion=f"its{found.group()[5:]}",
                )


RULE = Rule("pronoun_for_state", NOTICE, "“Their” for one State in a recommendation.", find)
