"""An ask in the wrong list: what is to be done among questions, a question among recommendations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.letters.check.case import Case
from onrecord.letters.check.imperatives import VERBS
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.letters.model import Ask
from onrecord.told import tell

# An imperative that asks for an answer is a question in other words: "Please explain", "Provide information".
_ASKS_TO_TELL = re.compile(
    r"\b(?:provide|give|share|supply|furnish|submit)\b[^.?]{0,40}\b(?:information|data|details?|statistics|figures|"
    r"updates?|examples?|clarification|number|explanation)|"
    r"(?:^|[.;]\s+|please\s+)(?:kindly\s+)?(?:explain|clarify|describe|elaborate|comment|indicate|specify|state|inform|"
    r"tell|report|outline|confirm|list|update)\b",
    re.IGNORECASE,
)
_IMPERATIVE = re.compile(r"(?:^|[.;]\s+)(?:Please\s+)?(?P<verb>[A-Z][a-z]+)\b")


def find(case: Case) -> Iterator[Said]:
    """Each question that only tells what to do, and each recommendation that is a question."""
    for ask in case.letter.asks:
        words = case.words(ask.span)
        if ask.kind == "question" and "?" not in words and _tells_to_do(words):
            then = tell("Move it to the recommendations, or ask: “…?”")
            yield _said(ask, tell("a recommendation, not a question"), then)
        elif ask.kind == "recommendation" and words.rstrip('”" ').endswith("?"):
            then = tell("Move it to the questions, or say what to do.")
            yield _said(ask, tell("a question, not a recommendation"), then)


def _tells_to_do(words: str) -> bool:
    if _ASKS_TO_TELL.search(words):
        return False
    return any(found["verb"].lower() in VERBS for found in _IMPERATIVE.finditer(words))


def _said(ask: Ask, what: str, then: str) -> Said:
    return Said(ask.span, tell("%(name)s is %(what)s.", name=ask.name, what=what), suggestion=then)


RULE = Rule("recommendation_among_questions", WARNING, "An ask stands in the list of the other kind.", find)
