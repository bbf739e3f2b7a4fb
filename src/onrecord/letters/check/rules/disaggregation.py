"""Numbers asked for by different breakdowns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell

# "disaggregated by nationality, gender and age per year since 2013"
_BY = re.compile(
    r"\bdisaggregated\s+by\s+(?P<list>[a-z]+(?:\s[a-z]+)??(?:,\s[a-z]+(?:\s[a-z]+)??)*(?:,?\sand\s[a-z]+)?)(?=[\s,.;?]|$)"
)
_PARTED = re.compile(r",\s*(?:and\s)?|\sand\s")
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
        each = "; ".join(f"{name} by {', '.join(sorted(parts))}" for name, parts in told.items())
        yield Said(
            next(iter(spans.values())),
            tell("The asks break their numbers down differently: %(each)s.", each=each),
            tuple(Evidence(name, span=span) for name, span in spans.items()),
            tell("Ask for the same dimensions throughout, or say why not."),
        )


RULE = Rule("disaggregation", NOTICE, "Numbers are asked for by different breakdowns.", find)
