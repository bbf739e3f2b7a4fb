"""All advice on the asks of a letter."""

from __future__ import annotations

from onrecord.errors import UsageError
from onrecord.letters.advice import deadline, length, wording
from onrecord.letters.advice.category import category, fate_of
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
from onrecord.un.review import Review
from onrecord.un.review import review as review_of

_ENGLISH_ALONE = (
    "The rules and the documents are in English: advice is given on the English text of the letter."
)
_BY_SHARED_WORDS = "found by the words that both share, not by a reference"


def asked_in(letter: AskingLetter, only: str = "") -> tuple[Asked, ...]:
    """The asks of a letter; `only` keeps the one of this name. UsageError where there is none."""
    kept = tuple(ask for ask in letter.asks if not only or ask.name == only)
    if not kept:
        names = ", ".join(ask.name for ask in letter.asks) or "none"
        what = f"{letter.name} has no ask {only}" if only else f"{letter.name} has no asks"
        raise UsageError(
            f"{what}; its asks: {names}.", hint="Write one as a line that begins with “Q1.” or “R1.”."
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
            f"{told}.", hint="Give State and cycle: --review CHN/4, or “review: CHN/4” in the front matter."
        )
    return known


def advise(
    letter: AskingLetter, record: ReadsRecord, review: Review, *, only: str = "", by: str = ""
) -> LetterAdvice:
    """The advice on each ask of `letter` about `review`; `by` keeps earlier wording of one State."""
    everything = asked_in(letter)
    doubled = wording.duplicates(everything)
    raised = Matter(recommendations(record, review.state.code))
    answered = Matter(answers(record, review.state.code))
    last = deadline.last_day(review)
    due = deadline.advise(review, day_of(letter.date))
    general = [due] if due else []
    if not raised.entries:
        told = f"The record holds no recommendation to {review.state.name}: earlier wording could not be looked for."
        general.append(Advice("record", told))
    return LetterAdvice(
        f"{review.state.code}/{review.cycle}",
        review.date,
        last.isoformat() if last else "",
        tuple(general),
        tuple(
            _on(ask, raised, answered, by, [doubled[ask.name]] if ask.name in doubled else [])
            for ask in asked_in(letter, only)
        ),
    )


def _on(ask: Asked, raised: Matter, answered: Matter, by: str, found: list[Advice]) -> AskAdvice:
    words, seconds = length.length(ask.words)
    found.append(length.advise(ask))
    if ask.language.partition("-")[0].lower() != "en":
        found.append(Advice("language", _ENGLISH_ALONE))
        return AskAdvice(ask, words, seconds, None, (), None, tuple(found))
    kind = category(ask.words) if ask.kind == "recommendation" else None
    earlier = earlier_wording(ask.words, raised, by=by)
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
        found.append(Advice("action_category", kind.reason, inferred="by the verb alone"))
        found += filter(None, [fate_of(kind, raised.entries)])
    if earlier:
        near = earlier[0]
        told = f"Nearest earlier wording: {near.place.told}, {', '.join(near.by)}; {near.position.replace('_', ' ')}."
        at = (near.position_at,) if near.position_at else ()
        found.append(Advice("earlier_wording", told, (near.place, *at), _BY_SHARED_WORDS))
    if accepted:
        told = (
            f"On the same matter the State supported {accepted.place.told}, {', '.join(accepted.by)}. "
            "To build on it, begin: “As accepted …”, and take its words."
        )
        at = (accepted.position_at,) if accepted.position_at else ()
        found.append(Advice("accepted_wording", told, (accepted.place, *at), _BY_SHARED_WORDS))
    if answer:
        told = f"Last answer of the State under review on it: {place_of(answer).told}."
        found.append(Advice("last_answer", told, (place_of(answer),), _BY_SHARED_WORDS))
    at_last = place_of(answer) if answer else None
    return AskAdvice(ask, words, seconds, kind, earlier, at_last, tuple(found), accepted)
