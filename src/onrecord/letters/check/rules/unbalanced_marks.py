"""Quotation marks and brackets that are opened and never closed, or closed and never opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.citations.model import Span
from onrecord.citations.quotations import Unbalanced, find_unbalanced
from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import WARNING, Rule, Said

_NAMES = {"(": "bracket", ")": "bracket", "[": "square bracket", "]": "square bracket"}
_OPENING = "“„«‘「『〈《(["
_SHOWN = 5


def find(case: Case) -> Iterator[Said]:
    """One finding for each paragraph or note whose marks do not pair, naming every mark left over."""
    notes = {note.span: f"Note {note.number}" for note in case.letter.notes}
    for block in (*case.letter.paragraphs, *notes):
        words = case.letter.text[block.start : block.end]
        alone = find_unbalanced(words, (Span(0, len(words)),))
        left = [Unbalanced(one.mark, block.start + one.start) for one in alone]
        left = [one for one in left if not _closes_marker(case, one)]
        if left and not _goes_on(case, block, left):
            yield _said(case, block, left, notes.get(block, "This paragraph"))


def _closes_marker(case: Case, one: Unbalanced) -> bool:
    """Whether the bracket belongs to a note's number, as Korean letters print it: "않았습니다.2)"."""
    return one.mark == ")" and any(marker.span.end == one.start for marker in case.letter.markers)


def _goes_on(case: Case, block: Span, left: Sequence[Unbalanced]) -> bool:
    """Whether a quotation of several paragraphs is meant: each opens with a mark, the last closes."""
    paragraphs = case.letter.paragraphs
    at = paragraphs.index(block) + 1 if block in paragraphs else 0
    after = paragraphs[at] if 0 < at < len(paragraphs) else None
    return bool(after and len(left) == 1 and case.letter.text[after.start] == left[0].mark)


def _said(case: Case, block: Span, left: Sequence[Unbalanced], where: str) -> Said:
    kinds = list(dict.fromkeys(_NAMES.get(one.mark, "quotation mark") for one in left))
    shown = "; ".join(_shown(case, block, one) for one in left)
    return Said(
        Span(left[0].start, left[0].start + 1),
        f"{where} has a {' and a '.join(kinds)} without a partner: {shown}.",
        suggestion="Close what is opened; inside quotation marks use the other kind of mark.",
    )


def _shown(case: Case, block: Span, one: Unbalanced) -> str:
    text = case.letter.text
    if one.mark in _OPENING:
        return f"{one.mark} before “{' '.join(text[one.start + 1 : block.end].split()[:_SHOWN])}”"
    return f"{one.mark} after “{' '.join(text[block.start : one.start].split()[-_SHOWN:])}”"


RULE = Rule("unbalanced_marks", WARNING, "A quotation mark or bracket that has no partner.", find)
