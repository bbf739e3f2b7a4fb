"""A question or a remark that the letter calls a recommendation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.letters.check.case import Case
from onrecord.letters.check.mentions import entry_holding
from onrecord.letters.check.rule import ERROR, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell

# "Canada recommended that China “…”", "the recommendation to “…": near the words, no other quotation between.
_RECOMMENDED = re.compile(r"\brecommend(?:ed|s|ing|ations?)?\b[^“”\"«».;]{0,60}[“\"«]$", re.IGNORECASE)
_ASKS_FOR = re.compile(
    r"\b(?:recommend|request|encourag|urg|call|suggest|propos|advis|should|invit)\w*", re.IGNORECASE
)
_EXACT = ("verbatim", "verbatim_with_marked_changes")
_REMARKS = frozenset(("statement", "advance_question"))


def find(case: Case) -> Iterator[Said]:
    """Each quotation said to be a recommendation that the record has as a question or remark only."""
    for quotation in case.quotations:
        if quotation.verdict not in _EXACT or not case.in_body(quotation.span.start):
            continue
        lead = case.letter.text[case.sentence_at(quotation.span.start).start : quotation.span.start]
        entries = entry_holding(case, quotation) if _RECOMMENDED.search(lead) else ()
        if not entries or any(e.kind not in _REMARKS or _ASKS_FOR.search(e.text) for e in entries):
            continue
        first = entries[0]
        kind = (
            tell("an advance question")
            if first.kind == "advance_question"
            else tell("a remark in the dialogue")
        )
        yield Said(
            quotation.span,
            tell(
                "The letter calls this a recommendation; %(symbol)s, para. %(pinpoint)s, has it as %(kind)s.",
                symbol=first.symbol,
                pinpoint=first.pinpoint,
                kind=kind,
            ),
            (Evidence(tell("the record"), case.place_of(first)),),
            tell("Say “asked” or “said”."),
        )


RULE = Rule("question_as_recommendation", ERROR, "A question or remark is called a recommendation.", find)
