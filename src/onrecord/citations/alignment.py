"""Finds words in a source that nearly match, and says word by word what differs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from onrecord.citations.model import Change
from onrecord.citations.sources import PreparedSource, fold

TOKEN = re.compile(r"\w+|[^\w\s]")
# Below these scores (of 100) two passages merely share words. Few words agree by chance more easily.
ALIKE = 78.0
ALIKE_IF_FEW = 88.0
FEW_WORDS = 5
# Too little to say of a likeness whether it is an alteration or another word.
TOO_SHORT = 8
# Words so common in the source that their places tell nothing; how many likely places are tried.
COMMON = 400
TRIES = 4
# Below this score (of 100) one word stands for quite another; how many more words of the source than of
# the quotation a replacement at its end may take.
ANOTHER_WORD = 55.0
WIDER = 2


@dataclass(frozen=True, slots=True)
class Aligned:
    """Where in `PreparedSource.plain` the words stand, what differs, and how alike they are (0 to 100)."""

    start: int
    end: int
    changes: tuple[Change, ...]
    score: float


def align(words: str, source: PreparedSource, low: int, high: int) -> Aligned | None:
    """The place within plain[low:high] that is most like `words`, or None where none is like enough."""
    least = ALIKE if len(TOKEN.findall(words)) > FEW_WORDS else ALIKE_IF_FEW
    if high - low < 1 or (len(words) < TOO_SHORT and not _stands(words, source.plain[low:high])):
        return None
    folded = fold(words)
    best: tuple[float, int, int] | None = None
    for start, end in _likely(folded, source, low, high):
        found = fuzz.partial_ratio_alignment(folded, source.folded[start:end], score_cutoff=least)
        if found is not None and (best is None or found.score > best[0]):
            best = (found.score, start + found.dest_start, start + found.dest_end)
    if best is None:
        return None
    return _differences(words, source, best[1], best[2])


def _stands(words: str, text: str) -> bool:
    """Whether a few words stand there, but for the case of their first letter, which a writer may change."""
    other = swapped(words)
    return words in text or (other is not None and other in text)


def _likely(folded: str, source: PreparedSource, low: int, high: int) -> list[tuple[int, int]]:
    """The stretches of the source where most of the rarer words stand as far apart as in the quotation."""
    length = len(folded)
    pad = max(40, length // 3)
    if high - low <= 4 * length + 2 * pad:
        return [(low, high)]
    width = max(64, length // 3)
    votes: Counter[int] = Counter()
    for match in TOKEN.finditer(folded):
        places = source.index.get(match[0], ())
        if len(places) > COMMON:
            continue
        weight = max(1, 1000 // (10 + len(places)))
        for place in places:
            if low <= place < high:
                slot = (place - match.start()) // width
                votes[slot] += weight
                votes[slot + 1] += weight
    found: list[tuple[int, int]] = []
    for slot, _ in votes.most_common(2 * TRIES):
        start = max(low, (slot - 1) * width - pad)
        end = min(high, (slot + 1) * width + length + pad)
        if start < end and all(abs(start - other) >= width for other, _ in found):
            found.append((start, end))
    return found[:TRIES]


def _differences(words: str, source: PreparedSource, start: int, end: int) -> Aligned:
    """Fits the ends to whole words and tells the changes."""
    pad = max(12, (end - start) // 5)
    low, high = max(0, start - pad), min(len(source.plain), end + pad)
    low, high = _whole_words(source.plain, low, high)
    quoted = [(match[0], match.start(), match.end()) for match in TOKEN.finditer(words)]
    there = [(match[0], match.start(), match.end()) for match in TOKEN.finditer(source.plain, low, high)]
    matcher = SequenceMatcher(
        None, [fold(token[0]) for token in there], [fold(token[0]) for token in quoted], autojunk=False
    )
    codes = _fitted(list[_Code](matcher.get_opcodes()), there, quoted)
    if not codes:
        return Aligned(start, end, (), 0.0)
    first, last = codes[0][1], max(codes[-1][2], codes[0][1] + 1)
    at = (there[first][1], there[min(last, len(there)) - 1][2]) if there else (start, end)
    changes: list[Change] = []
    for index, code in enumerate(codes):
        changes += _changes(code, there, quoted, source, words, at_end=index == len(codes) - 1)
    score = fuzz.ratio(fold(words), source.folded[at[0] : at[1]])
    return Aligned(at[0], at[1], tuple(changes), score)


_Token = tuple[str, int, int]
_Code = tuple[str, int, int, int, int]


def _fitted(codes: Sequence[_Code], there: Sequence[_Token], quoted: Sequence[_Token]) -> list[_Code]:
    """Drops what the source has before and after the quotation; it is no omission.

    A replacement at either end keeps as many words of the source as are most like the quotation's.
    """
    fitted = list(codes)
    while fitted and fitted[0][0] == "delete":
        fitted.pop(0)
    while fitted and fitted[-1][0] == "delete":
        fitted.pop()
    if fitted and fitted[0][0] == "replace":
        tag, one, two, three, four = fitted[0]
        ours = _joined(quoted[three:four])
        options = range(max(one, two - (four - three) - WIDER), two)
        keep = _most_like(ours, {at: _joined(there[at:two]) for at in options}, two - (four - three))
        fitted[0] = (tag, keep, two, three, four)
    if fitted and fitted[-1][0] == "replace":
        tag, one, two, three, four = fitted[-1]
        ours = _joined(quoted[three:four])
        options = range(one + 1, min(two, one + (four - three) + WIDER) + 1)
        keep = _most_like(ours, {at: _joined(there[one:at]) for at in options}, one + (four - three))
        fitted[-1] = (tag, one, keep, three, four)
    return fitted


def _most_like(ours: str, options: dict[int, str], as_many: int) -> int:
    """The end whose words are most like ours; where none is like them, the one with as many words."""
    scores = {at: fuzz.ratio(ours, theirs) for at, theirs in options.items()}
    if max(scores.values()) < ANOTHER_WORD:
        return min(options, key=lambda at: abs(at - as_many))
    return max(options, key=lambda at: (scores[at], -abs(at - as_many)))


def _joined(tokens: Sequence[_Token]) -> str:
    return "".join(fold(token[0]) for token in tokens)


def _changes(
    code: _Code,
    there: Sequence[_Token],
    quoted: Sequence[_Token],
    source: PreparedSource,
    words: str,
    *,
    at_end: bool,
) -> list[Change]:
    tag, one, two, three, four = code
    if tag == "equal":
        return _of_case(there[one:two], quoted[three:four])
    ours = words[quoted[three][1] : quoted[four - 1][2]] if four > three else ""
    span = (there[one][1], there[two - 1][2]) if two > one else None
    theirs = source.plain[span[0] : span[1]] if span else ""
    if at_end and tag == "insert" and not re.search(r"\w", ours):
        return []
    if span and re.sub(r"\W", "", fold(ours)) == re.sub(r"\W", "", fold(theirs)):
        return _within_word(ours, theirs, source, span[0])
    original = source.words(*span) if span else ""
    kind = {"replace": "replacement", "delete": "omission", "insert": "insertion"}[tag]
    return [Change(kind, ours, original, marked=False)]


def _of_case(there: Sequence[_Token], quoted: Sequence[_Token]) -> list[Change]:
    """Words that differ in capitals alone; the first letter of the quotation may."""
    found: list[Change] = []
    for (theirs, _, _), (ours, at, _) in zip(there, quoted, strict=True):
        if theirs == ours:
            continue
        if at == 0 and theirs[1:] == ours[1:]:
            found.append(Change("replacement", ours[0], theirs[0], marked=True))
        else:
            found.append(Change("replacement", ours, theirs, marked=False))
    return found


def _within_word(ours: str, theirs: str, source: PreparedSource, start: int) -> list[Change]:
    """The very characters: the hyphen of "nonrefoulement". A hyphen where the line was broken is none."""
    kinds = {"replace": "replacement", "delete": "omission", "insert": "insertion"}
    found: list[Change] = []
    for tag, one, two, three, four in SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes():
        mine, other = ours[three:four].strip(), theirs[one:two].strip()
        if tag == "equal" or not (mine or other):
            continue
        if mine == "-" and not other and start + one in source.breaks:
            continue
        kind = kinds[tag] if mine and other else ("insertion" if mine else "omission")
        found.append(Change(kind, mine, other, marked=False))
    return found


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and not at_word_bounds(text, start, end):
        if not (text[start - 1].isalnum() and text[start].isalnum()):
            break
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def at_word_bounds(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] cuts no word in two. Hangul endings may stay outside: "존중"하여야."""
    if start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        return False
    if end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        return _is_hangul(text[end]) and _is_hangul(text[end - 1])
    return True


def _is_hangul(char: str) -> bool:
    return "\uac00" <= char <= "\ud7a3"


def swapped(words: str) -> str | None:
    """The words with the case of their first letter changed; None where that letter has no case."""
    for index, char in enumerate(words):
        if char.isalpha():
            other = char.lower() if char.isupper() else char.upper()
            return None if other == char or len(other) != 1 else words[:index] + other + words[index + 1 :]
        if char.isalnum():
            return None
    return None
