"""Times of day in English and in Korean: "at 5.30 a.m.", "from ten in the morning", "오전 5시 30분", "정오"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.citations.model import Span
from onrecord.letters.bilingual.korean_words import HALF, NATIVE
from onrecord.un.number_words import cardinals

_NOON, _MIDNIGHT, _HALF_DAY, _DAY, _IN_AN_HOUR = 12, 0, 12, 24, 60
_HOURS = {word: value for word, value in cardinals().items() if 1 <= value <= _HALF_DAY}
_HOUR = rf"(?P<hour>\d{{1,2}}|{'|'.join(_HOURS)})"
_MINUTE = r"(?:[.:](?P<minute>[0-5]\d))"
_PART = r"(?:(?:in the|that) (?:morning|afternoon|evening)|(?:at|that) night)"
_ENGLISH = (
    # "5.30 a.m.", "9 am"
    re.compile(rf"(?<![\w.:]){_HOUR}{_MINUTE}?\s?(?P<half>[ap])\.?\s?m\b\.?", re.IGNORECASE),
    # "between 2 and 4 p.m.", "9–11 a.m.": the first has its half of the day with the second
    re.compile(
        rf"(?<![\w.:]){_HOUR}{_MINUTE}?(?=\s?(?:[-–]|to|and|until|or)\s?\d{{1,2}}(?:[.:]\d\d)?\s?[ap]\.?m\b)",
        re.IGNORECASE,
    ),
    # "ten in the morning", "six o'clock", "10 at night"
    re.compile(
        rf"(?<![\w.:-]){_HOUR}{_MINUTE}?(?:\s(?:o['’]clock)(?P<part>\s{_PART})?"
        rf"|(?P<part_alone>\s{_PART}))\b",
        re.IGNORECASE,
    ),
    # "14:30"; misses "1:1" and the verse "3:16:2"
    re.compile(r"(?<![\w.:])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![\d:])"),
)
# "We rose at five", "at 4.15 and at 6.50": hours, if the other text has them as such.
_BARE = re.compile(
    rf"\b(?:at|until|till|before|after|around|about|between|and|from|to)\s{_HOUR}{_MINUTE}?(?=[,.;]|\s(?:and|or|until|till|to|on|every|each|when|sharp|but)\b|$)",
    re.IGNORECASE,
)
# "half past two", "a quarter to six"
_PAST = re.compile(
    rf"\b(?:(?P<half>half past)|(?:a )?quarter (?P<way>past|to))\s{_HOUR}(?:\s{_PART})?\b", re.IGNORECASE
)
_QUARTER = 15
_ENGLISH_NAMED = re.compile(
    r"\b(?:at |until |from |by |before |after )?(?P<word>noon|midday|midnight)\b", re.IGNORECASE
)
_KOREAN_HOURS = {word: value for word, value in NATIVE.items() if 1 <= value <= _HALF_DAY}
# "오전 5시 30분", "밤 열한 시 반", "14시"; misses "5시간" (a length), "3시점".
_KOREAN = re.compile(
    rf"(?:(?P<part>오전|오후|새벽|아침|낮|저녁|밤)\s?)?(?<![\d.,])(?P<hour>\d{{1,2}}|(?<![가-힣])(?:{'|'.join(_KOREAN_HOURS)}))\s?시"
    rf"(?![간점민군도])(?:\s?(?P<minute>\d{{1,2}})\s?분(?!의)|\s?(?P<half>{HALF}))?"
)
_KOREAN_NAMED = re.compile(r"(?<![가-힣])(?P<word>정오|자정)")
_COLON = _ENGLISH[-1]
_MORNING = {"오전", "새벽", "아침", "a", "morning"}
_AFTERNOON = {"오후", "저녁", "p", "afternoon", "evening"}
_LATE = 5


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: `hour` from 0 to 23 where `sure`, else which half of the day is left open."""

    span: Span
    hour: int
    minute: int = 0
    sure: bool = True

    def agrees(self, other: Clock) -> bool:
        """Whether both may be one time: "at ten" and "오전 10시" are."""
        if self.minute != other.minute:
            return False
        if self.sure and other.sure:
            return self.hour == other.hour
        return self.hour % _HALF_DAY == other.hour % _HALF_DAY


def english_times(text: str) -> list[Clock]:
    """Every time of day in an English passage, in order."""
    found: list[Clock] = []
    for match in _PAST.finditer(text):
        hour = _HOURS.get(match["hour"].lower()) or int(match["hour"])
        before = (match["way"] or "").lower() == "to"
        minute = 2 * _QUARTER if match["half"] else 3 * _QUARTER if before else _QUARTER
        found.append(Clock(Span(*match.span()), (hour - before) % _DAY, minute, sure=False))
    for pattern in _ENGLISH:
        for match in pattern.finditer(text):
            if any(one.span.start < match.end() and match.start() < one.span.end for one in found):
                continue
            said = match.groupdict()
            part = said.get("half") or (said.get("part") or said.get("part_alone") or "").split(" ")[-1]
            hour = _HOURS.get(said["hour"].lower()) or int(said["hour"])
            found += _clock(match, hour, int(said["minute"] or 0), part.lower())
    found += [
        _named(match, noon=match["word"].lower() != "midnight") for match in _ENGLISH_NAMED.finditer(text)
    ]
    return sorted(found, key=lambda one: one.span)


def english_bare_hours(text: str) -> list[Clock]:
    """What may be hours in an English passage and may be ages or counts: "at five", "until eight"."""
    found = []
    for match in _BARE.finditer(text):
        hour = _HOURS.get(match["hour"].lower()) or int(match["hour"])
        span = Span(match.start("hour"), match.end("minute") if match["minute"] else match.end("hour"))
        minute = int(match["minute"] or 0)
        found += [Clock(span, hour % _DAY, minute, sure=hour > _HALF_DAY)] if hour < _DAY else []
    return found


def korean_times(text: str) -> list[Clock]:
    """Every time of day in a Korean passage, in order."""
    found: list[Clock] = []
    for match in _KOREAN.finditer(text):
        hour = _KOREAN_HOURS.get(match["hour"]) or (int(match["hour"]) if match["hour"].isdigit() else 0)
        minute = 30 if match["half"] else int(match["minute"] or 0)
        found += _clock(match, hour, minute, match["part"] or "")
    for match in _COLON.finditer(text):
        found += _clock(match, int(match["hour"]), int(match["minute"]), "")
    found += [_named(match, noon=match["word"] == "정오") for match in _KOREAN_NAMED.finditer(text)]
    return sorted(found, key=lambda one: one.span)


def _clock(match: re.Match[str], hour: int, minute: int, part: str) -> list[Clock]:
    """The time as written, put into its half of the day; nothing where there is no such time."""
    if hour >= _DAY or minute >= _IN_AN_HOUR:
        return []
    span = Span(*match.span())
    if hour > _HALF_DAY or hour == 0:
        return [Clock(span, hour, minute)]
    early = hour % _HALF_DAY < _LATE
    if part in _MORNING or (part in {"밤", "night"} and early):
        return [Clock(span, hour % _HALF_DAY, minute)]
    if part in _AFTERNOON or part == "낮" or part in {"밤", "night"}:
        # "낮 11시" is before noon.
        noon = part == "낮" and not early and hour != _HALF_DAY
        return [Clock(span, hour if noon else hour % _HALF_DAY + _HALF_DAY, minute)]
    return [Clock(span, hour, minute, sure=False)]


def _named(match: re.Match[str], *, noon: bool) -> Clock:
    return Clock(Span(*match.span("word")), _NOON if noon else _MIDNIGHT)
