"""Finds the date that a letter bears at its head or foot."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.citations.model import Span
from onrecord.letters.patterns import DATE_LABEL, KOREAN_DATE, SALUTATION
from onrecord.un.dates import find_dates

# A letter's date stands among its first or last lines; beyond them a line of a date is a heading.
HEAD_LINES = 15
# "Seoul, Republic of Korea, 3 January 2024": what may stand beside the date on its line.
BESIDE_DATE = 40
# "2024-01-03" has ten characters; "2024-01" is no day.
ISO_DAY = 10

# "Posted on 18 September 2017 by Lawyers at the Gate": the byline of a page.
_POSTED = re.compile(r"(?:posted|published|first published)\b[^.;]{0,80}$", re.IGNORECASE)


def date_of(text: str, paragraphs: Sequence[Span]) -> str:
    """The date that stands alone, or beside a place, on one of the first or last lines; ISO 8601 or ""."""
    lines = [
        line.strip(" \t\u00a0*_#")
        for span in paragraphs
        for line in text[span.start : span.end].split("\n")
        if line.strip()
    ]
    salutation = next((at for at, line in enumerate(lines) if SALUTATION.match(line)), HEAD_LINES)
    for line in [*lines[: min(salutation, HEAD_LINES)], *lines[:HEAD_LINES], *lines[-HEAD_LINES:]]:
        found = _date_alone(line)
        if found:
            return found
    return ""


def _date_alone(line: str) -> str:
    bare = DATE_LABEL.sub("", line)
    korean = KOREAN_DATE.search(bare)
    if korean and len(bare) - len(korean[0]) <= BESIDE_DATE:
        return f"{int(korean[1]):04}-{int(korean[2]):02}-{int(korean[3]):02}"
    dates = [found for found in find_dates(bare) if len(found.bounds.edtf) == ISO_DAY]
    if len(dates) != 1:
        return ""
    if _POSTED.match(line):
        return dates[0].bounds.edtf
    beside = (bare[: dates[0].start] + bare[dates[0].end :]).strip()
    is_place = beside.endswith(",") or not beside or dates[0].end == len(bare)
    return dates[0].bounds.edtf if is_place and len(beside) <= BESIDE_DATE and ":" not in beside else ""
