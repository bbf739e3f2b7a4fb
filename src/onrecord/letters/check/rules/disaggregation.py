"""Numbers asked for by different breakdowns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell, tell_together

# "disaggregated by nationality, gender and age per year since 2013"
_BY = re.compile(
    r"\bdisaggregated\s+by\s+(?P<list>[a-z]+(?:\s[a-z]+)??(?:,\s[a-z]+(?:\s[a-z]+)??)*(?:,?\sand\s[a-z]+)?)(?=[\s,.;?]|$)"
)
_PARTED = re.compile(r",\s*(?:and\s)?|\sand\s")
_NAMES = {
    "age": tell("age"), "gender": tell("gender"), "nationality": tell("nationality"), "origin": tell("origin"),
    "disability": tell("disability"), "ethnicity": tell("ethnicity"), "region": tell("region"), "year": tell("year"),
}  # fmt: skip
_SAME = {"sex": "gender"}


def find(case: Case) -> Iterator[Said]:
    """One finding where asks name different sets of dimensions, with each ask's set."""
    told: dict[str, frozenset[str]] = {}
    spans: dict[str, Span] = {}
    for ask in case.letter.asks:
        for found in _BY.finditer(case.words(ask.span)):
            parts = [part.strip() for part in _PARTED.split(found["list"])]
            told.setdefault(ask.name, frozenset(_SAME.get(part, part) for part in parts if part))
            spans.setdefault(ask.name, ask.span)
    if len(set(told.values())) > 1:
        each = tell_together(
            "; ",
            [tell("%(ask)s by %(parts)s", ask=name, parts=_listed(parts)) for name, parts in told.items()],
        )
        yield Said(
            next(iter(spans.values())),
            tell("The asks break their numbers down differently: %(each)s.", each=each),
            tuple(Evidence(name, span=span) for name, span in spans.items()),
            tell("Ask for the same dimensions throughout, or say why not."),
        )


def _listed(parts: Iterable[str]) -> str:
    return tell_together(", ", [_NAMES.get(part, part) for part in sorted(parts)])


RULE = Rule("disaggregation", NOTICE, "Numbers are asked for by different breakdowns.", find)
