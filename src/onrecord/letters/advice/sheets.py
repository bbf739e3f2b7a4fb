"""The sheets made from a letter's asks: advance questions, a statement, a page for one State."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from onrecord.errors import UsageError
from onrecord.letters.advice.advise import asked_in
from onrecord.letters.advice.deadline import last_day
from onrecord.letters.advice.earlier import (
    Matter,
    asked_words,
    place_of,
    recommendations,
)
from onrecord.letters.advice.length import SLOT
from onrecord.letters.advice.model import Asked, AskingLetter
from onrecord.letters.check.iso_dates import day_of, in_words
from onrecord.letters.render.sheet_contents import (
    AdvanceQuestions,
    Point,
    Questioner,
    SheetSection,
    Statement,
    StateSheet,
)
from onrecord.mechanisms.model import Entry
from onrecord.record.model import ReadsRecord
from onrecord.told import tell
from onrecord.un.articles import with_article
from onrecord.un.review import Review
from onrecord.un.states import State

ASKS_OF_A_SHEET = 2
MOST_RAISED = 6
_NO_POSITION = "position not stated"


def advance_questions(
    letter: AskingLetter, review: Review, by: State, only: Sequence[str]
) -> AdvanceQuestions:
    """The questions of a letter as those that `by` puts. UsageError where the letter has none."""
    chosen = _chosen(letter, "question", only)
    asked = Questioner(by.name, tuple(ask.words for ask in chosen))
    return AdvanceQuestions(review.state.name, (asked,), language=letter.language, day=letter.date)


def statement(letter: AskingLetter, review: Review, by: State, only: Sequence[str]) -> Statement:
    """The recommendations of a letter as `by` speaks them; without `only` as many as fit into a minute.

    UsageError where the letter has none.
    """
    chosen = _chosen(letter, "recommendation", only)
    lead = f"{with_article(by.name, begins=True)} recommends that {with_article(review.state.name)}:"

    def made(asks: Sequence[Asked]) -> Statement:
        spoken = tuple(f"({n}) {ask.words.rstrip(' .;')}." for n, ask in enumerate(asks, 1))
        return Statement(
            by.name,
            review.state.name,
            (lead, *spoken),
            _occasion(review),
            letter.language,
            letter.date,
        )

    if only:
        return made(chosen)
    kept: list[Asked] = []
    for ask in chosen:
        if not kept or made([*kept, ask]).seconds <= SLOT:
            kept.append(ask)
    return made(kept)


def not_spoken(letter: AskingLetter, spoken: Statement) -> tuple[str, ...]:
    """The names of the recommendations that a statement had no time for."""
    said = "\n".join(spoken.paragraphs)
    asks = _chosen(letter, "recommendation", ())
    return tuple(ask.name for ask in asks if ask.words.rstrip(" .;") not in said)


def state_sheet(
    letter: AskingLetter, review: Review, to: State, record: ReadsRecord, only: Sequence[str]
) -> StateSheet:
    """A page for `to`: what it recommended to the State under review before, its fate, two asks, the deadline.

    Without `only` the two asks are the first recommendations of the letter.
    """
    asks = asked_in(letter)
    chosen = [ask for ask in asks if ask.name in only] if only else first_asks(letter)
    missing = sorted(set(only) - {ask.name for ask in asks})
    if missing:
        asked_in(letter, missing[0])
    near = _nearest(recommendations(record, review.state.code), asks, to.code)
    before = tuple(_raised(entry, spare=place > 0) for place, entry in enumerate(near))
    none = (
        f"The record holds no recommendation of {with_article(to.name)} to {with_article(review.state.name)} on these "
        "matters."
    )
    last = last_day(review)
    facts = [("Review", _occasion(review))]
    if last:
        facts.append(("Advance questions due", f"{in_words(last)} (ten working days before, 8/PRST/1)"))
    return StateSheet(
        f"{review.state.name}: what {with_article(to.name)} can ask",
        letter.organisation,
        (
            SheetSection(
                "What was raised before in like words, and what became of it", before or (Point(none),)
            ),
            SheetSection(
                "What we ask for",
                tuple(Point(ask.words, f"{letter.title or letter.name}, {ask.name}") for ask in chosen),
                numbered=True,
            ),
            SheetSection(
                "By when",
                (Point(_by_when(review, last)),),
            ),
        ),
        tuple(facts),
        language=letter.language,
        day=letter.date,
        left_out="{} more on the record.",
    )


def _chosen(letter: AskingLetter, kind: str, only: Sequence[str]) -> list[Asked]:
    asks = asked_in(letter)
    known = {ask.name for ask in asks}
    for name in only:
        if name not in known:
            asked_in(letter, name)
    chosen = [ask for ask in asks if (ask.name in only if only else ask.kind == kind)]
    if not chosen:
        raise UsageError(
            tell("%(name)s has no %(kind)s.", name=letter.name, kind=kind),
            hint=tell("Write a %(kind)s in it, or choose with --ask.", kind=kind),
        )
    return chosen


def first_asks(letter: AskingLetter) -> list[Asked]:
    """The asks of a page for one State where nobody chose: the first recommendations, else the first questions."""
    asks = asked_in(letter)
    wanted = [ask for ask in asks if ask.kind == "recommendation"] or list(asks)
    return wanted[:ASKS_OF_A_SHEET]


def _nearest(raised: Sequence[Entry], asks: Sequence[Asked], by: str) -> list[Entry]:
    """What the State raised on the matter of any ask, the nearest first."""
    matter = Matter(raised)
    best: dict[int, tuple[float, Entry]] = {}
    for ask in asks:
        # A State's own second-best text on the matter counts, however near another State's is.
        for score, entry in matter.ranked(ask.words, of_the_nearest=0.0):
            if by in entry.by and score > best.get(id(entry), (0.0, entry))[0]:
                best[id(entry)] = (score, entry)
    return [entry for _, entry in sorted(best.values(), key=lambda one: -one[0])][:MOST_RAISED]


def _raised(entry: Entry, *, spare: bool) -> Point:
    position = (entry.position or "").replace("_", " ")
    fate = _NO_POSITION if position in {"", "not stated"} else position
    place = place_of(entry)
    at = entry.position_at
    where = f" ({at.symbol}, para. {at.paragraph})" if at else ""
    cycle = f"cycle {entry.cycle}, " if entry.cycle else ""
    return Point(f"“{asked_words(entry)}”: {fate}.", f"{cycle}{place.told}; {fate}{where}", spare=spare)


def _occasion(review: Review) -> str:
    day = day_of(review.date)
    on = f", {in_words(day)}" if day else f", session of {review.start}"
    return f"Universal Periodic Review of {with_article(review.state.name)}, cycle {review.cycle}{on}"


def _by_when(review: Review, last: date | None) -> str:
    if last is None:
        return "The day of the review is not known, so no deadline can be computed."
    since = (
        ""
        if review.date
        else " It is counted from the session's first day, as the day of the review is not known."
    )
    return (
        f"Advance questions are handed in by {in_words(last)}, ten working days before the review (8/PRST/1).{since} "
        "Weekends are left out; holidays of the United Nations are not known here. Late questions appear as addenda."
    )
