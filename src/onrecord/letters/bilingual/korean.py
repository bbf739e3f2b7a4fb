"""The facts of a Korean passage."""

from __future__ import annotations

import re

from onrecord.citations.model import Span
from onrecord.letters.bilingual import facts
from onrecord.letters.bilingual.facts import Day, Number, blanked
from onrecord.un.states import find_states

# "2024년 1월 3일", "2023년 10월", "1월 3일", "10월", "2013년"; misses "3개월", "10년간" (a span of time).
_DATE = re.compile(
    r"(?<!\d)(?:(?P<year>(?:19|20)\d\d)\s*년(?!대)(?:도)?\s*)?(?P<month>1[0-2]|0?[1-9])\s*월(?:\s*(?P<day>3[01]|[12]\d|0?[1-9])\s*일)?"
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
_UNITS = {"천": 1_000, "백": 100, "십": 10}
_LARGE = {"조": 10**12, "억": 10**8, "만": 10**4}
# "500", "2,600만", "1만 5천", "3억 2,000만", "5천", "186.241"; misses the digits of a symbol (blanked before).
_DIGITS = re.compile(
    r"(?<![\w.])(?P<all>\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)*)(?P<units>\s?[천백](?=[만억조여\s명개]|$))?(?P<large>\s?[만억조])?"
    r"(?P<rest>(?:\s?\d[\d,]*\s?[천백]?\s?[만억조]?(?=[여\s]?\s?(?:명|개|건|원|달러|인|년|월|회|부|$)))?)"
)
# "제33조" is article 33 and "33조 원" 33 trillion won.
_ARTICLE = re.compile(r"(?<=\d)\s?조(?!\s?(?:원|달러|위안|엔|유로))")
_FRACTION = re.compile(r"(?P<below>\d+)\s?분의\s?(?P<above>\d+)")
_HALF = re.compile(r"절반")
# "한국어" is a language, and no more the State than "Korean" is.
_LANGUAGE = re.compile(r"어(?!업|선|장|민)")
# "인도적 사유" is humanitarian, "인도하다" to hand over: neither is India.
_NOT_INDIA = re.compile(r"(?:적|주의|하|받|되|된|될|돼|됐|조약|청구|요청)")
_ONES = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9}
_TENS = {
    "열": 10,
    "스물": 20,
    "서른": 30,
    "마흔": 40,
    "쉰": 50,
    "예순": 60,
    "일흔": 70,
    "여든": 80,
    "아흔": 90,
}
_NATIVE = {
    **_ONES,
    "석": 3,
    "넉": 4,
    "스무": 20,
    **_TENS,
    **{ten + one: tens + ones for ten, tens in _TENS.items() for one, ones in _ONES.items()},
}
_COUNTERS = (
    "명|분|개|건|차례|번|곳|가지|나라|국가|사람|단체|달|해|살|쪽|편|통|권|주|배|회|차|항|문단|위원|전문가"
    "|조직|기관|보고관|질문|권고|정부|측"
)
_NATIVE_COUNT = re.compile(
    rf"(?<![가-힣])(?P<word>{'|'.join(sorted(_NATIVE, key=len, reverse=True))})(?:(?P<over>여)?\s?(?:{_COUNTERS})|\s(?=[가-힣]))"
)
_ONLY_WITH_COUNTER = {"한", "세", "네", "석", "넉", "열"}
_VAGUE = {"수십만": 100_000, "수십": 10, "수백만": 1_000_000, "수백": 100, "수천": 1_000, "수만": 10_000}
_VAGUE_COUNT = re.compile(rf"(?<![가-힣])(?:{'|'.join(_VAGUE)})")

_BEFORE = (
    (re.compile(r"(?<![가-힣])(?:최소한?|적어도|못해도|하한)\s*$"), facts.AT_LEAST),
    (re.compile(r"(?<![가-힣])(?:최대한?|많아야|기껏해야)\s*$"), facts.AT_MOST),
    (re.compile(r"(?<![가-힣])(?:약|대략|어림잡아|추정치?)\s*$"), facts.ABOUT),
    (re.compile(r"(?<![가-힣])거의\s*$"), facts.NEARLY),
)
_COUNTER = r"(?:\s?(?:[가-힣]{1,4}?))??"
_AFTER = (
    (re.compile(rf"\s?여{_COUNTER}"), facts.OVER),
    (re.compile(rf"{_COUNTER}\s?이상"), facts.OR_MORE),
    (re.compile(rf"{_COUNTER}(?:이|을|를|가)?\s?(?:넘|초과|웃도)"), facts.MORE_THAN),
    (re.compile(rf"{_COUNTER}\s?이하"), facts.AT_MOST),
    (re.compile(rf"{_COUNTER}\s?미만"), facts.LESS_THAN),
    (re.compile(rf"{_COUNTER}\s?(?:가량|정도|안팎|쯤|내외|남짓|으로 추[정산])"), facts.ABOUT),
    (re.compile(rf"{_COUNTER}(?:에)?\s?(?:가까[운이]|육박)"), facts.NEARLY),
)
# One syllable that stands for a State inside a word: "북·중 국경", "방중", "대북".
_SHORT = {
    "CHN": re.compile(r"(?<![가-힣])(?:북[·-]?중|한[·-]?중|미[·-]?중|중[·-]북|중[·-]러|방중|재중|주중|대중국|중공)"),
    "PRK": re.compile(r"탈북|대북|방북|납북|북송|입북|월북|재북|북측|북녘|남북|북[·-]?중|북[·-]?미|북[·-]?일|북[·-]?러|조선인민"),
    "KOR": re.compile(r"한국|남한|우리 정부|우리나라|귀국|국군|남북|한[·-]?중|한[·-]?미|한[·-]?일|주한|방한|대한|남측|국민"),
    "USA": re.compile(r"한미|한[·-]미|미[·-]중|북[·-]?미|방미|주미|미 (?:국무부|의회|정부)"),
    "JPN": re.compile(r"한[·-]?일|북[·-]?일|방일|주일|일[·-]북"),
    "RUS": re.compile(r"북[·-]?러|한[·-]?러|중[·-]?러|방러|주러"),
}  # fmt: skip


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
    """Every number outside `without` (its dates and symbols), in digits, in 만 and 억, or in words."""
    plain = blanked(text, without)
    plain = blanked(plain, [Span(*match.span()) for match in _ARTICLE.finditer(plain)]).replace("제", " ")
    numbers = [
        Number(
            Span(*match.span()),
            f"{int(match['above'])}/{int(match['below'])}",
            _bound(plain, Span(*match.span())),
            soft=True,
        )
        for match in _FRACTION.finditer(plain)
    ]
    halves = [Span(*match.span()) for match in _HALF.finditer(plain)]
    numbers += [Number(span, "1/2", _bound(plain, span), soft=True) for span in halves]
    plain = blanked(plain, [number.span for number in numbers])
    for match in _DIGITS.finditer(plain):
        span = Span(*match.span())
        digits = _value(match[0])
        numbers.append(Number(span, digits, _bound(plain, span), soft=digits == "1"))
    rest = blanked(plain, [number.span for number in numbers])
    for match in _NATIVE_COUNT.finditer(rest):
        word, value = match["word"], _NATIVE[match["word"]]
        counted = not match[0].endswith(" ") and match[0] != word
        if value > 1 and (counted or word not in _ONLY_WITH_COUNTER):
            span = Span(*match.span("word"))
            numbers.append(Number(span, str(value), _bound(plain, span), soft=True))
    vague = _VAGUE_COUNT.finditer(rest)
    numbers += [Number(Span(*match.span()), f"~{_VAGUE[match[0]]}") for match in vague]
    return sorted(numbers, key=lambda number: number.span)


def korean_states(text: str) -> tuple[dict[str, Span], frozenset[str]]:
    """The States named, each with its first place; and those of which a syllable inside a word speaks."""
    named: dict[str, Span] = {}
    hinted = {code for code, pattern in _SHORT.items() if pattern.search(text)}
    for found in find_states(text, "ko"):
        if found.state.code == "IND" and _NOT_INDIA.match(text, found.end):
            continue
        if _LANGUAGE.match(text, found.end):
            hinted.add(found.state.code)
        else:
            named.setdefault(found.state.code, Span(found.start, found.end))
    return named, frozenset(hinted)


def _value(written: str) -> str:
    """The number in digits: "2,600만" is 26000000, "1만 5천" 15000, "186.241" itself."""
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", written)
    if re.fullmatch(r"\d+(?:\.\d+)*", plain):
        return str(int(plain)) if plain.isdecimal() else plain
    total = group = current = 0
    tenths = 0
    for token in re.findall(r"\d+(?:\.\d+)?|[천백십만억조]", plain):
        if token in _UNITS:
            group += (current or 1) * _UNITS[token] + tenths * _UNITS[token] // 10
            current = tenths = 0
        elif token in _LARGE:
            total += (group + current) * _LARGE[token] + tenths * _LARGE[token] // 10
            group = current = tenths = 0
        else:
            whole, _, part = token.partition(".")
            current, tenths = int(whole), int(part[:1] or 0)
    return str(total + group + current)


def _bound(text: str, span: Span) -> str:
    before = text[max(0, span.start - 8) : span.start]
    for pattern, bound in _BEFORE:
        if pattern.search(before):
            return bound
    for pattern, bound in _AFTER:
        if pattern.match(text, span.end):
            return bound
    return facts.EXACT
