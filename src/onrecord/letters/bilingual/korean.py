"""The facts of a Korean passage."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.citations.model import Span
from onrecord.letters.bilingual import facts
from onrecord.letters.bilingual.durations import find_week, in_days, korean_durations
from onrecord.letters.bilingual.facts import Day, Number, blanked
from onrecord.letters.bilingual.korean_digits import find_in_digits
from onrecord.letters.bilingual.korean_words import find_worded
from onrecord.letters.bilingual.roman import find_romans

# "2024년 1월 3일", "2023년 10월", "1월 3일", "10월", "2013년"; misses "3개월", "10년간" and
# "1년 6월" (spans of time).
_DATE = re.compile(
    r"(?<!\d)(?<![^\d]\d년 )(?:(?P<year>(?:19|20)\d\d)\s*년(?!대)(?:도)?\s*)?"
    r"(?P<month>1[0-2]|0?[1-9])\s*월(?:\s*(?P<day>3[01]|[12]\d|0?[1-9])\s*일)?"
)
_SAME_MONTH = re.compile(
    r"(?:부터|[~∼\-–]|에서|이나|또는|혹은|과|와|및|,|·)\s*(?P<day>3[01]|[12]\d|0?[1-9])\s*일"
)
# "2020년 8월부터 11월까지": the second month's year stands with the first.
_UNTIL = re.compile(r"\s*(?:부터|에서|[~∼\-–]|[와과]|및|,)\s*")
_NUMERIC = re.compile(
    r"(?<![\d./-])(?P<year>(?:19|20)\d\d)[.\-/]\s?(?P<month>1[0-2]|0?[1-9])[.\-/]\s?(?P<day>3[01]|[12]\d|0?[1-9])\.?(?![\d/])"
)
_YEAR = re.compile(
    r"(?<![\d.,/])(?P<year>(?:19|20)\d\d)(?:\s*(?P<decade>년대)|(?:\s*년|(?![\d명개건,/-]|\.\d)))"
)
# "제33조" is article 33 and "33조 원" 33 trillion won.
_ARTICLE = re.compile(r"(?<=\d)\s?조(?!\s?(?:원|달러|위안|엔|유로))")
_FRACTION = re.compile(r"(?P<below>\d+)\s?분의\s?(?P<above>\d+)")
_HALF = re.compile(r"절반|(?P<more>과반수?)")
_VAGUE = {"수십만": 100_000, "수십": 10, "수백만": 1_000_000, "수백": 100, "수천": 1_000, "수만": 10_000}
_VAGUE_COUNT = re.compile(rf"(?<![가-힣])(?:{'|'.join(_VAGUE)})")

_BEFORE = (
    (re.compile(r"(?<![가-힣])(?:최소한?|적어도|못해도|하한)\s*$"), facts.AT_LEAST),
    (re.compile(r"(?<![가-힣])(?:최대한?|많아야|기껏해야)\s*$"), facts.AT_MOST),
    (re.compile(r"(?<![가-힣])(?:약|대략|어림잡아|추정치?)\s*$"), facts.ABOUT),
    (re.compile(r"(?<![가-힣])거의\s*$"), facts.NEARLY),
)
# "약 미화 2,100달러", "최소 총 50명": between a qualifier and its number.
_BETWEEN = re.compile(r"(?<=\s)(?:미화|총|연인원|연간|연)?\s?(?:US|[$€£¥₩])*\$?\s*$")
# "6개월에 한 번", "2년에 한 차례": a qualifier before it is of how often, not of the months.
_HOW_OFTEN = re.compile(r"\s?(?:개월|달|년|해|주|주일|일|시간|분기)\s?(?:에|마다)\s")
_PERIOD_BEFORE = re.compile(r"(?:\d+|[가-힣]{1,2})\s?(?:개월|달|년|해|주|주일|일|시간|분기)에\s*$")
# What is counted, between the number and its qualifier: "명", "%", "km".
_COUNTER = r"(?:\s?(?:[가-힣]{1,4}?|[%％]|[A-Za-z\u3380-\u33df]{1,3}))??"
_AFTER = (
    (re.compile(rf"\s?여{_COUNTER}"), facts.OVER),
    (re.compile(rf"{_COUNTER}\s?이상"), facts.OR_MORE),
    (re.compile(rf"{_COUNTER}(?:이|을|를|가)?\s?(?:넘|초과|웃[도돌]|상회|훌쩍)"), facts.MORE_THAN),
    (re.compile(rf"{_COUNTER}\s?이하"), facts.AT_MOST),
    (re.compile(rf"{_COUNTER}\s?(?:미만|미달)"), facts.LESS_THAN),
    # "15분도 채 되지 않는", "100명이 안 되는", "100명에 못 미치는"
    (re.compile(rf"{_COUNTER}(?:도|이|가)?\s?(?:채\s)?(?:안\s?[되돼된될됐]|되지\s?[않못])"), facts.LESS_THAN),
    (
        re.compile(rf"{_COUNTER}(?:에도?|을|를)?\s?(?:채\s)?(?:못\s?미|미치지\s?못|밑도|밑돌|하회)"),
        facts.LESS_THAN,
    ),
    (re.compile(rf"{_COUNTER}\s?이내"), facts.WITHIN),
    (re.compile(rf"{_COUNTER}\s?(?:가량|정도|안팎|쯤|내외|남짓|으로 추[정산])"), facts.ABOUT),
    (re.compile(rf"{_COUNTER}(?:에)?\s?(?:가까[운이웠]|가깝|육박)"), facts.NEARLY),
)


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
            if day is not None and (more := _SAME_MONTH.match(text, match.end())):
                days.append(Day(Span(*more.span()), year, first.month, int(more["day"])))
    years = _YEAR.finditer(blanked(text, [day.span for day in days]))
    days += [Day(Span(*match.span()), int(match["year"]), decade=bool(match["decade"])) for match in years]
    return sorted(days, key=lambda day: day.span)


def korean_numbers(text: str, *, without: list[Span]) -> list[Number]:
    """Every number outside `without` (its dates, times of day and symbols): in digits, in 만 and 억, or in words."""
    plain = blanked(text, without)
    durations = korean_durations(plain)
    numbers = [
        Number(one.span, str(one.value), _bound(plain, one.span), told=text[one.span.start : one.span.end])
        for one in durations
    ]
    weeks = find_week(plain, "ko")
    numbers += [Number(one.span, str(one.value), soft=True, told=text[slice(*one.span)]) for one in weeks]
    romans = find_romans(plain)
    numbers += [Number(span, str(value), soft=True) for span, value in romans]
    plain = blanked(plain, [number.span for number in numbers])
    plain = blanked(plain, [Span(*match.span()) for match in _ARTICLE.finditer(plain)]).replace("제", " ")
    numbers += [
        Number(
            Span(*match.span()),
            f"{int(match['above'])}/{int(match['below'])}",
            _bound(plain, Span(*match.span())),
            soft=True,
        )
        for match in _FRACTION.finditer(plain)
    ]
    for match in _HALF.finditer(plain):
        span = Span(*match.span())
        bound = facts.MORE_THAN if match["more"] else _bound(plain, span)
        numbers.append(Number(span, "1/2", bound, soft=True))
    plain = blanked(plain, [number.span for number in numbers])
    for match, digits in find_in_digits(plain):
        span = Span(*match.span())
        numbers.append(Number(span, digits, _bound(plain, span), soft=digits == "1"))
    rest = blanked(plain, [number.span for number in numbers])
    numbers += [
        Number(one.span, str(one.value), _bound(plain, one.span), soft=one.value < facts.SOFT_BELOW)
        for one in find_worded(rest)
    ]
    vague = _VAGUE_COUNT.finditer(rest)
    numbers += [Number(Span(*match.span()), f"~{_VAGUE[match[0]]}") for match in vague]
    numbers = [
        replace(number, nearby=number.nearby | in_days(plain, number.span.end, number.value, "ko"))
        for number in numbers
    ]
    return sorted(numbers, key=lambda number: number.span)


def _bound(text: str, span: Span) -> str:
    before = _BETWEEN.sub("", _PERIOD_BEFORE.sub("", text[max(0, span.start - 16) : span.start]))
    often = _HOW_OFTEN.match(text, span.end)
    for pattern, bound in _BEFORE:
        if pattern.search(before):
            return facts.EXACT if often and bound in {facts.AT_LEAST, facts.AT_MOST} else bound
    for pattern, bound in _AFTER:
        if pattern.match(text, span.end):
            return bound
    return facts.EXACT
