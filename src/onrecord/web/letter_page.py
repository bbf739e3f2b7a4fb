"""What the page of a letter shows: one part of it with its marks, and the findings told beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from onrecord.letters.decisions import Decided
from onrecord.letters.model import Finding
from onrecord.record.leafing import entries_at, held, paragraph_at
from onrecord.web.desk import Desk
from onrecord.web.language import Language
from onrecord.web.letter_parts import (
    LONGEST_EXCERPT,
    LONGEST_WORDS,
    MOST_EVIDENCE,
    ROOM,
    part_at,
    parts,
    weigh,
)
from onrecord.web.letter_steps import SEVERITIES, numbered
from onrecord.web.marking import lined, marks, pieces
from onrecord.web.pages import place

BOUNDS = {"longest_words": LONGEST_WORDS, "longest_excerpt": LONGEST_EXCERPT, "most_evidence": MOST_EVIDENCE}


class Shown(NamedTuple):
    """The part that a page shows: its place among all parts (from 1, of `many`) and its first and last line."""

    number: int
    many: int
    first: int
    last: int


def shown(
    desk: Desk, spoken: Language, decided: Decided, *, only: str = "", at: str = "", room: int = ROOM
) -> dict[str, Any]:
    """One part of a letter with its findings, of one severity where `only` says so, and those decided about.

    `at` says which part, as for `part_at`; `room` is how many bytes it may weigh.
    """
    every = numbered(decided)
    free = [one for one in every if one.is_free]
    found = [one for one in free if only in ("", one.finding.severity)]
    text = decided.whole.letter.text
    names = {id(one.finding): one for one in every}
    settled = [(names[id(finding)], decision) for finding, decision in decided.decided]
    cut = parts(
        text,
        [weigh(spoken, one.number, one.finding, text) for one in found]
        + [weigh(spoken, one.number, one.finding, text, decision) for one, decision in settled],
        room,
    )
    index = part_at(cut, text, at)
    part = cut[index]
    told = [one for one in found if one.number in part.numbers]
    before = text[: part.start]
    first = before.count("\n") + 1
    marked = pieces(text, [(one.number, one.finding) for one in told], part.start, part.end)
    return {
        "letter": decided.whole.letter,
        "findings": told,
        "part": Shown(
            index + 1, len(cut), first, first + text[part.start : part.end].rstrip("\n").count("\n")
        ),
        "only": only,
        "every": len(free),
        "severe": {one: sum(of.finding.severity == one for of in free) for one in SEVERITIES},
        "decided": [(one, decision) for one, decision in settled if one.number in part.numbers],
        "lines": lined(marked, before),
        "addresses": addresses(desk, [one.finding for one in told]),
        "documents": bool(desk.record.documents()),
        **BOUNDS,
    }


def marks_of(decided: Decided) -> list[tuple[int, int, str]]:
    """Where the marks stand in the whole text, for the script that draws them behind what is typed."""
    return marks(
        pieces(
            decided.whole.letter.text, [(one.number, one.finding) for one in numbered(decided) if one.is_free]
        )
    )


def addresses(desk: Desk, findings: Sequence[Finding]) -> dict[tuple[str, str], str]:
    """Where each place that findings rest on is shown: the place, or its document ("" where neither is held).

    Some evidence stands in no numbered paragraph, such as a date on the title page.
    """
    found: dict[tuple[str, str], str] = {}
    for one in (evidence.place for finding in findings for evidence in finding.evidence):
        if one is None or (one.symbol, one.paragraph) in found:
            continue
        document = held(desk.record, one.symbol)
        pinpoint = one.paragraph
        if document is not None and pinpoint and paragraph_at(desk.record, document, pinpoint) is None:
            pinpoint = pinpoint if entries_at(desk.record, document, pinpoint) else ""
        found[one.symbol, one.paragraph] = place(one.symbol, pinpoint) if document else ""
    return found
