"""Fractions in English ("a third of", "two-thirds", "seven tenths", "2/3") and in Korean ("3분의 2", "삼분의 일")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.citations.model import Span
from onrecord.letters.bilingual.korean_words import sino_value
from onrecord.un.number_words import cardinals, ordinals

_BELOW = {
    "quarter": 4,
    **{word: value for word, value in ordinals().items() if 3 <= value <= 20 and " " not in word},
}
_ABOVE = {"a": 1, "an": 1, **{word: value for word, value in cardinals().items() if 1 <= value <= 19}}
# Not "a third time", "the third review", "a fifth session".
_ENGLISH = re.compile(
    rf"\b(?P<above>{'|'.join(_ABOVE)})[ -](?P<below>{'|'.join(_BELOW)})s?\b(?=\s+of\b|[\s,.;:)]|$)"
    r"(?!\s+(?:time|cycle|review|session|committee|countr|state|part(?:y|ies)|round|year|day|month|meeting|floor))",
    re.IGNORECASE,
)
# "2/3 of them"; no symbol ("46/20"), no date ("3/4 March").
_DIGITS = re.compile(r"(?<![\w./-])(?P<above>[1-9])/(?P<below>[2-9]|10)(?![\w/-]|\.\d|\s?호|\s[A-Z])")
_KOREAN = re.compile(
    r"(?P<below>\d+|(?<![가-힣])[이삼사오육칠팔구십백]+)\s?분의\s?(?P<above>\d+|[일이삼사오육칠팔구](?![가-힣]{2}))"
)
_MAJORITY = re.compile(r"[\s-]majority\b")


@dataclass(frozen=True, slots=True)
class Fraction:
    """A fraction at its place as "2/3"; `majority` where it is what a vote needs, which is that much or more."""

    span: Span
    value: str
    majority: bool = False


def find_fractions(text: str, language: str) -> list[Fraction]:
    """Every fraction of a text in "en" or "ko", in order; halves in words are no fractions here."""
    found = []
    for match in (_KOREAN if language == "ko" else _ENGLISH).finditer(text):
        above, below = (_read(match[part].lower()) for part in ("above", "below"))
        if above and below and above < below:
            span = Span(*match.span())
            found.append(Fraction(span, f"{above}/{below}", _MAJORITY.match(text, span.end) is not None))
    found += [
        Fraction(Span(*match.span()), f"{match['above']}/{match['below']}")
        for match in _DIGITS.finditer(text)
        if int(match["above"]) < int(match["below"])
    ]
    return sorted(found, key=lambda one: one.span)


def _read(written: str) -> int | None:
    if written.isdecimal():
        return int(written)
    return _ABOVE.get(written) or _BELOW.get(written) or sino_value(written)
