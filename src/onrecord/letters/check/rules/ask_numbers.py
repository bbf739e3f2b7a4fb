"""Two lists of asks that both count from 1: “recommendation 4” can then mean either."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell

_NAMED = re.compile(r"(?:Question|Recommendation|[QR])[\s.]*\d", re.IGNORECASE)


def find(case: Case) -> Iterator[Said]:
    """One finding where questions and recommendations bear the same plain numbers."""
    first = {ask.kind: ask for ask in reversed(case.letter.asks)}
    leads = [_lead(case, ask.span.start) for ask in first.values()]
    if len(first) == 1 or any(_NAMED.search(lead) or not re.search(r"\d", lead) for lead in leads):
        return
    for other, one in [sorted(first.values(), key=lambda ask: ask.span, reverse=True)] if first else []:
        yield Said(
            other.span,
            tell(
                "The %(kind)ss count from 1 again, as the %(kind2)ss do: a number alone can mean either.",
                kind=other.kind,
                kind2=one.kind,
            ),
            (Evidence(tell("the first %(kind)s", kind=one.kind), span=one.span),),
            tell("Number them Q1, Q2 … and R1, R2 …."),
        )


def _lead(case: Case, start: int) -> str:
    """What is printed on the line before an ask."""
    return case.letter.text[case.letter.text.rfind("\n", 0, start) + 1 : start]


RULE = Rule("ask_numbers", NOTICE, "Two lists of asks bear the same numbers.", find)
