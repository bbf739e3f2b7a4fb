"""The action category of a recommendation, by UPR Info's method (McMahon, October 2014).

The guide names the verbs of each category. Of two verbs in one ask the first decides; an ask that opens
with two joined verbs is of the second ("Continue and strengthen" is 4).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.letters.advice.earlier import asked_words
from onrecord.letters.advice.model import Advice, Category
from onrecord.mechanisms.model import Entry

NAMES = {1: "minimal", 2: "continuing", 3: "considering", 4: "general", 5: "specific"}
LISTS = {
    1: "call on, seek, share",
    2: "continue, maintain, persevere, persist, pursue",
    3: "analyse, analyze, consider, envisage, examine, explore, reflect upon, revise, review, study",
    4: "accelerate, address, encourage, engage with, ensure, guarantee, intensify, promote, speed up, strengthen, "
    "take action, take measures, take steps",
    5: "conduct, develop, eliminate, establish, investigate, undertake, abolish, accede, adopt, amend, implement, "
    "enforce, ratify",
}
SOURCE = "UPR Info's action categories (McMahon, October 2014)"
_CATEGORY_OF = {verb: number for number, verbs in LISTS.items() for verb in verbs.split(", ")}
_LONGEST_FIRST = sorted(_CATEGORY_OF, key=len, reverse=True)
_VERB = re.compile(rf"\b({'|'.join(map(re.escape, _LONGEST_FIRST))})\b", re.IGNORECASE)
_AT_HEAD = re.compile(r"[\W_]*(?:(?:please|to|that [\w ]{1,30}? (?:should|must))\s+)?", re.IGNORECASE)
_JOINED = re.compile(r"(?:\s+(?:and|to)\s+|\s*,\s*(?:and\s+)?)(?:further\s+|to\s+)?", re.IGNORECASE)


def category(words: str) -> Category:
    """The category of what these English words ask, with the verb that decides and its list."""
    head = _AT_HEAD.match(words)
    start = head.end() if head else 0
    first = _VERB.match(words, start) or _VERB.search(words)
    if first is None:
        return Category(None, "none", "", f"None of the verbs listed in {SOURCE} stands in it.")
    joined = _JOINED.match(words, first.end()) if first.start() == start else None
    second = _VERB.match(words, joined.end()) if joined else None
    verb = (second or first)[1]
    number = _CATEGORY_OF[verb.lower()]
    why = f"“{verb}” is in the list of category {number}, {NAMES[number]} action; {SOURCE}."
    if second:
        why += " It opens with two verbs: the second decides."
    elif first.start() != start:
        why += " It does not open with a listed verb; this is the first listed verb in it."
    return Category(number, NAMES[number], verb, why)


def fate_of(kind: Category, raised: Iterable[Entry]) -> Advice | None:
    """What became of the recommendations of this category to the State, by the record alone; None without any."""
    told = [
        one
        for one in raised
        if one.position in _ANSWERED and category(asked_words(one)).number == kind.number
    ]
    if kind.number is None or not told:
        return None
    taken = sum(one.position == "supported" for one in told)
    words = (
        f"Of {len(told)} recommendations of category {kind.number} to this State on the record with an answer, "
        f"{taken} were supported ({round(100 * taken / len(told))}%)."
    )
    return Advice("fate_of_category", words, inferred="categories by the verb alone")


_ANSWERED = {"supported", "partially_supported", "noted"}
