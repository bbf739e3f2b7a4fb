"""Days between ISO 8601 and words."""

from __future__ import annotations

from datetime import date

from onrecord.told import tell

_MONTHS = (
    tell("January"), tell("February"), tell("March"), tell("April"), tell("May"), tell("June"), tell("July"),
    tell("August"), tell("September"), tell("October"), tell("November"), tell("December"),
)  # fmt: skip
_DAY = 10  # characters of "2013-12-04"; "2013-12" and "2013" name no day


def day_of(iso: str) -> date | None:
    """The day that an ISO date names, or None where it names a month, a year, a range or nothing."""
    if len(iso) != _DAY:
        return None
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def month_named(month: int) -> str:
    """The month of this number, from 1: "January"."""
    return _MONTHS[month - 1]


def in_words(day: date | str) -> str:
    """The day as "4 December 2013"; text that is no day stays as it is."""
    found = day_of(day) if isinstance(day, str) else day
    if not found:
        return str(day)
    return tell("%(day)s %(month)s %(year)s", day=found.day, month=month_named(found.month), year=found.year)
