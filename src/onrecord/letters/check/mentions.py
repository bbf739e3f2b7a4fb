"""The recommendations that a letter quotes, cites in a note or names by number in its text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from onrecord.citations.model import Citation, Quotation, Span
from onrecord.letters.check.case import Case, Mention
from onrecord.mechanisms.model import Entry

FOUND = ("verbatim", "verbatim_with_marked_changes", "altered", "elsewhere")


def find_mentions(case: Case) -> tuple[Mention, ...]:
    """Every mention of a recommendation that the record holds, quotations first, in the letter's order."""
    quoted = [m for quotation in case.quotations if (m := _quoted(case, quotation))]
    misplaced = {q.cited for q in case.quotations if q.verdict == "elsewhere"}
    named = [
        m
        for at, citation in enumerate(case.citations)
        if at not in misplaced or len(citation.pinpoints) > 1
        for m in _named(case, citation)
    ]
    return tuple(sorted([*quoted, *named], key=lambda m: m.span))


def recommendations_at(case: Case, symbol: str, pinpoint: str) -> tuple[Entry, ...]:
    """The recommendations at this pinpoint; for a whole paragraph with one list item or more, all of it."""
    at = [e for e in case.entries_at(symbol, pinpoint) if e.kind == "recommendation"]
    exact = [e for e in at if e.pinpoint == pinpoint]
    if exact or "(" in pinpoint or not pinpoint:
        return tuple(exact)
    spoken = [e for e in at if e.paragraph == pinpoint and e.section == "dialogue"]
    return tuple(spoken)


def entry_holding(case: Case, quotation: Quotation) -> tuple[Entry, ...]:
    """The entries at the place where a quotation was found whose text holds most of its words."""
    return case.once(_all_held).get(quotation.span, ())


def _all_held(case: Case) -> dict[Span, tuple[Entry, ...]]:
    return {quotation.span: _holding(case, quotation) for quotation in case.quotations}


def _holding(case: Case, quotation: Quotation) -> tuple[Entry, ...]:
    if quotation.at is None or quotation.verdict not in FOUND or _is_of_another(case, quotation):
        return ()
    here = case.entries_at(quotation.at.symbol, quotation.at.paragraph)
    wanted = _words(quotation.text)
    scored = [(len(wanted & _words(e.text)), e) for e in here]
    best = max((score for score, _ in scored), default=0)
    if best < 0.7 * len(wanted):
        return ()
    kept = [e for score, e in scored if score == best]
    narrow = [e for e in kept if e.kind == "recommendation"]
    return tuple(narrow or kept)


def _is_of_another(case: Case, quotation: Quotation) -> bool:
    """Whether the letter cites a source for it that is not on the record: the words there are not known."""
    cited = case.citations[quotation.cited] if quotation.cited is not None else None
    return cited is not None and quotation.verdict == "elsewhere" and case.document(cited.symbol) is None


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    letters = "".join(letter if letter.isalnum() else " " for letter in text.casefold())
    return frozenset(word for word in letters.split() if len(word) > 2)


def _quoted(case: Case, quotation: Quotation) -> Mention | None:
    entries = tuple(e for e in entry_holding(case, quotation) if e.kind == "recommendation")
    return Mention(quotation.span, entries, quotation=quotation) if entries else None


def _named(case: Case, citation: Citation) -> Iterator[Mention]:
    if case.document(citation.symbol) is None:
        return
    for pinpoint in citation.pinpoints:
        entries = recommendations_at(case, citation.symbol, pinpoint)
        if entries and (citation.kind == "recommendation" or any(e.pinpoint == pinpoint for e in entries)):
            yield Mention(case.call_of(citation), entries, citation=citation)
