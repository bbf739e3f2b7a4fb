"""Cuts a text into paragraphs and sentences, so that a note or a citation covers no more than its own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from onrecord.citations.model import Span

# A line longer than this was not wrapped by hand or by a mail program: it is a paragraph of its own.
WRAPPED_AT = 120

LIST_LINE = re.compile(
    r"[ \t\u00a0]*(?:[-*•‣◦▪][ \t]|\(?\d{1,3}[.)][ \t]|\(?[a-z][.)][ \t]|\(?[가나다라마바사아자차카타파하][.)][ \t]|"
    r"[*_]{0,2}(?:[QR]|(?:Question|Recommendation|질문|권고)\s?)\d{1,2}[.:)])"
)

# "Mr. Kim", "A. B. Smith", "para. 5", "U.S. Committee": a full stop that ends no sentence.
ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|[A-Za-z](?:\.[A-Za-z])+|Mr|Mrs|Ms|Dr|Prof|St|Gen|No|Nos|Rev|Add|Corr|vol|vols|p|pp|"
    r"para|paras|art|arts|Art|Arts|sect|sects|ch|chap|ed|eds|cf|Cf|vs|v|e\.g|i\.e|et al|etc|Doc|Res|Jan|Feb|"
    r"Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Ibid|ibid|Id|id|op|cit|loc|rec|recs|fn|n))\.$"
)
# "no. 3"; misses "It said no. Then".
BEFORE_NUMBER = re.compile(r"\bnos?\.\s\d$")
# "world”.1 According", "2017.21 The", "law.[^4]", "law. [4]", "law.(4) Then"; misses "186.242 and", "3.5 million".
SENTENCE_END = re.compile(
    r"[.!?。！？…][”\"’»)\]]*(?:\[\^[^\]\s]+\]|[ \u00a0]?\[\d{1,3}\]|\(\d{1,3}\)|[⁰¹²³⁴-⁹]+)*(?=\s|$)"
    r"|(?:(?<!\d)|(?<=19\d\d|20\d\d))[.!?。！？…][”\"’»)\]]*\d{1,3}\)?(?=\s|$)"
)


def find_passages(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """The paragraphs of text[start:end], in order, without white space at their ends.

    A blank line parts paragraphs; so does the number or bullet of a list; in a text whose lines are
    not wrapped each line is a paragraph.
    """
    end = len(text) if end is None else end
    found: list[Span] = []
    block: list[Span] = []
    for line in _lines(text, start, end):
        if text[line.start : line.end].strip():
            block.append(line)
        else:
            found += _of_block(text, block)
            block = []
    found += _of_block(text, block)
    return tuple(found)


def _lines(text: str, start: int, end: int) -> list[Span]:
    lines: list[Span] = []
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        lines.append(Span(at, stop))
        at = stop + 1
    return lines


def _of_block(text: str, block: Sequence[Span]) -> list[Span]:
    """The paragraphs of lines that no blank line parts."""
    if not block:
        return []
    wrapped = max(line.end - line.start for line in block) <= WRAPPED_AT and not _ends_each(block)
    found: list[Span] = []
    for line in block:
        if found and wrapped and not LIST_LINE.match(text, line.start, line.end):
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(line)
    return [_trimmed(text, span) for span in found]


def _ends_each(block: Sequence[Span]) -> bool:
    """Whether every line is short and ends as a paragraph does: an address, a list of names."""
    return len(block) > 1 and all(line.end - line.start < 60 for line in block)


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def find_sentences(text: str, passage: Span, shut: Sequence[Span] = ()) -> tuple[Span, ...]:
    """The sentences of a paragraph; a full stop inside one of `shut` (quotations, brackets) ends none.

    A note's marker that follows the full stop belongs to the sentence that it closes.
    """
    shut = sorted(shut)
    starts = [span.start for span in shut]
    # How far the spans up to each one reach: those that hold a place need not be looked for.
    reaches = [-1, *accumulate((span.end for span in shut), max)]
    found: list[Span] = []
    at = passage.start
    for match in SENTENCE_END.finditer(text, passage.start, passage.end):
        low = max(passage.start, match.start() - 12)
        if ABBREVIATION.search(text, low, match.start() + 1) or BEFORE_NUMBER.search(
            text[low : match.end() + 2]
        ):
            continue
        index = bisect_right(starts, match.start())
        if reaches[index] > match.start():
            continue
        found.append(_trimmed(text, Span(at, match.end())))
        at = match.end()
    if text[at : passage.end].strip():
        found.append(_trimmed(text, Span(at, passage.end)))
    return tuple(found)
