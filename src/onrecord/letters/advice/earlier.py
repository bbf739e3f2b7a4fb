"""Earlier wording on the same matter, from the record, and what became of it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from onrecord.analysis.words import fold
from onrecord.letters.advice.model import EarlierWording, Place
from onrecord.letters.word_by_word import word_by_word
from onrecord.mechanisms.model import Entry
from onrecord.record.model import ReadsRecord
from onrecord.record.positions import settled
from onrecord.record.same_act import in_no_list

MOST = 5
# Below this share of weighted words two texts have only their common words in common.
LEAST = 0.15
# The less of their weighted words two texts share, the more telling words they must share to be on one matter.
TELLING_BELOW = ((0.2, 3), (0.3, 2))
NEAR_COPY = 0.5
# What shares less than this part of the nearest text's words is on another matter.
OF_THE_NEAREST = 0.4
OF_THE_NEAREST_ANSWER = 0.7
LEAST_OF_ACCEPTED = 0.1
# What is suggested to be taken over must share two words that at most one text in twenty holds.
TELLING = 2
HELD_BY_FEW = 0.05
_SHORT = 4
_OWNERS = re.compile(r"(?:\s*\([^()]*\))+\s*[;.]?\s*$")
_WORD = re.compile(r"[^\W\d_]{3,}")
# They are rare in recommendations, which would give them weight, and tell nothing of the matter.
_GRAMMAR = """
about all also and any are been being between both but can did does done for from had has have having her his how including its
many may more most not one other our out per shall should some such than that the their them then there these they this
those through under upon was were what when where whether which while who whom whose why will with within would
first second third fourth
"""
_FUNCTION_WORDS = frozenset(_GRAMMAR.split())


class Matter:
    """Texts of entries, ready to be ranked by the words that they share with an ask.

    Words are weighted by how few of the texts hold them (tf-idf, cosine): "refugees" counts, "rights" hardly.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        bags = [_bag(asked_words(entry)) for entry in entries]
        self._held = Counter(word for bag in bags for word in bag)
        self._of_all = len(bags) + 1
        weighted = [self._weighted(bag) for bag in bags]
        self._sizes = [math.hypot(*one.values()) for one in weighted]
        self._with: dict[str, list[tuple[int, float]]] = {}
        for at, one in enumerate(weighted):
            for word, weight in one.items():
                self._with.setdefault(word, []).append((at, weight))

    def telling(self, words: str) -> set[str]:
        """The words that few of the texts hold, so that two texts which share them are on one matter."""
        few = max(2.0, HELD_BY_FEW * len(self.entries))
        return {word for word in _bag(words) if 0 < self._held[word] <= few and len(word) > _SHORT}

    def ranked(
        self, words: str, *, of_the_nearest: float = OF_THE_NEAREST, least: float = LEAST
    ) -> list[tuple[float, Entry]]:
        """The entries that share enough with `words`, the nearest first.

        What scores less than `of_the_nearest` of the best one's score is left out.
        """
        asked = self._weighted(_bag(words))
        size = math.hypot(*asked.values())
        shared = [0.0] * len(self.entries)
        for word in sorted(asked):
            for at, weight in self._with.get(word, ()):
                shared[at] += asked[word] * weight
        found = [
            (one / (size * of_text) if one and size and of_text else 0.0, entry)
            for one, of_text, entry in zip(shared, self._sizes, self.entries, strict=True)
        ]
        bound = max(least, of_the_nearest * max((score for score, _ in found), default=0.0))
        near = [one for one in found if one[0] >= bound]
        return sorted(near, key=lambda one: (-one[0], -(one[1].cycle or 0), one[1].symbol, one[1].pinpoint))

    def _weighted(self, bag: Counter[str]) -> dict[str, float]:
        return {word: n * math.log(self._of_all / (self._held[word] + 0.5)) for word, n in bag.items()}


def recommendations(record: ReadsRecord, state: str) -> list[Entry]:
    """The recommendations to this State, each once, with the position that stands.

    Those of reports come before those that only a table tells; of one in dialogue and list the list's stays.
    """
    found = [e for e in record.entries(to=state, kind="recommendation") if e.text.strip()]
    first_hand = [e for e in found if e.second_hand is None]
    read = {e.cycle for e in first_hand}
    reports: dict[str, list[Entry]] = {}
    for entry in first_hand:
        reports.setdefault(entry.symbol, []).append(entry)
    # What a State refused where the dialogue tells it stands in no list, and is part of its record all the same.
    alone = {id(entry) for of_report in reports.values() for entry in in_no_list(of_report)}
    kept = [e for e in first_hand if e.section == "conclusions" or id(e) in alone]
    return settled(record, kept) + [e for e in found if e.second_hand and e.cycle not in read]


def answers(record: ReadsRecord, state: str) -> list[Entry]:
    """What this State itself replied, pledged or answered to recommendations."""
    said = record.entries(by=state)
    return [e for e in said if e.kind in {"reply", "pledge", "position"} and e.text.strip()]


def earlier_wording(
    words: str, matter: Matter, *, by: str = "", first: str = ""
) -> tuple[EarlierWording, ...]:
    """The nearest recommendations on the matter; `by` keeps those of one State (ISO alpha-3 code).

    Those of the State `first` come before those of others, the nearest first on either side.
    """
    telling = matter.telling(words)
    ranked = [
        (score, entry)
        for score, entry in matter.ranked(words)
        if (not by or by in entry.by)
        and len(telling & _bag(asked_words(entry)).keys()) >= _telling_needed(score)
    ]
    ranked.sort(key=lambda one: first not in one[1].by)
    return tuple(_earlier(words, score, entry) for score, entry in ranked[:MOST])


def _telling_needed(score: float) -> int:
    return next((needed for bound, needed in TELLING_BELOW if score < bound), 0)


def accepted_wording(words: str, matter: Matter) -> EarlierWording | None:
    """The recommendation on the matter that enjoys the State's support and shares most words, or None."""
    # However near another text is that the State noted: what it accepted is asked for.
    ranked = matter.ranked(words, of_the_nearest=0.0, least=LEAST_OF_ACCEPTED)
    telling = matter.telling(words)
    for score, entry in ranked:
        if entry.position == "supported" and len(telling & _bag(asked_words(entry)).keys()) >= TELLING:
            return _earlier(words, score, entry)
    return None


def last_answer(words: str, matter: Matter) -> Entry | None:
    """The latest review's answer that shares most words with the ask, or None where none shares enough."""
    telling = matter.telling(words)
    ranked = [
        one
        for one in matter.ranked(words, of_the_nearest=OF_THE_NEAREST_ANSWER)
        if len(telling & _bag(asked_words(one[1])).keys()) >= TELLING
    ]
    return max(ranked, key=lambda one: (one[1].cycle or 0, one[0]))[1] if ranked else None


def asked_words(entry: Entry) -> str:
    """The words of an entry without the recommending States that a report prints in brackets after them."""
    return without_owners(entry.text) if entry.by and entry.kind == "recommendation" else entry.text


def without_owners(text: str) -> str:
    """A recommendation without the States in brackets at its end."""
    return _OWNERS.sub("", text)


def place_of(entry: Entry) -> Place:
    """Where an entry stands, with its words; an entry from a table names the table's file."""
    symbol = entry.symbol or (entry.second_hand.file if entry.second_hand else "")
    return Place(symbol, entry.pinpoint, entry.page, entry.text)


def _earlier(words: str, score: float, entry: Entry) -> EarlierWording:
    at = entry.position_at
    mine, theirs = (fold(text).text.split() for text in (words, asked_words(entry)))
    near = SequenceMatcher(None, mine, theirs, autojunk=False).ratio() >= NEAR_COPY
    return EarlierWording(
        by=entry.by,
        cycle=entry.cycle,
        place=place_of(entry),
        position=entry.position or "not_stated",
        position_as_written=entry.position_as_written,
        position_at=Place(at.symbol, at.paragraph) if at else None,
        score=round(min(score, 1.0), 3),
        differences=word_by_word(words, asked_words(entry)) if near else (),
    )


def _bag(text: str) -> Counter[str]:
    words = (word for word in _WORD.findall(fold(text).text.lower()) if word not in _FUNCTION_WORDS)
    return Counter(_stem(word) for word in words)


def _stem(word: str) -> str:
    """The word without its plural: "refugees" is refugee, "policies" policy, "processes" process."""
    if len(word) > _SHORT and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > _SHORT and word.endswith(_PLURALS_IN_ES):
        return word[:-2]
    return word[:-1] if len(word) > _SHORT and word.endswith("s") and not word.endswith("ss") else word


_PLURALS_IN_ES = ("sses", "xes", "zes", "ches", "shes")
