"""The action category of a recommendation, by UPR Info's method (McMahon, October 2014).

The guide names the verbs of each category. Of two verbs in one ask the first decides; an ask that opens
with two joined verbs is of the second ("Continue and strengthen" is 4).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from onrecord.letters.advice.earlier import asked_words
from onrecord.letters.advice.model import Advice, Category
from onrecord.mechanisms.model import Entry
from onrecord.told import tell, tell_together

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
        return Category(
            None, "none", "", tell("None of the verbs listed in %(source)s stands in it.", source=SOURCE)
        )
    joined = _JOINED.match(words, first.end()) if first.start() == start else None
    second = _VERB.match(words, joined.end()) if joined else None
    verb = (second or first)[1]
    number = _CATEGORY_OF[verb.lower()]
    why = [
        tell(
            "“%(verb)s” is in the list of category %(number)s; %(source)s.",
            verb=verb,
            number=number,
            source=SOURCE,
        )
    ]
    if second:
        why.append(tell("It opens with two verbs: the second decides."))
    elif first.start() != start:
        why.append(tell("It does not open with a listed verb; this is the first listed verb in it."))
    return Category(number, NAMES[number], verb, tell_together(" ", why))


def fates(raised: Iterable[Entry]) -> dict[int | None, list[str]]:
    """The positions of the recommendations that have an answer, by their action category."""
    found: dict[int | None, list[str]] = {}
    for one in raised:
        if one.position in _ANSWERED:
            found.setdefault(category(asked_words(one)).number, []).append(one.position)
    return found


def fate_of(kind: Category, told: Mapping[int | None, Sequence[str]]) -> Advice | None:
    """What became of the recommendations of this category to the State, by `fates`; None without any."""
    positions = told.get(kind.number, ())
    if kind.number is None or not positions:
        return None
    taken = sum(one == "supported" for one in positions)
    words = tell(
        "Of %(many)s recommendations of category %(number)s to this State on the record with an answer, %(taken)s were "
        "supported (%(percent)s%%).",
        many=len(positions),
        number=kind.number,
        taken=taken,
        percent=round(100 * taken / len(positions)),
    )
    return Advice("fate_of_category", words, inferred=tell("categories by the verb alone"))


_ANSWERED = {"supported", "partially_supported", "noted"}
