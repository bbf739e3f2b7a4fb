"""Resolves a short name to a source cited before, or to a document on the record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.citations.model import Citation
from onrecord.citations.naming import Named, could_mean
from onrecord.citations.patterns import DEFINED
from onrecord.citations.setting import Setting
from onrecord.citations.shelf import Shelf, missing_place
from onrecord.told import tell
from onrecord.un.states import state

REVIEW_TITLE = "Report of the Working Group on the Universal Periodic Review: {}"


def by_name(
    at: int,
    done: Sequence[Citation],
    setting: Setting,
    shelf: Shelf,
    *,
    among: Sequence[int] | None = None,
) -> Citation:
    """The citation with the symbol of the one source that its short name fits, or with the reason.

    Looked for among all the letter's full citations (or `among` those), by the name that the letter gave
    a source ("hereinafter “COI report”"), then by its title; then among the documents on the record.
    """
    one = done[at]
    pool = [index for index, other in enumerate(done) if other.symbol and other.kind == "full"]
    pool = pool if among is None else [index for index in among if done[index].symbol]
    defined = _defined(one.stated_title, pool, done, setting)
    if defined is not None:
        return replace(one, symbol=done[defined].symbol, antecedent=defined)
    dates = _dates(shelf)
    fits = [(index, could_mean(one.stated_title, _named(done[index], dates))) for index in pool]
    if could_mean(one.stated_title, Named("")) is None:
        return _nameless(at, done, setting, shelf)
    meant = [index for index, fit in fits if fit]
    symbols = {done[index].symbol for index in meant}
    if len(symbols) == 1:
        return replace(one, symbol=symbols.pop(), antecedent=meant[0])
    if len(symbols) > 1:
        return _unresolved(one, f"several sources could be meant: {', '.join(sorted(symbols))}")
    if among is not None:
        return _unresolved(one, tell("no source there bears this name"))
    return _on_record(one, dates)


def _defined(name: str, pool: Sequence[int], done: Sequence[Citation], setting: Setting) -> int | None:
    """The citation to which the letter gave this name."""
    wanted = _bare(name)
    for match in DEFINED.finditer(setting.text):
        if _bare(match[1] or match[2] or "") != wanted or not wanted:
            continue
        passage = setting.passage_at(match.start())
        before = [index for index in pool if passage.start <= done[index].span.start <= match.start()]
        after = [index for index in pool if match.start() <= done[index].span.start < passage.end]
        if before or after:
            return before[-1] if before else after[0]
    return None


def _bare(name: str) -> str:
    return name.strip(" “”\"'‘’,").casefold().removeprefix("the ")


def _dates(shelf: Shelf) -> dict[str, Named]:
    """What the record knows of the names of its documents: title, years, cycle."""
    known = {
        document.symbol: Named(document.title, frozenset({document.date[:4]} - {""}))
        for document in shelf.documents()
    }
    for review in shelf.reviews():
        title, years, _ = known.get(review.symbol, Named(""))
        years |= {day[:4] for day in (review.date, review.distributed) if day}
        named = REVIEW_TITLE.format(state(review.state).name if review.state else "")
        known[review.symbol] = Named(f"{title} {named}", years, review.cycle)
    return known


def _named(one: Citation, known: dict[str, Named]) -> Named:
    title, years, cycle = known.get(one.symbol, Named(""))
    own = frozenset({one.stated_date[:4]} - {""})
    return Named(f"{one.stated_title} {title}", years | own, cycle)


def _nameless(at: int, done: Sequence[Citation], setting: Setting, shelf: Shelf) -> Citation:
    """A place without a name, "(para. 132)": the one document cited before it in the same paragraph.

    Where none is, the place of an item ("(para. 131.27)") is that of the one document that the letter cites at all.
    """
    one = done[at]
    if one.note is not None:
        return _unresolved(one, tell("it names no document"))
    passage = setting.passage_at(one.span.start)
    symbols = {done[index].symbol for index in setting.in_text(passage) if index < at and done[index].symbol}
    every = {other.symbol for other in done if other.kind == "full" and other.symbol}
    if not symbols and len(every) == 1 and all("." in place for place in one.pinpoints):
        document = shelf.document(only := every.pop())
        if document is not None and not any(missing_place(document, place) for place in one.pinpoints):
            why = tell("%(symbol)s is the only document that the letter cites", symbol=only)
            return replace(one, symbol=only, inferred=why)
    if len(symbols) != 1:
        return _unresolved(
            one, tell("it names no document") if not symbols else tell("several documents could be meant")
        )
    return replace(one, symbol=symbols.pop())


def _on_record(one: Citation, known: dict[str, Named]) -> Citation:
    meant = [symbol for symbol, named in known.items() if could_mean(one.stated_title, named)]
    if len(meant) == 1:
        return replace(one, symbol=meant[0])
    if not meant:
        return _unresolved(
            one, tell("no source of this name is cited in the letter, and none is on the record")
        )
    return _unresolved(one, f"several documents on the record could be meant: {', '.join(sorted(meant))}")


def _unresolved(one: Citation, reason: str) -> Citation:
    return replace(one, status="unresolved", reason=reason)
