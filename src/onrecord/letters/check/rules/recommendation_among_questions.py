"""An ask in the wrong list: what is to be done among questions, a question among recommendations."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.letters.check.ask_words import only_tells_to_do
from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.letters.model import Ask
from onrecord.told import tell


def find(case: Case) -> Iterator[Said]:
    """Each question that only tells what to do, and each recommendation that is a question."""
    for ask in case.letter.asks:
        words = case.words(ask.span)
        if ask.kind == "question" and only_tells_to_do(words):
            then = tell("Move it to the recommendations, or ask: “…?”")
            yield _said(ask, tell("a recommendation, not a question"), then)
        elif ask.kind == "recommendation" and words.rstrip('”" ').endswith("?"):
            then = tell("Move it to the questions, or say what to do.")
            yield _said(ask, tell("a question, not a recommendation"), then)


def _said(ask: Ask, what: str, then: str) -> Said:
    return Said(ask.span, tell("%(name)s is %(what)s.", name=ask.name, what=what), suggestion=then)


RULE = Rule("recommendation_among_questions", WARNING, "An ask stands in the list of the other kind.", find)
