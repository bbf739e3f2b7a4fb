"""Mends the hyphens at the ends of a letter's printed lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.documents.lines import LINE_END_HYPHEN, Line

_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST = re.compile(r"[^\W\d_]+$")
_FIRST = re.compile(r"[^\W\d_]+")
_JOINING = frozenset(
    "non self co anti pre post ex vice well high long low mid cross semi quasi multi pro all half".split()  # noqa: SIM905
)
"""What stands before a hyphen that belongs to the word: "non-refoulement", "co-sponsor", "vice-chair"."""

_HYPHENS = ("-", "\u2010", "\u00ad", LINE_END_HYPHEN)
_JOINED_AFTER = ("–", "—", "/")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$")


class LetterMender:
    """Joins lines; word processors hyphenate letters by themselves, so a hyphen at a line's end may be theirs."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._words: Counter[str] = Counter()
        broken = False
        for line in lines:
            # The halves of a broken word are no words of the letter.
            text = _FIRST.sub("", line.text.strip(), count=1) if broken else line.text.strip()
            broken = text.endswith(_HYPHENS)
            self._words.update(_WORDS.findall((_LAST.sub("", text[:-1]) if broken else text).lower()))
        self._parts = Counter(part for word in self._words if "-" in word for part in word.split("-")[:-1])

    def joint(self, before: str, after: str) -> tuple[str, str]:
        """(what `before` becomes, what stands between it and `after`)."""
        if _ADDRESS.search(before) and _goes_on_in_address(before, after):
            kept = before.replace(LINE_END_HYPHEN, "-")
            return kept, ""
        if before.endswith(_HYPHENS) and len(before) > 1 and not before[-2].isspace():
            return before[:-1], "-" if self._belongs(before[:-1], after, before[-1]) else ""
        if before.endswith(_JOINED_AFTER) and len(before) > 1 and not before[-2].isspace():
            return before, ""
        return before, " "

    def _belongs(self, before: str, after: str, sign: str) -> bool:
        if sign == "\u00ad":
            return False
        left, right = _LAST.search(before), _FIRST.match(after)
        if left is None or right is None:
            return True
        one, two = left[0].lower(), right[0].lower()
        closed, apart = self._words[one + two], self._words[f"{one}-{two}"]
        if closed or apart:
            return apart >= closed
        if one in _JOINING or self._parts[one] or right[0][0].isupper():
            return True
        # Both halves are words of the letter: "fact" and "finding"; syllables seldom are.
        return bool(self._words[one] and self._words[two])


def _goes_on_in_address(before: str, after: str) -> bool:
    """Whether an address that a line's end broke goes on: at a sign inside it, and without any space."""
    if before.endswith((")", ".", ",", ";", ">")):
        return before.endswith(".") and after[:1].islower() and "/" in after.split(" ", 1)[0]
    first = after.split(" ", 1)[0]
    if before.endswith(("/", "-", "_", "=", "?", "&", "%", LINE_END_HYPHEN)):
        return first[:1] not in {"(", "[", "<", ""}
    return bool(first) and first[0] in "/-_=?&%.#" and len(first) > 1
