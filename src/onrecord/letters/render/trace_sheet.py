"""A topic's trace as a table: States by reviews, each act leading to its very words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from onrecord.analysis.model import Hit, ReviewTrace, Trace
from onrecord.letters.render.facts import OF_THE_STATE_UNDER_REVIEW, position_words, speakers, state_name
from onrecord.letters.render.marked import highlighted
from onrecord.letters.render.sheet import (
    Act,
    Cell,
    LedgerRow,
    Link,
    Remark,
    ReviewColumn,
    Run,
    TraceRow,
    TraceSheet,
)
from onrecord.letters.render.shelf import Shelf
from onrecord.letters.render.words import KINDS, counted, day, listed, para, position_tone, where
from onrecord.mechanisms.model import Entry

NO_ONE = "No one raised it in this review, as far as the report shows."


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
        rows=tuple(rows),
        remarks=_remarks(review, unheard, shelf, carded=shelf.carded(facts.symbol)),
        empty="Nothing on the cards." if shelf.carded(facts.symbol) else NO_ONE,
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


def _remarks(
    review: ReviewTrace, unheard: Sequence[_Act], shelf: Shelf, *, carded: bool
) -> tuple[Remark, ...]:
    silent = sorted(state_name(code) for code in review.silent)
    asked = sorted(state_name(code) for code in review.questions_from)
    said = [
        *_unheard(unheard, shelf),
        # Excerpts cannot show that someone was silent.
        *([] if carded else _names(silent, "spoke and did not raise this")),
        *_names(asked, "put questions in advance"),
    ]
    return (*said, *(Remark("What this record cannot answer", (Run(line),)) for line in review.unread))


def _names(names: list[str], did: str) -> list[Remark]:
    head = f"{counted(len(names), 'State', 'States')} {did}"
    return [Remark(head, (Run(listed(names)),))] if names else []


def _unheard(acts: Sequence[_Act], shelf: Shelf) -> Iterator[Remark]:
    """The States that were not heard, by the place that says so; each name is the anchor of its act."""
    places: dict[str, list[_Act]] = {}
    for act in sorted(acts, key=lambda act: speakers(act.entry)):
        places.setdefault(act.entry.pinpoint, []).append(act)
    for found in places.values():
        entry = found[0].entry
        card = shelf.ask(entry.symbol, entry.pinpoint)
        yield Remark(
            head=f"{counted(len(found), 'State', 'States')} could not take the floor",
            words=tuple(chain.from_iterable(_name(act, last=act is found[-1]) for act in found)),
            where=where(entry.symbol, entry.pinpoint, shelf.page(entry.symbol, entry.page)),
            card=Link(card, f"Source {card[1:]}") if card else None,
        )


def _name(act: _Act, *, last: bool) -> tuple[Run, ...]:
    name = Run(speakers(act.entry), anchors=(act.anchor,))
    return (name,) if last else (name, Run(", "))
