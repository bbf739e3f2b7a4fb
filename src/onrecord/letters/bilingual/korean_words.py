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

HALF = r"반(?=[^가-힣]|$|까지|부터|에|경|쯤|께|이|을|의|은|만|동안|간(?![가-힣])|씩|마다|정도|가량)"
"""반 as "and a half" behind a unit, with the particles that may follow; misses 반대, 반도, 반발."""

_COUNTERS = (
    "명|분|개|건|차례|번|곳|가지|나라|국가|사람|단체|달|해|살|쪽|편|통|권|주|배|회|차|항|문단|위원|전문가"
    "|조직|기관|보고관|질문|권고|정부|측"
)
_COUNT = re.compile(
    rf"(?<![가-힣])(?P<word>{'|'.join(sorted(NATIVE, key=len, reverse=True))})(?:(?P<over>여)?\s?(?:{_COUNTERS})|\s(?=[가-힣]))"
)
_ONLY_WITH_COUNTER = {"한", "세", "네", "석", "넉", "열"}


@dataclass(frozen=True, slots=True)
class Worded:
    """A number in words at its place, with its value."""

    span: Span
    value: int


def find_worded(text: str) -> list[Worded]:
    """Every number in Korean words that is more than one, in order."""
    found: list[Worded] = []
    for match in _COUNT.finditer(text):
        word, value = match["word"], NATIVE[match["word"]]
        counted = not match[0].endswith(" ") and match[0] != word
        if value > 1 and (counted or word not in _ONLY_WITH_COUNTER):
            found.append(Worded(Span(*match.span("word")), value))
    return sorted(found, key=lambda one: one.span)
