"""Numbers in Korean words: native ("서른아홉 분", "두세 명", "사흘") and Sino-Korean ("오백여 명", "십이 년").

Forms after the Standard Korean Language Dictionary of the National Institute of Korean Language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.citations.model import Span

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
NATIVE = {
    **_ONES,
    "석": 3,
    "넉": 4,
    "스무": 20,
    **_TENS,
    **{ten + one: tens + ones for ten, tens in _TENS.items() for one, ones in _ONES.items()},
}
"""The native numerals as they stand before what they count, with their values."""

HALF = r"반(?=[^가-힣]|$|까지|부터|에|경|쯤|께|이|을|의|은|만|동안|간(?![가-힣])|씩|마다|정도|가량|도|밖에|남짓|가까이|이나)"
"""반 as "and a half" behind a unit, with the particles that may follow; misses 반대, 반도, 반발."""

_COUNTERS = (
    "명|분|개|건|차례|번|곳|가지|나라|국가|사람|단체|달|해|살|쪽|편|통|권|주|배|회|차|항|문단|위원|전문가"
    "|조직|기관|보고관|질문|권고|정부|측"
)
_NATIVE_WORDS = "|".join(sorted(NATIVE, key=len, reverse=True))
_COUNT = re.compile(
    rf"(?<![가-힣])(?P<word>{_NATIVE_WORDS})(?:(?P<over>여)?\s?(?:{_COUNTERS})|\s(?=[가-힣]))"
)
_ONLY_WITH_COUNTER = {"한", "세", "네", "석", "넉", "열"}
# "쉰 목소리" is a hoarse voice.
_HOARSE = re.compile(r"쉰 (?:목|소리|냄새|듯)")

_NOUNS = {"하나": 1, "둘": 2, "셋": 3, "넷": 4}
_STANDING = {
    **{noun: value for noun, value in _NOUNS.items() if value > 1},
    **{word: value for word, value in NATIVE.items() if len(word) > 1 and value >= 5},  # 다섯 and above
    **{word: value for word, value in _TENS.items() if len(word) > 1},
    **{ten + one: tens + ones for ten, tens in _TENS.items() for one, ones in _NOUNS.items()},
}
# "쉰일곱, 끌려가실 때", "스물여덟이셨습니다", "둘은": no counter, but a particle, the copula or the end of the word.
_ALONE = re.compile(
    rf"(?<![가-힣])(?P<word>{'|'.join(sorted(_STANDING, key=len, reverse=True))})"
    r"(?=(?:(?:이(?:다|며|고|었|라|신|십|셨|나|에요)|입니|였|예요)[가-힣]*|이|가|은|는|을|를|의|에|에게|도|만|과|와|까지|부터)?(?![가-힣]))"
)
_PAIRS = {
    "한두": (1, 2), "두세": (2, 3), "두서너": (2, 3), "서너": (3, 4), "네댓": (4, 5), "너댓": (4, 5), "네다섯": (4, 5),
    "대여섯": (5, 6), "예닐곱": (6, 7), "일고여덟": (7, 8), "여덟아홉": (8, 9), "엳아홉": (8, 9),
}  # fmt: skip
# "두세 명" is two or three.
_EITHER = re.compile(rf"(?<![가-힣])(?P<word>{'|'.join(sorted(_PAIRS, key=len, reverse=True))})(?=\s)")
_DAYS = {
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "닷새": 5,
    "엿새": 6,
    "이레": 7,
    "여드레": 8,
    "아흐레": 9,
    "열흘": 10,
}
_SPAN_OF_DAYS = re.compile(rf"(?<![가-힣])(?P<word>{'|'.join(_DAYS)})")

# "다섯째", "둘째 주": which of several.
_ORDINAL_VALUES = {
    "첫": 1,
    "둘": 2,
    "셋": 3,
    "넷": 4,
    **{w: v for w, v in NATIVE.items() if len(w) > 1 or v == 10},
}
_ORDINAL = re.compile(
    rf"(?<![가-힣])(?P<word>{'|'.join(sorted(_ORDINAL_VALUES, key=len, reverse=True))})째(?![가-힣]{{3}})"
)
_DIGITS = {"일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9}
_UNITS = {"십": 10, "백": 100, "천": 1_000}
_LARGE = {"만": 10_000, "억": 100_000_000}
_SINO_COUNTERS = (
    "년대|대(?=[\\s,.의에이가후중초])|년|개월|주년|주|일|시간|분|초|명|인|원|달러|유로|퍼센트|프로|배|회|차례|차|호|조|항|건|권|쪽|번|세|살|개|가지|마디"
    "|가구|세대|부|통|톤|킬로|미터|단체|국|여"
)
# "오백여 명", "이십 년", "백만 원". A lone syllable only with a space behind it, as 사건, 사회, 구호 and 이번 are words;
# and "이 사람" is "this person".
_SINO = re.compile(
    r"(?<![가-힣\d])(?P<word>[일이삼사오육칠팔구십백천만억]{2,}|[삼사오육칠팔구십백천만](?=여?\s)|백(?=일|년|명)|십(?=여|년))"
    rf"(?=여?\s?(?:{_SINO_COUNTERS}))"
)
_GROUP = r"(?:[일이삼사오육칠팔구]?천)?(?:[일이삼사오육칠팔구]?백)?(?:[일이삼사오육칠팔구]?십)?[일이삼사오육칠팔구]?"
_IN_WORDS = re.compile(rf"(?:{_GROUP}억)?(?:{_GROUP}만)?{_GROUP}")


@dataclass(frozen=True, slots=True)
class Worded:
    """A number in words at its place, with its value."""

    span: Span
    value: int


def find_worded(text: str) -> list[Worded]:
    """Every number in Korean words that is more than one, in order."""
    found = [*_counted(text), *_sino(text)]
    found += [Worded(Span(*match.span("word")), _STANDING[match["word"]]) for match in _ALONE.finditer(text)]
    found += [
        Worded(Span(*match.span("word")), value)
        for match in _EITHER.finditer(text)
        for value in _PAIRS[match["word"]]
        if value > 1
    ]
    found += [
        Worded(Span(*match.span("word")), _DAYS[match["word"]]) for match in _SPAN_OF_DAYS.finditer(text)
    ]
    found += [
        Worded(Span(*match.span()), _ORDINAL_VALUES[match["word"]])
        for match in _ORDINAL.finditer(text)
        if _ORDINAL_VALUES[match["word"]] > 1
    ]
    return sorted(set(found), key=lambda one: (one.span, one.value))


def sino_value(word: str) -> int | None:
    """The value of a Sino-Korean number in words ("이천오백만" is 25000000); None where it is none."""
    if not _IN_WORDS.fullmatch(word):
        return None
    total = group = current = 0
    for sign in word:
        if sign in _DIGITS:
            current = _DIGITS[sign]
        elif sign in _UNITS:
            group, current = group + (current or 1) * _UNITS[sign], 0
        else:
            total, group, current = total + (group + current or 1) * _LARGE[sign], 0, 0
    return total + group + current


def _counted(text: str) -> list[Worded]:
    found = []
    for match in _COUNT.finditer(text):
        word, value = match["word"], NATIVE[match["word"]]
        counted = not match[0].endswith(" ") and match[0] != word
        if (
            value > 1
            and (counted or word not in _ONLY_WITH_COUNTER)
            and not _HOARSE.match(text, match.start())
        ):
            found.append(Worded(Span(*match.span("word")), value))
    return found


def _sino(text: str) -> list[Worded]:
    found = []
    for match in _SINO.finditer(text):
        value = sino_value(match["word"])
        if value is not None and value > 1:
            found.append(Worded(Span(*match.span("word")), value))
    return found
