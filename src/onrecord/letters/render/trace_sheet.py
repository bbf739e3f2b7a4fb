"""A topic's trace as a table: States by reviews, each act leading to its very words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.analysis.model import Hit, ReviewTrace, Trace
from onrecord.letters.render.facts import OF_THE_STATE_UNDER_REVIEW, position_words, speakers, state_name
from onrecord.letters.render.marked import highlighted
from onrecord.letters.render.sheet import Act, Cell, LedgerRow, Link, ReviewColumn, Run, TraceRow, TraceSheet
from onrecord.letters.render.shelf import Shelf
from onrecord.letters.render.words import KINDS, counted, day, listed, para, position_tone, where
from onrecord.mechanisms.model import Entry


@dataclass(frozen=True, slots=True)
class _Act:
    """An entry of one review with the anchor of its row."""

    entry: Entry
    hit: Hit | None
    anchor: str


def trace_sheet(trace: Trace, number: int, shelf: Shelf) -> TraceSheet:
    """The trace as rows and columns; `number` tells several traces of one dossier apart."""
    acts = [_acts(review, f"t{number}r{i}") for i, review in enumerate(trace.reviews, 1)]
    return TraceSheet(
        anchor=f"trace{number}",
        title=f"{state_name(trace.state)}: {trace.topic}",
        query=trace.query,
        columns=tuple(
            _column(review, f"t{number}r{i}", found, shelf)
            for i, (review, found) in enumerate(zip(trace.reviews, acts, strict=True), 1)
        ),
        rows=tuple(_row(code, trace, acts, shelf) for code in _states(trace, acts)),
        missing=trace.missing,
    )


def _acts(review: ReviewTrace, prefix: str) -> list[_Act]:
    hits: list[tuple[Entry, Hit | None]] = [(hit.entry, hit) for hit in (*review.raised, *review.answers)]
    hits += [(entry, None) for entry in review.not_heard]
    return [_Act(entry, hit, f"{prefix}a{i}") for i, (entry, hit) in enumerate(hits, 1)]


def _states(trace: Trace, acts: Sequence[list[_Act]]) -> list[str]:
    """The rows: the State under review, then whoever raised the matter, then whoever is asked for."""
    raised = [code for found in acts for act in found if act.hit for code in sorted(_actors(act))]
    others = sorted(
        {code for code in [*raised, *([trace.by] if trace.by else [])] if code != trace.state}, key=state_name
    )
    return [*others, trace.state]


def _row(code: str, trace: Trace, acts: Sequence[list[_Act]], shelf: Shelf) -> TraceRow:
    cells = tuple(
        _cell(code, trace, review, found, carded=shelf.carded(review.review.symbol))
        for review, found in zip(trace.reviews, acts, strict=True)
    )
    name = state_name(code)
    return TraceRow(f"{name} (under review)" if code == trace.state else name, cells)


def _cell(code: str, trace: Trace, review: ReviewTrace, found: list[_Act], *, carded: bool) -> Cell:
    mine = [act for act in found if code in _actors(act) or (code == trace.state and _answers(act))]
    if mine:
        return Cell(acts=tuple(_act(act) for act in mine), quiet=_asked(code, review))
    if carded:
        return Cell(quiet=_asked(code, review) or "Nothing on the cards")
    if code == trace.state:
        return Cell(quiet="No answer found in the report")
    if asked := _asked(code, review):
        return Cell(quiet=asked)
    return Cell(quiet="Spoke, and was silent on this" if code in review.silent else "Not among the speakers")


def _asked(code: str, review: ReviewTrace) -> str:
    if code in review.questions_from and code != review.review.state:
        return "Put questions in advance"
    return ""


def _actors(act: _Act) -> set[str]:
    others = act.hit.also if act.hit else ()
    return {code for entry in (act.entry, *others) for code in entry.by}


def _answers(act: _Act) -> bool:
    return act.entry.kind in OF_THE_STATE_UNDER_REVIEW and not act.entry.by


def _act(act: _Act) -> Act:
    kind = KINDS.get(act.entry.kind, act.entry.kind)
    tone = position_tone(act.entry.position) if act.entry.kind == "recommendation" else None
    return Act(Link(act.anchor, f"{kind[:1].upper()}{kind[1:]}, {para(act.entry.pinpoint)}"), tone)


def _column(review: ReviewTrace, anchor: str, acts: list[_Act], shelf: Shelf) -> ReviewColumn:
    facts = review.review
    rows = [_ledger(act, review, shelf) for act in acts if act.hit]
    unheard = [act for act in acts if not act.hit]
    return ReviewColumn(
        anchor=anchor,
        title=f"Cycle {facts.cycle}" if facts.cycle else "Review",
        subtitle=" · ".join(part for part in (day(facts.date), facts.symbol) if part),
        rows=(*rows, *_unheard_rows(unheard, shelf)),
        remarks=_remarks(review, carded=shelf.carded(facts.symbol)),
    )


def _ledger(act: _Act, review: ReviewTrace, shelf: Shelf) -> LedgerRow:
    entry = act.entry
    recommended = entry.kind == "recommendation"
    # A statement is the whole paragraph: marking all of it would mark nothing.
    card = shelf.ask(entry.symbol, entry.pinpoint, entry.text if recommended else "")
    return LedgerRow(
        anchor=act.anchor,
        who=speakers(entry) or state_name(review.review.state),
        kind=KINDS.get(entry.kind, entry.kind),
        where=_where(act, shelf),
        words=highlighted(entry.text, act.hit.spans) if act.hit else (Run(entry.text),),
        tone=position_tone(entry.position) if recommended else None,
        position=position_words(entry) if recommended else "",
        position_at=_position_link(entry, shelf),
        card=Link(card, f"Source {card[1:]}") if card else None,
    )


def _position_link(entry: Entry, shelf: Shelf) -> Link | None:
    at = entry.position_at
    if at is None or entry.kind != "recommendation":
        return None
    return Link(
        shelf.ask(at.symbol, at.paragraph, entry.position_as_written), f"{at.symbol}, {para(at.paragraph)}"
    )


def _where(act: _Act, shelf: Shelf) -> str:
    """The place, and where else in the report the same is said."""
    entry = act.entry
    place = where(entry.symbol, entry.pinpoint, shelf.page(entry.symbol, entry.page))
    also = [para(other.pinpoint) for other in act.hit.also] if act.hit else []
    return f"{place}; also {listed(also)}" if also else place


def _unheard_rows(acts: list[_Act], shelf: Shelf) -> tuple[LedgerRow, ...]:
    """One row for each State that was not heard, without repeating the list in which all of them stand."""
    return tuple(
        LedgerRow(
            anchor=act.anchor,
            who=speakers(act.entry),
            kind=KINDS["not_heard"],
            where=where(act.entry.symbol, act.entry.pinpoint, shelf.page(act.entry.symbol, act.entry.page)),
            words=(Run(listed(list(act.entry.by_as_printed)) or act.entry.text),),
            card=_card_link(shelf, act.entry),
        )
        for act in acts
    )


def _card_link(shelf: Shelf, entry: Entry) -> Link | None:
    card = shelf.ask(entry.symbol, entry.pinpoint)
    return Link(card, f"Source {card[1:]}") if card else None


def _remarks(review: ReviewTrace, *, carded: bool) -> tuple[tuple[str, str], ...]:
    unheard = sorted({state_name(code) for entry in review.not_heard for code in entry.by})
    said = [
        (counted(len(unheard), "State could", "States could") + " not take the floor", listed(unheard)),
        (
            counted(len(review.silent), "State", "States") + " spoke and did not raise this",
            # Excerpts cannot show that someone was silent.
            "" if carded else listed(sorted(state_name(code) for code in review.silent)),
        ),
        (
            counted(len(review.questions_from), "State", "States") + " put questions in advance",
            listed(sorted(state_name(code) for code in review.questions_from)),
        ),
    ]
    kept = [(head, names) for head, names in said if names]
    return (*kept, *(("What this record cannot answer", line) for line in review.unread))
