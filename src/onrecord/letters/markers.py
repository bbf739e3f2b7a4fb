"""Finds where a letter calls its notes, also where copying lost the superscripts.

Every number that might be a marker is a candidate; the candidates that together make the best rising
sequence of note numbers are the markers. One number alone proves little ("Covid-19", "January 23"); its
place in the sequence does.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from onrecord.citations.model import Span
from onrecord.letters.model import Marker
from onrecord.letters.patterns import MARKER_FORMS, NO_MARKER, NO_WORD_BEFORE, SUPERSCRIPTS
from onrecord.un.symbol import find_symbols

# How far back the sequence looks for the marker before; a letter has no such run of false candidates.
REACH = 80
# Markers in brackets that the text uses for lists too must call nearly all notes.
ROUND_AT_LEAST = 0.7


class Candidate(NamedTuple):
    """A number that may be a marker (or begin a note), where it stands, and how likely it looks."""

    number: int
    span: Span
    weight: float
    sure: bool = False


def find_markers(text: str, body: Span, notes: Sequence[str]) -> tuple[Marker, ...]:
    """The markers in text[body], given the numbers of the notes as printed.

    A marker whose note is missing is found by its place in the sequence. Without any notes only a
    sequence from 1 in sure forms counts.
    """
    return _found(text, body, frozenset(int(number) for number in notes if number.isdecimal()))


@lru_cache(maxsize=8)
def _found(text: str, body: Span, numbers: frozenset[int]) -> tuple[Marker, ...]:
    """The same, remembered: they are looked for to tell the notes from other lists, and then for themselves."""
    best: list[Candidate] = []
    best_rank: tuple[float, float] = (0.0, 0.0)
    hidden = _hidden(text, body)
    for family in ("raised", "square", "round"):
        candidates = _weighed(_candidates(text, body, family, hidden), numbers)
        chosen = [candidates[index] for index in rising(candidates)]
        chosen = _with_leftovers(chosen, candidates, numbers) if numbers else _alone(chosen)
        called = len({item.number for item in chosen} & numbers) / len(numbers) if numbers else 0.0
        if family == "round" and called < ROUND_AT_LEAST:
            continue
        rank = (called, sum(item.weight for item in chosen))
        if rank > best_rank:
            best, best_rank = chosen, rank
    return tuple(Marker(str(item.number), item.span) for item in best)


def _hidden(text: str, body: Span) -> list[Span]:
    """What can hold no marker: addresses, sums, dates of figures, symbols."""
    spans = [Span(*match.span()) for match in NO_MARKER.finditer(text, body.start, body.end)]
    spans += [Span(found.start, found.end) for found in find_symbols(text[: body.end])]
    return sorted(spans)


def _candidates(text: str, body: Span, family: str, hidden: Sequence[Span]) -> list[Candidate]:
    """The candidates of one family, in order; where two forms see the same number the likelier stays."""
    found: dict[Span, Candidate] = {}
    for form in MARKER_FORMS:
        if form.family != family:
            continue
        for match in form.pattern.finditer(text, body.start, body.end):
            group = match.lastindex or 1
            span = Span(*match.span(group))
            number = int(match[group].translate(SUPERSCRIPTS))
            if not number or match[group].startswith("0") or _is_hidden(span, hidden):
                continue
            plain = family == "raised" and match[group].isdecimal()
            if plain and NO_WORD_BEFORE.search(text, max(0, span.start - 14), span.start):
                continue
            known = found.get(span)
            if known is None or known.weight < form.weight:
                found[span] = Candidate(number, span, form.weight, form.sure)
    return sorted(found.values(), key=lambda item: item.span)


def _is_hidden(span: Span, hidden: Sequence[Span]) -> bool:
    index = bisect_right(hidden, (span.start, 1 << 60)) - 1
    return any(one.start <= span.start < one.end for one in hidden[max(0, index - 2) : index + 1])


def _weighed(candidates: Iterable[Candidate], numbers: Collection[int]) -> list[Candidate]:
    """Heavier where a note bears the number; a number far beyond the notes is none of theirs."""
    if not numbers:
        return [item for item in candidates if item.sure]
    last = max(numbers)
    return [
        item._replace(weight=item.weight + (1.0 if item.number in numbers else -0.5))
        for item in candidates
        if item.number <= last + 2
    ]


def rising(candidates: Sequence[Candidate], *, back: float = 4.0, again: float = 4.0) -> list[int]:
    """The indexes of the candidates whose numbers make the best rising sequence.

    Best is the sum of weights less the cost of each step: none for the next number, some for a gap,
    `again` for the same number once more, `back` for a lower one.
    """
    totals: list[float] = []
    before: list[int] = []
    for index, item in enumerate(candidates):
        total, previous = item.weight - min(0.5 * (item.number - 1), 3.0), -1
        for other in range(max(0, index - REACH), index):
            if candidates[other].span.end > item.span.start:
                continue
            reached = totals[other] + item.weight - _cost(item.number - candidates[other].number, back, again)
            if reached > total:
                total, previous = reached, other
        totals.append(total)
        before.append(previous)
    if not totals or max(totals) <= 0:
        return []
    at = max(range(len(totals)), key=totals.__getitem__)
    chosen: list[int] = []
    while at >= 0:
        chosen.append(at)
        at = before[at]
    return chosen[::-1]


def _cost(step: int, back: float, again: float) -> float:
    if step == 1:
        return 0.0
    if step > 1:
        return min(0.8 + 0.3 * (step - 2), 3.0)
    return again if step == 0 else back


def _with_leftovers(
    chosen: Sequence[Candidate], candidates: Sequence[Candidate], numbers: Collection[int]
) -> list[Candidate]:
    """The sequence and the sure markers out of it: a note called twice, two numbers exchanged."""
    taken = [item.span for item in chosen]
    extra = [
        item
        for item in candidates
        if item.sure and item.number in numbers and item.span not in taken and chosen
    ]
    return sorted([*chosen, *extra], key=lambda item: item.span)


def _alone(chosen: Sequence[Candidate]) -> list[Candidate]:
    """Markers without any notes: at least two, from 1."""
    return list(chosen) if len(chosen) > 1 and chosen[0].number == 1 else []


def with_its_signs(text: str, span: Span) -> Span:
    """A marker with what it is printed in: "[1]", "(1)", "^1^", "<sup>1</sup>"; alone where it is bare."""
    for before, after in _SIGNS:
        if text.endswith(before, 0, span.start) and text.startswith(after, span.end):
            return Span(span.start - len(before), span.end + len(after))
    return span


_SIGNS = (("[", "]"), ("(", ")"), ("^", "^"), ("<sup>", "</sup>"))
