"""A letter as it stands on its pages, before any format draws it: words, labels and their order."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.letters.compose.built import BlockKind, Inline, PrintedSignatory


class Labels(NamedTuple):
    """The few words that are not the letter's own, in one language; `page` takes a page and a total."""

    copies: str
    subject: str
    number: str
    optional: str
    signatories: str
    as_of: str
    notes: str
    back: str
    page: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, heading or quotation. A heading's `level` starts at 1 and skips no step.

    A paragraph that `leads` into what follows it ("… the following questions:") stays on its page.
    """

    kind: BlockKind
    inlines: tuple[Inline, ...]
    key: str = ""
    level: int = 0
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: `label` is printed before it ("3.", "Q3.", "•"); `prefix` and `number` make it up."""

    inlines: tuple[Inline, ...]
    label: str
    number: int = 0
    prefix: str = ""
    key: str = ""
    below: tuple[Listing, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """Items of one kind that follow one another: asks, numbered items or bullets."""

    kind: BlockKind
    items: tuple[Item, ...]
    ordered: bool


@dataclass(frozen=True, slots=True)
class Signers:
    """The list of signatories under its heading."""

    heading: str
    names: tuple[PrintedSignatory, ...]


Part = Text | Listing | Signers


@dataclass(frozen=True, slots=True)
class Note:
    """A note as shown; the first place that calls it carries the note, further places refer to it."""

    number: int
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A letter in the order in which it is printed. Every string is safe to show.

    `heading` is the letter's title as printed at its head; `name` is the title for files' properties and
    `running` the same, cut to fit the head of a page.
    `day` is the letter's date, or None where it has none yet. `author` is the organisation's name.
    """

    name: str
    running: str
    author: str
    language: str
    right_to_left: bool
    day: dt.date | None
    labels: Labels
    letterhead: tuple[str, ...]
    reference: str
    date: str
    heading: str
    addressee: tuple[str, ...]
    copies: tuple[str, ...]
    subject_label: str
    subject: str
    parts: tuple[Part, ...]
    notes: tuple[Note, ...]
