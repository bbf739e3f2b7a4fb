"""What stands in a dossier, before it is set as HTML or PDF: both are made from these values alone.

An anchor is an id within the dossier, made by us and never from what a letter or document says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from onrecord.letters.render.words import Tone


class Link(NamedTuple):
    """A step inside the dossier: where it leads, and the words to press."""

    to: str
    text: str


class Tag(NamedTuple):
    """A small sign after marked words: it leads to a source or a finding; `label` says so in words."""

    tone: str
    sign: str
    text: str
    to: str
    label: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that is marked in one way.

    `marks` are tones ("q-verbatim", "f-error", "hit", "del", "ins"); `anchors` stand at its start,
    `tags` after its end. `to` makes the stretch itself a link.
    """

    text: str
    marks: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    tags: tuple[Tag, ...] = ()
    to: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Aside:
    """What stands beside a paragraph of the letter: a verdict, the place, the very words there.

    `prefix` is "q-" or "c-": with the tone's key it names the colours of a quotation or citation.
    """

    tone: Tone
    prefix: str
    mark: Link
    where: str
    card: str = ""
    words: Runs = ()
    difference: Runs = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or note of the letter as shown. `label` is a note's number or an ask's name."""

    anchor: str
    kind: str
    runs: Runs
    label: str = ""
    back: str = ""
    asides: tuple[Aside, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A part of a page with the place framed. `data` is a PNG file's bytes."""

    name: str
    data: bytes
    width: int
    height: int
    caption: str
    alt: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or note of a document, verbatim; `label` is its number as printed."""

    label: str
    runs: Runs
    under: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Fact:
    """What the record says of an entry: who to whom, and the position with the place that states it.

    `told` says whose table tells the position, where the document that holds it is not on the record.
    """

    text: str
    tone: Tone | None = None
    position: str = ""
    at: Link | None = None
    inferred: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A source: one place in one document, with everything in the dossier that rests on it."""

    anchor: str
    number: str
    where: str
    title: str
    url: str
    passages: tuple[Passage, ...]
    facts: tuple[Fact, ...] = ()
    pictures: tuple[Picture, ...] = ()
    used_by: tuple[Link, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """A piece of a finding's evidence."""

    why: str
    where: str = ""
    words: Runs = ()
    step: Link | None = None


@dataclass(frozen=True, slots=True)
class FindingItem:
    """A finding as shown."""

    anchor: str
    number: str
    tone: Tone
    rule: str
    message: str
    sentence: Runs
    step: Link
    proofs: tuple[Proof, ...] = ()
    difference: Runs = ()
    suggestion: str = ""
    repairs: tuple[Runs, ...] = ()
    repair_why: str = ""
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of the summary, with the rows that it counts."""

    tone: Tone
    rows: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that could not be checked: what, why, and what would make it checkable."""

    what: str
    why: str
    rows: tuple[Link, ...] = ()
    remedy: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A document that the letter was held against."""

    symbol: str
    title: str
    date: str
    extent: str
    sha256: str
    url: str


@dataclass(frozen=True, slots=True)
class Act:
    """One act in a cell of the trace: a link to its row, with the position's sign and word."""

    step: Link
    tone: Tone | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What a State did in one review; `quiet` says in words why there is no act."""

    acts: tuple[Act, ...] = ()
    quiet: str = ""


@dataclass(frozen=True, slots=True)
class TraceRow:
    """A State through the reviews."""

    state: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """An act with its very words and its place."""

    anchor: str
    who: str
    kind: str
    where: str
    words: Runs
    tone: Tone | None = None
    position: str = ""
    position_at: Link | None = None
    card: Link | None = None


class Remark(NamedTuple):
    """A line on a review as a whole: who was not heard, who was silent; with its place where it has one."""

    head: str
    words: Runs
    where: str = ""
    card: Link | None = None


@dataclass(frozen=True, slots=True)
class ReviewColumn:
    """A review: its heading, its acts with their words, and who kept silent or was not heard."""

    anchor: str
    title: str
    subtitle: str
    rows: tuple[LedgerRow, ...]
    remarks: tuple[Remark, ...] = ()
    empty: str = ""


@dataclass(frozen=True, slots=True)
class TraceSheet:
    """A topic through the reviews of a State."""

    anchor: str
    title: str
    query: str
    columns: tuple[ReviewColumn, ...]
    rows: tuple[TraceRow, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """The whole dossier."""

    title: str
    name: str
    date: str
    sha256: str
    language: str
    opening: tuple[str, ...]
    sources: tuple[Source, ...]
    citations: tuple[Count, ...]
    quotations: tuple[Count, ...]
    findings_by_weight: tuple[Count, ...]
    gaps: tuple[Gap, ...]
    findings: tuple[FindingItem, ...]
    body: tuple[Block, ...]
    notes: tuple[Block, ...]
    traces: tuple[TraceSheet, ...]
    cards: tuple[Card, ...]
