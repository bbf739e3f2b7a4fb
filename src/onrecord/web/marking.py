"""Texts cut at their findings or differences for a page, and the check that is kept for each letter being written."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from threading import Lock
from typing import NamedTuple

from onrecord.citations.model import Span
from onrecord.letters.bilingual.block_words import words_of
from onrecord.letters.bilingual.difference import Difference
from onrecord.letters.bilingual.side_by_side import Row
from onrecord.letters.check.again import Checker
from onrecord.letters.compose.built import Block, NoteCall, Run
from onrecord.letters.model import Finding
from onrecord.record.record import Record

_MOST = 8
_GRAVEST = ("error", "warning", "notice")
_WORDS_BEFORE = {"en": 2, "ko": 1}
_AFTER = re.compile(r"[^\s.,;]*(?: (?:이상|이하|가량|정도|미만)[^\s.,;]*)?")
_HANGUL = re.compile(r"[가-힣]+")


class Piece(NamedTuple):
    """A stretch of the text under the same findings: the gravest severity ("" for none), and what ends here.

    `begins` and `ends` are the numbers of the findings whose span begins before and ends after the words.
    """

    words: str
    severity: str
    begins: tuple[int, ...]
    ends: tuple[int, ...]


def pieces(
    text: str, findings: Sequence[tuple[int, Finding]], start: int = 0, end: int | None = None
) -> list[Piece]:
    """A stretch of the text (by default all) in pieces that, joined, are the stretch.

    Each finding comes with the number it is shown by; what lies outside the stretch is cut off or left out.
    """
    last = len(text) if end is None else end
    spans = [
        (number, one.severity, max(start, one.span.start), min(one.span.end, last))
        for number, one in findings
        if one.span.start <= last and one.span.end >= start
    ]
    bounds = {start, last, *(begin for _, _, begin, _ in spans), *(until for _, _, _, until in spans)}
    made = []
    for one, other in pairwise(sorted(bounds)):
        over = [severity for _, severity, begin, until in spans if begin <= one and other <= until]
        made.append(
            Piece(
                text[one:other],
                min(over, key=_GRAVEST.index, default=""),
                tuple(number for number, _, begin, _ in spans if begin == one),
                tuple(number for number, _, _, until in spans if until == other)
                + tuple(number for number, _, _, until in spans if one == start and until == start),
            )
        )
    return made


class Lines(NamedTuple):
    """A piece with its words cut where a line begins: (number of the line that begins there or 0, words)."""

    piece: Piece
    parts: tuple[tuple[int, str], ...]


def lined(cut: Sequence[Piece], before: str = "") -> list[Lines]:
    """The pieces with the beginnings of their lines, which count from 1 as findings do; empty lines have no number.

    `before` is the text that stands before the pieces.
    """
    text = (before[-1:] or "\n") + "".join(piece.words for piece in cut)
    made, at, line = [], 1, before.count("\n") + 1
    for piece in cut:
        parts = []
        for words in _to_their_ends(piece.words):
            begins = text[at - 1] == "\n" and not text.startswith("\n", at)
            parts.append((line if begins else 0, words))
            at += len(words)
            line += words.endswith("\n")
        made.append(Lines(piece, tuple(parts)))
    return made


def _to_their_ends(words: str) -> list[str]:
    """The words cut behind each newline, the only character that ends a line of a letter."""
    return [part for part in re.split(r"(?<=\n)", words) if part]


class Side(NamedTuple):
    """A stretch of one language of a row: a `Piece`, or the call of the note with this number."""

    piece: Piece
    note: int = 0


def sides(row: Row, language: str) -> list[Side]:
    """The block of a row in "en" or "ko", cut where it differs from the other language and at its notes."""
    block = row.english if language == "en" else row.korean
    if block is None:
        return []
    places = [
        (at, "notice" if one.severity == "notice" else "warning", whole)
        for at, one in row.differences
        if (whole := _whole(block, one.english_at if language == "en" else one.korean_at)) is not None
    ]
    return list(_cut(block, places))


def in_words(row: Row, one: Difference, language: str) -> str:
    """The words that differ on one side; a number with what stands around it, which qualifies it."""
    block, span, words = (
        (row.english, one.english_at, one.english)
        if language == "en"
        else (row.korean, one.korean_at, one.korean)
    )
    at = _whole(block, span) if block else None
    if block is None or at is None:
        return words
    text = words_of(block)
    if one.kind not in {"number", "qualifier"}:
        return text[at.start : at.end]
    before = text[: at.start].split(" ")[-_WORDS_BEFORE[language] - 1 :]
    after = _AFTER.match(text, at.end)
    return f"{' '.join(before)}{text[at.start : at.end]}{after[0] if after else ''}".strip()


def _whole(block: Block, span: Span | None) -> Span | None:
    """The place, to the end of a Korean word: what is behind "500" in "500여" belongs to it."""
    if span is None or span.end <= span.start:
        return None
    found = _HANGUL.match(words_of(block), span.end)
    return Span(span.start, found.end() if found else span.end)


def _cut(block: Block, places: Sequence[tuple[int, str, Span]]) -> Iterator[Side]:
    words = [
        one.text if isinstance(one, Run) else "" if isinstance(one, NoteCall) else "\n"
        for one in block.inlines
    ]
    whole = "".join(words)
    # Places count the words without the space before them.
    start = len(whole.lstrip()) - len(whole)
    bounds = {bound for _, _, span in places for bound in span}
    for inline, text in zip(block.inlines, words, strict=True):
        if isinstance(inline, NoteCall):
            yield Side(Piece("", "", (), ()), inline.number)
            continue
        end = start + len(text)
        for one, other in pairwise(sorted({start, end} | {b for b in bounds if start < b < end})):
            over = [severity for _, severity, span in places if span.start <= one and other <= span.end]
            begins = tuple(at for at, _, span in places if span.start == one)
            ends = tuple(at for at, _, span in places if span.end == other)
            severity = min(over, key=_GRAVEST.index, default="")
            yield Side(Piece(text[one - start : other - start], severity, begins, ends))
        start = end


def marks(cut: Sequence[Piece]) -> list[tuple[int, int, str]]:
    """Where the marks of a text stand, for the script that draws them behind what is typed.

    (start, end, severity) in order; they count UTF-16 code units, as a browser's text does.
    """
    found = []
    at = 0
    for one in cut:
        end = at + len(one.words) + sum(letter > "\uffff" for letter in one.words)
        if one.severity:
            found.append((at, end, one.severity))
        at = end
    return found


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
