"""The adoption of a review's outcome in the Council's plenary, as the Council's report on its session has it.

Chapter VI of such a report (A/HRC/28/2, A/HRC/43/2) goes from State to State: when its review was held, the views
of the State under review, those of other States, comments of other stakeholders, closing remarks, and how many
recommendations the State supported and noted. It stands third in the order of authority for positions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from onrecord.documents.model import Document, Paragraph
from onrecord.mechanisms.lettered import numbered
from onrecord.mechanisms.model import Entry, Fact
from onrecord.mechanisms.upr_speakers import STATEMENT, speech
from onrecord.un.dates import find_dates
from onrecord.un.review import Review, reviews_of
from onrecord.un.states import find_state, find_states

CHAPTER = re.compile(r"\buniversal\s+periodic\s+review\b", re.IGNORECASE)
"""The heading of the chapter: "VI. Universal periodic review"."""

HELD = re.compile(
    r"The\s+(?:universal\s+periodic\s+)?review\s+of\s+(?P<state>.{3,80}?)\s+was\s+held\s+on\s+(?P<when>[^.]{6,40}?\d{4})\b"
)
"""What opens a State's part: "The review of Slovenia was held on 4 November 2014 in conformity with"."""

OWN_VIEWS = re.compile(
    r"\bviews\s+expressed\s+by\s+the\s+State\s+under\s+review\b|\bconcluding\s+remarks\b", re.IGNORECASE
)
"""Headings under which the State under review speaks."""

OTHERS_VIEWS = re.compile(r"\bviews\s+expressed\s+by\s+member\s+and\s+observer\s+States\b", re.IGNORECASE)
STAKEHOLDERS = re.compile(
    r"\bgeneral\s+comments\s+made\s+by\s+(?:other\s+)?(?:relevant\s+)?stakeholders\b", re.IGNORECASE
)

LONGEST_SESSION = timedelta(days=20)

COUNT_OF_SPEAKERS = re.compile(
    r"During\s+the\s+adoption\s+of\s+the\s+outcome\b|At\s+the\s+\d+\w+\s+meeting\b"
)
"""Not what anybody said: "During the adoption of the outcome of the review of Slovenia, eight delegations"."""

OUTCOME = re.compile(r"\bout\s+of\s+\d{1,3}\s+recommendations\s+received,\s+[^.]{5,300}", re.IGNORECASE)
"""Who presides tells it: "out of 163 recommendations received, Slovenia had supported 142 … and noted 21"."""


def plenary(document: Document) -> tuple[tuple[Entry, ...], tuple[Fact, ...]]:
    """What was said when outcomes were adopted, and their totals.

    Entries have section "plenary": a "reply" of the State under review, a "statement" of another State, or one
    without a State where a stakeholder spoke, whose name stands at its head. Facts are named "outcome":
    "SVN, 2014-11-04: out of 163 recommendations received, Slovenia had supported 142 … and noted 21".
    """
    entries: list[Entry] = []
    facts: list[Fact] = []
    held: tuple[str, Review | None, str] | None = None
    for paragraph in numbered(document):
        if paragraph.zone != "body" or paragraph.parent:
            continue
        if not any(CHAPTER.search(heading) for heading in paragraph.headings[:1]):
            held = None
            continue
        held = _opens(paragraph.text) or held
        if held is None:
            continue
        code, review, day = held
        outcome = OUTCOME.search(paragraph.text)
        if outcome:
            facts.append(Fact("outcome", f"{code}, {day}: {' '.join(outcome[0].split())}"))
            continue
        entries.extend(_said(document, paragraph, code, review))
    return tuple(entries), tuple(facts)


def _opens(text: str) -> tuple[str, Review | None, str] | None:
    """The State whose part this paragraph opens, its review by the calendar, and the day as told."""
    found = HELD.match(text)
    if found is None:
        return None
    within = find_states(found["state"])
    state = find_state(found["state"]) or (within[0].state if within else None)
    days = find_dates(found["when"])
    if state is None or not days or days[0].bounds.low is None:
        return None
    day = days[0].bounds.low.isoformat()
    return state.code, _review_on(state.code, days[0].bounds.low), day


def _review_on(code: str, day: date) -> Review | None:
    """The State's review on this day; where the calendar has only its session's first day, the one begun before."""
    for held in reviews_of(code):
        if held.date == day.isoformat():
            return held
        begun = date.fromisoformat(held.start) if held.start and not held.date else None
        if begun and timedelta(0) <= day - begun <= LONGEST_SESSION:
            return held
    return None


def _said(document: Document, paragraph: Paragraph, code: str, review: Review | None) -> Iterator[Entry]:
    heading = paragraph.headings[-1] if paragraph.headings else ""
    entry = Entry(
        kind="statement",
        symbol=document.symbol,
        section="plenary",
        paragraph=paragraph.number or "",
        page=paragraph.page,
        text=paragraph.text,
        as_printed=paragraph.printed or paragraph.text,
        to=code,
        cycle=review.cycle if review else None,
        session=review.session if review else None,
        date=document.date,
        place=paragraph.place(0, len(paragraph.text)),
    )
    if COUNT_OF_SPEAKERS.match(paragraph.text):
        return
    if OWN_VIEWS.search(heading):
        yield replace(entry, kind="reply", by=(code,))
    elif OTHERS_VIEWS.search(heading):
        told = speech(paragraph.text, code)
        named = told.kind == STATEMENT
        yield replace(
            entry,
            by=told.by if named else (),
            by_as_printed=told.as_printed if named else (),
            on_behalf_of=told.on_behalf_of if named else "",
        )
    elif STAKEHOLDERS.search(heading):
        yield entry
