"""Citations in running text: symbols, short names with a place, recommendation numbers, links."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.citations import patterns
from onrecord.citations.anchors import find_anchors, read_anchor
from onrecord.citations.model import Citation, Span
from onrecord.citations.numbers import find_recommendation_numbers
from onrecord.citations.parts import SENTENCE_BREAK, Tail, citation, date_of, places_at, tail_of
from onrecord.un.symbol import find_symbols_in_urls

# How far ahead of its place a short name may begin.
NAME_REACH = 140
# "recommendation contained in paragraph 28 (g)", not "in paragraph 28 (g) of this letter", "paragraph 2 (a) above".
_LETTERED = re.compile(r"\d\s?\([a-z]\)|\d\.\d")
_IN_IT = re.compile(r"\b(?:in|under|by|at)\s+$")
_OF_OWN = re.compile(r"\s*(?:of|in|from)\s+(?:this|our|the\s+present)\s+(?:letter|submission|appeal)\b")
_OF_LETTER = re.compile(r"\s*,?\s*(?:of|in|from|above|below|supra|infra)\b")
ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


def find_in_passage(text: str, passage: Span) -> list[Citation]:
    """The citations of one paragraph outside any note, in order; none goes beyond it."""
    found = _links(text, passage)
    taken = [one.span for one in found]
    found += _anchored(text, passage, taken)
    taken = [one.span for one in found]
    found += _addresses(text, passage, taken)
    found += find_recommendation_numbers(text, passage, None, taken=taken)
    taken = [one.span for one in found]
    return sorted(found + _short_names(text, passage, taken), key=lambda one: one.span)


def _links(text: str, passage: Span) -> list[Citation]:
    """Markdown links: "[the report](https://undocs.org/A/HRC/25/5), para. 5"."""
    found: list[Citation] = []
    for match in patterns.MARKDOWN_LINK.finditer(text, passage.start, passage.end):
        symbols = find_symbols_in_urls(match[2])
        tail = tail_of(text, match.end(), passage.end) if symbols else Tail(match.end())
        span = Span(match.start(), max(match.end(), tail.end))
        named = {"title": match[1].strip("*_ "), "url": match[2]}
        symbol = symbols[0].symbol.text if symbols else ""
        kind = "full" if symbols else "other"
        found.append(citation(text, span, kind, None, tail, symbol=symbol, **named))
    return found


def _anchored(text: str, passage: Span, taken: Sequence[Span]) -> list[Citation]:
    anchors = [
        anchor
        for anchor in find_anchors(text, passage)
        if not _crosses(anchor.span, taken) and (anchor.kind != "id" or _is_id(text, passage, anchor.span))
    ]
    found: list[Citation] = []
    low = passage.start
    for index, anchor in enumerate(anchors):
        if anchor.span.start < low:
            continue
        high = anchors[index + 1].span.start if index + 1 < len(anchors) else passage.end
        cited = read_anchor(text, anchor, None, low=_opening(text, low, anchor.span.start), high=high)
        found += cited
        low = max(one.span.end for one in cited)
    return found


def _is_id(text: str, passage: Span, span: Span) -> bool:
    """Whether an "Id." or "Ibid." stands where a citation may: in a bracket or where a sentence begins."""
    before = text[passage.start : span.start].rstrip()
    return not before or before[-1] in '([.;”"?!–—' or bool(re.search(r"\b[Ss]ee(?: also)?$", before))


def _opening(text: str, low: int, at: int) -> int:
    """Where a title ahead of a symbol may begin: after the bracket that holds both, else the place's reach.

    Running words before a symbol are no title; a bracket may hold one.
    """
    opened = max(text.rfind("(", low, at), text.rfind("[", low, at))
    inner = text[opened + 1 : at] if opened >= 0 else ""
    if opened >= 0 and len(inner) > 3 and inner.count(")") == 0 and re.match(r"\s*[A-Z“\"]", inner):
        return opened + 1
    lead = [match.start() for match in patterns.PLACE_LEAD.finditer(text, low, at)]
    return lead[0] if lead else at


def _addresses(text: str, passage: Span, taken: Sequence[Span]) -> list[Citation]:
    """Web addresses that stand by themselves."""
    found: list[Citation] = []
    for match in patterns.URL.finditer(text, passage.start, passage.end):
        if _crosses(Span(*match.span()), taken):
            continue
        symbols = find_symbols_in_urls(match[0])
        tail = tail_of(text, match.end(), passage.end) if symbols else Tail(match.end())
        span = Span(match.start(), max(match.end(), tail.end))
        symbol = symbols[0].symbol.text if symbols else ""
        kind = "full" if symbols else "other"
        found.append(citation(text, span, kind, None, tail, symbol=symbol, url=match[0]))
    return found


def _short_names(text: str, passage: Span, taken: Sequence[Span]) -> list[Citation]:
    """Such as "DPRK COI report, para. 5", "paragraph 5 of the COI report", "(para. 132)"."""
    found: list[Citation] = []
    end = passage.start
    for lead in patterns.PLACE_LEAD.finditer(text, passage.start, passage.end):
        if lead.start() < end or patterns.RECOMMENDATION.match(text, lead.start()):
            continue
        places, stop = places_at(text, lead.start(), passage.end)
        if not places or _crosses(Span(lead.start(), stop), taken):
            continue
        low = max([passage.start, *(one.end for one in taken if one.end <= lead.start())])
        span, name = _named(text, Span(low, passage.end), Span(lead.start(), stop))
        if span is None or _crosses(span, taken):
            continue
        end = stop
        tail = Tail(stop, tuple(map(str, places)))
        found.append(citation(text, span, "short", None, tail, title=name, date=date_of(name)))
    return found


def _named(text: str, within: Span, place: Span) -> tuple[Span | None, str]:
    """The short name that stands beside a place and the span of both; (None, "") where there is none."""
    if _OF_OWN.match(text, place.end):
        return None, ""
    after = patterns.SHORT_AFTER.match(text, place.end, min(within.end, place.end + NAME_REACH))
    if after:
        return Span(place.start, after.end()), after["name"].strip(' “”"')
    low = max(within.start, place.start - NAME_REACH)
    breaks = [match.end() for match in SENTENCE_BREAK.finditer(text, low, place.start)]
    low = breaks[-1] if breaks else low
    lead = patterns.LEAD_IN.match(text, low, place.start)
    low = lead.end() if lead else low
    before = patterns.SHORT_BEFORE.search(text[low : place.start])
    if before:
        return Span(low + before.start("name"), place.end), ARTICLE.sub("", before["name"].strip(' “”"'))
    if text[place.start - 1 : place.start] == "(" and text[place.end : place.end + 1] in (")", ",", ";"):
        return place, ""
    if (
        _LETTERED.search(text[place.start : place.end])
        and _IN_IT.search(text[low : place.start])
        and not _OF_LETTER.match(text, place.end)
    ):
        return place, ""
    return None, ""


def _crosses(span: Span, taken: Sequence[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in taken)
