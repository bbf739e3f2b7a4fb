"""The calendar of the Universal Periodic Review: sessions of the Working Group, and whose turn it is.

Who is reviewed when stands in data/reviews.csv and data/sessions.csv, each row with its evidence: "seen" in a
document, "by rule" (the fixed order of review of decision 17/119), or "remembered".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from onrecord.un.number_words import ordinal_named
from onrecord.un.state_names import State, all_states, rows

CYCLES = {1: range(1, 13), 2: range(13, 27), 3: range(27, 41), 4: range(41, 55)}
WORKING_DAYS_BEFORE = 10  # President's statement 8/PRST/1: questions are transmitted ten working days before


class Session(NamedTuple):
    """A session of the Working Group; `start` and `end` are ISO dates, or months ("2026-01")."""

    number: int
    cycle: int
    start: str
    end: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Review:
    """One review of one State.

    `start` and `end` are the session's days, `date` the day of the review itself where a document says it,
    else "". `report` is the symbol of the Working Group's report and `troika` the codes of its rapporteurs,
    where known. `evidence` tells how it is known that the State was reviewed in this session ("seen", "by
    rule", "remembered"), `source` where.
    """

    state: State
    cycle: int
    session: int
    start: str
    end: str
    date: str = ""
    report: str = ""
    troika: tuple[str, ...] = ()
    evidence: str = ""
    source: str = ""


def cycle_of_session(number: int) -> int | None:
    """The cycle to which the Working Group's session of this number belongs; None beyond 1 to 54."""
    return next((cycle for cycle, sessions in CYCLES.items() if number in sessions), None)


@cache
def sessions() -> dict[int, Session]:
    """The sessions of the Working Group by number."""
    return {
        int(row["session"]): Session(
            int(row["session"]), int(row["cycle"]), row["start"], row["end"], row["evidence"]
        )
        for row in rows("sessions")
    }


@cache
def reviews() -> tuple[Review, ...]:
    """Every review of the four cycles, in the order of sessions."""
    return tuple(_review(row) for row in rows("reviews"))


def review(state: str, cycle: int) -> Review | None:
    """The review of the State with this code in this cycle, or None where the calendar holds none."""
    return next((found for found in reviews_of(state) if found.cycle == cycle), None)


def reviews_of(state: str) -> tuple[Review, ...]:
    """The reviews of the State with this code, in order; none for a State that was never reviewed."""
    return _by_state().get(state.upper(), ())


def review_of_report(symbol: str) -> Review | None:
    """The review that the Working Group's report with this symbol is on, or None where it is not known."""
    return next((found for found in reviews() if found.report and found.report == symbol), None)


def review_on(state: str, day: date) -> Review | None:
    """The review of the State during whose session `day` falls, or None."""
    asked = day.isoformat()
    return next(
        (r for r in reviews_of(state) if r.start <= asked <= r.end or asked[:7] in (r.start, r.end)), None
    )


def advance_question_deadline(review_date: date) -> date:
    """The last day for advance questions: ten working days (Monday to Friday) before (8/PRST/1)."""
    day, left = review_date, WORKING_DAYS_BEFORE
    while left:
        day -= timedelta(days=1)
        left -= day.weekday() < 5
    return day


def session_named(words: str) -> int | None:
    """The number of the session that an ordinal names ("seventeenth", "twenty-first", "17th"); else None."""
    return ordinal_named(words)


@cache
def _by_state() -> dict[str, tuple[Review, ...]]:
    found: dict[str, list[Review]] = {}
    for one in reviews():
        found.setdefault(one.state.code, []).append(one)
    return {code: tuple(several) for code, several in found.items()}


def _review(row: dict[str, str]) -> Review:
    session = sessions()[int(row["session"])]
    return Review(
        state=all_states()[row["code"]],
        cycle=session.cycle,
        session=session.number,
        start=session.start,
        end=session.end,
        date=row["date"],
        report=row["report"],
        troika=tuple(row["troika"].split()),
        evidence=row["evidence"],
        source=row["source"],
    )
