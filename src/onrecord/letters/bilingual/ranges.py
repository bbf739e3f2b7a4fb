"""Ranges of numbers, whose one qualifier is of both: "some 500 to 600", "500~600명가량", "8세에서 75세"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.letters.bilingual import facts
from onrecord.letters.bilingual.facts import Number

_BETWEEN = re.compile(
    r"\s?[-–—~∼]\s?|\sto\s|\sor\s|\s?(?P<unit>[가-힣]{0,3})(?:에서|부터|내지)\s?(?:약\s|최소\s|최대\s)?|\s?[가-힣]{0,2},?\s또는\s"
)


def with_shared_qualifiers(text: str, numbers: Sequence[Number]) -> list[Number]:
    """The numbers in order, each end of a range as qualified as the other end is where it has no qualifier itself."""
    found = sorted(numbers, key=lambda number: number.span)
    for at in range(len(found) - 1):
        one, other = found[at : at + 2]
        between = _BETWEEN.fullmatch(text, one.span.end, other.span.start)
        if between is None or one.span.end > other.span.start:
            continue
        # "3층에서 90분" is no range: both ends of one count the same.
        if (unit := between["unit"]) and not text[other.span.end :].lstrip().startswith(unit):
            continue
        if one.bound == facts.EXACT:
            found[at] = replace(one, bound=other.bound)
        elif other.bound == facts.EXACT:
            found[at + 1] = replace(other, bound=one.bound)
    return found
