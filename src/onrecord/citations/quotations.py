"""Finds quotations in a text, whatever marks they stand in and however those are out of balance."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.citations.comparison import Comparison, compare
from onrecord.citations.model import Span
from onrecord.citations.passages import find_passages

__all__ = ["Comparison", "FoundQuotation", "Unbalanced", "compare", "find_quotations", "find_unbalanced"]

CLOSERS = {"“": "”", "«": "»", "‘": "’", "「": "」", "『": "』", "„": "“”‟", '"': '"', "〈": "〉", "《": "》"}
MARKS = re.compile(r"[“”„‟«»‘’\"「」『』]|\[|\]|\(|\)")
# No writer quotes within quotations more deeply; beyond this, marks stand astray.
DEEPEST = 12
# Words of a quotation so short that it may be irony or a term rather than a quotation.
SHORT = 2
WORD = re.compile(r"\w+(?:[-’'.]\w+)*")
LIST_LETTER = re.compile(r"(?:^|[\s;,:])(?:[a-z]|[ivx]{1,4}|\d{1,3})$")


@dataclass(frozen=True, slots=True)
class FoundQuotation:
    """Words in quotation marks: text[span] is the words without the marks.

    `depth` is 0 for a quotation that stands in no other. `closed` is False where its closing mark is
    missing; it then runs to the end of its paragraph. `goes_on` says that the next paragraph opens
    with a mark that carries it on. `short` marks one or two words: perhaps a term or irony.
    """

    span: Span
    text: str
    depth: int = 0
    closed: bool = True
    goes_on: bool = False
    short: bool = False


class Unbalanced(NamedTuple):
    """A quotation mark or bracket without its partner in the paragraph, and where it stands."""

    mark: str
    start: int


@dataclass(slots=True)
class _Open:
    mark: str
    start: int
    depth: int


@dataclass(frozen=True, slots=True)
class _Read:
    found: tuple[FoundQuotation, ...]
    unbalanced: tuple[Unbalanced, ...]


def find_quotations(text: str, within: Sequence[Span] | None = None) -> tuple[FoundQuotation, ...]:
    """The quotations of a text in the order of their first words, nested ones too.

    `within` are the paragraphs to look into (default: all of the text); no quotation crosses their ends.
    Curly and straight double marks, «», „“, corner brackets, and curly single marks are known; an
    apostrophe is none.
    """
    passages = find_passages(text) if within is None else within
    found: list[FoundQuotation] = []
    for index, passage in enumerate(passages):
        after = passages[index + 1] if index + 1 < len(passages) else None
        found += _read(text, passage, after).found
    return tuple(sorted(found, key=lambda one: (one.span.start, -one.span.end)))


def find_unbalanced(text: str, within: Sequence[Span] | None = None) -> tuple[Unbalanced, ...]:
    """The quotation marks and brackets that lack their partner, in the order of the text.

    A quotation of several paragraphs, each of which opens with a mark, lacks nothing.
    """
    passages = find_passages(text) if within is None else within
    found: list[Unbalanced] = []
    for index, passage in enumerate(passages):
        after = passages[index + 1] if index + 1 < len(passages) else None
        found += _read(text, passage, after).unbalanced
    return tuple(sorted(found, key=lambda one: one.start))


def _read(text: str, passage: Span, after: Span | None) -> _Read:
    """One paragraph, read with a stack of open marks; brackets keep their own."""
    stack: list[_Open] = []
    brackets: list[Unbalanced] = []
    stray: list[Unbalanced] = []
    found: list[FoundQuotation] = []
    for match in MARKS.finditer(text, passage.start, passage.end):
        mark, at = match[0], match.start()
        if mark in "[]()":
            _bracket(text, passage, Unbalanced(mark, at), brackets, stray)
        elif _closes(text, at, stack):
            if mark == stack[-1].mark == "“":
                stray.append(Unbalanced(mark, at))
            found.append(_closed(text, _pop(stack, mark, stray), at))
        elif len(stack) < DEEPEST and _opens(text, at, passage):
            stack.append(_Open(mark, at, len(stack)))
        elif mark in "”»」』":
            stray.append(Unbalanced(mark, at))
    carried = _left_over(text, passage, after, stack, found)
    stray += [Unbalanced(left.mark, left.start) for left in stack if left.mark != "‘" and left is not carried]
    return _Read(tuple(found), tuple(stray + brackets))


def _bracket(
    text: str, passage: Span, bracket: Unbalanced, opened: list[Unbalanced], stray: list[Unbalanced]
) -> None:
    """Puts an opening bracket with the open ones; takes from them the partner of a closing one."""
    if bracket.mark in "[(":
        opened.append(bracket)
    elif opened and opened[-1].mark == {"]": "[", ")": "("}[bracket.mark]:
        opened.pop()
    elif not _is_list_letter(text, passage, bracket.start):
        stray.append(bracket)


def _left_over(
    text: str, passage: Span, after: Span | None, stack: Sequence[_Open], found: list[FoundQuotation]
) -> _Open | None:
    """Adds the quotations that stay open, and returns the one that the next paragraph carries on."""
    goes_on = bool(stack) and after is not None and text[after.start : after.start + 1] == stack[0].mark
    for index, left in enumerate(stack):
        if left.mark != "‘":
            found.append(_left_open(text, left, passage.end, goes_on=goes_on and index == 0))
    return stack[0] if goes_on else None


def _closes(text: str, at: int, stack: Sequence[_Open]) -> bool:
    """Whether the mark at `at` closes a quotation that is open.

    ’ is an apostrophe where a letter follows it, or where no ‘ is open. A mark that both opens and
    closes (" and the “ of „…“) closes after a word and opens before one.
    """
    mark = text[at]
    if not stack or not any(mark in CLOSERS.get(one.mark, "") for one in stack):
        # “…“, a closing mark typed the wrong way round: after a word, before none.
        return bool(stack) and mark == "“" and stack[-1].mark == "“" and _looks_closing(text, at)
    if mark == "’":
        return stack[-1].mark == "‘" and not (_is_latin(text, at + 1) and _is_latin(text, at - 1))
    if mark == "‟":
        # Some files have „…‟ for single marks, and "China‟s" with it.
        return not (_is_latin(text, at + 1) and _is_latin(text, at - 1))
    if mark in '"“':
        return _looks_closing(text, at) or not _looks_opening(text, at)
    return True


def _opens(text: str, at: int, passage: Span) -> bool:
    mark = text[at]
    if mark not in CLOSERS:
        return False
    if mark == '"':
        return _looks_opening(text, at) or at == passage.start
    if mark == "‘":
        return _looks_opening(text, at)
    return True


def _looks_closing(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return bool(before.strip()) and before not in "([{“„«‘—–" and not (after.isalnum() and before.isspace())


def _looks_opening(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return bool(after.strip()) and (not before.strip() or not before.isalnum()) and before not in (".", ",")


def _is_latin(text: str, at: int) -> bool:
    return text[at : at + 1].isalpha() and text[at] < "\u0250"


def _is_list_letter(text: str, passage: Span, at: int) -> bool:
    """Whether the bracket closes a letter or number of a list: "a) first", "1) first"."""
    return bool(LIST_LETTER.search(text[max(passage.start, at - 6) : at]))


def _pop(stack: list[_Open], mark: str, stray: list[Unbalanced]) -> _Open:
    """Takes the quotation that `mark` closes; marks opened inside it and never closed are reported."""
    while len(stack) > 1 and mark not in CLOSERS[stack[-1].mark] and mark != stack[-1].mark:
        lost = stack.pop()
        if lost.mark != "‘":
            stray.append(Unbalanced(lost.mark, lost.start))
    return stack.pop()


def _closed(text: str, opened: _Open, at: int) -> FoundQuotation:
    return _quotation(text, Span(opened.start + 1, at), opened.depth)


def _left_open(text: str, opened: _Open, end: int, *, goes_on: bool) -> FoundQuotation:
    one = _quotation(text, Span(opened.start + 1, end), opened.depth)
    return FoundQuotation(one.span, one.text, one.depth, closed=False, goes_on=goes_on, short=one.short)


def _quotation(text: str, span: Span, depth: int) -> FoundQuotation:
    words = text[span.start : span.end]
    return FoundQuotation(span, words, depth, short=len(WORD.findall(words)) <= SHORT)
