"""Earlier wording on the same matter, from the record, and what became of it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from onrecord.analysis.words import fold
from onrecord.letters.advice.model import EarlierWording, Place
from onrecord.letters.word_by_word import word_by_word
from onrecord.mechanisms.model import Entry
from onrecord.record.model import ReadsRecord
from onrecord.record.positions import settled

MOST = 5
# Below this share of weighted words two texts have only their common words in common.
LEAST = 0.15
NEAR_COPY = 0.5
# What shares less than this part of the nearest text's words is on another matter.
OF_THE_NEAREST = 0.4
_OWNERS = re.compile(r"(?:\s*\([^()]*\))+\s*[;.]?\s*$")
_WORD = re.compile(r"[^\W\d_]{3,}")


class Matter:
    """Texts of entries, ready to be ranked by the words that they share with an ask.

    Words are weighted by how few of the texts hold them (tf-idf, cosine): "refugees" counts, "rights" hardly.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        self._bags = [_bag(asked_words(entry)) for entry in entries]
        self._held = Counter(word for bag in self._bags for word in bag)

    def ranked(self, words: str, *, of_the_nearest: float = OF_THE_NEAREST) -> list[tuple[float, Entry]]:
        """The entries that share enough with `words`, the nearest first.

        What scores less than `of_the_nearest` of the best one's score is left out.
        """
        asked = self._weighted(_bag(words))
        found = [
            (_cosine(asked, self._weighted(bag)), entry)
            for bag, entry in zip(self._bags, self.entries, strict=True)
        ]
        least = max(LEAST, of_the_nearest * max((score for score, _ in found), default=0.0))
        near = [one for one in found if one[0] >= least]
        return sorted(near, key=lambda one: (-one[0], -(one[1].cycle or 0), one[1].symbol, one[1].pinpoint))

    def _weighted(self, bag: Counter[str]) -> dict[str, float]:
        of_all = len(self._bags) + 1
        return {word: n * math.log(of_all / (self._held[word] + 0.5)) for word, n in bag.items()}


def recommendations(record: ReadsRecord, state: str) -> list[Entry]:
    """The recommendations to this State, each once, with the position that stands.

    Those of reports come before those that only a table tells; of one in dialogue and list the list's stays.
    """
    found = [e for e in record.entries(to=state, kind="recommendation") if e.text.strip()]
    first_hand = [e for e in found if e.second_hand is None]
    read = {e.cycle for e in first_hand}
    listed = {e.symbol for e in first_hand if e.section == "conclusions"}
    kept = [e for e in first_hand if e.section == "conclusions" or e.symbol not in listed]
    return settled(record, kept) + [e for e in found if e.second_hand and e.cycle not in read]


def answers(record: ReadsRecord, state: str) -> list[Entry]:
    """What this State itself replied, pledged or answered to recommendations."""
    said = record.entries(by=state)
    return [e for e in said if e.kind in {"reply", "pledge", "position"} and e.text.strip()]


def earlier_wording(words: str, matter: Matter, *, by: str = "") -> tuple[EarlierWording, ...]:
    """The nearest recommendations on the matter; `by` keeps those of one State (ISO alpha-3 code)."""
    ranked = [one for one in matter.ranked(words) if not by or by in one[1].by]
    return tuple(_earlier(words, score, entry) for score, entry in ranked[:MOST])


def last_answer(words: str, matter: Matter) -> Entry | None:
    """The latest review's answer that shares most words with the ask, or None where none shares enough."""
    ranked = matter.ranked(words)
    return max(ranked, key=lambda one: (one[1].cycle or 0, one[0]))[1] if ranked else None


def asked_words(entry: Entry) -> str:
    """The words of an entry without the recommending States that a report prints in brackets after them."""
    return _OWNERS.sub("", entry.text) if entry.by and entry.kind == "recommendation" else entry.text


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
    return Counter(_stem(word) for word in _WORD.findall(fold(text).text.lower()))


def _stem(word: str) -> str:
    for ending in ("ies", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    shared: Iterable[str] = one.keys() & other.keys()
    sizes = math.hypot(*one.values()) * math.hypot(*other.values())
    return sum(one[word] * other[word] for word in sorted(shared)) / sizes if sizes else 0.0
