"""One happening told with several qualifiers: "at least 500", "over 500", "more than 500"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.letters.check.case import Case
from onrecord.letters.check.happenings import Telling, find_tellings
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell
from onrecord.un.counts import contradiction


def find(case: Case) -> Iterator[Said]:
    """One finding for each happening whose tellings share a number and differ in its bounds."""
    left = list(case.once(find_tellings))
    while left:
        first = left.pop(0)
        same = [first, *(t for t in left if t.is_of_same(first) and t.count.best == first.count.best)]
        left = [t for t in left if t not in same]
        if any(contradiction(t.count, other.count) for t in same for other in same):
            continue  # told by contradictory_counts
        if first.count.best is not None and len({(t.count.low, t.count.high) for t in same}) > 1:
            yield _said(case, same)


def _said(case: Case, same: list[Telling]) -> Said:
    told = list(dict.fromkeys(case.words(t.span) for t in same))
    there = case.letter.places_of([t.span.start for t in same])
    return Said(
        same[0].span,
        tell(
            "What looks like one happening (%(words)s) is told with several qualifiers: %(listed)s "
            "(%(there)s).",
            words=case.words(same[0].date_span),
            listed=", ".join(f"“{words}”" for words in told),
            there=there,
        ),
        tuple(Evidence(tell("another telling"), span=t.span) for t in same[1:]),
        tell("Use one qualifier, the one that the source uses."),
    )


RULE = Rule(
    "several_qualifiers", WARNING, "One happening is told with several qualifiers of one number.", find
)
