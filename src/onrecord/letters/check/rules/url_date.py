"""The date that a note states for a source, against the date that its link carries."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from onrecord.citations.model import Citation, Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.iso_dates import day_of, in_words
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell
from onrecord.un.dates import find_dates, find_dates_in_urls

# A day's difference is what time zones make.
_CLOSE = timedelta(days=1)


def find(case: Case) -> Iterator[Said]:
    """Each source whose stated day is not the day or month in its link."""
    for citation in case.citations:
        stated = day_of(citation.stated_date)
        carried = find_dates_in_urls(citation.url)
        if stated is None or not carried:
            continue
        low, high = carried[0].bounds.low, carried[0].bounds.high
        if low is None or high is None or low - _CLOSE <= stated <= high + _CLOSE:
            continue
        # A link's number without day ("2013/12") is often the folder of an upload, not a date of issue.
        if low != high:
            continue
        at = citation.as_written.find(citation.url)
        link = Span(citation.span.start + at, citation.span.start + at + len(citation.url))
        yield Said(
            _stated_at(citation),
            tell(
                "The note says %(date)s; its link carries %(date2)s.",
                date=in_words(stated),
                date2=in_words(low),
            ),
            (Evidence(tell("the link"), span=link),) if at >= 0 else (),
            tell("Look the date up on the page itself."),
        )


def _stated_at(citation: Citation) -> Span:
    for found in find_dates(citation.as_written):
        if found.bounds.edtf == citation.stated_date:
            return Span(citation.span.start + found.start, citation.span.start + found.end)
    return citation.span


RULE = Rule("url_date", WARNING, "The stated date of a source is not the date in its link.", find)
