"""Which sentences of two paragraphs translate each other, and which stand alone.

After Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics
19(1), 1993: lengths in characters, with their costs for one to one, two to one and nothing; to which comes what
both sentences state (numbers, dates, States, terms, names), as the pairs here are short.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.citations.model import Span
from onrecord.citations.passages import find_sentences
from onrecord.letters.bilingual.clock import english_times, korean_times
from onrecord.letters.bilingual.english import english_days, english_numbers, english_states
from onrecord.letters.bilingual.korean import korean_days, korean_numbers
from onrecord.letters.bilingual.korean_states import korean_states
from onrecord.letters.bilingual.terms import NamePair, find_names, find_terms

# As costs; set by benchmarks/bilingual.py, where a tenth of the sentences that a translator merged is told of.
_PRIOR = {
    (1, 1): 0.0,
    (2, 1): 2.3,
    (1, 2): 2.3,
    (2, 2): 4.6,
    (3, 1): 4.1,
    (1, 3): 4.1,
    (1, 0): 2.0,
    (0, 1): 2.0,
}
_CUT = 1.0
"""How much less it costs to cut a sentence in two at its colon, semicolon or dash."""
_CUTS = re.compile(r"[:;](?=\s)|\s[–—]\s|—")
_VARIANCE = 3.5
_SHARED = 2.4
"""What a fact that both sides state takes off the cost; one that only one side states adds half of it."""
_LONG = 5_000
# What politeness puts into a sentence of its own in one language, and into half of one in the other.
_COURTESY = re.compile(
    r"(?:(?:대단히|진심으로|깊이|다시 한번|미리)\s)*(?:감사(?:드립|합)니다|안녕하십니까|안녕하세요|수고하십니다)[.?!]"
    r"|(?:With )?(?:many )?(?:thanks?|thank you)(?: you)?(?: very much| again| in advance)*[.!]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Alone:
    """A sentence that has no like; `language` is the one that it is in."""

    language: str
    text: str


def sentences_alone(
    english: str, korean: str, *, ratio: float, names: Sequence[NamePair] = ()
) -> list[Alone]:
    """The sentences of either text that no sentence of the other translates, in order.

    `ratio` is how many Korean characters stand for an English one. Texts of one sentence each, and texts
    of more than 5,000 characters, are not aligned. A sentence of mere thanks or greeting is none of them.
    """
    if max(len(english), len(korean)) > _LONG:
        return []
    ours, theirs = (_sentences(text) for text in (english, korean))
    if len(ours) <= 1 and len(theirs) <= 1:
        return []
    facts = (
        [stated(sentence, "en", names) for sentence in ours],
        [stated(sentence, "ko", names) for sentence in theirs],
    )
    alone: list[Alone] = []
    for i, i_end, j, j_end in path(ours, theirs, facts, ratio):
        if j == j_end:
            alone += [Alone("en", one) for one in ours[i:i_end] if not _COURTESY.fullmatch(one.strip())]
        elif i == i_end:
            alone += [Alone("ko", one) for one in theirs[j:j_end] if not _COURTESY.fullmatch(one.strip())]
    return alone


def _sentences(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_sentences(text, Span(0, len(text)))]


def stated(text: str, language: str, names: Sequence[NamePair]) -> set[str]:
    """What a passage in "en" or "ko" states, in words that are alike in both languages: "State CHN"."""
    days = english_days(text) if language == "en" else korean_days(text)
    times = english_times(text) if language == "en" else korean_times(text)
    spans = [day.span for day in days] + [time.span for time in times]
    numbers = (
        english_numbers(text, without=spans) if language == "en" else korean_numbers(text, without=spans)
    )
    states, hinted = english_states(text) if language == "en" else korean_states(text)
    return {
        *(f"day {day.year} {day.month} {day.day}" for day in days),
        *(f"time {time.hour % 12} {time.minute}" for time in times),
        *(f"number {number.value}" for number in numbers if not number.soft),
        *(f"State {code}" for code in (*states, *hinted)),
        *(f"term {number}" for number in find_terms(text, language)),
        *(f"name {number}" for number in find_names(names, text)),
    }


def path(
    ours: Sequence[str],
    theirs: Sequence[str],
    facts: tuple[list[set[str]], list[set[str]]],
    ratio: float,
    *,
    far: int = 0,
    merging: float = 0.0,
) -> list[tuple[int, int, int, int]]:
    """The cheapest way through both lists of passages, as (from, to, from, to) of each match.

    `far` bounds how many passages a match may stand off its place in proportion (0 for no bound), so that
    long lists take no longer than their length. `merging` is what a match of several passages costs beyond
    what sentences pay: paragraphs are seldom merged.
    """
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    slope = len(theirs) / len(ours) if ours else 0.0
    for i in range(len(ours) + 1):
        first, last = 0, len(theirs)
        if far and ours:
            first = max(first, int((i - 1) * slope) - far)
            last = min(last, int((i + 1) * slope) + far)
        for j in range(first, last + 1):
            for (a, b), prior in _PRIOR.items():
                before = best.get((i - a, j - b))
                if before is None or (a, b) == (0, 0):
                    continue
                cost = (
                    before[0]
                    + (prior - _CUT if _is_cut(ours[i - a : i], theirs[j - b : j]) else prior)
                    + (merging if a + b > 2 else 0.0)
                    + _cost(
                        (ours[i - a : i], theirs[j - b : j]),
                        (facts[0][i - a : i], facts[1][j - b : j]),
                        ratio,
                    )
                )
                if (i, j) not in best or cost < best[i, j][0]:
                    best[i, j] = (cost, (a, b))
    i, j = len(ours), len(theirs)
    if (i, j) not in best:
        return []
    path = []
    while i or j:
        a, b = best[i, j][1]
        path.append((i - a, i, j - b, j))
        i, j = i - a, j - b
    return path[::-1]


def _is_cut(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether one sentence stands for two, and has a colon or the like where a translator would cut it."""
    ones = [side[0] for side, other in ((ours, theirs), (theirs, ours)) if (len(side), len(other)) == (1, 2)]
    return any(_CUTS.search(one) for one in ones)


def _cost(
    sentences: tuple[Sequence[str], Sequence[str]],
    facts: tuple[Sequence[set[str]], Sequence[set[str]]],
    ratio: float,
) -> float:
    if not sentences[0] or not sentences[1]:
        return 0.0
    ours, theirs = (sum(map(len, side)) for side in sentences)
    mean = (ours + theirs / ratio) / 2
    z = abs(theirs - ours * ratio) / math.sqrt(mean * _VARIANCE * ratio)
    tail = max(math.erfc(z / math.sqrt(2)), 1e-12)
    one, other = (set[str]().union(*side) for side in facts)
    return -math.log(tail) / 2 + _SHARED * (0.5 * len(one ^ other) - len(one & other)) / 2
