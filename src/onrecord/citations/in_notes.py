"""Citations in a note: several sources parted by semicolons, each with its title, date and places."""

from __future__ import annotations

import re

from onrecord.citations import patterns
from onrecord.citations.anchors import find_anchors, read_anchor
from onrecord.citations.model import Citation, Span
from onrecord.citations.numbers import find_recommendation_numbers
from onrecord.citations.parts import Tail, citation, date_of, places_at, title_before
from onrecord.citations.quotations import FoundQuotation, find_quotations
from onrecord.un.symbol import find_symbols_in_urls

# A short name is a name, not a sentence.
LONGEST_NAME = 120
# What makes words a source even without an address: "(2012)", "p. 5", "*Title*", "on file with".
SOURCE = re.compile(
    r"\([^()]*\b(?:19|20)\d\d\)|\bpp?\.\s?\d|(?<!\w)[*_][^*_\n]{4,}[*_]|"
    r"\b(?:interview|correspondence|on file|ISBN)\b|"
    r"\b(?:19|20)\d\d[.\-/]\d{1,2}[.\-/]\d{1,2}|,\s(?:\d{1,2}\s)?[A-Z][a-z]+\s(?:\d{1,2},\s)?(?:19|20)\d\d",
    re.IGNORECASE,
)
BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
GOES_ON = re.compile(
    r"\s*(?:and\s+)?(?:paras?\b|paragraphs?\b|¶|§|recommendations?\b|\d[\d.]*(?:\s?\([a-z]\))?(?:[,.;]|$))",
    re.IGNORECASE,
)


def find_in_note(text: str, number: str, note: Span) -> list[Citation]:
    """The citations of one note, in order. Words that name no source go with the source after them."""
    found: list[Citation] = []
    waiting: int | None = None
    for segment in _segments(text, note):
        start = segment.start if waiting is None else waiting
        cited = _in_segment(text, number, Span(start, segment.end))
        waiting = None if cited else start
        found += cited
    return found


def _segments(text: str, note: Span) -> list[Span]:
    """The note cut at semicolons, but not inside quotations, brackets or addresses, nor between places."""
    quoted = [one.span for one in find_quotations(text, [note]) if one.closed]
    shut = quoted + [Span(*match.span()) for match in patterns.URL.finditer(text, note.start, note.end)]
    shut += [Span(*match.span()) for match in BRACKETED.finditer(text, note.start, note.end)]
    found: list[Span] = []
    at = note.start
    for match in re.compile(r"[;；](?=\s|$)").finditer(text, note.start, note.end):
        if any(span.start <= match.start() < span.end for span in shut):
            continue
        if GOES_ON.match(text, match.end(), note.end):
            continue
        found.append(Span(at, match.start()))
        at = match.end()
    return [*found, Span(at, note.end)]


def _in_segment(text: str, number: str, segment: Span) -> list[Citation]:
    anchors = find_anchors(text, segment)
    if not anchors:
        return _without_anchor(text, number, segment)
    found: list[Citation] = []
    low = segment.start
    for index, anchor in enumerate(anchors):
        if anchor.span.start < low:
            continue
        high = anchors[index + 1].span.start if index + 1 < len(anchors) else segment.end
        cited = read_anchor(text, anchor, number, low=low, high=high)
        found += cited
        low = max(one.span.end for one in cited)
    return found


def _without_anchor(text: str, number: str, segment: Span) -> list[Citation]:
    words = text[segment.start : segment.end]
    linked = find_symbols_in_urls(words)
    if linked:
        return [_by_address(text, number, segment, linked[0].symbol.text, linked[0].start)]
    quoted = [one for one in find_quotations(text, [segment]) if one.depth == 0 and not one.short]
    address = patterns.URL.search(words)
    if address is None and not quoted:
        short = _short(text, number, segment)
        if short is not None:
            return [short]
        numbers = find_recommendation_numbers(text, segment, number, sure=True)
        if numbers:
            return numbers
    if address is None and not quoted and not SOURCE.search(words):
        return []
    return [_other(text, number, segment, quoted)]


def _by_address(text: str, number: str, segment: Span, symbol: str, at: int) -> Citation:
    """A UN document named by its web address alone."""
    address = next(
        match
        for match in patterns.URL.finditer(text, segment.start, segment.end)
        if match.start() <= segment.start + at < match.end() + 1
    )
    start, title, date = title_before(text, segment.start, address.start())
    lead = patterns.PLACE_LEAD.search(text, segment.start, segment.end)
    places, end = places_at(text, lead.start(), segment.end) if lead else ((), segment.start)
    start = min(start, lead.start()) if lead and places else start
    tail = Tail(end, tuple(map(str, places)), date, address[0])
    span = Span(start, max(end, address.end()))
    return citation(text, span, "full", number, tail, symbol=symbol, title=title)


def _short(text: str, number: str, segment: Span) -> Citation | None:
    """A name and a place, without symbol or address: "DPRK COI report, para. 5"."""
    lead = patterns.PLACE_LEAD.search(text, segment.start, segment.end)
    korean = None if lead else patterns.KOREAN_PLACE.search(text, segment.start, segment.end)
    at = lead.start() if lead else korean.start() if korean else segment.end
    places, end = places_at(text, at, segment.end) if at < segment.end else ((), at)
    if not places:
        return None
    after = patterns.SHORT_AFTER.match(text, end, min(segment.end, end + LONGEST_NAME))
    start = patterns.LEAD_IN.match(text, segment.start, at)
    first = start.end() if start else segment.start
    name = text[first:at].strip(" ,.:([\n\t\u00a0")
    if after and not name:
        first, name, end = at, after["name"].strip(), after.end()
    elif patterns.RECOMMENDATION.match(text, at):
        return None
    elif not name or len(name) > LONGEST_NAME:
        before = patterns.SHORT_BEFORE.search(text[max(segment.start, at - LONGEST_NAME) : at])
        if before is None:
            return None if name else citation(text, Span(at, end), "short", number, _tail(places, end))
        name = before["name"].strip()
        first = max(segment.start, at - LONGEST_NAME) + before.start("name")
    return citation(
        text, Span(first, end), "short", number, _tail(places, end), title=name, date=date_of(name)
    )


def _tail(places: tuple[object, ...], end: int) -> Tail:
    return Tail(end, tuple(map(str, places)))


def _other(text: str, number: str, segment: Span, quoted: list[FoundQuotation]) -> Citation:
    """A source that is no UN document: its title in quotation marks, or its words up to date or address."""
    start, end = segment.start, segment.end
    while start < end and text[start] in " \t\n\u00a0,;":
        start += 1
    while end > start and text[end - 1] in " \t\n\u00a0,;":
        end -= 1
    words = text[start:end]
    address = patterns.URL.search(words)
    bare = patterns.ACCESSED.sub(" ", patterns.URL.sub(" ", words))
    for one in quoted:
        bare = bare.replace(one.text, " ")
    cut = re.search(r"\s*[,(]?\s*(?:https?://|www\.|\([^()]*\b(?:19|20)\d\d\))", words)
    title = quoted[0].text if quoted else words[: cut.start() if cut else len(words)].strip(" ,.")
    return citation(
        text,
        Span(start, end),
        "other",
        number,
        Tail(end, date=_first_date(bare), url=address[0] if address else ""),
        title=title,
    )


def _first_date(words: str) -> str:
    """The date in brackets where there is one, else the one date of the words."""
    for match in re.finditer(r"\(([^()]{4,40})\)", words):
        date = date_of(match[1])
        if date:
            return date
    return date_of(words)
