"""Finds what a letter asks for: its numbered questions and recommendations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.citations.model import Span
from onrecord.letters.model import Ask
from onrecord.letters.patterns import (
    ASKS,
    ASKS_QUESTIONS,
    ASKS_RECOMMENDATIONS,
    HEADING,
    LIST_ITEM,
    REPORTS,
    SYLLABLES,
)

LETTERS = {"question": "Q", "recommendation": "R"}
KINDS = {"Q": "question", "질": "question", "R": "recommendation", "권": "recommendation"}


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a list: its printed number (0 for a bullet), its words, and the kind it prints ("Q1.")."""

    number: int
    words: Span
    kind: str


@dataclass(frozen=True, slots=True)
class _List:
    """A list and the index of the paragraph before it."""

    items: tuple[_Item, ...]
    before: int


def find_asks(text: str, paragraphs: Sequence[Span]) -> tuple[Ask, ...]:
    """The asks among a letter's paragraphs, named Q1, Q2 … and R1, R2 … as their lists number them.

    A list is one of questions or of recommendations by its own items ("Q1."), else by the sentence or
    heading that brings it in; other lists are none of asks. Where a second list of a kind starts again
    at 1, the names go on from the first.
    """
    asks: list[Ask] = []
    for found in _lists(text, paragraphs):
        kind = found.items[0].kind or _kind(text, paragraphs, found.before)
        if not kind:
            continue
        taken = sum(ask.kind == kind for ask in asks)
        for place, item in enumerate(found.items, 1):
            name = f"{LETTERS[kind]}{item.number or place}"
            if any(ask.name == name for ask in asks):
                name = f"{LETTERS[kind]}{taken + place}"
            asks.append(Ask(name, kind, item.words))
    return tuple(asks)


def _lists(text: str, paragraphs: Sequence[Span]) -> list[_List]:
    """Runs of list items; a paragraph indented under an item belongs to that item."""
    found: list[_List] = []
    run: list[_Item] = []
    before = -1
    for index, span in enumerate(paragraphs):
        match = LIST_ITEM.match(text, span.start, span.end)
        if match is None:
            if run and _is_indented(text, span) and not HEADING.match(text, span.start):
                run[-1] = replace(run[-1], words=Span(run[-1].words.start, span.end))
                continue
            _close(found, run, before)
            run = []
            continue
        number = SYLLABLES.index(match["syllable"]) + 1 if match["syllable"] else int(match["number"] or 0)
        kind = KINDS.get((match["kind"] or " ")[0].upper(), "")
        if run and (kind != run[-1].kind or not _goes_on(run[-1].number, number)):
            _close(found, run, before)
            run = []
        if not run:
            before = index - 1
        run.append(_Item(number, Span(match.end(), span.end), kind))
    _close(found, run, before)
    return found


def _close(found: list[_List], run: Sequence[_Item], before: int) -> None:
    # An item that says of itself what it is ("Q4.") needs no first one before it.
    if run and (run[0].number <= 1 or run[0].kind):
        found.append(_List(tuple(run), before))
    elif run and found and not found[-1].items[-1].kind and found[-1].items[-1].number + 1 == run[0].number:
        found[-1] = _List(found[-1].items + tuple(run), found[-1].before)


def _goes_on(last: int, number: int) -> bool:
    return number == last + 1 if last else number == 0


def _is_indented(text: str, span: Span) -> bool:
    line = text.rfind("\n", 0, span.start) + 1
    return span.start - line >= 2


def _kind(text: str, paragraphs: Sequence[Span], before: int) -> str:
    """Gives "question", "recommendation" or "" by the words that bring the list in.

    The paragraph just before decides where it ends in a colon, is a heading, or asks for something;
    what is nearest to the list weighs most.
    """
    if before < 0:
        return ""
    words = text[paragraphs[before].start : paragraphs[before].end]
    sentence = re.split(r"(?<=[.!?])\s+", words)[-1]
    # A short line is a heading, unless it is a sentence: "이 권고가 이행되었다는 기록은 없습니다."
    if HEADING.match(words) or (len(words) < 60 and not words.rstrip().endswith((".", "。"))):
        return _named(words)
    if not sentence.rstrip().endswith((":", "：")) and not ASKS.search(sentence):
        return ""
    if REPORTS.search(sentence) and not re.search(r"\b(?:urge|we|please)\b", sentence, re.IGNORECASE):
        return ""
    return _named(sentence) or _named(words)


def _named(words: str) -> str:
    """What the last of the words "following", "below" speaks of; else what is named last."""
    marks = re.finditer(r"following|below|these|다음|아래", words, re.IGNORECASE)
    after = words[max((match.end() for match in marks), default=0) :]
    question = ASKS_QUESTIONS.search(after)
    recommendation = ASKS_RECOMMENDATIONS.search(after)
    if question and (not recommendation or question.start() < recommendation.start()):
        return "question"
    if recommendation:
        return "recommendation"
    named = [(match.start(), "question") for match in ASKS_QUESTIONS.finditer(words)]
    named += [(match.start(), "recommendation") for match in ASKS_RECOMMENDATIONS.finditer(words)]
    return max(named)[1] if named else ""
