"""What qualifies a number in Korean: "최소 500명", "500여 명", "500명이 넘는", "500명도 채 되지 않는"."""

from __future__ import annotations

import re

from onrecord.citations.model import Span
from onrecord.letters.bilingual import facts

_BEFORE = (
    (re.compile(r"(?<![가-힣])(?:최소한?|적어도|못해도|하한|최저|최단|적게는)\s*$"), facts.AT_LEAST),
    (re.compile(r"(?<![가-힣])(?:최대한?|많아야|기껏해야|최고|최장|많게는)\s*$"), facts.AT_MOST),
    (re.compile(r"(?<![가-힣])(?:약|대략|어림잡아|추정치?)\s*$"), facts.ABOUT),
    (re.compile(r"(?<![가-힣])거의\s*$"), facts.NEARLY),
)
# "약 미화 2,100달러", "최소 총 50명": between a qualifier and its number.
_BETWEEN = re.compile(
    r"(?<=\s)(?:미화|총|연인원|연간|연|징역|금고|벌금|과태료|형량)?\s?(?:US|[$€£¥₩])*\$?\s*$"
)
# "6개월에 한 번", "2년에 한 차례": a qualifier before it is of how often, not of the months.
_HOW_OFTEN = re.compile(
    r"\s?(?:개월|달|년|해|주|주일|일|시간|분기)(?:마다|에)\s(?:적어도|최소한?|대략|약|많아야)?"
    r"\s?(?:[한두세네]|\d+|[가-힣]{2,3})\s?(?:번|차례|회|씩)"
)
_PERIOD_BEFORE = re.compile(r"(?:\d+|[가-힣]{1,2})\s?(?:개월|달|년|해|주|주일|일|시간|분기)에\s*$")
# What is counted, between the number and its qualifier: "명", "%", "km".
_COUNTER = r"(?:\s?(?:[가-힣]{1,4}?|[%％]|[A-Za-z\u3380-\u33df]{1,3}))??"
_AFTER = (
    (re.compile(rf"\s?여{_COUNTER}"), facts.OVER),
    (re.compile(rf"{_COUNTER}\s?이상"), facts.OR_MORE),
    # "4건을 넘지 않는다"
    (re.compile(rf"{_COUNTER}(?:이|을|를|가)?\s?(?:넘|초과하|웃돌|상회하)지\s?[않못]"), facts.AT_MOST),
    (re.compile(rf"{_COUNTER}(?:이|을|를|가)?\s?(?:넘|초과|웃[도돌]|상회|훌쩍)"), facts.MORE_THAN),
    (re.compile(rf"{_COUNTER}\s?이하"), facts.AT_MOST),
    (re.compile(rf"{_COUNTER}\s?(?:미만|미달)"), facts.LESS_THAN),
    # "15분도 채 되지 않는", "100명이 안 되는"
    (
        re.compile(rf"{_COUNTER}(?:도|이|가)?\s?(?:채\s)?(?:안\s?[되돼된될됐됩됨]|되지\s?[않못])"),
        facts.LESS_THAN,
    ),
    # "한 시간 반도 걸리지 않은", "2년도 채 존속하지 못한", "한 시간도 안 걸린"
    (re.compile(rf"{_COUNTER}도\s(?:안\s|(?:채\s)?(?:[가-힣]+\s)?[가-힣]+지\s?[못않])"), facts.LESS_THAN),
    # "100명에 못 미치는", "100명을 밑도는"
    (
        re.compile(rf"{_COUNTER}(?:에도?|을|를)?\s?(?:채\s)?(?:못\s?미|미치지\s?못|밑도|밑돌|하회)"),
        facts.LESS_THAN,
    ),
    (re.compile(rf"{_COUNTER}\s?이내"), facts.WITHIN),
    (re.compile(rf"{_COUNTER}\s?(?:가량|정도|안팎|쯤|내외)"), facts.ABOUT),
    (re.compile(rf"{_COUNTER}\s?남짓"), facts.OVER),
    (re.compile(rf"{_COUNTER}(?:으?로|이라고|이)?\s?추[정산]"), facts.LOOSELY),
    (re.compile(rf"{_COUNTER}(?:에)?\s?(?:가까[운이웠]|가깝|육박)"), facts.NEARLY),
)


def qualifier(text: str, span: Span) -> str:
    """How the number at `span` is qualified: a constant of `facts`, EXACT where nothing qualifies it."""
    before = _BETWEEN.sub("", _PERIOD_BEFORE.sub("", text[max(0, span.start - 16) : span.start]))
    often = _HOW_OFTEN.match(text, span.end)
    for pattern, bound in _BEFORE:
        if pattern.search(before):
            return facts.EXACT if often and bound in {facts.AT_LEAST, facts.AT_MOST} else bound
    for pattern, bound in _AFTER:
        if pattern.match(text, span.end):
            return bound
    return facts.EXACT
