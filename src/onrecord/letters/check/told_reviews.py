"""When, by the letter, a State was reviewed: the day, the cycle and the session that one phrase gives together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from onrecord.un.dates import find_dates
from onrecord.un.review import session_named
from onrecord.un.states import State, find_states

_ORDINAL = r"(?P<ordinal>[a-z]+(?:-[a-z]+)?|\d{1,2}(?:st|nd|rd|th))"
# After the State: "was reviewed for the second time on", "’s review at the third session of the Working Group".
_TIME = re.compile(rf"\s+(?:was|had been)\s+reviewed\s+for\s+the\s+{_ORDINAL}\s+time\b")
_CYCLE = re.compile(rf"\s+in\s+(?:the|its)\s+{_ORDINAL}\s+(?:UPR\s+)?cycle\b")
_SESSION = re.compile(
    rf"(?:[’']s?\s+(?:UPR\s+)?review)?\s+(?:at|during|in)\s+(?:the|its)\s+{_ORDINAL}\s+session\s+of\s+the\s+"
    r"(?:UPR\s+)?Working\s+Group\b"
)
_DAY = re.compile(r"\s*,?\s*(?:on|of)\s+$")
# Before the State: "the review of", "reviewed", "held its ninth session when it reviewed", "adopted its report on".
_REVIEW_OF = re.compile(r"\breview\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_REVIEWED = re.compile(r"\breviewed\s+(?:the\s+)?$", re.IGNORECASE)
_HELD = re.compile(rf"\bheld\s+its\s+{_ORDINAL}\s+session\s+when\s+it\s+reviewed\s+(?:the\s+)?$")
_ADOPTED = re.compile(r"\badopted\s+(?:its|the)\s+report\s+on\s+(?:the\s+)?$", re.IGNORECASE)
_OPENS = re.compile(r"\s*On\s+$")


class ToldReview(NamedTuple):
    """What a phrase says of one review; text[start:end] is the phrase. `adopted` is the report's day."""

    start: int
    end: int
    state: State
    cycle: int | None = None
    session: int | None = None
    day: date | None = None
    adopted: date | None = None


def told_reviews(text: str) -> Iterator[ToldReview]:
    """Each phrase of a sentence that dates or numbers a State's review."""
    days = [
        (found.start, found.end, found.bounds.low)
        for found in find_dates(text)
        if found.bounds.low and found.bounds.low == found.bounds.high
    ]
    for found in find_states(text):
        before = text[: found.start]
        after = [
            (end, day)
            for start, end, day in days
            if start > found.end and _DAY.fullmatch(text[found.end : start])
        ]
        end, day = after[0] if after else (found.end, None)
        opening = next((day for start, _, day in days if _OPENS.fullmatch(text[:start])), None)
        if _ADOPTED.search(before):
            if day:
                yield ToldReview(found.start, end, found.state, adopted=day)
            continue
        held, of = _HELD.search(before), _REVIEW_OF.search(before) or _REVIEWED.search(before)
        time, cycle, session = (form.match(text, found.end) for form in (_TIME, _CYCLE, _SESSION))
        if held:
            yield ToldReview(held.start(), end, found.state, session=session_named(held["ordinal"]), day=day)
        elif time:
            when = [(e, d) for s, e, d in days if s > time.end() and _DAY.fullmatch(text[time.end() : s])]
            end, day = when[0] if when else (time.end(), None)
            yield ToldReview(found.start, end, found.state, cycle=session_named(time["ordinal"]), day=day)
        elif cycle and of:
            number = session_named(cycle["ordinal"])
            if opening:
                yield ToldReview(of.start(), cycle.end(), found.state, day=opening)
            yield ToldReview(of.start(), cycle.end(), found.state, cycle=number, day=opening)
        elif session and (of or "review" in session[0]):
            yield ToldReview(
                found.start, session.end(), found.state, session=session_named(session["ordinal"])
            )
        elif of and day:
            yield ToldReview(of.start(), end, found.state, day=day)
