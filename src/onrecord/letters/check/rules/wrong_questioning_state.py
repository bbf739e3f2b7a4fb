"""A State said to have put advance questions that the report does not name among those that did."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.review_meant import review_meant
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.mechanisms.model import ReviewFacts
from onrecord.told import tell
from onrecord.un.states import FoundState, find_states

# "Canada and Norway put questions in advance", "Canada had sent its advance questions"; not "did not put",
# nor "asked Norway about the questions put in advance".
_ASKED = re.compile(
    r"\s+(?:(?:had|have|has|each|both|all|also)\s+){0,2}(?:put|submitted|sent|asked|posed|raised|prepared)\s+"
    r"(?:(?:the|its|their|these|some|several|many|two|three|four|written|further|other|own|following|such)\s+){0,3}"
    r"(?:advance(?:d)?\s+questions?|questions?\s+(?:[\w-]+\s+){0,3}?in\s+advance)\b",
    re.IGNORECASE,
)
# "questions put in advance by Canada and Norway", "advance questions from Canada"
_ASKED_BY = re.compile(
    r"(?:questions?\s+(?:[\w-]+\s+){0,3}?in\s+advance|advance(?:d)?\s+questions?(?:\s+(?:were\s+)?"
    r"(?:put|submitted|sent|asked|posed|raised|prepared))?)\s+(?:by|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "Ten States, Sweden and Norway among them, had put questions in advance"
_AMONG_THEM = re.compile(
    r"\s+among\s+(?:them|others),?\s+(?:had\s+|have\s+|also\s+)?(?:put|submitted|sent|asked|posed|raised|prepared)\s+"
    r"(?:\w+\s+){0,3}?(?:advance(?:d)?\s+questions?|questions?\s+(?:[\w-]+\s+){0,3}?in\s+advance)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[,;]|,?\s+and|,?\s+as\s+well\s+as)\s+(?:the\s+)?", re.IGNORECASE)


def find(case: Case) -> Iterator[Said]:
    """Each State that a sentence counts among those that asked in advance, where the report leaves it out."""
    for sentence in case.sentences:
        words = case.own_words(sentence)
        askers = _askers(words) if "advance" in words else []
        facts = review_meant(case, sentence) if askers else None
        if facts is None or not facts.questions_from:
            continue
        asked = {*facts.questions_from, *_questions_held(case, facts)}
        for found in askers:
            if found.state.code not in asked:
                yield Said(
                    Span(sentence.start + found.start, sentence.start + found.end),
                    tell(
                        "The letter says that %(name)s put questions in advance; %(symbol)s does not name it among the "
                        "States that did.",
                        name=tell(found.state.name),
                        symbol=facts.symbol,
                    ),
                    (Evidence(tell("the report"), case.place(facts.symbol, _pinpoint(case, facts))),),
                    tell("Name a State that did, or cite the document that holds its questions."),
                )


def _askers(words: str) -> list[FoundState]:
    """The States of the list that stands right before or right after the words for asking in advance."""
    states = list(find_states(words))
    for at, found in enumerate(states):
        if _ASKED.match(words, found.end) or _AMONG_THEM.match(words, found.end):
            first = at
            while first and _BETWEEN.fullmatch(words[states[first - 1].end : states[first].start]):
                first -= 1
            return states[first : at + 1]
        if _ASKED_BY.search(words[: found.start]):
            last = at
            while last + 1 < len(states) and _BETWEEN.fullmatch(
                words[states[last].end : states[last + 1].start]
            ):
                last += 1
            return states[at : last + 1]
    return []


def _questions_held(case: Case, facts: ReviewFacts) -> Iterator[str]:
    """The States whose questions themselves are on the record: a late batch is not in the report's list."""
    for entry in case.record.entries(to=facts.state, kind="advance_question"):
        if entry.session == facts.session:
            yield from entry.by


def _pinpoint(case: Case, facts: ReviewFacts) -> str:
    document = case.document(facts.symbol)
    paragraphs = document.paragraphs if document else ()
    return next((p.pinpoint for p in paragraphs if "questions prepared in advance" in p.text), "1")


RULE = Rule(
    "wrong_questioning_state",
    WARNING,
    "A State that did not put advance questions is said to have put them.",
    find,
)
