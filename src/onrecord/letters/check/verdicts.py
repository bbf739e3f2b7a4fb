"""Holds each quotation against the cited paragraph, then the document, then all of the record."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.citations.model import Citation, Place, Quotation
from onrecord.citations.quotations import FoundQuotation
from onrecord.letters.check.case import Case
from onrecord.letters.check.covering import Cover, cover
from onrecord.letters.check.sources import Match, Sources, parsed

CANNOT_CHECK = "cannot_check"
NOT_FOUND = "not_found"
ELSEWHERE = "elsewhere"
ALTERED = "altered"
# An altered quotation this much like the cited paragraph is a slip in copying, wherever else the record
# may have the words; one less like it may be a wrong pinpoint.
_CLEARLY_HERE = 90.0
# So many words are hardly said twice by chance; fewer ("respect the principle of non-refoulement") are, and
# tell nothing of a source that is not on the record.
_TELLING = 8


def judge(case: Case, found: Iterable[FoundQuotation]) -> tuple[Quotation, ...]:
    """The quotations with their verdicts. One or two words in marks are a term, not a quotation."""
    sources = case.record.sources
    judged = (_judge(case, sources, one) for one in found if not one.short and one.depth == 0)
    return tuple(one for one in judged if one is not None)


def _judge(case: Case, sources: Sources, found: FoundQuotation) -> Quotation | None:
    covered = cover(case, found.span)
    if not case.in_body(found.span.start) and not covered.noted:
        return None  # the title of a source, in a note
    bound = covered.beside or covered.noted
    if bound:
        return _cited(case, sources, found, bound)
    return _uncited(case, sources, found, covered)


def _cited(case: Case, sources: Sources, found: FoundQuotation, bound: tuple[int, ...]) -> Quotation:
    held = [at for at in bound if case.document(case.citations[at].symbol) is not None]
    here = [(at, match) for at in held if (match := _at_pinpoints(sources, found, case.citations[at]))]
    exact = [pair for pair in here if pair[1].comparison.verdict != ALTERED]
    close = [pair for pair in here if pair[1].comparison.score >= _CLEARLY_HERE]
    if exact or close:
        at, match = max(exact or close, key=lambda pair: pair[1].comparison.score)
        if _is_at_other_letter(sources.place(match), case.citations[at]):
            return _found(sources, found, at, match, ELSEWHERE, case.citations[at])
        return _found(sources, found, at, match, match.comparison.verdict)
    for at in held:
        match = sources.best(found.text, sources.of_document(case.citations[at].symbol))
        if match is not None and (match.comparison.verdict != ALTERED or not here):
            verdict = ELSEWHERE if case.citations[at].pinpoints else match.comparison.verdict
            return _found(sources, found, at, match, verdict, case.citations[at])
    if here:
        at, match = here[0]
        return _found(sources, found, at, match, ALTERED)
    first = held[0] if held else bound[0]
    other = sources.anywhere(found.text) if held or len(found.text.split()) >= _TELLING else None
    if other is not None:
        return _found(sources, found, first, other, ELSEWHERE, case.citations[first])
    return _nowhere(case, found, bound, held)


def _is_at_other_letter(place: Place, citation: Citation) -> bool:
    """Whether the words stand at "28 (d)" of a paragraph of which the letter cites other letters alone."""
    here = parsed(place.paragraph)
    cited = [named for pinpoint in citation.pinpoints if (named := parsed(pinpoint))]
    if here is None or not here.letters or not all(named.letters and not named.note for named in cited):
        return False
    for named in cited:
        last = named.end.strip("()") if named.end.startswith("(") else named.letters[0]
        if named.paragraph == here.paragraph and named.letters[0] <= here.letters[0] <= last:
            return False
    return all(named.paragraph == here.paragraph and not named.end[:1].isdigit() for named in cited)


def _at_pinpoints(sources: Sources, found: FoundQuotation, citation: Citation) -> Match | None:
    every = [s for pinpoint in citation.pinpoints for s in sources.at(citation.symbol, pinpoint)]
    return sources.best(found.text, tuple(every))


def _found(
    sources: Sources,
    found: FoundQuotation,
    cited: int | None,
    match: Match,
    verdict: str,
    said: Citation | None = None,
) -> Quotation:
    place = sources.place(match)
    claimed = (
        Place(said.symbol, ", ".join(said.pinpoints), None)
        if said
        else (place if cited is not None else None)
    )
    return Quotation(
        span=found.span,
        text=found.text,
        verdict=verdict,
        cited=cited,
        at=place,
        cited_at=claimed,
        difference=match.comparison.changes,
    )


def _is_at(match: Match, citation: Citation) -> bool:
    """Whether the words stand where a note before them points: a note to another paragraph is not theirs."""
    places = [place for pinpoint in citation.pinpoints if (place := parsed(pinpoint))]
    number = match.source.pinpoint.partition(",")[0]
    parent = match.source.paragraph.parent if match.source.paragraph else ""
    return not places or any(p.covers(number) or p.paragraph in (number, parent) for p in places)


def _nowhere(case: Case, found: FoundQuotation, bound: tuple[int, ...], held: list[int]) -> Quotation:
    first = case.citations[held[0] if held else bound[0]]
    claimed = Place(first.symbol, ", ".join(first.pinpoints), None) if first.symbol else None
    absent = [case.citations[at] for at in bound if at not in held]
    if absent:
        named = absent[0].symbol or "the source named there"
        reason = f"{named} is not on the record"
        return Quotation(found.span, found.text, CANNOT_CHECK, bound[0], cited_at=claimed, reason=reason)
    reason = f"these words stand nowhere in {first.symbol}, nor elsewhere on the record"
    return Quotation(found.span, found.text, NOT_FOUND, held[0], cited_at=claimed, reason=reason)


def _uncited(case: Case, sources: Sources, found: FoundQuotation, covered: Cover) -> Quotation:
    for at in covered.carried:
        symbol = case.citations[at].symbol
        match = sources.best(found.text, sources.of_document(symbol)) if case.document(symbol) else None
        if match is not None and match.comparison.verdict != ALTERED and _is_at(match, case.citations[at]):
            return _found(sources, found, at, match, match.comparison.verdict)
    other = sources.anywhere(found.text)
    if other is not None:
        return _found(sources, found, None, other, other.comparison.verdict)
    if covered.missing:
        reason = f"note {covered.missing}, which should name the source, does not exist"
    elif covered.carried:
        reason = "no source is named at these words; the one named before them does not settle it"
    else:
        reason = "no source is named at these words, and the record does not hold them"
    return Quotation(found.span, found.text, CANNOT_CHECK, None, reason=reason)
