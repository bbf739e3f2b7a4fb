"""Two versions of a letter, paragraph beside paragraph, with the words that went and the words that came."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
ALIKE = 45.0
"""From this likeness on (0 to 100) a paragraph is told as changed, below it as taken out and put in."""
_LONG = 4_000
_MANY = 60


class Stretch(NamedTuple):
    """Words of one side; `changed` where the other side has not got them."""

    words: str
    changed: bool = False


class Row(NamedTuple):
    """A paragraph in both versions; a side is empty where it is not there.

    `kind` is "same", "changed", "removed" or "added". Equal paragraphs in a row are one row of kind "same",
    with `paragraphs` saying how many they are. `old_line` and `new_line` are the first lines, from 1.
    """

    kind: str
    old: tuple[Stretch, ...]
    new: tuple[Stretch, ...]
    old_line: int = 0
    new_line: int = 0
    paragraphs: int = 1


def rows(old: str, new: str) -> list[Row]:
    """The rows of two texts, in order. Joined, each side's words are its text, empty lines aside."""
    before, after = (_paragraphs(text) for text in (old, new))
    matcher = difflib.SequenceMatcher(
        None, [words for _, words in before], [words for _, words in after], autojunk=False
    )
    made: list[Row] = []
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            words = "\n\n".join(words for _, words in before[a:b])
            whole = (Stretch(words),)
            made.append(Row("same", whole, whole, before[a][0], after[c][0], b - a))
        else:
            made += _changed(before[a:b], after[c:d])
    return made


def _paragraphs(text: str) -> list[tuple[int, str]]:
    return [(line, words) for line, words in enumerate(text.split("\n"), 1) if words.strip()]


def _changed(old: Sequence[tuple[int, str]], new: Sequence[tuple[int, str]]) -> Iterator[Row]:
    """Paragraphs that are alike stand beside each other; between them what went, then what came."""
    at = taken = 0
    for here, there in _alike([words for _, words in old], [words for _, words in new]):
        yield from _alone(old[at:here], new[taken:there])
        yield _compared(old[here], new[there])
        at, taken = here + 1, there + 1
    yield from _alone(old[at:], new[taken:])


def _alike(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs of like paragraphs, in order on both sides, that are most alike in all."""
    if len(old) > _MANY or len(new) > _MANY:
        return [
            (at, at)
            for at, (one, other) in enumerate(zip(old, new, strict=False))
            if fuzz.ratio(one, other) >= ALIKE
        ]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    score = [[fuzz.ratio(one[:_LONG], other[:_LONG]) for other in new] for one in old]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            together = score[i][j] + best[i + 1][j + 1] if score[i][j] >= ALIKE else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], together)
    pairs, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if score[i][j] >= ALIKE and best[i][j] == score[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _alone(old: Sequence[tuple[int, str]], new: Sequence[tuple[int, str]]) -> Iterator[Row]:
    yield from (Row("removed", (Stretch(words, changed=True),), (), line) for line, words in old)
    yield from (Row("added", (), (Stretch(words, changed=True),), 0, line) for line, words in new)


def _compared(old: tuple[int, str], new: tuple[int, str]) -> Row:
    one, other = (_TOKEN.findall(words) for _, words in (old, new))
    left: list[Stretch] = []
    right: list[Stretch] = []
    for what, a, b, c, d in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if b > a:
            left.append(Stretch("".join(one[a:b]), what != "equal"))
        if d > c:
            right.append(Stretch("".join(other[c:d]), what != "equal"))
    return Row("changed", _whole(left), _whole(right), old[0], new[0])


def _whole(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """The stretches with a lone space between two changed ones counted to them, so that fewer marks stand."""
    made: list[Stretch] = []
    for at, one in enumerate(stretches):
        between = 0 < at < len(stretches) - 1 and not one.changed and not one.words.strip()
        changed = one.changed or between
        if made and made[-1].changed == changed:
            made[-1] = Stretch(made[-1].words + one.words, changed)
        else:
            made.append(Stretch(one.words, changed))
    return tuple(made)
