"""What the record answers to programs: documents, searches, places."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from onrecord.mechanisms.model import KINDS
from onrecord.web.shapes.entries import EntryOut
from onrecord.web.shapes.values import (
    CODES,
    POSITIONS,
    By,
    Cycle,
    FileName,
    IsoDate,
    Page,
    Pinpoint,
    Sha256,
    Symbol,
    To,
)

_ANY = "Left out: any."


class DocumentOut(BaseModel):
    """A document on the record, in the edition that counts."""

    symbol: Symbol
    name: FileName
    sha256: Sha256
    kind: str = Field(
        description='What kind of document it is; "document" is one of the United Nations for which On Record '
        'has no reader, "unknown" one that nothing shows to be theirs.',
        examples=["upr_report"],
    )
    title: str = Field(description='The title as printed; "" where none was found.')
    date: IsoDate
    language: str = Field(description="The language it is written in (BCP 47).", examples=["en"])
    pages: int = Field(description="How many pages it has; 0 where the file has none of its own.")


class Wanted(BaseModel):
    """A search: the words, which list to look through, and by what it is narrowed."""

    q: str = Field(
        "",
        max_length=1000,
        description='What to look for: words (refugee return), a phrase ("asylum seekers"), beginnings '
        "(repatriat*), OR, NOT, brackets. Left out: everything, in the order of the documents.",
        examples=["refugee OR asylum"],
    )
    part: Literal["entries", "paragraphs", "notes"] = Field(
        "entries",
        description="Which of the three lists to give; an entry is one act, who said what to whom.",
    )
    kind: str = Field(
        "",
        max_length=100,
        description=f"Only entries of this kind, one of: {', '.join(KINDS)}. {_ANY}",
        examples=["recommendation"],
    )
    by: str = Field(
        "", max_length=100, description=f"Only what this one says. {CODES}. {_ANY}", examples=["CZE"]
    )
    to: str = Field(
        "",
        max_length=100,
        description=f"Only what is said to this State, by ISO 3166 alpha-3 code. {_ANY}",
        examples=["CHN"],
    )
    cycle: int = Field(
        0, ge=0, le=99, description="Only this cycle of reviews, such as 2. Left out, or 0: any."
    )
    position: str = Field(
        "",
        max_length=100,
        description=f"Only recommendations with this position in the document itself: {POSITIONS}. {_ANY}",
        examples=["noted"],
    )
    symbol: str = Field(
        "",
        max_length=500,
        description=f"Only this document, by its symbol, or by the name of a file without one. {_ANY}",
        examples=["A/HRC/25/5"],
    )
    start: int = Field(0, ge=0, le=1_000_000, description="How many rows to pass over.")
    size: int = Field(20, ge=1, le=200, description="How many rows to give.")


class RowOut(BaseModel):
    """An entry, paragraph or note with its source."""

    symbol: Symbol
    name: FileName
    sha256: Sha256
    pinpoint: Pinpoint
    page: Page
    kind: str = Field(
        description=f'For an entry, one of: {", ".join(KINDS)}; for a paragraph or a note "".',
        examples=["recommendation"],
    )
    snippet: str = Field(
        description="Its words, or those around what was found; the words found stand between « and »."
    )
    by: By
    to: To
    cycle: Cycle
    date: IsoDate
    position: str = Field(
        description=f'The position in the document itself: {POSITIONS}; "" for what is no recommendation.'
    )


class FoundOut(BaseModel):
    """A page of rows, and how many there are in all."""

    totals: dict[str, int] = Field(
        description='How many rows each list has: "entries", "paragraphs", "notes".',
        examples=[{"entries": 12, "paragraphs": 30, "notes": 2}],
    )
    facets: dict[str, dict[str, int]] = Field(
        description="By what the entries can be narrowed: for each of kind, position, cycle, to and by the values there "
        "are and how many entries have them. Empty for paragraphs and notes.",
        examples=[{"kind": {"recommendation": 9, "statement": 3}}],
    )
    rows: list[RowOut] = Field(description="The rows from `start` on, the best first.")


class PlaceOut(BaseModel):
    """What stands at a place, verbatim."""

    symbol: Symbol
    name: FileName
    sha256: Sha256
    pinpoint: Pinpoint
    page: int | None = Field(description="The page of the file, from 1; null where the file has no pages.")
    text: str = Field(description="The very words that stand there.")
    entries: list[EntryOut] = Field(description="The acts that were read from them.")
