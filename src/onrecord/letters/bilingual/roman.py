"""Roman numerals that number a category, part or annex: "categories I, II and V", "제Ⅱ유형", "annex IV"."""

from __future__ import annotations

import re

from onrecord.citations.model import Span

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_SIGNS = str.maketrans({chr(0x2160 + at): str(sign) for at, sign in enumerate(
    ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"))})  # fmt: skip
_NUMERAL = r"(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})|[\u2160-\u216b]"
_NUMBERED = re.compile(
    r"(?:\b(?i:categor(?:y|ies)|parts?(?!\sI\s[a-z]{2})|annex(?:es)?|chapters?|sections?|articles?|titles?|groups?|phases?"
    r"|volumes?|books?|schedules?|appendix|appendices|tables?|class(?:es)?|levels?|types?)"
    r"|제|카테고리|유형|범주|부속서|별표|부록|그룹)\s?"
    rf"(?P<list>(?:{_NUMERAL})(?:(?:,\s?|\s?[·-]\s?|,?\sand\s|\sor\s|,?\s?및\s|,?\s?또는\s)제?(?:{_NUMERAL})(?!\w(?<![가-힣])))*)"
    r"(?![A-Za-z0-9])"
)
_ONE = re.compile(_NUMERAL)


def find_romans(text: str) -> list[tuple[Span, int]]:
    """Every Roman numeral behind a word that it numbers, with its value; a lone "I" is a person."""
    return [
        (Span(*numeral.span()), _value(numeral[0].translate(_SIGNS)))
        for match in _NUMBERED.finditer(text)
        for numeral in _ONE.finditer(text, *match.span("list"))
    ]


def _value(numeral: str) -> int:
    values = [_VALUES[sign] for sign in numeral]
    return sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))
