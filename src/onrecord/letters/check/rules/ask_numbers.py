"""Two lists of asks that both count from 1: “recommendation 4” can then mean either."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell

_NAMED = re.compile(r"(?:Question|Recommendation|[QR])[\s.]*\d", re.IGNORECASE)

_FIRST = {"question": tell("the first question"), "recommendation": tell("the first recommendation")}


def find(case: Case) -> Iterator[Said]:
    """One finding where questions and recommendations bear the same plain numbers."""
    first = {ask.kind: ask for ask in reversed(case.letter.asks)}
    leads = [_lead(case, ask.span.start) for ask in first.values()]
    if len(first) == 1 or any(_NAMED.search(lead) or not re.search(r"\d", lead) for lead in leads):
        return
    for other, one in [sorted(first.values(), key=lambda ask: ask.span, reverse=True)] if first else []:
        yield Said(
            other.span,
            (
                tell(
                    "The questions count from 1 again, as the recommendations do: a number alone can mean either."
                )
                if other.kind == "question"
                else tell(
                    "The recommendations count from 1 again, as the questions do: a number alone can mean either."
                )
            ),
            (Evidence(_FIRST[one.kind], span=one.span),),
            tell("Number them Q1, Q2 … and R1, R2 …."),
        )


def _lead(case: Case, start: int) -> str:
    """What is printed on the line before an ask."""
    return case.letter.text[case.letter.text.rfind("\n", 0, start) + 1 : start]


RULE = Rule("ask_numbers", NOTICE, "Two lists of asks bear the same numbers.", find)
