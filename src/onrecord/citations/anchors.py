"""The words that a citation hangs on: a symbol, an "Id.", a "supra"; and the citation read around each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.citations import patterns
from onrecord.citations.model import Citation, Span
from onrecord.citations.parts import Tail, citation, places_at, tail_of, title_before
from onrecord.un.pinpoint import Pinpoint
from onrecord.un.symbol import find_symbols

# How far ahead of a symbol its paragraph may be named: "para. 28 (g) of the report of … (A/HRC/11/25)".
PLACE_REACH = 170
YEAR_AFTER = re.compile(r"\s*\((?:19|20)\d\d\)$")

# Between a symbol and the note of its first mention; places stand within so many characters after it.
_TO_NOTE = re.compile(r"[,\s]{0,3}\(?")
_REACH = 80


@dataclass(frozen=True, slots=True)
class Anchor:
    """A word that makes a citation: kind "full" with its symbol, "id", or "supra" with its note."""

    kind: str
    span: Span
    symbol: str = ""
    target: str = ""


def find_anchors(text: str, within: Span) -> list[Anchor]:
    """The anchors in text[within], in order; none inside a web address."""
    words = text[within.start : within.end]
    shift = within.start
    addresses = [Span(*match.span()) for match in patterns.URL.finditer(words)]
    found = [
        Anchor(
            "full", Span(one.start + shift, one.end + shift - len(year)), one.symbol.text.removesuffix(year)
        )
        for one in find_symbols(words)
        for year in [_year_after(one.symbol.text)]
    ]
    found += [
        Anchor("id", Span(match.start() + shift, match.end() + shift))
        for match in patterns.ID.finditer(words)
        if not _inside(match.start(), addresses)
    ]
    for match in patterns.SUPRA.finditer(words):
        follows = any(
            match.start() + shift - one.span.end >= 0
            and not words[one.span.end - shift : match.start()].strip(" ,")
            for one in found
            if one.kind == "full"
        )
        # "A/HRC/11/25 (n 3) para 30": the note of the first mention, beside the symbol itself.
        beside = follows and ("cit" in match[0].lower() or match["bracketed"])
        if not _inside(match.start(), addresses) and not beside:
            target = next((number for number in match.groups() if number), "")
            found.append(Anchor("supra", Span(match.start() + shift, match.end() + shift), target=target))
    return _apart(sorted(found, key=lambda anchor: anchor.span))


def _year_after(symbol: str) -> str:
    """A year in brackets that stands after the symbol and is none of it, as in "A/HRC/25/5 (2013)"."""
    year = YEAR_AFTER.search(symbol)
    return year[0] if year and "/RES/" not in symbol else ""


def _inside(at: int, spans: Sequence[Span]) -> bool:
    return any(span.start <= at < span.end for span in spans)


def _apart(anchors: Sequence[Anchor]) -> list[Anchor]:
    kept: list[Anchor] = []
    for anchor in anchors:
        if not kept or anchor.span.start >= kept[-1].span.end:
            kept.append(anchor)
    return kept


def _places_past_note(text: str, at: int) -> tuple[str, ...]:
    """The places after a symbol and the note of its first mention: "A/HRC/26/4, supra note 1, para. 5".

    The "supra" is a citation of its own, which names the same places.
    """
    between = _TO_NOTE.match(text, at)
    note = patterns.SUPRA.match(text, between.end()) if between else None
    if note is None:
        return ()
    closes = note.end() + (text[note.end() : note.end() + 1] == ")")
    return tail_of(text, closes, min(len(text), closes + _REACH)).pinpoints


def read_anchor(text: str, anchor: Anchor, note: str | None, *, low: int, high: int) -> list[Citation]:
    """The citation at an anchor, with title and places from text[low:high]; "and Corr.1" adds another."""
    at, suffixed = _suffixed(text, anchor, high)
    tail = tail_of(text, at, high)
    if anchor.kind == "full" and not tail.pinpoints:
        tail = replace(tail, pinpoints=_places_past_note(text, tail.end))
    start, before = places_before(text, low, anchor.span.start) if anchor.kind == "full" else (low, ())
    title, date, named = "", "", anchor.span.start
    if before:
        tail = Tail(tail.end, tuple(dict.fromkeys([*map(str, before), *tail.pinpoints])), tail.date, tail.url)
        named = start
    elif anchor.kind != "id":
        named, title, date = title_before(text, low, anchor.span.start)
    end = max(tail.end, anchor.span.end)
    span = Span(named, _trimmed_end(text, named, end))
    first = citation(
        text,
        span,
        anchor.kind,
        note,
        tail,
        symbol=anchor.symbol,
        title=title,
        date=date,
        target=anchor.target,
    )
    others = [
        citation(text, where, "full", note, tail, symbol=symbol, title=title, date=date)
        for symbol, where in suffixed
    ]
    return [first, *others]


def _suffixed(text: str, anchor: Anchor, high: int) -> tuple[int, list[tuple[str, Span]]]:
    """The documents that "and Add.1" names beside the symbol, and where the words end."""
    at = anchor.span.end
    found: list[tuple[str, Span]] = []
    while anchor.kind == "full":
        match = patterns.SUFFIX_ALONE.match(text, at, high)
        if match is None:
            break
        found.append((f"{anchor.symbol}/{match[1]}", Span(*match.span(1))))
        at = match.end()
    return at, found


def _trimmed_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " \t\n\u00a0,;":
        end -= 1
    return end


def places_before(text: str, low: int, end: int) -> tuple[int, tuple[Pinpoint, ...]]:
    """The places named ahead of a symbol at `end` ("para. 5 of A/HRC/25/5"), and where their words start."""
    low = max(low, end - PLACE_REACH)
    leads = list(patterns.PLACE_LEAD.finditer(text, low, end))
    for lead in leads:
        found, stop = places_at(text, lead.start(), end)
        between = text[stop:end]
        if found and patterns.PLACE_OF.fullmatch(between) and not re.search(r"\bparas?\b", between):
            return lead.start(), found
    return end, ()
