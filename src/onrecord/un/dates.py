"""Dates as written: the days they allow, and their form in EDTF (the Extended Date/Time Format)."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from onrecord.errors import WordError
from onrecord.un import date_patterns as patterns
from onrecord.un.remembering import remembered


@dataclass(frozen=True, slots=True)
class DateBounds:
    """What a date as written allows.

    `low` and `high` are the first and last day that it may be, or None where no year is given. `edtf` is
    its EDTF form: "2023-10-09", "1999-05", "199X", "2023-09-23/2023-10-08", "XXXX-10-09", and for numbers
    whose order is open "[2023-09-10,2023-10-09]".
    """

    low: date | None
    high: date | None
    as_written: str
    edtf: str

    @property
    def is_ambiguous(self) -> bool:
        """Whether the words may mean one of several dates ("10/9")."""
        return self.edtf.startswith("[")

    def excludes(self, other: DateBounds) -> bool:
        """Whether no day is allowed by both; never so where one of them has no year."""
        if self.low is None or self.high is None or other.low is None or other.high is None:
            return False
        return self.high < other.low or other.high < self.low


class FoundDate(NamedTuple):
    """A date in a text: text[start:end] is bounds.as_written."""

    start: int
    end: int
    bounds: DateBounds


class FoundRelativeDate(NamedTuple):
    """Words such as "last month": text[start:end] is `as_written`; `unit` is year, month, week or day."""

    start: int
    end: int
    as_written: str
    unit: str
    offset: int

    def on(self, written: date) -> DateBounds:
        """The date that the words name in a text written on `written`."""
        if self.unit == "year":
            return _span(self.as_written, str(written.year + self.offset), "")
        if self.unit == "month":
            year, month = divmod(written.year * 12 + written.month - 1 + self.offset, 12)
            return _month(self.as_written, year, month + 1)
        if self.unit == "week":
            monday = written - timedelta(days=written.weekday()) + timedelta(weeks=self.offset)
            return _span(self.as_written, monday.isoformat(), (monday + timedelta(days=6)).isoformat())
        return _span(self.as_written, (written + timedelta(days=self.offset)).isoformat(), "")


def parse_date(text: str) -> DateBounds:
    """The date that `text` is and nothing else; WordError if it is none.

    Also a year alone ("2013"), and a date after "on the night of" and the like.
    """
    written = text.strip().rstrip(",;")
    bare = re.sub(rf"^(?:{patterns.LEAD})+", "", written, flags=re.IGNORECASE)
    if re.fullmatch(r"(?:19|20)\d\d", bare):
        return _span(written, bare, "")
    two = re.fullmatch(r"(\d\d?)/(\d\d?)", bare)
    if two:
        bounds = _open(written, int(two[1]), int(two[2]), "XXXX")
    else:
        found = _compiled("DATE").match(bare)
        bounds = _bounds(found, written) if found and found.end() >= len(bare.rstrip(".")) else None
    if bounds is None:
        raise WordError(f"“{text.strip()[:60]}” is no date.", hint="Write “9 October 2023” or 2023-10-09.")
    return bounds


@remembered
def find_dates(text: str) -> list[FoundDate]:
    """Every date in `text`, in order; a bare year only after "in", "since" and the like.

    Dates that cannot be (31 February) are none. Those inside web addresses are left to find_dates_in_urls.
    """
    addresses = [match.span() for match in _compiled("URL").finditer(text)] if "://" in text else []
    found: dict[int, FoundDate] = {}
    for match in _compiled("DATE").finditer(text):
        bounds = _bounds(match, match[0])
        if bounds:
            found[match.start()] = FoundDate(match.start(), match.end(), bounds)
    taken = [(one.start, one.end) for one in found.values()]
    for name in ("BARE_NUMBERS", "BARE_YEAR"):
        for match in _compiled(name).finditer(text):
            start, end = match.span("all")
            bounds = _bare(match, match["all"])
            if bounds and not _inside(start, taken):
                found[start] = FoundDate(start, end, bounds)
    return [found[start] for start in sorted(found) if not _inside(start, addresses)]


@remembered
def find_dates_in_urls(text: str) -> list[FoundDate]:
    """Every date that a web address in `text` carries ("…/2023/09/21/…", "…/20231027…"); at most one each."""
    found = []
    for address in _compiled("URL").finditer(text):
        match = _compiled("IN_URL").search(address[0])
        if match is None:
            continue
        year, month, day = (match[a] or match[b] for a, b in (("y", "cy"), ("m", "cm"), ("d", "cd")))
        bounds = _made(match[0], year, int(month), day)
        if bounds:
            start = address.start() + match.start()
            found.append(FoundDate(start, start + len(match[0]), bounds))
    return found


@remembered
def find_relative_dates(text: str) -> list[FoundRelativeDate]:
    """Every expression in `text` that names a date only by the day of writing ("this year", "last month")."""
    found = []
    for match in _compiled("RELATIVE").finditer(text):
        unit, offset = _relation(match)
        found.append(FoundRelativeDate(match.start(), match.end(), match[0], unit, offset))
    return found


def _relation(match: re.Match[str]) -> tuple[str, int]:
    if match["named"]:
        return "day", {"yesterday": -1, "today": 0, "tomorrow": 1}[match["named"].lower()]
    if match["ago"]:
        counts = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
        count = match["count"].lower()
        return match["ago"].lower(), -(counts.get(count) or int(count))
    steps = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}
    return match["unit"].lower(), steps.get(match["which"].lower(), 0)


def _bounds(match: re.Match[str], written: str) -> DateBounds | None:
    part = match.groupdict()
    if part["n1"]:
        return _open(written, int(part["n1"]), int(part["n2"]), part["ny"])
    if part["decade"]:
        return DateBounds(
            date(int(part["decade"] + "0"), 1, 1),
            date(int(part["decade"] + "9"), 12, 31),
            written,
            part["decade"] + "X",
        )
    if part["y1"]:
        return _span(written, part["y1"], part["y2"])
    for first, last in (
        (("rd1", "rm1", "ry1"), ("rd2", "rm2", "ry2")),
        (("sd1", "sm", "sy"), ("sd2", "sm", "sy")),
        (("od1", "om1", "oy2"), ("od2", "om2", "oy2")),
        (("td1", "ta1", "ty"), ("td2", "ta2", "ty")),
    ):
        if part[first[0]]:
            last_month = part[last[1]] or part[first[1]]
            first_month = part[first[1]] or last_month
            return _range(
                written,
                _made(written, part[first[2]] or part[last[2]], _month_number(first_month), part[first[0]]),
                _made(written, part[last[2]], _month_number(last_month), part[last[0]]),
            )
    for day, month, year in (
        ("d", "m", "y"),
        ("ad", "am", "ay"),
        ("", "mm", "my"),
        ("id", "im", "iy"),
        ("kd", "km", "ky"),
        ("od", "om", "oy"),
    ):
        if part[month]:
            return _made(written, part[year], _month_number(part[month]), part[day] if day else None)
    return None


def _bare(match: re.Match[str], written: str) -> DateBounds | None:
    part = match.groupdict()
    return (
        _span(written, part["year"], "")
        if part.get("year")
        else _open(written, int(part["a"]), int(part["b"]), "XXXX")
    )


def _month_number(word: str) -> int:
    if word.isdigit():
        return int(word)
    if word in patterns.OTHER_MONTHS:
        return patterns.OTHER_MONTHS[word]
    return next(n for n, name in enumerate(patterns.MONTHS, start=1) if name.startswith(word.lower()[:3]))


def _made(written: str, year: str | None, month: int, day: str | None) -> DateBounds | None:
    """The bounds of one day or month, or None where there is no such day."""
    if not 1 <= month <= len(patterns.MONTHS):
        return None
    if day is None:
        return _month(written, int(year), month) if year else None
    number = int(day)
    if not 1 <= number <= monthrange(int(year or 2000), month)[1]:
        return None
    if year is None:
        return DateBounds(None, None, written, f"XXXX-{month:02d}-{number:02d}")
    return _span(written, f"{year}-{month:02d}-{number:02d}", "")


def _month(written: str, year: int, month: int) -> DateBounds:
    last = monthrange(year, month)[1]
    return DateBounds(date(year, month, 1), date(year, month, last), written, f"{year:04d}-{month:02d}")


def _range(written: str, first: DateBounds | None, last: DateBounds | None) -> DateBounds | None:
    if first is None or last is None or first.low is None or last.high is None or last.high < first.low:
        return None
    return _span(written, first.edtf, last.edtf)


def _span(written: str, first: str, last: str) -> DateBounds:
    """The bounds from one EDTF day or year to another, or of the one."""
    low = date.fromisoformat(first if "-" in first else f"{first}-01-01")
    end = last or first
    high = date.fromisoformat(end if "-" in end else f"{end}-12-31")
    return DateBounds(low, high, written, f"{first}/{last}" if last else first)


def _open(written: str, one: int, other: int, year: str) -> DateBounds | None:
    """Two numbers of which either may be the month: both dates where both can be."""
    known = None if year == "XXXX" else year
    readings = [_made(written, known, month, str(day)) for month, day in ((one, other), (other, one))]
    forms = sorted({reading.edtf: reading for reading in readings if reading}.items())
    if not forms:
        return None
    if len(forms) == 1:
        return forms[0][1]
    return DateBounds(forms[0][1].low, forms[-1][1].high, written, f"[{','.join(form for form, _ in forms)}]")


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


@cache
def _compiled(name: str) -> re.Pattern[str]:
    return re.compile(getattr(patterns, name), re.VERBOSE if name in ("DATE", "RELATIVE") else 0)
