"""A letter's text cut at its findings, and the check that is kept for each letter being written."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from itertools import pairwise
from threading import Lock
from typing import NamedTuple

from onrecord.letters.check.again import Checker
from onrecord.letters.model import Finding
from onrecord.record.record import Record

_MOST = 8
_GRAVEST = ("error", "warning", "notice")


class Piece(NamedTuple):
    """A stretch of the text under the same findings: the gravest severity ("" for none), and what ends here.

    `begins` and `ends` are the numbers of the findings whose span begins before and ends after the words.
    """

    words: str
    severity: str
    begins: tuple[int, ...]
    ends: tuple[int, ...]


def pieces(text: str, findings: Sequence[tuple[int, Finding]]) -> list[Piece]:
    """The text in pieces that, joined, are the text; each finding comes with the number it is shown by."""
    bounds = {0, len(text)}
    for _, finding in findings:
        bounds |= {min(finding.span.start, len(text)), min(finding.span.end, len(text))}
    cuts = sorted(bounds)
    made = []
    for start, end in pairwise(cuts):
        over = [one.severity for _, one in findings if one.span.start <= start and end <= one.span.end]
        made.append(
            Piece(
                text[start:end],
                min(over, key=_GRAVEST.index, default=""),
                tuple(number for number, one in findings if one.span.start == start),
                tuple(number for number, one in findings if _last(one, len(text)) == end)
                + tuple(n for n, one in findings if start == 0 and _last(one, len(text)) == 0),
            )
        )
    return made


def _last(finding: Finding, length: int) -> int:
    return min(finding.span.end, length)


class Checkers:
    """A `Checker` for each letter that is open, the ones last used; what they keep costs memory."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, int], Checker] = OrderedDict()
        self._lock = Lock()

    def of(self, record: Record, number: int) -> Checker:
        """The checker of a draft on this record."""
        key = str(record.folder), number
        with self._lock:
            found = self._kept.pop(key, None) or Checker(record)
            self._kept[key] = found
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        return found
