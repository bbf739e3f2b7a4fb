"""A State said to have been a rapporteur ("troika") of a review that the report does not name as one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Span
from onrecord.citations.patterns import YEAR
from onrecord.letters.check.case import Case
from onrecord.letters.check.review_meant import review_meant
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.mechanisms.model import ReviewFacts
from onrecord.told import tell, tell_together
from onrecord.un.states import FoundState, find_states, state

# "Rapporteurs (troika): Italy, Morocco and the Philippines", "the troika of Italy, …", "the rapporteurs were …".
_BEFORE = re.compile(
    r"\b(?:rapporteurs|troika)\b\)?\s*(?:[:–—(]|(?:of|was|were|consisted\s+of|comprised|included)\b|,)?\s*"
    r"(?:(?:made\s+up\s+|composed\s+)?of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
# "Italy, Morocco and the Philippines served as the troika"
_AFTER = re.compile(
    r"\s+(?:served|acted|were|was|formed|made\s+up)\s+(?:as\s+)?(?:the\s+|a\s+|its\s+)?(?:group\s+of\s+)?(?:rapporteurs?|troika|"
    r"members?\s+of\s+the\s+troika)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|next|coming|upcoming|forthcoming|previous|last|first|second|third|fourth)\b", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s*(?:,|,?\s+and)\s+(?:the\s+)?", re.IGNORECASE)


def find(case: Case) -> Iterator[Said]:
    """Each State of a list of rapporteurs that the report on the review does not name as one."""
    for sentence in case.sentences:
        words = case.own_words(sentence)
        told = _told(words)
        facts = (review_meant(case, sentence) or _only_review(case, words)) if told else None
        if facts is None or not facts.troika:
            continue
        for found in told:
            if found.state.code not in facts.troika:
                named = tell_together(", ", [tell(state(code).name) for code in facts.troika])
                yield Said(
                    Span(sentence.start + found.start, sentence.start + found.end),
                    tell(
                        "The letter names %(name)s as a rapporteur of the review; %(symbol)s names %(named)s.",
                        name=tell(found.state.name),
                        symbol=facts.symbol,
                        named=named,
                    ),
                    (Evidence(tell("the report"), case.place(facts.symbol, "2")),),
                    named,
                )


def _only_review(case: Case, words: str) -> ReviewFacts | None:
    """The one review whose report the letter cites at all, where the sentence speaks of no other year and of none to come."""
    cited = [case.reviews[symbol] for symbol in case.cited_documents if symbol in case.reviews]
    if len(cited) != 1 or _TO_COME.search(words) or set(YEAR.findall(words)) - {cited[0].date[:4]}:
        return None
    return cited[0]


def _told(words: str) -> list[FoundState]:
    """The States of the list that stands right after or right before the words for the rapporteurs."""
    states = find_states(words)
    rows: list[list[FoundState]] = []
    for found in states:
        if rows and _BETWEEN.fullmatch(words[rows[-1][-1].end : found.start]):
            rows[-1].append(found)
        else:
            rows.append([found])
    return next(
        (row for row in rows if _BEFORE.search(words[: row[0].start]) or _AFTER.match(words, row[-1].end)), []
    )


RULE = Rule(
    "wrong_rapporteur",
    WARNING,
    "A State that was no rapporteur of the review is named as one.",
    find,
)
