"""Some links tell when they were looked at, others do not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Span
from onrecord.letters.check.case import URL, Case
from onrecord.letters.check.own_words import note_spans, places
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.told import tell

_ACCESSED = re.compile(
    r"[\s,;.]*[(\[]?(?:last\s+)?(?:accessed|visited|retrieved|viewed|검색일|접속일)\b", re.IGNORECASE
)


def find(case: Case) -> Iterator[Said]:
    """One finding for the letter where links with and without an access date stand side by side."""
    dated: list[Span] = []
    bare: list[Span] = []
    for note in note_spans(case):
        for found in URL.finditer(case.letter.text, note.start, note.end):
            has = _ACCESSED.match(case.letter.text, found.end(), note.end)
            (dated if has else bare).append(Span(*found.span()))
    if dated and bare:
        yield Said(
            bare[0],
            tell(
                "%(many)s of %(value)s links bear a date of access, the others none.",
                many=len(dated),
                value=len(dated) + len(bare),
            ),
            places(tell("a link without"), bare),
            tell("Give it for every link, or for none."),
        )


RULE = Rule("missing_access_dates", NOTICE, "Some links bear a date of access, others none.", find)
