"""A citation and a quotation, as found in a text and as resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """Characters of a text: text[start:end] is what was written."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference found in a text, resolved or not.

    `kind` is "full" (names a symbol), "short", "id", "supra", "recommendation" (a recommendation
    number in running text) or "other" (a source that is no UN document). `status` is "resolved",
    "unresolved" (with `reason`) or "not_on_record". `note` is the number of the note it stands in,
    or None in running text. `pinpoints` are as canonically printed ("28 (g)", "1098-1114").
    `antecedent` is the index of the citation that an "Id." was resolved to. `target` is the number of
    the note that a "supra" names. `inferred` tells on what the symbol rests where the text beside the
    citation does not settle it, "" where it does. `stated_date` is an EDTF date ("2013-12-04", "2014").
    """

    span: Span
    as_written: str
    kind: str
    note: str | None = None
    symbol: str = ""
    pinpoints: tuple[str, ...] = ()
    status: str = "unresolved"
    reason: str = ""
    antecedent: int | None = None
    stated_date: str = ""
    stated_title: str = ""
    url: str = ""
    target: str = ""
    inferred: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the record: symbol, pinpoint, page (from 1) and the very words there."""

    symbol: str
    paragraph: str
    page: int | None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between a quotation and its source.

    `kind` is "insertion", "omission", "replacement"; `marked` says that the letter shows it with
    brackets or an ellipsis, or that it is a change of the first letter's case.
    """

    kind: str
    quoted: str
    source: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks, and what became of them when held against the record.

    `verdict` is "verbatim", "verbatim_with_marked_changes", "altered", "elsewhere", "not_found" or
    "cannot_check". `cited` is the index of the citation that covers it, or None. `at` is where the
    words were found, `cited_at` where the letter says they are.
    """

    span: Span
    text: str
    verdict: str
    cited: int | None = None
    at: Place | None = None
    cited_at: Place | None = None
    difference: tuple[Change, ...] = ()
    reason: str = ""
