"""The facts of a Korean passage."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.citations.model import Span
from onrecord.letters.bilingual import facts
from onrecord.letters.bilingual.durations import find_week, korean_durations
from onrecord.letters.bilingual.facts import Day, Number, blanked
from onrecord.letters.bilingual.fractions import find_fractions
from onrecord.letters.bilingual.korean_digits import find_in_digits
from onrecord.letters.bilingual.korean_qualifiers import qualifier
from onrecord.letters.bilingual.korean_words import find_worded
from onrecord.letters.bilingual.ranges import with_shared_qualifiers
from onrecord.letters.bilingual.roman import find_romans
from onrecord.letters.bilingual.units import nearby

# "3일", and the 3 of "3~5일" and of "3·5·7일".
_DAY_ENDS = r"(?:\s*일|(?=(?:\s*[~∼\-–·,]\s*\d{1,2})+\s*일))"
# "2024년 1월 3일", "2023년 10월", "1월 3일", "10월", "2013년"; misses "3개월", "10년간" and
# "1년 6월" (spans of time).
_DATE = re.compile(
    r"(?<!\d)(?<![^\d]\d년 )(?:(?P<year>(?:19|20)\d\d)\s*년(?!대)(?:도)?\s*)?"
    rf"(?P<month>1[0-2]|0?[1-9])\s*월(?:\s*(?P<day>3[01]|[12]\d|0?[1-9]){_DAY_ENDS})?"
)
_SAME_MONTH = re.compile(
    rf"(?:부터|[~∼\-–]|에서|이나|또는|혹은|과|와|및|,|·)\s*(?:그리고\s*)?(?P<day>3[01]|[12]\d|0?[1-9]){_DAY_ENDS}"
)
# "2020년 8월부터 11월까지": the second month's year stands with the first.
_UNTIL = re.compile(r"\s*(?:부터|에서|[~∼\-–]|[와과]|및|,)\s*")
_NUMERIC = re.compile(
    r"(?<![\d./-])(?P<year>(?:19|20)\d\d)[.\-/]\s?(?P<month>1[0-2]|0?[1-9])[.\-/]\s?(?P<day>3[01]|[12]\d|0?[1-9])\.?(?![\d/])"
)
_YEAR = re.compile(
    r"(?<![\d.,/])(?P<year>(?:19|20)\d\d)(?:\s*(?P<decade>년대)|(?:\s*년|(?![\d명개건,/-]|\.\d)))"
)
# "제33조" is article 33, "제9조의2" article 9-2 and "33조 원" 33 trillion won.
_ARTICLE = re.compile(r"(?<=\d)\s?조(?:의\s?(?=\d))?(?!\s?(?:원|달러|위안|엔|유로))")
# "두 번째", "다섯째" tell which, "두 번" how many.
_WHICH = re.compile(r"째")
# "칠레와 페루를 비롯한 7개국": those named are among the seven.
_AMONG = re.compile(r"(?:비롯한|비롯해|비롯하여|포함한|포함해|포함하여|등)\s(?:모두\s|총\s)?$")
_HALF = re.compile(r"절반|(?P<more>과반수?)")
_VAGUE = {"수십만": 100_000, "수십": 10, "수백만": 1_000_000, "수백": 100, "수천": 1_000, "수만": 10_000}
_VAGUE_COUNT = re.compile(rf"(?<![가-힣])(?:{'|'.join(_VAGUE)})")


def korean_days(text: str) -> list[Day]:
    """Every date, and every year."""
    days: list[Day] = []
    for pattern in (_DATE, _NUMERIC):
        taken = [day.span for day in days]
        for match in pattern.finditer(blanked(text, taken)):
            named = match.groupdict()
            year, day = (int(named[part]) if named[part] else None for part in ("year", "day"))
            if year is None and days and _UNTIL.fullmatch(text, days[-1].span.end, match.start()):
                year = days[-1].year
            first = Day(Span(*match.span()), year, int(named["month"]), day)
            days.append(first)
            end = match.end()
            while day is not None and (more := _SAME_MONTH.match(text, end)):
                days.append(Day(Span(*more.span()), year, first.month, int(more["day"])))
                end = more.end()
    years = _YEAR.finditer(blanked(text, [day.span for day in days]))
    days += [Day(Span(*match.span()), int(match["year"]), decade=bool(match["decade"])) for match in years]
    return sorted(days, key=lambda day: day.span)


def korean_numbers(text: str, *, without: list[Span]) -> list[Number]:
    """Every number outside `without` (its dates, times of day and symbols): in digits, in 만 and 억, or in words."""
    plain = blanked(text, without)
    durations = korean_durations(plain)
    numbers = [
        Number(one.span, str(one.value), qualifier(plain, one.span), told=text[one.span.start : one.span.end])
        for one in durations
    ]
    weeks = find_week(plain, "ko")
    numbers += [Number(one.span, str(one.value), soft=True, told=text[slice(*one.span)]) for one in weeks]
    romans = find_romans(plain)
    numbers += [Number(span, str(value), soft=True) for span, value in romans]
    plain = blanked(plain, [number.span for number in numbers])
    plain = blanked(plain, [Span(*match.span()) for match in _ARTICLE.finditer(plain)]).replace("제", " ")
    numbers += [
        Number(one.span, one.value, qualifier(plain, one.span), soft=True)
        for one in find_fractions(plain, "ko")
    ]
    for match in _HALF.finditer(plain):
        span = Span(*match.span())
        bound = facts.MORE_THAN if match["more"] else qualifier(plain, span)
        numbers.append(Number(span, "1/2", bound, soft=True, nearby=facts.HALF))
    plain = blanked(plain, [number.span for number in numbers])
    for match, digits in find_in_digits(plain):
        span = Span(*match.span())
        named = _AMONG.search(plain[max(0, span.start - 12) : span.start]) is not None
        numbers.append(Number(span, digits, qualifier(plain, span), soft=digits == "1", counts_named=named))
    rest = blanked(plain, [number.span for number in numbers])
    numbers += [
        Number(
            one.span,
            str(one.value),
            qualifier(plain, one.span),
            soft=one.value < facts.SOFT_BELOW,
            ordinal=_WHICH.search(text[one.span.start : one.span.end + 4]) is not None,
        )
        for one in find_worded(rest)
    ]
    vague = _VAGUE_COUNT.finditer(rest)
    numbers += [Number(Span(*match.span()), f"~{_VAGUE[match[0]]}") for match in vague]
    numbers = [
        replace(number, nearby=number.nearby | nearby(plain, number.span, number.value, "ko"))
        for number in numbers
    ]
    return with_shared_qualifiers(plain, numbers)
