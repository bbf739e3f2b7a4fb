"""One happening told twice with numbers that cannot both hold."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.letters.check.case import Case
from onrecord.letters.check.happenings import Telling, find_tellings
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.un.counts import contradiction


def find(case: Case) -> Iterator[Said]:
    """Each later telling whose bounds exclude those of an earlier one of what looks like one happening."""
    told = case.once(find_tellings)
    for at, later in enumerate(told):
        for earlier in told[:at]:
            why = contradiction(later.count, earlier.count) if later.is_of_same(earlier) else ""
            if why:
                yield Said(
                    later.span,
                    f"{_told(case, later)} and {_told(case, earlier)} look like one "
                    f"happening (same act, dates that overlap), but {why}.",
                    (Evidence("the other telling", span=earlier.sentence),),
                    "Tell it once, with its source; if these are two happenings, say what sets them apart.",
                )
                break


def _told(case: Case, telling: Telling) -> str:
    place = case.letter.place_of(telling.span.start)
    return f"“{case.words(telling.span)}” ({case.words(telling.date_span)}, {place})"


RULE = Rule(
    "contradictory_counts", WARNING, "One happening is told with numbers that cannot both hold.", find
)
