"""What the letter tells of happenings: how many people, what was done to them, when.

Two tellings are of one happening when their dates overlap, the same kind of act is told, and the same
kind of people are counted (domain rule: same-event detection; counts and dates are compared by their
bounds). That two tellings are of one happening stays an inference, and findings say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.told import tell
from onrecord.un.counts import CountBounds, FoundCount, find_counts
from onrecord.un.dates import DateBounds, FoundDate, find_dates

# Kinds of act, by the stems of their words.
ACTS = {
    "return": re.compile(
        r"\b(?:forcibl\w+ )?(?:repatriat|deport|refoul|return|expel|expuls|(?:sent|send|sending) back)\w*",
        re.IGNORECASE,
    ),
    "arrest": re.compile(r"\b(?:arrest|detain|detention|imprison|round(?:ed)? up|jail)\w*", re.IGNORECASE),
    "kill": re.compile(r"\b(?:kill|execut|murder|massacr|shot dead|hang(?:ed|ing))\w*", re.IGNORECASE),
    "abduct": re.compile(r"\b(?:abduct|kidnap|disappear)\w*", re.IGNORECASE),
    "displace": re.compile(r"\b(?:displac|evict)\w*", re.IGNORECASE),
}
ACTS_IN_WORDS = {
    "return": tell("return"), "arrest": tell("arrest"), "kill": tell("kill"), "abduct": tell("abduct"),
    "displace": tell("displace"),
}  # fmt: skip
# Nouns that count people at large; those that count a part of them are units of their own.
_PEOPLE = re.compile(
    r"(?:individual|person|people|refugee|escapee|detainee|defector|returnee|migrant|citizen|national|civilian|"
    r"prisoner|protest[eo]r|demonstrator|inmate|other|victim|asylum[- ]seeker|journalist|member|"
    r"resident|abductee|hostage|worker|student|activist|soldier|POW|villager|dissident|deportee|internee|evacuee|survivor|believer|"
    r"monk|lawyer|defender|suspect|fighter|officer|patient|teacher|writer|reporter)s?\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:wom[ae]n|girls?|m[ae]n|boys?|child(?:ren)?|minors?|famil(?:y|ies)|infants?)\b", re.IGNORECASE
)
_NATIONALITY = re.compile(r"\b[A-Z][a-z]+(?:ans|ese|ians|is|ns)\b")
_NO_PEOPLE = re.compile(
    r"\s*[-–]?\s*(?:%|per\s?cent|percent|years?|months?|weeks?|days?|hours?|times|dollars|km|kilomet|miles|recommendations?|States?\b|countries|signator|organi[sz]ations?|paras?|paragraphs?|articles?|o[’']clock)",
    re.IGNORECASE,
)
# "At least 500 were reported to have been deported": people are meant, though no noun says so.
_DONE_TO = re.compile(
    r"\s+(?:(?:were|have been|had been|are)\s+(?:\w+ly\s+)?(?:(?:reported|said|believed|known|feared|thought)\s+)?"
    r"(?:to\s+(?:have\s+been|be)\s+)?|)(?:\w+ly\s+)?(?:repatriat|deport|return|expel|refoul|sent|arrest|detain|"
    r"imprison|jail|kill|execut|murder|abduct|kidnap|disappear|displac|evict)\w*",
    re.IGNORECASE,
)
# Links and symbols.
_NO_WORDS = re.compile(r"https?://\S+|\b[A-Z]+(?:/[A-Z0-9.]+){2,}\*?")
# Words after the number in which the noun is looked for: "500 North Korean detainees".
_NOUN_REACH = 45
# A date wider than a month places no single happening.
_WIDEST = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Telling:
    """A number of people to whom something was done at a date, as the letter tells it once."""

    span: Span
    sentence: Span
    count: CountBounds
    act: str
    unit: str
    date: DateBounds
    date_span: Span

    def is_of_same(self, other: Telling) -> bool:
        """Whether both look like one happening; two numbers in one sentence are told as two."""
        if self.sentence == other.sentence or self.act != other.act or self.unit != other.unit:
            return False
        return _overlap(self.date, other.date)


def find_tellings(case: Case) -> tuple[Telling, ...]:
    """Every telling in the body; in notes, those that take their date from the sentence that calls them."""
    told = [t for sentence in case.sentences for t in _in_body(case, sentence)]
    told += [t for note in case.letter.notes for t in _in_note(case, note.number, note.span, told)]
    return tuple(sorted(told, key=lambda telling: telling.span))


def _in_body(case: Case, sentence: Span) -> Iterator[Telling]:
    text = _masked(case, sentence)
    counts = [c for c in find_counts(text) if _unit(text, c)]
    dates = [d for d in find_dates(text) if _is_narrow(d.bounds)]
    for at, count in enumerate(counts):
        act = _act(text, count)
        day = _date_of(count, dates, counts, at)
        if act and day:
            yield Telling(
                _moved(count.start, count.end, sentence), sentence, count.bounds, act, _unit(text, count),
                day.bounds, _moved(day.start, day.end, sentence),
            )  # fmt: skip


def _in_note(case: Case, number: str, span: Span, told: list[Telling]) -> Iterator[Telling]:
    """A title such as “… returns more than 500 to …” tells what the sentence tells that calls the note."""
    text = _masked(case, span)
    for marker in case.letter.markers:
        if marker.number != number:
            continue
        calling = [t for t in told if t.sentence.start <= marker.span.start <= t.sentence.end]
        for count in find_counts(text):
            act = _act(text, count)
            like = next((t for t in calling if t.act == act and t.count.best == count.bounds.best), None)
            if like is not None:
                yield Telling(
                    _moved(count.start, count.end, span),
                    span,
                    count.bounds,
                    act,
                    like.unit,
                    like.date,
                    like.date_span,
                )
        return


def _masked(case: Case, span: Span) -> str:
    """The words of `span` with markers, symbols' numbers and links made blank, at the same offsets."""
    text = case.letter.text[span.start : span.end]
    blank = [m.span for m in case.letter.markers if m.span.start < span.end and span.start < m.span.end] + [
        Span(span.start + found.start(), span.start + found.end()) for found in _NO_WORDS.finditer(text)
    ]
    for one in blank:
        start, end = max(one.start, span.start) - span.start, min(one.end, span.end) - span.start
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _moved(start: int, end: int, base: Span) -> Span:
    return Span(base.start + start, base.start + end)


def _unit(text: str, count: FoundCount) -> str:
    after = text[count.end : count.end + _NOUN_REACH]
    if _NO_PEOPLE.match(after):
        return ""
    noun = re.match(r"[^,.;:()“”\d]*", after)
    words = noun.group() if noun else ""
    if _PART.search(words.split(" of ")[0]):
        found = _PART.search(words)
        return found.group().lower() if found else ""
    if _PEOPLE.search(words) or _NATIONALITY.search(words):
        return "people"
    return "people" if count.bounds.qualifier and _DONE_TO.match(after) else ""


def _act(text: str, count: FoundCount) -> str:
    """The act whose word stands nearest to the number."""
    nearest = [
        (min(abs(found.start() - count.end), abs(count.start - found.end())), act)
        for act, pattern in ACTS.items()
        for found in pattern.finditer(text)
    ]
    return min(nearest)[1] if nearest else ""


def _is_narrow(bounds: DateBounds) -> bool:
    return bounds.low is not None and bounds.high is not None and bounds.high - bounds.low <= _WIDEST


def _date_of(
    count: FoundCount, dates: list[FoundDate], counts: list[FoundCount], at: int
) -> FoundDate | None:
    """The date between the number and the next, else the last one between it and the number before."""
    following = counts[at + 1].start if at + 1 < len(counts) else None
    after = [d for d in dates if d.start >= count.end and (following is None or d.start < following)]
    if after:
        return after[0]
    preceding = counts[at - 1].end if at else 0
    before = [d for d in dates if preceding <= d.start and d.end <= count.start]
    return before[-1] if before else None


def _overlap(one: DateBounds, other: DateBounds) -> bool:
    low, high = max(_low(one), _low(other)), min(_high(one), _high(other))
    return low <= high


def _low(bounds: DateBounds) -> date:
    return bounds.low or date.min


def _high(bounds: DateBounds) -> date:
    return bounds.high or date.max
