"""The brackets of States that close a recommendation, and the texts that they close.

One printed number can hold several texts: "Intensify campaigns (Jordan); Continue to provide training
(Jordan)" (A/HRC/11/25, para. 114 (7)). A text ends where a bracket of States is followed by a stop and
a new beginning; "Sign (A)/ratify (B) the Convention" stays one text of both States.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.un.states import StateList, find_state, parse_state_list

_BRACKET = re.compile(r"\(((?:[^()]|\([^()]*\)){3,700})\)")
_MAY_NAME = re.compile(
    r"\s*(?:[A-ZÅÉÎÔ]|the |on behalf|recommended by |also |(?:el|la|los|las|le|les) |l['’]|[^\W\d_a-zA-Z])"
)
_BY = re.compile(r"\s*(?:as )?(?:recommended|made|proposed|raised) by ", re.IGNORECASE)
_OPEN_END = re.compile(r"\(([^()]{3,300})[.;,]?\s*$")
_CLOSED_END = re.compile(r"[^()]\)[.;,]?\s*$")
_NEW_TEXT = re.compile(
    r"\s*[;.,；。؛]?\s*(?:and\s+)?(?=[A-ZÀ-Ý“\"\u0410-\u042f\u4e00-\u9fff\u0621-\u064a\uac00-\ud7af])"
)
_DEPENDENT = re.compile(
    r"(?:[A-Z]{2,}|(?:the\s+)?(?:International|Optional|Convention|Covenant|Second|Third|Rome|Palermo|ILO|OP)\b)"
)
"""What goes on with the verb of the text before: "CED (Chile)", "Optional Protocol to ICESCR (Spain)"."""
_WIDE_BRACKETS = str.maketrans("（）", "()")
_STOP = re.compile(r"\s*[;.；。؛]")
_WORDS_IN_NAME = 14
_LONGEST_WORD_THAT_IS_NO_NAME = 6
"""Shorter ones are words too: (turkey), (chad), (china), (jordan)."""


@dataclass(frozen=True, slots=True)
class Bracket:
    """A bracket of States: text[start:end] as printed, brackets included."""

    start: int
    end: int
    states: StateList


@dataclass(frozen=True, slots=True)
class Part:
    """One text of a recommendation, text[start:end], and the States whose brackets stand in it."""

    start: int
    end: int
    brackets: tuple[Bracket, ...]

    def shifted(self, by: int) -> Part:
        """The same part in a text that has `by` characters more at its beginning."""
        moved = tuple(replace(b, start=b.start + by, end=b.end + by) for b in self.brackets)
        return Part(self.start + by, self.end + by, moved)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the States, each once, in the order printed."""
        return tuple(dict.fromkeys(code for bracket in self.brackets for code in bracket.states.codes))

    @property
    def as_printed(self) -> tuple[str, ...]:
        """The States' names as printed, in order."""
        return tuple(dict.fromkeys(name for bracket in self.brackets for name in bracket.states.as_printed))

    @property
    def on_behalf_of(self) -> str:
        """The group for which a State of this text spoke, or ""."""
        return next((b.states.on_behalf_of for b in self.brackets if b.states.on_behalf_of), "")

    @property
    def inferred(self) -> tuple[str, ...]:
        """Names that were misspelled and taken for a State."""
        return tuple(name for bracket in self.brackets for name in bracket.states.inferred)


def brackets_of_states(text: str) -> tuple[Bracket, ...]:
    """All brackets in `text` that hold nothing but States, in order.

    A bracket that lost one of its ends ("persons Ghana);", "(Ghana;") is found at the end of the text.
    """
    found: list[Bracket] = []
    text = text.translate(_WIDE_BRACKETS) if "（" in text else text
    for match in _BRACKET.finditer(text):
        bracket = _bracket(match.start(), match.end(), match[1])
        if bracket is not None:
            found.append(bracket)
    last = _lame_bracket(text, found[-1].end if found else 0)
    if last is not None:
        found.append(last)
    return tuple(found)


def _bracket(start: int, end: int, inside: str) -> Bracket | None:
    if not _MAY_NAME.match(inside):
        return _in_small_letters(start, end, inside)
    states = parse_state_list(_BY.sub("", inside, count=1))
    return Bracket(start, end, states) if states is not None else None


def _in_small_letters(start: int, end: int, inside: str) -> Bracket | None:
    """One State's whole name without its capital: "(netherlands)" in A/HRC/28/15, para. 115.106."""
    state = find_state(inside) if inside.islower() and len(inside) > _LONGEST_WORD_THAT_IS_NO_NAME else None
    if state is None:
        return None
    return Bracket(start, end, StateList((state,), (inside,), inferred=(inside,)))


def _lame_bracket(text: str, done: int) -> Bracket | None:
    tail = text[done:]
    opened = _OPEN_END.search(tail)
    if opened is not None:
        return _bracket(done + opened.start(), len(text), opened[1])
    if not _CLOSED_END.search(tail) or tail.count("(") >= tail.count(")"):
        return None
    words = list(re.finditer(r"\S+", tail.rstrip(" ;.,")[:-1]))
    for word in words[-_WORDS_IN_NAME:]:
        bracket = _bracket(done + word.start(), len(text), tail.rstrip(" ;.,")[word.start() : -1])
        if bracket is not None:
            return bracket
    return None


def parts_of(text: str) -> tuple[Part, ...]:
    """Divide a recommendation as printed under one number into its texts.

    Every character but the stops between texts belongs to a part. A text without States at the end
    stays with the part before it.
    """
    brackets = brackets_of_states(text)
    parts: list[Part] = []
    start = 0
    held: list[Bracket] = []
    for bracket in brackets:
        held.append(bracket)
        after = bracket.end
        stop = _STOP.match(text, after)
        new = _NEW_TEXT.match(text, after)
        begins = stop and new and new.end() < len(text) and not _DEPENDENT.match(text, new.end())
        if stop and new and begins and bracket is not brackets[-1]:
            parts.append(Part(start, stop.end(), tuple(held)))
            start, held = new.end(), []
    parts.append(Part(start, len(text), tuple(held)))
    return tuple(part for part in parts if text[part.start : part.end].strip(" ;.")) or (
        Part(0, len(text), tuple(held)),
    )
