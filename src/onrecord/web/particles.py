"""Korean particles after what was filled into a sentence: "24이(가)" is written "24가", "중국은(는)" "중국은".

Which form stands depends on whether the last syllable ends in a consonant (Regulations of Standard Korean
Grammar; for numerals, as they are read in Sino-Korean). After Latin letters, whose reading is not known, both stay.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

# Form after a consonant, and after a vowel.
_FORMS = {
    "이(가)": ("이", "가"), "을(를)": ("을", "를"), "은(는)": ("은", "는"), "와(과)": ("과", "와"), "과(와)": ("과", "와"),
    "(으)로": ("으로", "로"), "(이)라": ("이라", "라"),
}  # fmt: skip
_BEHIND = re.compile(
    rf"%\((?P<name>\w+)\)s(?P<between>[^%가-힣]{{0,3}})(?P<particle>{'|'.join(map(re.escape, _FORMS))})"
)
_CLOSING = " \u00a0”’\"')]》」』.,%*"
_FIRST, _LAST, _FINALS, _RIEUL = 0xAC00, 0xD7A3, 28, 8
# 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구: the number of the final consonant, 0 for none.
_DIGITS = (21, 8, 0, 16, 0, 0, 1, 8, 8, 0)


def filled(template: str, values: Mapping[str, Any]) -> str:
    """The sentence with its values, each doubled particle behind one in the form that stands there.

    What is filled in stays as it is, to the letter: it may be quoted.
    """
    if "(" not in template:
        return template % values
    return _BEHIND.sub(lambda found: _one(found, values), template) % values


def _one(found: re.Match[str], values: Mapping[str, Any]) -> str:
    before = f"{values.get(found['name'], '')}{found['between']}"
    return f"%({found['name']})s{found['between']}{_form(found['particle'], before)}"


def _form(particle: str, before: str) -> str:
    final = _final(before.rstrip(_CLOSING)[-1:])
    if final is None:
        return particle
    after_consonant, after_vowel = _FORMS[particle]
    if particle == "(으)로" and final == _RIEUL:
        return after_vowel
    return after_consonant if final else after_vowel


def _final(letter: str) -> int | None:
    """The number of the syllable's final consonant, 0 for none; None where its reading is not known."""
    if letter.isascii() and letter.isdigit():
        return _DIGITS[int(letter)]
    if letter and _FIRST <= ord(letter) <= _LAST:
        return (ord(letter) - _FIRST) % _FINALS
    return None
