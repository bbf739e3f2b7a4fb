"""Which one review a sentence speaks of: that of the report it cites, or the one it names."""

from __future__ import annotations

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.reviews_named import reviews_named
from onrecord.mechanisms.model import ReviewFacts


def review_meant(case: Case, sentence: Span) -> ReviewFacts | None:
    """The one review that the sentence cites or, where it cites nothing, names; None where several or none."""
    cited = {citation.symbol for citation in case.cited_in(sentence)}
    if cited:
        return case.reviews.get(cited.pop()) if len(cited) == 1 else None
    named = {(one.state.code, one.cycle) for one in reviews_named(case, sentence)}
    if len(named) != 1:
        return None
    return next((facts for facts in case.reviews.values() if (facts.state, facts.cycle) in named), None)
