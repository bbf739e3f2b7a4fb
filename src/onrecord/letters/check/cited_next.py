"""Which of a sentence's citations is the source of one of its words: the next after it."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.citations.model import Citation
from onrecord.letters.check.case import Case


def cited_next(case: Case, cited: Sequence[Citation], at: int) -> list[Citation]:
    """Of these citations those that the letter uses next after the character `at`; all, where they are of one document.

    A note's citations are used where the body calls the note.
    """
    if len({citation.symbol for citation in cited}) == 1:
        return list(cited)
    calls = [(case.call_of(c).start, c) for c in cited if case.call_of(c).start >= at]
    first = min((call for call, _ in calls), default=-1)
    return [c for call, c in calls if call == first]
