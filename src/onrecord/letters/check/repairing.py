"""How rules make repairs: exact edits of the letter's text, each held against what it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from onrecord.citations.comparison import ALTERED, MARKED, PIECE, VERBATIM, compare
from onrecord.citations.model import Quotation, Span
from onrecord.citations.sources import LOOSE, PLAIN
from onrecord.letters.check.case import URL, Case
from onrecord.letters.model import Edit, Repair
from onrecord.letters.repairs.apply import edited
from onrecord.told import tell
from onrecord.un.date_patterns import MONTHS
from onrecord.un.dates import find_dates
from onrecord.un.symbol import find_symbols

_TOKEN = re.compile(r"\w+|[^\w\s]")
# "[…]", "[including]", "[p]rotect": what the letter shows as its own.
_SHOWN = re.compile(
    rf"(?:(?:{PIECE.pattern.replace('?P<gap>', '').replace('?P<insert>', '').replace('?P<letter>', '')})\w*\s*)+"
)
_CLOSING = re.compile(r"[\s.,;:]*")
_MARKS_INSIDE = str.maketrans({"“": "‘", "”": "’", '"': "'"})
# "186.66", "28 (g)"; not a range and not a note.
_ONE_PLACE = re.compile(r"\d+(?:\.\d+)*(?:\s?\([a-z]{1,3}\))*")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})(?P<a>\s+)(?P<month>[^\W\d]+)(?P<b>,?\s+)(?P<year>\d{4})")
_MONTH_FIRST = re.compile(r"(?P<month>[^\W\d]+)(?P<a>\s+)(?P<day>\d{1,2})(?P<b>,\s*|\s+)(?P<year>\d{4})")
_KOREAN = re.compile(r"(?P<year>\d{4})(?P<a>\s*년\s*)\d{1,2}(?P<b>\s*월\s*)\d{1,2}(?P<c>\s*일)")
_MONTHS = [name.capitalize() for name in MONTHS]


def replaced(span: Span, text: str, why: str) -> Repair:
    """A repair that puts one text in the place of another."""
    return Repair((Edit(span, text),), why)


def of_each(edits: Iterable[Edit], why: str) -> Repair | None:
    """A repair of several edits, in order; None where there are none."""
    ordered = tuple(sorted(set(edits), key=lambda edit: edit.span))
    return Repair(ordered, why) if ordered else None


def quotation_mended(case: Case, quotation: Quotation) -> Repair | None:
    """The source's words in the place of those that the letter altered; what it marks as its own stays.

    None where the mended words, held against the source again, would still differ from it.
    """
    at = quotation.at
    if at is None or not at.words or quotation.verdict not in {ALTERED, "elsewhere"}:
        return None
    text = case.letter.text[quotation.span.start : quotation.span.end]
    printed = LOOSE.sub(lambda found: " " if found[0].isspace() else "", at.words).strip()
    edits = _towards(text, printed)
    mended = compare(edited(text, edits), printed)
    if not edits or mended.verdict not in {VERBATIM, MARKED}:
        return None
    start = quotation.span.start
    moved = (Edit(Span(start + e.span.start, start + e.span.end), e.text) for e in edits)
    return of_each(
        moved, tell("the words of %(symbol)s, para. %(paragraph)s", symbol=at.symbol, paragraph=at.paragraph)
    )


def _towards(text: str, printed: str) -> list[Edit]:
    """Edits that turn a quotation into the words printed, but for what it shows as its own."""
    ours, theirs = list(_TOKEN.finditer(text)), list(_TOKEN.finditer(printed))
    keys = [found[0].translate(PLAIN) for found in ours]
    wanted = [found[0].translate(PLAIN) for found in theirs]
    if keys and wanted and keys[0][1:] == wanted[0][1:] and keys[0].casefold() == wanted[0].casefold():
        keys[0] = wanted[0]
    edits: list[Edit] = []
    for what, a, b, c, d in SequenceMatcher(None, keys, wanted, autojunk=False).get_opcodes():
        mine = text[ours[a].start() : ours[b - 1].end()] if b > a else ""
        if (
            what == "equal"
            or _SHOWN.fullmatch(mine)
            or (b == len(ours) and _CLOSING.fullmatch(mine) and mine)
        ):
            continue
        if what == "replace":
            span = Span(ours[a].start(), ours[b - 1].end())
            words = printed[theirs[c].start() : theirs[d - 1].end()]
        elif what == "insert":
            span = Span(ours[a - 1].end(), ours[a - 1].end()) if a else Span(ours[0].start(), ours[0].start())
            words = (
                printed[theirs[c - 1].end() : theirs[d - 1].end()]
                if c
                else printed[theirs[c].start() : theirs[min(d, len(theirs) - 1)].start()]
            )
        else:
            span = (
                Span(ours[a - 1].end(), ours[b - 1].end())
                if a
                else Span(ours[0].start(), ours[min(b, len(ours) - 1)].start())
            )
            words = ""
        edits.append(Edit(span, words.translate(_MARKS_INSIDE)))
    return edits


def pinpoint_mended(case: Case, quotation: Quotation) -> Repair | None:
    """The paragraph where the words stand, in the place of the one that the letter cites for them.

    Only where the citation names one paragraph of the same document, and no other quotation rests on it.
    """
    at, claimed = quotation.at, quotation.cited_at
    if at is None or claimed is None or quotation.cited is None or at.symbol != claimed.symbol:
        return None
    if any(not change.marked for change in quotation.difference) or not _ONE_PLACE.fullmatch(at.paragraph):
        return None
    others = [q for q in case.quotations if q.cited == quotation.cited]
    citation = case.citations[quotation.cited]
    if len(citation.pinpoints) != 1 or any(
        other.at != at and _place(other) != _place(quotation) for other in others
    ):
        return None
    span = _only(case, citation.span, citation.pinpoints[0])
    if span is None:
        return None
    tight = (
        "(" in case.letter.text[span.start : span.end] and " (" not in case.letter.text[span.start : span.end]
    )
    number = at.paragraph.replace(" (", "(") if tight else at.paragraph
    return replaced(span, number, tell("where the words stand in %(symbol)s", symbol=at.symbol))


def _place(quotation: Quotation) -> tuple[str, str]:
    return (quotation.at.symbol, quotation.at.paragraph) if quotation.at else ("", "")


def _only(case: Case, within: Span, pinpoint: str) -> Span | None:
    """Where the number stands in the citation, outside symbols and links; None where not exactly once."""
    text = case.letter.text[within.start : within.end]
    shut = [found.span() for found in URL.finditer(text)]
    shut += [(found.start, found.end) for found in find_symbols(text)]
    form = re.escape(pinpoint).replace(r"\ ", r"\s?")
    places = [
        found
        for found in re.finditer(rf"(?<![\w./-]){form}(?![\w(]|\.\d|\s?\([a-z])", text)
        if not any(start <= found.start() < end for start, end in shut)
    ]
    if len(places) != 1:
        return None
    return Span(within.start + places[0].start(), within.start + places[0].end())


def date_mended(case: Case, within: Span, stated: str, right: str, why: str) -> Repair | None:
    """Another day in the place of the one stated, written as that was; both are ISO dates.

    None where the day does not stand there exactly once, or in a form that is not written anew with certainty.
    """
    text = case.letter.text[within.start : within.end]
    found = [one for one in find_dates(text) if one.bounds.edtf == stated]
    if len(found) != 1:
        return None
    words = _same_form(text[found[0].start : found[0].end], right)
    span = Span(within.start + found[0].start, within.start + found[0].end)
    return replaced(span, words, why) if words else None


def _same_form(written: str, right: str) -> str:
    """The ISO day `right` as `written` writes its own, or ""."""
    if not _ISO.fullmatch(right):
        return ""
    year, month, day = (int(part) for part in right.split("-"))
    if _ISO.fullmatch(written):
        return right
    korean = _KOREAN.fullmatch(written)
    if korean:
        return f"{year}{korean['a']}{month}{korean['b']}{day}{korean['c']}"
    for form, order in ((_DAY_FIRST, "{day}{a}{month}{b}{year}"), (_MONTH_FIRST, "{month}{a}{day}{b}{year}")):
        match = form.fullmatch(written)
        if match and match["month"] in _MONTHS:
            return order.format(day=day, month=_MONTHS[month - 1], year=year, a=match["a"], b=match["b"])
    return ""
