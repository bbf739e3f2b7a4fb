"""Advice on the words of the asks, by the rules with which letters are checked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from onrecord.letters.advice.model import Advice, Asked, Place
from onrecord.letters.check.ask_words import nearly_the_same, only_tells_to_do, two_actions
from onrecord.told import tell

_OPENING = re.compile(r"[\W_]*(?:to\s+)?(?P<verb>[A-Za-z]+)")
_DATA = re.compile(r"\b(?:how many|the number of|statistics|data on|figures)\b", re.IGNORECASE)
# "per year", "for each year", "by sex"; "by age" in "by age and nationality" is one of two.
_BY_YEAR = re.compile(
    r"\b(?:per|(?:for|in)?\s*each|(?:for|in)?\s*every|by)\s+year\b|\bannual(?:ly)?\b", re.IGNORECASE
)
_FEATURE = (
    r"(?:sex|gender|age(?:[ -]groups?)?|nationality|citizenship|ethnicity|ethnic (?:group|origin)|disability|region"
    r"|province|country(?: of origin)?|legal status|status|place(?: of \w+)?|offence|charge)"
)
_BY_FEATURES = re.compile(
    rf"\bby\s+(?P<features>{_FEATURE}(?:(?:\s*,\s*(?:and\s+)?|\s+(?:and|or)\s+){_FEATURE})*)\b", re.IGNORECASE
)
_SINGLE_FEATURE = re.compile(rf"\b{_FEATURE}\b", re.IGNORECASE)
_ENOUGH = 2
_BY_WHAT = re.compile(r"\b(?:disaggregated|broken down)\s+by\b", re.IGNORECASE)
_BY_ITS_WORDS = tell("by the words of the ask alone")
_ACTS = """
abolish accede adopt amend close criminalize decriminalize disclose enact establish invite issue join launch publish
ratify release remove repeal sign terminate withdraw
"""
_DONE_ONCE = frozenset(_ACTS.split())
# "publish", "the number of", "an annual report", "national legislation", "a standing invitation", "within a year".
_MEASURE = re.compile(
    r"\b(?:publish|publicly report|statistics|the number of|data on|figures|annual(?:ly)?|per year|each year|report to"
    r"|standing invitation|moratorium|quota|ratif\w+|acced\w+|adopt\w*|enact\w*|repeal\w*|amend\w*"
    r"|establish\w*|\d+ ?(?:%|per ?cent))",
    re.IGNORECASE,
)
# "by 2026", "before the mid-term", "within one year", "without delay", "immediately", "per year".
_TIME = re.compile(
    r"\b(?:(?:by|before|until|from|since)\s+(?:the\s+)?(?:end\s+of\s+)?(?:\d{4}|next|mid-?term|January|February|March"
    r"|April|May|June|July|August|September|October|November|December)|within\s+(?:\w+\s+){1,3}?(?:days?|weeks?|months?"
    r"|years?)|immediate(?:ly)?|without\s+delay|at\s+once|annual(?:ly)?|(?:per|each|every)\s+(?:year|month|quarter))\b",
    re.IGNORECASE,
)


def one_action(ask: Asked) -> Advice | None:
    """A recommendation of two actions: a State can then only take or leave both."""
    verbs = two_actions(ask.words) if ask.kind == "recommendation" else None
    if verbs is None:
        return None
    told = tell(
        "It asks for two things: “%(first)s …” and “%(second)s …”. Make two of it.",
        first=verbs[0],
        second=verbs[1],
    )
    return Advice("one_action", told, (_own(ask),))


def among_questions(ask: Asked) -> Advice | None:
    """A question that only tells what to do."""
    if ask.kind != "question" or not only_tells_to_do(ask.words):
        return None
    told = tell("This is a recommendation among the questions. Move it, or ask: “…?”")
    return Advice("recommendation_among_questions", told, (_own(ask),))


def breakdown(ask: Asked) -> Advice | None:
    """A request for numbers that names no breakdown, or a single one: by year, by sex."""
    found = _DATA.search(ask.words)
    if found is None or _BY_WHAT.search(ask.words):
        return None
    by_year = _BY_YEAR.search(ask.words)
    by_features = _BY_FEATURES.search(ask.words)
    features = len(_SINGLE_FEATURE.findall(by_features["features"])) if by_features else 0
    if features + bool(by_year) >= _ENOUGH:
        return None
    partly = by_features or by_year
    so_far = tell(" beyond “%(broken_down)s”", broken_down=partly[0].strip()) if partly else ""
    told = tell(
        "It asks for numbers (“%(asked)s”) without a breakdown%(so_far)s. Say by what: sex, age, nationality, year.",
        asked=found[0],
        so_far=so_far,
    )
    return Advice("breakdown", told, (_own(ask),))


def measurable(ask: Asked) -> Advice | None:
    """A recommendation that names nothing by which one could see that it was done.

    "Specific, Measurable, Achievable, Relevant, Time-bound" is what UPR Info's guidance asks of
    recommendations. A number, a publication, a date, or an act that is done once (to ratify, to adopt) is a
    measure.
    """
    first = _OPENING.match(ask.words)
    done_once = first is not None and first["verb"].lower() in _DONE_ONCE
    if ask.kind != "recommendation" or done_once or _MEASURE.search(ask.words):
        return None
    told = tell(
        "It names nothing by which one could see that it was done: no number, no publication, no law, no date. "
        "Say what is to be adopted, published or reported, and by whom."
    )
    return Advice("measure", told, (_own(ask),), _BY_ITS_WORDS)


def by_when(ask: Asked) -> Advice | None:
    """A recommendation that names no time."""
    if ask.kind != "recommendation" or _TIME.search(ask.words):
        return None
    told = tell("It names no time by which it is to be done. Add one: “before the mid-term of this cycle”.")
    return Advice("by_when", told, (_own(ask),), _BY_ITS_WORDS)


def duplicates(asks: Sequence[Asked]) -> dict[str, Advice]:
    """For each ask in nearly the words of one before it, the advice to keep one; by the ask's name."""
    found: dict[str, Advice] = {}
    for one, other in combinations(asks, 2):
        if one.kind == other.kind and nearly_the_same(one.words, other.words):
            told = tell(
                "%(second)s asks for nearly the same as %(first)s. Keep one of them.",
                first=one.name,
                second=other.name,
            )
            found.setdefault(other.name, Advice("duplicate", told, (_own(one), _own(other))))
    return found


def _own(ask: Asked) -> Place:
    return Place(ask.name, words=ask.words)
