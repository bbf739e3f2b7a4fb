"""An addendum as a row of passages: headings, items that open with recommendations' numbers, prose.

Pages set in two columns, tables and headings of numbers alone ("122.74-75") come out of a file as paragraphs
whose numbers and words run together; here they are parted again by what stands at the beginning of a line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.documents.model import Box, Document, Paragraph
from onrecord.mechanisms import addendum_patterns as patterns
from onrecord.mechanisms.addendum_answers import answers_in
from onrecord.mechanisms.recommendation_numbers import numbers_at

_GOES_ON = re.compile(r"\s*[,;–—-]\s*(?:\d|$)|\s*(?:and|to|et|y)\s+\d|\s*,")
_UNFINISHED = re.compile(
    r"(?:[,–—/-]|\d\s*;|\b(?:and|to|the|of|in|recommendations?|recs?\.?|nos?\.?|paras?\.?|paragraphs?|see|"
    r"following|with|on|under|by|et|y|à|a))\s*$",
    re.IGNORECASE,
)
_OWN_NUMBER = re.compile(r"(?P<number>\d{1,2})\.\s+(?=[A-ZÀ-Þ])")
_COMMA = re.compile(r"[\s.]*,")
_GAP = re.compile(r"[\s.,:;)•–—-]*")
_SEPARATOR = re.compile(r"[.:)–—]")
_ENOUGH = 3
_LOOK_BACK = 40


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of an addendum.

    `numbers` are the recommendations that it opens with, `text` the words after them; `paragraph` is the
    number of the addendum's own paragraph, or "". `heading` tells that it is a heading, `open_list` that the
    list of its numbers ended with a comma.
    """

    text: str
    numbers: tuple[str, ...] = ()
    paragraph: str = ""
    page: int = 1
    heading: bool = False
    headings: tuple[str, ...] = ()
    place: tuple[Box, ...] = ()
    open_list: bool = False


@dataclass(frozen=True, slots=True)
class Scheme:
    """How an addendum counts.

    `heads` are the report's paragraphs whose lists its dotted numbers name; `plain` tells that its own
    numbered paragraphs are numbered as the recommendations are.
    """

    heads: frozenset[str]
    plain: bool


def scheme_of(document: Document) -> Scheme:
    """Find out how the document names recommendations."""
    body = [p for p in document.paragraphs if p.zone != "contents"]
    texts = [*(_whole(p, plain=False)[0] for p in body), *(h for p in body for h in p.headings)]
    texts += [cell for table in document.tables for row in table.rows for cell in row]
    counted = Counter(d[0].split(".")[0] for text in texts for d in patterns.DOTTED.finditer(text))
    labelled = {
        numbers.numbers[0].split(".")[0]
        for text in texts
        for label in (*patterns.LABEL.finditer(text), *patterns.VERB.finditer(text))
        if (numbers := numbers_at(text, label.end(), plain=False))
    }
    opening = {p.number.split(".")[0] for p in body if p.number and "." in p.number}
    heads = (
        labelled | opening | {head for head, times in counted.items() if times >= _ENOUGH and int(head) > 4}
    )
    return Scheme(frozenset(heads), not heads and _answers_by_own_number(body))


def _answers_by_own_number(body: Sequence[Paragraph]) -> bool:
    """Whether most numbered paragraphs open with an answer: "12. Slovenia accepts the recommendation"."""
    numbered = [p for p in body if p.number and p.number.isdigit() and p.parent is None]
    answering = [
        p
        for p in numbered
        if not patterns.LABEL.search(p.text)
        and (patterns.SHORT_ANSWER.match(p.text) or patterns.SPEAKER.match(_GOES_ON.sub("", p.text, count=1)))
    ]
    return len(answering) >= _ENOUGH and len(answering) * 2 > len(numbered)


def passages(document: Document, scheme: Scheme) -> Iterator[Passage]:
    """The passages of the document in order; tables apart."""
    last: Passage | None = None
    announced = False
    for passage in _pieces(document, scheme):
        if last is not None:
            joined = None if announced else _joined(last, passage)
            if joined is not None:
                last = joined
                continue
            yield last
            announced = last.text.endswith(":")
        last = passage
    if last is not None:
        yield last


def _pieces(document: Document, scheme: Scheme) -> Iterator[Passage]:
    before: tuple[str, ...] = ()
    for paragraph in document.paragraphs:
        if paragraph.zone == "contents" or (paragraph.zone == "table" and document.tables):
            continue
        yield from _headings(paragraph, before)
        yield from _of_paragraph(paragraph, scheme)
        before = paragraph.headings


def _joined(last: Passage, after: Passage) -> Passage | None:
    """Two passages that are one: numbers in a column of their own, and numbers without words.

    "40., 41., 42., Slovenia accepts …" and "43., 44." below it; "92.5." and the words that follow it. Not the
    numbers that a sentence announced with a colon.
    """
    if last.open_list and after.numbers and not after.text:
        return replace(last, numbers=(*last.numbers, *after.numbers), open_list=after.open_list)
    if last.numbers and not last.text and not last.heading and not after.numbers and not after.heading:
        return replace(last, text=after.text, place=last.place + after.place)
    return None


def _headings(paragraph: Paragraph, before: tuple[str, ...]) -> Iterator[Passage]:
    for at, words in enumerate(paragraph.headings):
        if at >= len(before) or before[: at + 1] != paragraph.headings[: at + 1]:
            label = patterns.LABEL.match(words)
            listed = numbers_at(words, label.end() if label else 0, plain=label is not None)
            rest = words[listed.end :].strip(" .:)–—-") if listed else words
            named = bool(listed) and not (rest[:1].islower() and not answers_in(rest))
            numbers = listed.numbers if listed and named else ()
            yield Passage(rest if numbers else words, numbers, "", paragraph.page, heading=True)


def _whole(paragraph: Paragraph, *, plain: bool) -> tuple[str, int]:
    """The text, with its number before it where that is a recommendation's; and how much is added."""
    number = paragraph.number or ""
    if not number:
        return paragraph.text, 0
    continued = _GOES_ON.match(paragraph.text)
    if "." in number or (plain and paragraph.parent is None) or (continued and number.isdigit()):
        lead = f"{number}. "
        if continued:
            lead = number
        return lead + paragraph.text, len(lead)
    return paragraph.text, 0


def _of_paragraph(paragraph: Paragraph, scheme: Scheme) -> Iterator[Passage]:
    text, added = _whole(paragraph, plain=scheme.plain)
    own = "" if added else paragraph.parent or paragraph.number or ""
    starts = [0, *(line.start + added for line in paragraph.lines if line.start > 0)]
    heads = [head for at in starts if (head := _head(text, at, scheme, first_is_number=added > 0))]
    by_start = {head.start: head for head in heads}
    swallowed = dict(_swallowed(text, starts, own))
    cuts = sorted({0, *by_start, *swallowed, len(text)})
    for start, end in pairwise(cuts):
        head = by_start.get(start)
        begin, own = swallowed.get(start, (start, own))
        body = text[head.end if head else begin : end].strip()
        numbers = head.numbers if head else ()
        if head and head.continued:
            numbers, body = _continued(numbers, body, text, paragraph, added, head.end, end)
        own_number = numbers[0] if numbers and added and start == 0 and scheme.plain else own
        place = paragraph.place(max(start - added, 0), max(end - added, 1))
        if body or numbers:
            page = paragraph.page_at(max(start - added, 0))
            open_list = head is not None and head.continued
            yield Passage(body, numbers, own_number, page, False, paragraph.headings, place, open_list)


def _swallowed(text: str, starts: Sequence[int], own: str) -> Iterator[tuple[int, tuple[int, str]]]:
    """Own paragraphs that run on in the one before: where each begins, its words' beginning, its number."""
    last = int(own) if own.isdigit() else 0
    for at in starts:
        found = _OWN_NUMBER.match(text, at) if at else None
        if found and int(found["number"]) == last + 1:
            last += 1
            yield at, (found.end(), found["number"])


def _continued(
    numbers: tuple[str, ...], body: str, text: str, paragraph: Paragraph, added: int, begin: int, end: int
) -> tuple[tuple[str, ...], str]:
    """A list that ended with a comma goes on where the next line begins: numbers in a column."""
    after = next((line.start + added for line in paragraph.lines if line.start + added > begin), None)
    listed = numbers_at(text, after, plain=True) if after is not None and after < end else None
    if listed is None or after is None:
        return numbers, body
    rest = text[listed.end : end].lstrip(" .,")
    return (*numbers, *listed.numbers), f"{text[begin:after].strip()} {rest}".strip()


@dataclass(frozen=True, slots=True)
class _Head:
    start: int
    end: int
    numbers: tuple[str, ...]
    continued: bool


def _head(text: str, at: int, scheme: Scheme, *, first_is_number: bool) -> _Head | None:
    """The numbers with which a line opens an item, or None where they belong to a sentence."""
    if at and _UNFINISHED.search(text[max(0, at - _LOOK_BACK) : at]):
        return None
    label = patterns.LABEL.match(text, at)
    if label and at and text[at].islower():
        return None
    begin = label.end() if label else at
    plain = label is not None or (at == 0 and first_is_number and scheme.plain)
    listed = numbers_at(text, begin, plain=plain)
    if listed is None or (label is None and not plain and not _is_in_scheme(listed.numbers, scheme)):
        return None
    gap = _GAP.match(text, listed.end)
    end = gap.end() if gap else listed.end
    if _OWN_NUMBER.match(text, end):
        return _Head(at, end, listed.numbers, False)
    rest = text[end : end + 200]
    separated = _SEPARATOR.search(text[listed.end : end]) or (at == 0 and first_is_number)
    if rest and not separated and _is_of_sentence(rest, labelled=label is not None):
        return None
    return _Head(at, end, listed.numbers, _COMMA.match(text, listed.end) is not None)


def _is_of_sentence(rest: str, *, labelled: bool) -> bool:
    """Whether what follows the numbers goes on as a sentence: "Recommendations 5 and 7 enjoy the support"."""
    if rest[0].isdigit():
        return True
    return rest[0].islower() and (labelled or not patterns.SHORT_ANSWER.match(rest))


def _is_in_scheme(numbers: tuple[str, ...], scheme: Scheme) -> bool:
    return numbers[0].split(".")[0] in scheme.heads
