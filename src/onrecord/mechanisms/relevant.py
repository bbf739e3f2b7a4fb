"""The Secretariat's own links from a section of a document to the recommendations it bears upon.

In compilations and summaries a note to the section's heading says so: "For relevant recommendations see
A/HRC/22/7, paras. 97.1-97.15, 97.20" (A/HRC/WG.6/28/UKR/2, note 2).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.citations.find import find_citations
from onrecord.citations.model import Span
from onrecord.documents.model import Document
from onrecord.mechanisms import background_patterns as patterns

RANGE = re.compile(
    r"(?P<list>\d{1,3})\.(?P<first>\d{1,3})\s*[-–]\s*(?:(?P<again>\d{1,3})\.)?(?P<last>\d{1,3})"
)
LONGEST_RANGE = 400
"""More recommendations than a report holds are no range but a misprint."""


@dataclass(frozen=True, slots=True)
class Relevant:
    """One note: its mark, the heading that calls it, the report, and the numbers with ranges written out."""

    note: str
    heading: str
    symbol: str
    numbers: tuple[str, ...]

    def as_text(self) -> str:
        """The link in one line: "1. Women: A/HRC/22/7, 97.31, 97.41"."""
        return f"{self.heading or f'note {self.note}'}: {self.symbol}, {', '.join(self.numbers)}"


def relevant_recommendations(document: Document) -> tuple[Relevant, ...]:
    """Every such note of the document, in order."""
    found = []
    for note in document.notes:
        if not patterns.RELEVANT.search(note.text):
            continue
        pinpoints: dict[str, list[str]] = {}
        for citation in find_citations(note.text, notes=((note.mark, Span(0, len(note.text))),)):
            if citation.symbol:
                pinpoints.setdefault(citation.symbol, []).extend(citation.pinpoints)
        found += [
            Relevant(note.mark, note.heading, symbol, tuple(dict.fromkeys(expanded(numbers))))
            for symbol, numbers in pinpoints.items()
        ]
    return tuple(found)


def expanded(pinpoints: Iterable[str]) -> Iterator[str]:
    """Write ranges out: "97.1-97.3" is 97.1, 97.2 and 97.3; a range that runs backwards stays as it is."""
    for pinpoint in pinpoints:
        found = RANGE.fullmatch(pinpoint)
        first, last = (int(found["first"]), int(found["last"])) if found else (0, 0)
        same = found is not None and found["again"] in {None, found["list"]}
        if found and same and first <= last <= first + LONGEST_RANGE:
            yield from (f"{found['list']}.{number}" for number in range(first, last + 1))
        else:
            yield pinpoint
