"""One act told by several sources: a recommendation in the report, in OHCHR's matrix, in UPR Info's table.

Joining is shown, never silent: the act keeps the entry of the highest authority as it is, and beside it every
other telling with how it differs. What is not alike enough stays an act of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from rapidfuzz import fuzz, utils

from onrecord.mechanisms.model import Entry
from onrecord.un.position import NOTED, PARTIALLY_SUPPORTED, SUPPORTED

ALIKE = 60.0
"""Likeness (0 to 100) from which two texts that one State put in one review are the same act.

Measured on 181 reports: of the rows of UPR Info's that are joined from here on, 99.8 % are joined rightly;
below, every second one would not be."""

ALIKE_IN_ONE_NUMBER = 45.0
"""The same where both sources give the same number."""

ALIKE_OF_ANOTHER_STATE = 96.0
"""The same where the sources name different States: only the very same words, and enough of them."""

ALIKE_IN_ONE_DOCUMENT = 92.0
"""The same for a recommendation of the dialogue and the list's: one State may begin several alike."""

WORDS_TO_KNOW_AN_ACT_BY = 6
_THE_SAME = 100.0

_FINAL = {SUPPORTED, NOTED, PARTIALLY_SUPPORTED}
_AROUND_BRACKETS = ".;," + "".join(letter for letter in map(chr, range(0x3001)) if letter.isspace())
_STATES_AT_THE_END = re.compile(r"[\s.;,]*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)[\s.;,]*)+$")


class Difference(NamedTuple):
    """Where a telling differs: `field` is "text", "by", "position" or "number".

    `contradicts` says that both cannot be right; an answer that the report leaves for later, or a text that
    UPR Info shortened, contradicts nothing.
    """

    field: str
    first: str
    other: str
    contradicts: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """The same act in another source; `likeness` is that of the two texts, from 0 to 100.

    `first` is the act as the source of the highest authority tells it.
    """

    entry: Entry
    likeness: float
    first: Entry

    @property
    def differences(self) -> tuple[Difference, ...]:
        """How this telling differs from the first; found when asked, as most pages do not show it."""
        return tuple(_differences(self.first, self.entry))

    @property
    def contradictions(self) -> tuple[Difference, ...]:
        """The differences of which both sides cannot be right."""
        return tuple(one for one in self.differences if one.contradicts)

    def as_json(self) -> dict[str, Any]:
        """The telling as `onrecord show --json` prints it: whose it is, where, and how it differs."""
        entry = self.entry
        return {
            "source": source_of(entry),
            "file": entry.second_hand.file if entry.second_hand else "",
            "symbol": entry.symbol,
            "pinpoint": entry.pinpoint,
            "text": entry.text,
            "by": list(entry.by),
            "position": entry.position,
            "position_as_written": entry.position_as_written,
            "action": entry.action,
            "themes": list(entry.themes),
            "likeness": self.likeness,
            "differences": [one._asdict() for one in self.differences],
        }


@dataclass(frozen=True, slots=True)
class Act:
    """An act: `entry` as the source of the highest authority has it, `also` as the others have it."""

    entry: Entry
    also: tuple[Telling, ...] = ()

    @property
    def contradictions(self) -> tuple[Difference, ...]:
        """Where the sources cannot all be right."""
        return tuple(one for telling in self.also for one in telling.contradictions)


def authority(entry: Entry) -> int:
    """A source's place in the order of authority, 0 the highest (domain rule 2.1).

    The report's list, the report's dialogue, OHCHR's matrix, OHCHR's Index, UPR Info's table.
    """
    if entry.second_hand:
        return {"UPR Info": 4, "UHRI": 3}.get(entry.second_hand.source, 2)
    if not entry.symbol:
        return 2
    return 0 if entry.section == "conclusions" else 1


def source_of(entry: Entry) -> str:
    """Who tells of the act: "UPR Info", "UHRI", "OHCHR", or the symbol of the document itself."""
    return entry.second_hand.source if entry.second_hand else entry.symbol


def number_of(entry: Entry) -> str:
    """The number that the act has in its report, "186.241", as far as the source gives it; else ""."""
    if entry.second_hand:
        return entry.second_hand.pinpoint
    return entry.pinpoint if entry.number else ""


def same_acts(entries: Sequence[Entry]) -> tuple[Act, ...]:
    """The acts among these entries, each once, in the order in which they first stand by authority.

    Recommendations are joined within a review (State and session, or cycle) by number, State and text;
    several rows may be one act, as UPR Info parts what reports merge. Entries of other kinds are acts of
    their own.
    """
    by_review: dict[object, list[Entry]] = {}
    for entry in entries:
        apart = entry.kind != "recommendation" or not entry.to or entry.cycle is None
        by_review.setdefault(id(entry) if apart else (entry.to, entry.cycle), []).append(entry)
    return tuple(act for told in by_review.values() for act in _joined(told))


def in_no_list(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Of a report's entries, the recommendations of the dialogue that its list does not repeat, in order.

    In the first sessions a State answered some recommendations where the dialogue tells them: "paragraphs 27 (b),
    28 (a) … did not enjoy the support of China" (A/HRC/11/25, para. 117). No list holds those.
    """
    asked = [entry for entry in entries if entry.kind == "recommendation" and entry.second_hand is None]
    if all(authority(entry) == 0 for entry in asked):
        return ()
    return tuple(act.entry for act in same_acts(asked) if authority(act.entry) == 1)


def _joined(entries: Sequence[Entry]) -> Iterable[Act]:
    acts = _Acts()
    for _, told in _by_source(entries):
        # Entries of one source are not each other's doubles: each is looked for among those before it.
        founds = [(entry, acts.like(entry)) for entry in told]
        for entry, match in founds:
            if match is None:
                acts.new(entry)
            else:
                match.act.add(entry, match.likeness)
    return (Act(found.entry, tuple(found.also)) for found in acts.all)


def _by_source(entries: Sequence[Entry]) -> list[tuple[tuple[int, str], list[Entry]]]:
    """The entries of each source together, the sources in the order of authority."""
    sources: dict[tuple[int, str], list[Entry]] = {}
    for entry in entries:
        name = entry.second_hand.file if entry.second_hand else entry.symbol
        sources.setdefault((authority(entry), name), []).append(entry)
    return sorted(sources.items(), key=lambda source: source[0])


@dataclass(slots=True, eq=False)
class _Found:
    """An act in the making."""

    entry: Entry
    words: str
    also: list[Telling] = field(default_factory=list)

    def add(self, entry: Entry, likeness: float) -> None:
        self.also.append(Telling(entry, round(likeness, 1), self.entry))


class _Match(NamedTuple):
    """An act, and how like it something is, from 0 to 100."""

    act: _Found
    likeness: float


class _Acts:
    """The acts found so far in one review, by State and by number."""

    def __init__(self) -> None:
        self.all: list[_Found] = []
        self.by_state: dict[str, list[_Found]] = {}
        self.by_number: dict[str, list[_Found]] = {}

    def new(self, entry: Entry) -> None:
        """Add an act that no source before has told."""
        found = _Found(entry, _words(entry))
        self.all.append(found)
        for state in entry.by:
            self.by_state.setdefault(state, []).append(found)
        if number := number_of(entry):
            self.by_number.setdefault(number, []).append(found)

    def like(self, entry: Entry) -> _Match | None:
        """The act that this entry tells once more, or None."""
        words, number = _words(entry), number_of(entry)
        same_states = list(dict.fromkeys(act for state in entry.by for act in self.by_state.get(state, ())))
        if authority(entry) == 1:
            return _best(words, same_states, ALIKE_IN_ONE_DOCUMENT)
        same_number = self.by_number.get(number, []) if number else []
        numbered = [act for act in same_number if act in same_states] or same_number
        return (
            _best(words, numbered, ALIKE_IN_ONE_NUMBER)
            or _best(words, same_states, ALIKE)
            or self._in_the_same_words(words)
        )

    def _in_the_same_words(self, words: str) -> _Match | None:
        if words.count(" ") + 1 < WORDS_TO_KNOW_AN_ACT_BY:
            return None
        best, most = None, ALIKE_OF_ANOTHER_STATE
        for act in self.all:
            likeness = fuzz.ratio(words, act.words, score_cutoff=most)
            if likeness > most or (best is None and likeness >= most):
                best, most = act, likeness
        return _Match(best, _likeness(best.words, words)) if best else None


def _best(words: str, acts: Sequence[_Found], least: float) -> _Match | None:
    """The act most like these words, the first of several; None where none is alike enough."""
    for act in acts:
        if act.words == words:
            return _Match(act, _THE_SAME)
    # Those whose letters are most alike come first: by them the others need not be compared in full.
    by_letters = [(-fuzz.ratio(words, act.words), place, act) for place, act in enumerate(acts)]
    if len(by_letters) > 1:
        by_letters.sort(key=lambda one: one[:2])
    best, most, first = None, least, 0
    for letters, place, act in by_letters:
        if (_THE_SAME + _THE_SAME - letters) / 3 < most:
            break
        likeness = _likeness(words, act.words, most)
        if likeness > most or (likeness == most and (best is None or place < first)):
            best, most, first = act, likeness, place
    return _Match(best, most) if best else None


def _likeness(one: str, other: str, least: float = 0.0) -> float:
    """How much two texts say the same: letter by letter, as sets of words, and one as a part of the other.

    The mean of the three: each alone takes "Ratify" for a part of anything, or a shortened text for another.
    0 where it cannot come to `least`; then what takes long to compare need not be compared.
    """
    if one == other:
        return _THE_SAME
    letters = fuzz.ratio(one, other)
    if (letters + _THE_SAME + _THE_SAME) / 3 < least:
        return 0.0
    words = fuzz.token_set_ratio(one, other)
    if (letters + words + _THE_SAME) / 3 < least:
        return 0.0
    # A little less than it must come to, so that rounding decides nothing.
    part = fuzz.partial_ratio(one, other, score_cutoff=max(0.0, least * 3 - letters - words - 0.001))
    return (letters + words + part) / 3


def _words(entry: Entry) -> str:
    """The text in small letters without punctuation and without the States in brackets after it."""
    return _plain(entry.text)


@lru_cache(maxsize=8192)
def _plain(text: str) -> str:
    # Asked first, as the pattern is tried at each letter.
    ends_in_brackets = text.rstrip(_AROUND_BRACKETS).endswith(")")
    return utils.default_process(_STATES_AT_THE_END.sub("", text) if ends_in_brackets else text)


def _differences(first: Entry, other: Entry) -> Iterable[Difference]:
    if _words(first) != _words(other):
        yield Difference("text", first.text, other.text)
    if not set(other.by) <= set(first.by) or (first.by and not other.by):
        unlike = bool(first.by and other.by)
        yield Difference("by", ", ".join(first.by), ", ".join(other.by), unlike)
    numbers = number_of(first), number_of(other)
    if all(numbers) and numbers[0] != numbers[1]:
        yield Difference("number", *numbers, authority(other) != 1)
    if other.position and first.position != other.position:
        yield Difference("position", first.position or "", other.position, _positions_clash(first, other))


def _positions_clash(first: Entry, other: Entry) -> bool:
    if not {first.position, other.position} <= _FINAL:
        return False
    told_in_two_values = other.second_hand is not None and other.second_hand.source == "UPR Info"
    return not (told_in_two_values and (first.position, other.position) == (PARTIALLY_SUPPORTED, NOTED))
