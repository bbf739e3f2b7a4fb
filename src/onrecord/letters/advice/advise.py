"""All advice on the asks of a letter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from onrecord.errors import UsageError
from onrecord.letters.advice import deadline, length, wording
from onrecord.letters.advice.category import category, fate_of, fates
from onrecord.letters.advice.earlier import (
    Matter,
    accepted_wording,
    answers,
    earlier_wording,
    last_answer,
    place_of,
    recommendations,
)
from onrecord.letters.advice.model import Advice, AskAdvice, Asked, AskingLetter, LetterAdvice
from onrecord.letters.check.iso_dates import day_of
from onrecord.record.model import ReadsRecord
from onrecord.told import tell
from onrecord.un.review import Review
from onrecord.un.review import review as review_of

_ENGLISH_ALONE = tell(
    "The rules and the documents are in English: advice is given on the English text of the letter."
)
_BY_THE_CALENDAR = tell("by the calendar of reviews")
_BY_SHARED_WORDS = tell("found by the words that both share, not by a reference")


def asked_in(letter: AskingLetter, only: str = "") -> tuple[Asked, ...]:
    """The asks of a letter; `only` keeps the one of this name. UsageError where there is none."""
    kept = tuple(ask for ask in letter.asks if not only or ask.name == only)
    if not kept:
        names = ", ".join(ask.name for ask in letter.asks) or "none"
        what = f"{letter.name} has no ask {only}" if only else f"{letter.name} has no asks"
        raise UsageError(
            tell("%(what)s; its asks: %(names)s.", what=what, names=names),
            hint=tell("Write one as a line that begins with “Q1.” or “R1.”."),
        )
    return kept


def review_meant(letter: AskingLetter, named: str = "") -> Review:
    """The review that `named` ("CHN/4") or else the letter names. UsageError without one."""
    words = named or letter.review
    state, _, cycle = words.partition("/")
    known = review_of(state, int(cycle)) if cycle.isdecimal() else None
    if known is None:
        told = f"“{words}” is no review in the calendar" if words else f"{letter.name} names no review"
        raise UsageError(
            f"{told}.",
            hint=tell("Give State and cycle: --review CHN/4, or “review: CHN/4” in the front matter."),
        )
    return known


def advise(
    letter: AskingLetter,
    record: ReadsRecord,
    review: Review,
    *,
    only: str = "",
    by: str = "",
    first: str = "",
) -> LetterAdvice:
    """The advice on each ask of `letter` about `review`.

    `by` keeps the earlier wording of one State, `first` puts that of one State before others'.
    """
    everything = asked_in(letter)
    doubled = wording.duplicates(everything)
    raised = Matter(recommendations(record, review.state.code))
    answered = Matter(answers(record, review.state.code))
    on_record = _OnRecord(raised, answered, fates(raised.entries))
    last = deadline.last_day(review)
    due = deadline.advise(review, day_of(letter.date))
    general = [due] if due else []
    meant = f"{review.state.code}/{review.cycle}"
    if letter.review_inferred and letter.review == meant:
        general.append(Advice("review", letter.review_inferred, inferred=_BY_THE_CALENDAR))
    if not raised.entries:
        told = tell(
            "The record holds no recommendation to %(state)s: earlier wording could not be looked for.",
            state=review.state.name,
        )
        general.append(Advice("record", told))
    return LetterAdvice(
        meant,
        review.date,
        last.isoformat() if last else "",
        tuple(general),
        tuple(
            _on(ask, on_record, (by, first), [doubled[ask.name]] if ask.name in doubled else [])
            for ask in asked_in(letter, only)
        ),
    )


class _OnRecord(NamedTuple):
    """What was recommended to the State, what it answered, and the positions by action category."""

    raised: Matter
    answered: Matter
    fates: Mapping[int | None, Sequence[str]]


def _on(ask: Asked, on_record: _OnRecord, whose: tuple[str, str], found: list[Advice]) -> AskAdvice:
    raised, answered, told = on_record
    words, seconds = length.length(ask.words)
    found.append(length.advise(ask))
    if ask.language.partition("-")[0].lower() != "en":
        found.append(Advice("language", _ENGLISH_ALONE))
        return AskAdvice(ask, words, seconds, None, (), None, tuple(found))
    kind = category(ask.words) if ask.kind == "recommendation" else None
    earlier = earlier_wording(ask.words, raised, by=whose[0], first=whose[1])
    accepted = accepted_wording(ask.words, raised) if ask.kind == "recommendation" else None
    answer = last_answer(ask.words, answered)
    rules = (
        wording.one_action,
        wording.among_questions,
        wording.breakdown,
        wording.measurable,
        wording.by_when,
    )
    found += filter(None, (rule(ask) for rule in rules))
    if kind:
        found.append(Advice("action_category", kind.reason, inferred=tell("by the verb alone")))
        found += filter(None, [fate_of(kind, told)])
    if earlier:
        near = earlier[0]
        nearest = f"Nearest earlier wording: {near.place.told}, {', '.join(near.by)}; {near.position.replace('_', ' ')}."
        at = (near.position_at,) if near.position_at else ()
        found.append(Advice("earlier_wording", nearest, (near.place, *at), _BY_SHARED_WORDS))
    if accepted:
        words_of_it = (
            f"On the same matter the State supported {accepted.place.told}, {', '.join(accepted.by)}. "
            "To build on it, begin: “As accepted …”, and take its words."
        )
        at = (accepted.position_at,) if accepted.position_at else ()
        found.append(Advice("accepted_wording", words_of_it, (accepted.place, *at), _BY_SHARED_WORDS))
    if answer:
        said = f"Last answer of the State under review on it: {place_of(answer).told}."
        found.append(Advice("last_answer", said, (place_of(answer),), _BY_SHARED_WORDS))
    at_last = place_of(answer) if answer else None
    return AskAdvice(ask, words, seconds, kind, earlier, at_last, tuple(found), accepted)
