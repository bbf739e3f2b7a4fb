"""Lengths of time told in two units, or by the half: "two and a half hours" is "2시간 30분" is "2시간 반".

A length is told in its smaller unit ("150"), so that "18 months" and "1년 6개월" are one number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.citations.model import Span
from onrecord.letters.bilingual.korean_words import HALF, NATIVE
from onrecord.un.number_words import cardinals, number_named

# How many of the next unit a unit holds; what else holds ("a month and a half") is no whole number of days.
_SMALLER = {"year": ("month", 12), "hour": ("minute", 60), "minute": ("second", 60)}
_WORDS = "|".join(sorted(cardinals(), key=len, reverse=True))
_COUNT = rf"(?:\d{{1,3}}|an?|(?:{_WORDS})(?:[- ](?:{_WORDS}))?)"
_ENGLISH = re.compile(
    # "two and a half hours"
    rf"(?<![\w.,-])(?:(?P<count>{_COUNT})\sand\sa\shalf[\s-](?P<unit>year|hour|minute)s?"
    # "a year and a half"
    rf"|(?P<count2>{_COUNT})[\s-](?P<unit2>year|hour|minute)s?\sand\sa\shalf"
    # "one minute and ten seconds", "3 years 6 months"; "three years, six months"
    rf"|(?P<count3>{_COUNT})[\s-](?P<unit3>year|hour|minute)s?(?:,?\sand\s|,?\s)(?P<rest>{_COUNT})[\s-](?P<small>month|minute|second)s?"
    # "half an hour", "half a year"
    r"|(?P<half>half)\san?\s(?P<unit4>year|hour|minute))\b",
    re.IGNORECASE,
)
_UNITS = {
    "년": "year",
    "해": "year",
    "시간": "hour",
    "분": "minute",
    "개월": "month",
    "달": "month",
    "월": "month",
    "초": "second",
}
_NATIVE = "|".join(sorted(NATIVE, key=len, reverse=True))
_KOREAN = re.compile(
    # "2시간 30분", "두 시간 반", "1년 6개월"; misses "2021년 3월", and "열한 분 반"
    rf"(?<![\d.,가-힣])(?:(?P<count>\d{{1,3}}|(?:{_NATIVE})(?=\s))\s?(?P<unit>년|해|시간|분)\s?"
    rf"(?:(?P<rest>\d{{1,2}}|(?:{_NATIVE})(?=\s))\s?(?P<small>개월|달|월(?!\s?\d{{1,2}}\s?일)|분|초)|(?P<half>{HALF}))"
    # "반년", "반 시간"
    r"|반\s?(?P<unit2>년|시간)(?!대))"
)


# "within a week", "일주일 이내에": seven days; misses "twice a week".
_WEEK = {
    "en": re.compile(
        r"(?i:\b(?:in|within|for|after|of|than|every|next|least|about)\s)(?P<week>(?:a|one) week)\b"
    ),
    "ko": re.compile(r"(?<![가-힣])(?P<week>(?:약 )?일\s?주일|한 주(?=[\s일간]))"),
}
_DAYS = 7


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time at its place; `value` counts the smaller unit."""

    span: Span
    value: int


def english_durations(text: str) -> list[Duration]:
    """Every length of time in two units or by the half, in order."""
    return [one for match in _ENGLISH.finditer(text) if (one := _english(match))]


def korean_durations(text: str) -> list[Duration]:
    """Every length of time in two units or by the half, in order."""
    return [one for match in _KOREAN.finditer(text) if (one := _korean(match))]


def find_week(text: str, language: str) -> list[Duration]:
    """Every single week that a text in "en" or "ko" tells as a length of time, in days."""
    return [Duration(Span(*match.span("week")), _DAYS) for match in _WEEK[language].finditer(text)]


def _english(match: re.Match[str]) -> Duration | None:
    said = match.groupdict()
    unit = next(said[name] for name in ("unit", "unit2", "unit3", "unit4") if said[name]).lower()
    count = 0 if said["half"] else _named(next(said[n] for n in ("count", "count2", "count3") if said[n]))
    small = (said["small"] or "").lower()
    return _duration(match, unit, count, small, _named(said["rest"]) if said["rest"] else None)


def _korean(match: re.Match[str]) -> Duration | None:
    if match["unit2"]:
        return _duration(match, _UNITS[match["unit2"]], 0, "", None)
    small = _UNITS[match["small"]] if match["small"] else ""
    rest = _counted(match["rest"]) if match["rest"] else None
    return _duration(match, _UNITS[match["unit"]], _counted(match["count"]), small, rest)


def _duration(
    match: re.Match[str], unit: str, count: int | None, small: str, rest: int | None
) -> Duration | None:
    smaller, holds = _SMALLER[unit]
    if count is None or (small and small != smaller):
        return None
    value = count * holds + (holds // 2 if rest is None else rest)
    return Duration(Span(*match.span()), value)


def _named(words: str) -> int | None:
    return 1 if words.lower() in {"a", "an"} else number_named(words)


def _counted(words: str) -> int:
    return int(words) if words.isdigit() else NATIVE[words]
