"""Asks that ask for the same once more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from onrecord.letters.check.ask_words import nearly_the_same
from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.letters.model import Ask, Evidence
from onrecord.told import tell, tell_and, tell_together

# An ask for numbers, and what they are to count.
_FOR_NUMBERS = re.compile(r"\b(?:how many|numbers?|statistics|data|figures|disaggregated)\b", re.IGNORECASE)
_COUNTED = {
    name: re.compile(form, re.IGNORECASE)
    for name, form in {
        "applications": r"\bappl(?:y|ied|ying|ications?)\b[^.;]{0,30}\b(?:refugee|asylum|status)|"
        r"\brefugee applications?",
        "recognitions": r"\brecogni[sz](?:ed|ing|e|tion)\b|\brefugee identity certificates\b",
        "detentions": r"\b(?:detain(?:ed|ing)?|detention)\b",
        "arrests": r"\barrest(?:ed|s)?\b",
        "returns": r"\b(?:deport|repatriat|expel|expuls|refoul)\w*",
        "trafficking": r"\btraffick\w*",
        "executions": r"\b(?:execut|death sentence|sentenced to death)\w*",
        "disappearances": r"\bdisappear\w*",
        "convictions": r"\bconvict\w*",
        "prosecutions": r"\bprosecut\w*",
        "complaints": r"\bcomplaints?\b",
    }.items()
}
_NAMES = {
    "applications": tell("applications"), "recognitions": tell("recognitions"), "detentions": tell("detentions"),
    "arrests": tell("arrests"), "returns": tell("returns"), "trafficking": tell("trafficking"),
    "executions": tell("executions"), "disappearances": tell("disappearances"), "convictions": tell("convictions"),
    "prosecutions": tell("prosecutions"), "complaints": tell("complaints"),
}  # fmt: skip


def find(case: Case) -> Iterator[Said]:
    """Pairs of one kind in nearly the same words; and one finding for numbers asked for more than once."""
    asks = case.letter.asks
    for one, other in combinations(asks, 2):
        if one.kind == other.kind and nearly_the_same(case.words(one.span), case.words(other.span)):
            yield Said(
                other.span,
                tell("%(name)s asks for nearly the same as %(name2)s.", name=other.name, name2=one.name),
                (Evidence(one.name, span=one.span),),
                tell("Keep one of them."),
            )
    for kind in dict.fromkeys(ask.kind for ask in asks):
        yield from _numbers(case, [ask for ask in asks if ask.kind == kind])


def _numbers(case: Case, asks: list[Ask]) -> Iterator[Said]:
    wanted = [ask for ask in asks if _FOR_NUMBERS.search(case.words(ask.span))]
    shared = {name: [a for a in wanted if form.search(case.words(a.span))] for name, form in _COUNTED.items()}
    several = {name: found for name, found in shared.items() if len(found) > 1}
    if several:
        each = [
            tell("%(what)s in %(asks)s", what=_NAMES[name], asks=tell_and([a.name for a in found]))
            for name, found in several.items()
        ]
        asked = sorted({a.span: a for found in several.values() for a in found}.items())
        yield Said(
            asked[0][0],
            tell("Numbers are asked for more than once: %(each)s.", each=tell_together("; ", each)),
            tuple(Evidence(ask.name, span=span) for span, ask in asked),
            tell("Ask once, in one table."),
        )


RULE = Rule("overlapping_asks", NOTICE, "Asks that ask for the same once more.", find)
