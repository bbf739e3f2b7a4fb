"""Quotation marks and brackets that are opened and never closed, or closed and never opened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import reduce

from onrecord.citations.model import Span
from onrecord.citations.quotations import Unbalanced, find_unbalanced
from onrecord.letters.check.case import Case
from onrecord.letters.check.repairing import of_each
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.letters.model import Edit, Repair
from onrecord.letters.repairs.apply import edited
from onrecord.told import tell, tell_together

_BRACKET, _SQUARE, _QUOTATION = tell("bracket"), tell("square bracket"), tell("quotation mark")
_NAMES = {"(": _BRACKET, ")": _BRACKET, "[": _SQUARE, "]": _SQUARE}
_OPENING = "“„«‘「『〈《(["
_SHOWN = 5  # so many marks, and so many words beside each
_CLOSING = {"“": "”", "„": "“", "«": "»", "「": "」", "『": "』", "(": ")", "[": "]"}
# A link, another mark or a year in brackets: then the quotation may have ended before it.
_OTHER = re.compile(r"https?://|[“”„«»「」『』()\[\]]")


def find(case: Case) -> Iterator[Said]:
    """One finding for each paragraph or note whose marks do not pair, naming every mark left over."""
    notes = {note.span: tell("Note %(number)s", number=note.number) for note in case.letter.notes}
    for block in (*case.letter.paragraphs, *notes):
        words = case.letter.text[block.start : block.end]
        alone = find_unbalanced(words, (Span(0, len(words)),))
        left = [Unbalanced(one.mark, block.start + one.start) for one in alone]
        left = [one for one in left if not _closes_marker(case, one)]
        if left and not _goes_on(case, block, left):
            yield _said(case, block, left, notes.get(block, tell("This paragraph")))


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
    kinds = list(dict.fromkeys(_NAMES.get(one.mark, _QUOTATION) for one in left))
    some = [_shown(case, block, one) for one in left[:_SHOWN]]
    shown = tell_together("; ", some if len(left) <= _SHOWN else [*some, "…"])
    return Said(
        Span(left[0].start, left[0].start + 1),
        tell(
            "%(where)s has a %(listed)s without a partner: %(shown)s.",
            where=where,
            listed=reduce(lambda one, other: tell("%(one)s and a %(other)s", one=one, other=other), kinds),
            shown=shown,
        ),
        suggestion=tell("Close what is opened; inside quotation marks use the other kind of mark."),
        repair=_mended(case, block, left),
    )


def _mended(case: Case, block: Span, left: Sequence[Unbalanced]) -> Repair | None:
    """A mark turned the right way, a doubled one taken out, or those closed that a note ends in.

    None where another place would do as well, or where the marks would still not pair.
    """
    text = case.letter.text
    edits = [edit for one in left for edit in _turned_or_taken(text, block, one)]
    rest = [one for one in left if all(edit.span.start != one.start for edit in edits)]
    if rest and block in {note.span for note in case.letter.notes} and _ends_in(text, block, rest):
        edits.append(Edit(Span(block.end, block.end), "".join(_CLOSING[one.mark] for one in reversed(rest))))
    inside = sorted(
        (Edit(Span(e.span.start - block.start, e.span.end - block.start), e.text) for e in edits),
        key=lambda edit: edit.span,
    )
    words = edited(text[block.start : block.end], inside)
    if find_unbalanced(words, (Span(0, len(words)),)):
        return None
    return of_each(edits, tell("the marks of the passage itself"))


def _turned_or_taken(text: str, block: Span, one: Unbalanced) -> list[Edit]:
    """“북송“…: an opening mark that closes; "))": a closing mark that stands twice."""
    before = text[one.start - 1 : one.start] if one.start > block.start else ""
    after = text[one.start + 1 : one.start + 2]
    here = Span(one.start, one.start + 1)
    if one.mark == "“" and (before.isalnum() or before in tuple(".,!?…")) and not after.isalnum():
        return [Edit(here, "”")]
    if before and one.mark == before and one.mark in _CLOSING.values():
        return [Edit(here, "")]
    return []


def _ends_in(text: str, block: Span, rest: Sequence[Unbalanced]) -> bool:
    """Whether the note ends in one sentence, with its stop, that stands in the marks left open."""
    inside = text[rest[-1].start + 1 : block.end]
    between = text[rest[0].start : rest[-1].start + 1]
    return (
        all(one.mark in _CLOSING for one in rest)
        and len(between) == len(rest)
        and inside.endswith((".", "!", "?", "…"))
        and not _OTHER.search(inside)
    )


def _shown(case: Case, block: Span, one: Unbalanced) -> str:
    text = case.letter.text
    if one.mark in _OPENING:
        words = " ".join(text[one.start + 1 : block.end].split()[:_SHOWN])
        return tell("%(mark)s before “%(words)s”", mark=one.mark, words=words)
    words = " ".join(text[block.start : one.start].split()[-_SHOWN:])
    return tell("%(mark)s after “%(words)s”", mark=one.mark, words=words)


RULE = Rule(
    "unbalanced_marks",
    WARNING,
    "A quotation mark or bracket that has no partner.",
    find,
    repairs="a mark turned the right way, a doubled mark taken out, or the marks closed in which a note ends",
)
