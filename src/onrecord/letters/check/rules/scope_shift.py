"""What is said of some in one sentence is said of all in the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell

_PEOPLE = (
    r"(?:refugees|persons|people|individuals|escapees|migrants|women|children|men|detainees|prisoners|citizens|"
    r"victims|families|defectors|students|workers|protesters|activists|journalists|nationals)"
)
# "some North Korean refugees among the undocumented population", "a few persons out of the group".
_SOME = re.compile(
    rf"\b(?:some|several|a few|certain|a number of|a part of)\s+(?:(?!of\b)[\w’'-]+\s+){{0,3}}?{_PEOPLE}\b"
    rf"[^.;]{{0,20}}?\b(?:among|out of|of|within)\s+(?:the|these|those|them)\b",
    re.IGNORECASE,
)
_THESE = re.compile(
    rf"\b(?:these|those|all(?: of)?(?: the| these)?)\s+(?:[\w’'-]+\s+){{0,3}}?{_PEOPLE}\b", re.IGNORECASE
)
_PART = re.compile(r"\b(?:some|several|a few|part|certain|many|most)\s+of\s*$", re.IGNORECASE)


def find(case: Case) -> Iterator[Said]:
    """Each pair of sentences of a paragraph where "some … among the …" is taken up by "these …"."""
    for before, after in pairwise(case.sentences):
        if case.paragraph_at(before.start) != case.paragraph_at(after.start):
            continue
        words = case.own_words(after)
        some, these = _SOME.search(case.own_words(before)), _THESE.search(words)
        if some and these and not _PART.search(words[: these.start()]):
            yield Said(
                Span(after.start + these.start(), after.start + these.end()),
                tell(
                    "“%(words)s” follows “%(listed)s”: is it said of some, or of all?",
                    words=these.group(),
                    listed=" ".join(some.group().split()),
                ),
                (Evidence(tell("the sentence before"), span=before),),
                tell("Say of whom: “some of them”, or the group by its name."),
            )


RULE = Rule("scope_shift", NOTICE, "Said of some in one sentence, of all in the next.", find)
