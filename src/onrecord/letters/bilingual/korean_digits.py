"""Korean numbers in digits, with 천, 만 and 억 where they have them: "2,600만", "2천5백만", "1만 2천", "3억 2,000만"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

_UNITS = {"천": 1_000, "백": 100, "십": 10}
_LARGE = {"조": 10**12, "억": 10**8, "만": 10**4}
_PLAIN = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)*)"
# "5천", "2천5백", "2천 5백"; misses 백서 (a white book), 천안 (a town).
_UNIT = r"[천백십](?!서|안[은에의]|신|두산|혜|년대계)"
_GROUP = rf"{_PLAIN}(?:{_UNIT}(?:\s?\d+{_UNIT})*(?:\s?\d+(?=\s?(?:명|개|건|원|달러)))?)?"
# "5만", "1만 2천", "3억 2,000만 원", "12만 3,456명"; behind a space a lone 만 is "only".
_SCALE = r"(?:[만억조](?!약|일)|\s[만억조](?=\s|여|명|원|달러|개|건))"
_LAST = (
    rf"(?:\s?\d+{_UNIT}(?:\s?\d+{_UNIT})*(?:\s?\d+(?=\s?(?:명|개|건|원|달러)))?"
    rf"|\s?{_PLAIN}(?=\s?여?\s?(?:명|개|건|원|달러|인|년|월|회|부|단어|쪽|통|톤|가구|세대|표|점)|$))"
)
_NUMBER = re.compile(rf"(?<![\w.]){_GROUP}(?:{_SCALE}(?:\s?{_GROUP}{_SCALE})*{_LAST}?)?")
_TOKEN = re.compile(r"\d+(?:\.\d+)?|[천백십만억조]")


def find_in_digits(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Every number in digits, with its value in digits ("1만 5천" is "15000", "186.241" itself)."""
    for match in _NUMBER.finditer(text):
        yield match, _value(match[0])


def _value(written: str) -> str:
    plain = written.replace(",", "")
    if re.fullmatch(r"\d+(?:\.\d+)*", plain):
        return str(int(plain)) if plain.isdecimal() else plain
    total = group = current = Decimal(0)
    for token in _TOKEN.findall(plain):
        if token in _UNITS:
            group, current = group + (current or 1) * _UNITS[token], Decimal(0)
        elif token in _LARGE:
            total += (group + current) * _LARGE[token]
            group = current = Decimal(0)
        else:
            current = Decimal(token)
    value = total + group + current
    return str(int(value)) if value == int(value) else format(value.normalize(), "f")
