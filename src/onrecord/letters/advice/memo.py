"""The internal memorandum on a letter's asks: each ask, all advice on it, and the sources of both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.letters.advice.advise import advise, asked_in
from onrecord.letters.advice.earlier import without_owners
from onrecord.letters.advice.length import length
from onrecord.letters.advice.model import AskAdvice, AskingLetter, EarlierWording, LetterAdvice, Place
from onrecord.letters.check.iso_dates import day_of, in_words
from onrecord.letters.model import Stretch
from onrecord.letters.render.sheet_contents import WORDS_A_MINUTE, Point, SheetSection, StateSheet
from onrecord.record.model import ReadsRecord
from onrecord.un.review import Review
from onrecord.un.states import State, state
from onrecord.un.symbol import find_symbols

_TOLD_ELSEWHERE = {"length", "earlier_wording", "accepted_wording", "last_answer"}
EARLIER_IN_A_MEMO = 3


def memo(
    letter: AskingLetter, review: Review, to: State, record: ReadsRecord, only: Sequence[str] = ()
) -> StateSheet:
    """The memorandum for `to`, which speaks in the review; `only` keeps the asks of these names.

    Its own earlier recommendations stand first under each ask. UsageError where the letter has no such ask.
    """
    for name in only:
        asked_in(letter, name)
    made = advise(letter, record, review, first=to.code)
    chosen = [one for one in made.asks if not only or one.ask.name in only]
    return StateSheet(
        f"{review.state.name}, cycle {review.cycle}: the asks and where they stand",
        to.name,
        (_by_when(made), *map(_on, chosen)),
        tuple(_facts(letter, review, chosen)),
        language="en",
        day=letter.date,
    )


def _facts(letter: AskingLetter, review: Review, chosen: Sequence[AskAdvice]) -> Iterator[tuple[str, str]]:
    day = day_of(review.date)
    on = in_words(day) if day else f"session of {review.start}"
    yield "Review", f"Universal Periodic Review of {review.state.name}, cycle {review.cycle}, {on}"
    yield "Letter", letter.title or letter.name
    spoken = [one.ask.words for one in chosen if one.ask.kind == "recommendation"]
    if spoken:
        words, seconds = length(" ".join(spoken))
        yield (
            "To speak",
            f"{len(spoken)} recommendations, {words} words, {seconds} seconds at {WORDS_A_MINUTE} words a minute",
        )


def _by_when(made: LetterAdvice) -> SheetSection:
    return SheetSection(
        "By when, and on what this rests", tuple(_advised(one.words, one.places) for one in made.general)
    )


def _on(one: AskAdvice) -> SheetSection:
    told = [
        _inferred(advice.words, advice.inferred)
        for advice in one.advice
        if advice.rule not in _TOLD_ELSEWHERE
    ]
    points = [Point(f"“{one.ask.words}”", f"{one.words} words, {one.seconds} seconds")]
    points += [Point(words) for words in told]
    points += [_earlier(earlier) for earlier in one.earlier[:EARLIER_IN_A_MEMO]]
    if one.accepted:
        points.append(_raised("The State supported on the same matter:", one.accepted))
    if one.answer:
        points.append(
            _advised(f"The State under review last said on it: “{one.answer.words}”", (one.answer,))
        )
    return SheetSection(f"{one.ask.name}, {one.ask.kind}", tuple(points))


def _earlier(earlier: EarlierWording) -> Point:
    point = _raised("Asked before:", earlier)
    changed = _changes(earlier.differences)
    return Point(f"{point.text} {changed}".strip(), point.source, point.link)


def _raised(label: str, earlier: EarlierWording) -> Point:
    at = f" ({earlier.position_at.told})" if earlier.position_at else ""
    who = ", ".join(state(code).name for code in earlier.by)
    cycle = f", cycle {earlier.cycle}" if earlier.cycle else ""
    text = (
        f"{label} “{without_owners(earlier.place.words)}” {who}{cycle}: {earlier.position.replace('_', ' ')}."
    )
    return Point(text, f"{earlier.place.told}{at}", _address(earlier.place))


def _changes(differences: Sequence[Stretch]) -> str:
    """What a near copy dropped and added, in words: colour and strokes do not survive every copy."""
    told = []
    for kind, verb in (("source", "dropped"), ("letter", "added")):
        words = [f"“{one.words.strip()}”" for one in differences if one.kind == kind and one.words.strip()]
        if words:
            told.append(f"{verb} {', '.join(words)}")
    return f"The ask has {'; '.join(told)}." if told else ""


def _advised(words: str, places: Sequence[Place]) -> Point:
    return Point(words, "; ".join(place.told for place in places), _address(places[0]) if places else "")


def _inferred(words: str, inferred: str) -> str:
    return f"{words} [inferred: {inferred}]" if inferred else words


def _address(place: Place) -> str:
    found = find_symbols(place.symbol)
    return found[0].symbol.url if found else ""
