"""Views and decisions of treaty bodies on communications of individuals.

How they are made: a table of facts on the first page; then the facts, the complaint, what the State party
says, what the author answers, and the Committee's consideration (rules of procedure of each committee;
CCPR/C/134/D/2836/2016).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.documents.model import Document, Paragraph
from onrecord.mechanisms import observation_patterns as patterns
from onrecord.mechanisms.lettered import numbered
from onrecord.mechanisms.model import Entry, Fact, Reading
from onrecord.mechanisms.observations import committee, treaty_body_kind
from onrecord.told import tell
from onrecord.un.dates import find_dates
from onrecord.un.states import find_state, find_states

NUMBER = re.compile(r"\bcommunications?\s+(?:No|Nos)\.?\s*(?P<number>\d+/\d{4})", re.IGNORECASE)


def is_views(document: Document) -> bool:
    """Whether the document is a committee's decision on a communication."""
    return treaty_body_kind(document) == "views"


def read_views(document: Document) -> Reading:
    """Read views or a decision: the facts of the case, and every numbered paragraph under its part.

    What the Committee decided is a finding by it; the rest are statements: the State's by the State,
    what is told of the author by nobody that has an acronym.
    """
    facts = tuple(_facts(document))
    told = dict(reversed(facts))
    body = committee(document)
    state = find_state(told.get("state_party", "")) or next(
        (found.state for found in find_states(told.get("state_party", ""))), None
    )
    to = state.code if state else ""
    decided = find_dates(told.get("date_of_decision", ""))
    date = str(decided[0].bounds.low) if decided and decided[0].bounds.low else document.date
    entries = tuple(_entries(document, body, to, date))
    return Reading("views", entries, None, () if to else (tell("no State party is named"),), facts)


def _entries(document: Document, body: str, to: str, date: str) -> Iterator[Entry]:
    for paragraph in numbered(document):
        section = part_of(paragraph)
        finding = section == "consideration" and patterns.CONCLUDES.search(paragraph.text) is not None
        by = {"consideration": (body,), "observations_of_state": (to,)}.get(section, ())
        yield Entry(
            kind="finding" if finding else "statement",
            symbol=document.symbol,
            section=section,
            paragraph=paragraph.pinpoint,
            page=paragraph.page,
            text=paragraph.text,
            as_printed=paragraph.printed or paragraph.text,
            by=tuple(code for code in by if code),
            to=to,
            date=date,
            place=paragraph.place(0, len(paragraph.text)),
        )


def part_of(paragraph: Paragraph) -> str:
    """The part of the views in which a paragraph stands, by the heading above it; "introduction" before.

    "Author's comments on the State party's observations" is the author's: what is named first tells.
    """
    for heading in reversed(paragraph.headings):
        found = [
            (0 if section == "consideration" else match.start(), place, section)
            for place, (section, title) in enumerate(patterns.SECTIONS)
            if (match := title.search(heading))
        ]
        if found:
            return min(found)[2]
    return "introduction"


def _facts(document: Document) -> Iterator[Fact]:
    """The table of the first page: each fact stands after its name, on the same line or the next."""
    lines = _lines(document)
    seen: set[str] = set()
    for place, line in enumerate(lines):
        name, value = _told(line)
        if not name or name in seen:
            continue
        value = value or _following(lines[place + 1 :])
        if value:
            seen.add(name)
            yield Fact(name, value)
    if "communication" not in seen:
        found = patterns.VIEWS.fullmatch(document.symbol)
        title = NUMBER.search(" ".join(lines))
        number = f"{found['number']}/{found['year']}" if found else title["number"] if title else ""
        if number:
            yield Fact("communication", number)


def _lines(document: Document) -> list[str]:
    first = next((place for place, p in enumerate(document.paragraphs) if p.number), 0)
    return [*document.front, *(p.text for p in document.paragraphs[:first] if not p.number)]


def _told(line: str) -> tuple[str, str]:
    for name, found in ((name, formula.match(line)) for name, formula in _names()):
        if found:
            return name, found["value"].strip(" :*∗")
    return "", ""


def _following(lines: Sequence[str]) -> str:
    if not lines or _told(lines[0])[0]:
        return ""
    return lines[0].strip()


@cache
def _names() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (
            name,
            re.compile(
                rf"\s*{words}\s?s?\s*(?:\([a-z]+\)\s*)?[:\s*∗]*?(?:(?<=[:\s])|:)(?P<value>(?:[^:]|:(?=\S))*)$",
                re.IGNORECASE,
            ),
        )
        for name, words in patterns.FACTS
    )
