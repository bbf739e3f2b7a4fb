"""A day that no calendar has: 31 June, 29 February of a common year."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.iso_dates import month_named
from onrecord.letters.check.rule import ERROR, Rule, Said
from onrecord.told import tell

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTH = "|".join(_MONTHS)
# "31 June 2021", "June 31, 2021", "31 June"; not "para. 31, June" and not "May 2021" ("2021" is no day).
_DAY_MONTH = re.compile(
    rf"(?<![\d.,/-])(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{_MONTH})\b(?:,? (?P<year>\d{{4}}))?",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"\b(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d/-])(?:, (?P<year>\d{{4}}))?",
    re.IGNORECASE,
)
_LEAP = 2000


def find(case: Case) -> Iterator[Said]:
    """Each date whose day its month does not have."""
    for pattern in (_DAY_MONTH, _MONTH_DAY):
        for found in pattern.finditer(case.letter.text):
            month = _MONTHS[found["month"].lower()]
            last = calendar.monthrange(int(found["year"] or _LEAP) or 1, month)[1]
            if found["month"][0].isupper() and not 1 <= int(found["day"]) <= last:
                name = month_named(month)
                year = f" {found['year']}" if found["year"] else ""
                yield Said(
                    Span(*found.span()),
                    tell(
                        "“%(words)s” is no date: %(name)s%(year)s has %(last)s days.",
                        words=found.group(),
                        name=name,
                        year=year,
                        last=last,
                    ),
                    suggestion=tell("Look the date up in the source."),
                )


RULE = Rule("impossible_date", ERROR, "A date that no calendar has.", find)
