"""What the comparison of two texts of a letter tells: each difference, with where it stands on both sides."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.citations.model import Span

KINDS = (
    "missing_block",
    "ask",
    "number",
    "qualifier",
    "date",
    "state",
    "name",
    "citation",
    "note",
    "link",
    "sentence",
    "term",
)
"""What can differ. All are warnings but "term", a notice: a translator may have had reason to put it otherwise."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that one text says and the other does not, in the block `key` (or in a note of it).

    `english` and `korean` are the words concerned, "" where there are none on that side; `english_at` and
    `korean_at` where they stand in `words_of` the block, None where they stand in no one place of it.
    """

    kind: str
    key: str
    message: str
    english: str = ""
    korean: str = ""
    english_at: Span | None = None
    korean_at: Span | None = None

    @property
    def severity(self) -> str:
        """Return "notice" for terms, else "warning"."""
        return "notice" if self.kind == "term" else "warning"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs, in the letter's order; `compared` counts the facts held against each other."""

    differences: tuple[Difference, ...]
    compared: int
