"""One happening told twice with numbers that cannot both hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.happenings import Telling, find_tellings
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell
from onrecord.un.counts import FoundCount, contradiction, find_counts
from onrecord.un.dates import find_dates

_NUMBER = re.compile(r"\d+")
_DAY = 10  # characters of "2013-12-04"
_ENOUGH = 7
# Two sentences so much alike, numbers aside, tell one thing; a list of towns with one date differs by more.
_ALIKE = 95.0


def find(case: Case) -> Iterator[Said]:
    """Each later telling whose bounds exclude those of an earlier one of what looks like one happening."""
    yield from _told_again(case)
    told = case.once(find_tellings)
    for at, later in enumerate(told):
        for earlier in told[:at]:
            why = contradiction(later.count, earlier.count) if later.is_of_same(earlier) else ""
            if why:
                yield Said(
                    later.span,
                    tell(
                        "%(later)s and %(earlier)s look like one happening (same act, dates that overlap), but %(why)s.",
                        later=_told(case, later),
                        earlier=_told(case, earlier),
                        why=why,
                    ),
                    (Evidence(tell("the other telling"), span=earlier.sentence),),
                    tell(
                        "Tell it once, with its source; if these are two happenings, say what sets them apart."
                    ),
                )
                break


def _told_again(case: Case) -> Iterator[Said]:
    """The same sentence with another number: of one day, in nearly the same words."""
    dated: list[tuple[Span, str, FoundCount, frozenset[str]]] = []
    for sentence in case.sentences:
        words = case.own_words(sentence)
        days = frozenset(d.bounds.edtf for d in find_dates(words) if len(d.bounds.edtf) == _DAY)
        counts = find_counts(words)
        if days and counts and len(words.split()) >= _ENOUGH:
            dated.append((sentence, _NUMBER.sub("", words), counts[0], days))
    for at, (later, words, count, days) in enumerate(dated):
        for earlier, others, known, their_days in dated[:at]:
            same = days == their_days and words[: count.start] and fuzz.ratio(words, others) >= _ALIKE
            why = contradiction(count.bounds, known.bounds) if same else ""
            if why:
                yield Said(
                    later,
                    tell(
                        "This sentence tells with another number what line %(line)s tells: %(why)s.",
                        line=case.letter.line_of(earlier.start),
                        why=why,
                    ),
                    (Evidence(tell("the other telling"), span=earlier),),
                    tell("Tell it once, with its source."),
                )
                break


def _told(case: Case, telling: Telling) -> str:
    place = case.letter.place_of(telling.span.start)
    return tell(
        "“%(words)s” (%(date)s, %(place)s)",
        words=case.words(telling.span),
        date=case.words(telling.date_span),
        place=place,
    )


RULE = Rule(
    "contradictory_counts", WARNING, "One happening is told with numbers that cannot both hold.", find
)
