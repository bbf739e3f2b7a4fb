"""The parts of a citation: title, date, places, address, read around the word that it hangs on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.citations import patterns
from onrecord.citations.model import Citation, Span
from onrecord.errors import PinpointError
from onrecord.un.dates import find_dates
from onrecord.un.pinpoint import Pinpoint, find_pinpoints, parse_pinpoints

# "… refuses. See the report": where a title can begin anew. Not after "UN Doc.", "No.", "Mr.".
SENTENCE_BREAK = re.compile(
    r"(?<=[a-z”\"’)\d][.!?])\s+(?=[A-Z“\"(])(?<!\bDoc\. )(?<!\bNo\. )(?<!\bMr\. )(?<!\bvs\. )"
)
ADDRESS_LEAD = re.compile(r"[\s,:<(\[]*(?:available (?:at|from):?\s*|at\s+)?(?=https?://|www\.)")
# The rest of a Markdown link around a symbol: "[A/HRC/25/5](https://undocs.org/A/HRC/25/5)".
LINK_END = re.compile(r"\*{0,2}\]\((https?://[^()\s]+)\)")
# "A/HRC/25/5, 4 December 2013", "A/HRC/25/5 of 4 December 2013".
DATE_LEAD = re.compile(r"(?:,\s+|\s+(?:of|dated)\s+)(?=\d{1,2}(?:st|nd|rd|th)?\s[A-Z]|[A-Z][a-z]+\.?\s\d)")
LONGEST_TITLE = 400


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows a symbol, "Id." or short name: where it ends, and what it said."""

    end: int
    pinpoints: tuple[str, ...] = ()
    date: str = ""
    url: str = ""


def places_at(text: str, start: int, stop: int) -> tuple[tuple[Pinpoint, ...], int]:
    """The pinpoints written at `start` in text[:stop], and where they end; ((), start) where none are."""
    window = text[:stop]
    pilcrow = patterns.PILCROW.match(window, start)
    if pilcrow:
        return _or_none(find_pinpoints(window, pilcrow.end(), bare=True), start)
    korean = patterns.KOREAN_PLACE.match(window, start)
    if korean:
        written = (korean["after"] or korean["before"]).replace("~", "-").strip(" ,.")
        written += f" ({korean['letter']})" if korean["letter"] else ""
        try:
            return parse_pinpoints(written), korean.end()
        except PinpointError:
            return (), start
    lead = patterns.AT.match(window, start)
    return _or_none(find_pinpoints(window, lead.end() if lead else start), start)


def _or_none(found: tuple[tuple[Pinpoint, ...], int], start: int) -> tuple[tuple[Pinpoint, ...], int]:
    return found if found[0] else ((), start)


def date_of(words: str) -> str:
    """The one date that `words` give, as EDTF; a year alone counts; "" for none or several."""
    dates = {found.bounds.edtf for found in find_dates(words)}
    if len(dates) == 1:
        return dates.pop()
    years = set(patterns.YEAR.findall(words))
    return years.pop() if not dates and len(years) == 1 else ""


def tail_of(text: str, start: int, stop: int) -> Tail:
    """All that belongs to a citation after its symbol: date, pinpoints, address, in any order."""
    at, date, url = start, "", ""
    places: list[Pinpoint] = []
    while at < stop:
        found, end = places_at(text, at, stop)
        if found:
            places += found
            at = _past_bracket(text, at, end, stop)
            continue
        step = _other_part(text, at, stop)
        if step is None:
            break
        at, date, url = step.end, date or step.date, url or step.url
    return Tail(at, tuple(dict.fromkeys(str(place) for place in places)), date, url)


def _past_bracket(text: str, start: int, end: int, stop: int) -> int:
    """Past the bracket that closes one opened within text[start:end]: "(para. 132)"."""
    opened = text.count("(", start, end) - text.count(")", start, end)
    return end + 1 if opened > 0 and end < stop and text[end] == ")" else end


def _other_part(text: str, at: int, stop: int) -> Tail | None:
    """A date, an address, an access date, or a page, at `at`."""
    bracketed = patterns.BRACKETED_DATE.match(text, at, stop)
    if bracketed:
        date = date_of(bracketed[1])
        if date and len(re.sub(r"[\d\W]", "", bracketed[1])) <= 16:
            return Tail(bracketed.end(), date=date)
    address = ADDRESS_LEAD.match(text, at, stop)
    found = patterns.URL.match(text, address.end(), stop) if address else None
    if found:
        end = found.end()
        closes = text[end : end + 1] in (")", ">", "]") and re.search(r"[(<\[]", text[at : found.start()])
        return Tail(end + 1 if closes else end, url=found[0])
    linked = LINK_END.match(text, at, stop)
    if linked:
        return Tail(linked.end(), url=linked[1])
    bare = DATE_LEAD.match(text, at, stop)
    dates = find_dates(text[bare.end() : min(stop, bare.end() + 30)]) if bare else []
    if bare and dates and dates[0].start == 0:
        return Tail(bare.end() + dates[0].end, date=dates[0].bounds.edtf)
    for pattern in (patterns.ACCESSED, patterns.BETWEEN):
        match = pattern.match(text, at, stop)
        if match and match.end() > at:
            return Tail(match.end())
    return None


def title_before(text: str, start: int, end: int) -> tuple[int, str, str]:
    """The title that stands in text[start:end] just ahead of a symbol: its start, its words, its date.

    (end, "", "") where those words are no title but a sentence that speaks of the document.
    """
    words = text[start:end]
    breaks = [match.end() for match in SENTENCE_BREAK.finditer(words)]
    first = start + (breaks[-1] if breaks else 0)
    lead = patterns.LEAD_IN.match(text, first, end)
    first = lead.end() if lead else first
    out = patterns.LEAD_OUT.search(text, first, end)
    last = out.start() if out else end
    parted = bool(out and re.search(r"[,(:\[–—-]", out[0]))
    title = text[first:last].strip()
    date = ""
    dated = re.search(r"[\s,]*\(([^()]{4,40})\)\s*$", title)
    if dated and date_of(dated[1]):
        date, title, parted = date_of(dated[1]), title[: dated.start()], True
    if not _is_title(title, parted=parted):
        return end, "", ""
    return first, title.strip(' ,.“”"'), date


def _is_title(words: str, *, parted: bool) -> bool:
    if not words or len(words) > LONGEST_TITLE or not re.match(r"[“\"‘'*_\[]*[A-Z0-9\uac00-\ud7a3]", words):
        return False
    if parted and not re.search(r"\b(?:in|of|by|to|see|under|and|that|with)$", words):
        return True
    return bool(patterns.TITLE_NOUN.match(words)) and not re.search(r"\b(?:in|of|by|to|and|that)$", words)


def citation(text: str, span: Span, kind: str, note: str | None, tail: Tail, **stated: str) -> Citation:
    """An unresolved citation at `span`, with what its tail said."""
    return Citation(
        span=span,
        as_written=text[span.start : span.end],
        kind=kind,
        note=note,
        symbol=stated.get("symbol", ""),
        pinpoints=tail.pinpoints,
        stated_date=stated.get("date") or tail.date,
        stated_title=stated.get("title", ""),
        url=stated.get("url") or tail.url,
        target=stated.get("target", ""),
    )
