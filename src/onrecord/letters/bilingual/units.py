"""What else a number may be in the other language, by the unit that it counts: "two weeks" is 14일, 12.5달러 "12.50"."""

from __future__ import annotations

import re

from onrecord.citations.model import Span

_WEEKS = {
    "en": re.compile(r"[\s-]weeks?\b", re.IGNORECASE),
    "ko": re.compile(r"\s?주(?:일|간(?!지)|(?=[\s,.에만안이동전후뒤를]))"),
}
_DAYS = 7
# A recommendation's number has no unit, and 186.1 is not 186.10.
_MEASURE = re.compile(
    r"\s?(?:%|％|퍼센트|프로|달러|유로|원|엔|위안|파운드|배|도|미터|킬로|톤|리터|시간|per\s?cent|percent|dollars?|euros?|pounds?"
    r"|times|degrees|(?:square\s)?(?:kilo)?met(?:re|er)s?|tons?|tonnes?|lit(?:re|er)s?|hours|million|billion)"
)
_MONEY = re.compile(r"[$€£¥₩]\s?$")


def nearby(text: str, span: Span, value: str, language: str) -> frozenset[str]:
    """The values that this number may have in the other text, in "en" or "ko", beside `value` itself."""
    if value.isdecimal():
        return frozenset({str(int(value) * _DAYS)} if _WEEKS[language].match(text, span.end) else ())
    if value.count(".") == 1 and (
        _MEASURE.match(text, span.end) or _MONEY.search(text[max(0, span.start - 3) : span.start])
    ):
        plain = value.rstrip("0").rstrip(".")
        return frozenset({plain, f"{plain}0" if "." in plain else f"{plain}.0", value}) - {value}
    return frozenset()
