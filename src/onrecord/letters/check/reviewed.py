"""The States whose reviews a letter is about."""

from __future__ import annotations

from collections import Counter

from onrecord.letters.check.case import Case
from onrecord.letters.check.reviews_named import reviews_named


def reviewed_states(case: Case) -> tuple[str, ...]:
    """Codes of the States whose reviews the letter names or whose reports it cites, the most frequent first."""
    named = Counter(
        named.state.code for sentence in case.sentences for named in reviews_named(case, sentence)
    )
    cited = Counter(case.reviews[symbol].state for symbol in case.cited_documents if symbol in case.reviews)
    return tuple(code for code, _ in (named + cited).most_common())
