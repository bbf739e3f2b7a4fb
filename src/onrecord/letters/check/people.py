"""Persons whom a letter names together with what was done to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.happenings import ACTS
from onrecord.un.dates import find_dates
from onrecord.un.states import find_states

_NAME = r"(?P<name>[A-Z][a-z]+(?:[ -][A-Z][a-z]+(?:-[a-z]{2,6})?){1,3})"
_DONE = (
    r"(?:repatriated|deported|returned|sent back|detained|arrested|imprisoned|executed|killed|abducted|disappeared|"
    r"tortured|raped|trafficked|sold)"
)
# "Kim Cheol-ok who was repatriated", "Han Man-taek, who had been detained".
_WHO = re.compile(
    rf"{_NAME},?\s+(?:\([^()]*\),?\s+)?who\s+(?:was|were|had been|has been)\s+(?:\w+ly\s+)?{_DONE}\b[^.;()]*"
)
# "repatriated POW Han Man-taek", "the arrest of lawyer Wang Quanzhang".
_OBJECT = re.compile(
    rf"\b(?:{_DONE}|(?:arrest|detention|repatriation|execution|imprisonment) of)\s+(?:the\s+)?"
    r"(?:(?:POW|Mr\.|Ms\.|Mrs\.|lawyer|activist|journalist|defector|escapee|student|monk|blogger|professor)\s+)?"
    rf"{_NAME}[^.;()]*"
)
_NO_PERSON = re.compile(
    r"\b(?:North|South|East|West|Republic|Rights|Nations|Committee|January|February|March|April|May|June|July|August|"
    r"September|October|November|December|Human|Peoples?|State|Government|Security|Council|Court|Church|Party)\b"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A named person, the acts told of them (keys of `happenings.ACTS`), and the days ("10-09") told with it."""

    name: str
    span: Span
    acts: frozenset[str]
    days: frozenset[str]


def persons(case: Case) -> Iterator[Person]:
    """Each person whom the body names as one to whom something was done."""
    for paragraph in case.letter.paragraphs:
        text = case.letter.text[paragraph.start : paragraph.end]
        for form in (_WHO, _OBJECT):
            for found in form.finditer(text):
                if _NO_PERSON.search(found["name"]) or find_states(found["name"]):
                    continue
                words = found.group()
                yield Person(
                    " ".join(found["name"].split()),
                    Span(paragraph.start + found.start("name"), paragraph.start + found.end("name")),
                    acts_in(words),
                    days_in(words),
                )


def acts_in(words: str) -> frozenset[str]:
    """The kinds of act that the words tell of."""
    return frozenset(act for act, pattern in ACTS.items() if pattern.search(words))


def days_in(words: str) -> frozenset[str]:
    """The months and days ("10-09") that the words name; both where either figure may be the month."""
    dates = (found.bounds.edtf for found in find_dates(words))
    return frozenset(day for edtf in dates for day in re.findall(r"(?:\d{4}|XXXX)-(\d\d-\d\d)", edtf))
