"""Resolves a recommendation's bare number ("recommendation 186.66") to the report that holds it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord.citations.model import Citation, Span
from onrecord.citations.naming import cycles_named
from onrecord.citations.numbers import stands_alone
from onrecord.citations.patterns import YEAR
from onrecord.citations.setting import Setting
from onrecord.citations.shelf import Reviewed, Shelf, missing_place
from onrecord.un.dates import find_dates
from onrecord.un.states import find_states, state

# "China’s 2nd UPR", "the review of China", "recommendations to China": the State under review.
UNDER_REVIEW_AFTER = re.compile(
    r"[’']s?\s+(?:[\w-]+\s+){0,3}?(?:UPR|Universal Periodic|review|cycle)|\s+UPR\b|의\s", re.IGNORECASE
)
UNDER_REVIEW_BEFORE = re.compile(
    r"\b(?:review|UPR|cycle|report)\)?\s+(?:of|on)\s+(?:the\s+)?$|\b(?:to|that|urged?|recommended)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
ORDINALS = {1: "1st", 2: "2nd", 3: "3rd", 4: "4th"}


@dataclass(frozen=True, slots=True)
class _When:
    """What the words about a number say of the time of the review."""

    cycles: frozenset[int]
    days: frozenset[str]
    years: frozenset[str]

    def fits(self, review: Reviewed) -> bool:
        """Whether any of what is said fits this review."""
        return (
            review.cycle in self.cycles
            or review.date in self.days
            or bool({review.date[:4], review.distributed[:4]} & self.years)
        )

    def __bool__(self) -> bool:
        return bool(self.cycles or self.days or self.years)


def recommendation(at: int, done: Sequence[Citation], setting: Setting, shelf: Shelf) -> Citation:
    """The citation with the one document on the record that its surroundings allow and that holds its number.

    First the documents cited in its sentence and in the notes that the sentence calls after it, then those
    cited in its paragraph; then the reviews that State, cycle and date in the sentence, the paragraph, and
    (for the State) the letter allow; where all of these are silent, the documents that the letter cites.
    """
    one = done[at]
    sentence = setting.sentence_at(one.span.start)
    passage = setting.passage_at(one.span.start)
    near = [*setting.in_text(sentence), *setting.noted_after(sentence, one.span.start)]
    if one.note is not None:
        near = [index for index in setting.in_same_note(at) if index != at]
    for pool in (near, setting.in_text(passage)):
        symbols = {done[index].symbol for index in pool if done[index].kind != "recommendation"} - {""}
        holders = _holders(symbols, one.pinpoints, shelf)
        if len(holders) == 1:
            return replace(one, symbol=holders[0], status="resolved", reason="")
        if len(holders) > 1:
            return _unresolved(one, f"several documents could be meant: {', '.join(holders)}")
        if len(symbols) == 1 and pool is near and shelf.document(next(iter(symbols))) is None:
            symbol = symbols.pop()
            reason = f"{symbol} is not on the record"
            return replace(one, symbol=symbol, status="not_on_record", reason=reason)
    found = _by_review(one, (sentence, passage), setting, shelf)
    if found.status == "resolved" or not stands_alone(setting.text, one.span):
        return found
    return _by_place(found, sentence, setting, shelf)


def _by_place(one: Citation, sentence: Span, setting: Setting, shelf: Shelf) -> Citation:
    """A number alone in brackets or in a cell, as the place of a document that the letter has named before.

    Years in quoted words ("the Law of 1982") are none of a review; a cycle or a day that the sentence names is.
    """
    when = _when(setting.text[sentence.start : sentence.end])
    if when.cycles or when.days:
        return one
    named = _by_letter(one, setting, shelf)
    return named if named.status == "resolved" else one


def _holders(symbols: Collection[str], places: Sequence[str], shelf: Shelf) -> list[str]:
    """Those of the documents that hold all these places."""
    found: list[str] = []
    for symbol in sorted(symbols):
        document = shelf.document(symbol)
        if document is not None and not any(missing_place(document, place) for place in places):
            found.append(symbol)
    return found


def _by_review(one: Citation, spans: tuple[Span, Span], setting: Setting, shelf: Shelf) -> Citation:
    words = [setting.text[span.start : span.end] for span in spans]
    reviews = shelf.reviews()
    known = frozenset(review.state for review in reviews)
    states = _first([_states(part) for part in (*words, setting.text)])
    if not states:
        named = [frozenset(found.state.code for found in find_states(part)) for part in words]
        states = _first(named) & known
    when = next((time for part in words if (time := _when(part))), _when(""))
    if not states and not when:
        return _by_letter(one, setting, shelf)
    allowed = [review for review in reviews if not states or review.state in states]
    in_time = [review for review in allowed if when.fits(review)] if when else allowed
    if not in_time:
        return replace(one, status="not_on_record", reason=_absent(states, when))
    holders = _holders({review.symbol for review in in_time}, one.pinpoints, shelf)
    if len(holders) == 1:
        return replace(one, symbol=holders[0], status="resolved", reason="")
    if holders:
        return _unresolved(one, f"several documents could be meant: {', '.join(holders)}")
    symbols = ", ".join(sorted(review.symbol for review in in_time))
    return _unresolved(one, f"no recommendation {' or '.join(one.pinpoints)} as read in {symbols}")


def _by_letter(one: Citation, setting: Setting, shelf: Shelf) -> Citation:
    """Where nothing near names the review: the one document cited anywhere that holds the number."""
    holders = _holders({other.symbol for other in setting.citations if other.symbol}, one.pinpoints, shelf)
    if len(holders) == 1:
        return replace(
            one,
            symbol=holders[0],
            status="resolved",
            reason="",
            inferred=f"{_first_citation(holders[0], setting)} is the only document that the letter cites "
            f"and that holds {', '.join(one.pinpoints)}",
        )
    return _unresolved(one, "nothing beside it names the review that it belongs to")


def _first_citation(symbol: str, setting: Setting) -> str:
    """The symbol with the place in the letter where it is first cited."""
    first = next(other for other in setting.citations if other.symbol == symbol)
    return f"{symbol} (cited in note {first.note})" if first.note else f"{symbol} (cited in the text)"


def _first(options: Sequence[frozenset[str]]) -> frozenset[str]:
    return next((option for option in options if option), frozenset())


@lru_cache(maxsize=64)
def _states(words: str) -> frozenset[str]:
    """The States that the words speak of as under review."""
    return frozenset(
        found.state.code
        for found in find_states(words)
        if UNDER_REVIEW_AFTER.match(words, found.end)
        or UNDER_REVIEW_BEFORE.search(words[: found.start][-40:])
    )


@lru_cache(maxsize=64)
def _when(words: str) -> _When:
    cycles = cycles_named(words)
    days = frozenset(found.bounds.edtf for found in find_dates(words) if len(found.bounds.edtf) == 10)
    years = frozenset(YEAR.findall(words)) - {day[:4] for day in days}
    if cycles or days:
        years = frozenset()
    return _When(cycles, days, years)


def _absent(states: Collection[str], when: _When) -> str:
    whose = " or ".join(state(code).name for code in sorted(states)) or "any State"
    time = [f"the {ORDINALS[cycle]} review" for cycle in sorted(when.cycles) if cycle in ORDINALS]
    time += sorted(when.days | when.years) if not time else []
    return f"the record holds no report on {whose}{' for ' + ' or '.join(time) if time else ''}"


def _unresolved(one: Citation, reason: str) -> Citation:
    return replace(one, status="unresolved", reason=reason)
