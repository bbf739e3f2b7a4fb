"""A source that is older than what it is cited for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Citation
from onrecord.letters.check.case import Case
from onrecord.letters.check.happenings import Telling, find_tellings
from onrecord.letters.check.iso_dates import day_of, in_words
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell

_TO_COME = re.compile(
    r"\b(?:will|shall|would|to be|planned|expected|scheduled|imminent|threat\w*|risk)\b", re.IGNORECASE
)


def find(case: Case) -> Iterator[Said]:
    """Each happening told with a date that is later than every source its note names."""
    for telling in case.once(find_tellings):
        low = telling.date.low
        if low is None or not case.in_body(telling.span.start):
            continue
        if _TO_COME.search(case.letter.text, telling.sentence.start, telling.sentence.end):
            continue
        cited = _sources(case, telling)
        days = [day_of(citation.stated_date) for citation in cited]
        known = [day for day in days if day is not None]
        if cited and len(known) == len(days) and max(known) < low:
            yield Said(
                telling.date_span,
                tell(
                    "The letter tells of %(words)s, and the source that it names for it is older: %(date)s.",
                    words=case.words(telling.date_span),
                    date=in_words(max(known)),
                ),
                tuple(Evidence(tell("the source"), span=citation.span) for citation in cited),
                tell("Look up which of the two dates is right."),
            )


def _sources(case: Case, telling: Telling) -> list[Citation]:
    """The sources of the note that is called next after the number and its date."""
    after = max(telling.span.end, telling.date_span.end)
    marker = next((m for m in case.markers_in(telling.sentence) if m.span.start >= after), None)
    return [c for c in case.citations if marker is not None and c.note == marker.number]


RULE = Rule("source_before_event", WARNING, "A source is older than what it is cited for.", find)
