"""One link for what the letter gives as two sources."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from onrecord.citations.model import Citation
from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell

_ANOTHER = 60.0


def find(case: Case) -> Iterator[Said]:
    """Each source whose link an earlier source of quite another title has."""
    seen: dict[str, Citation] = {}
    for citation in case.citations:
        link = citation.url.rstrip("/").replace("http://", "https://")
        if not link or citation.symbol or not citation.stated_title:
            continue
        first = seen.setdefault(link, citation)
        if fuzz.token_set_ratio(first.stated_title, citation.stated_title) < _ANOTHER:
            where = f"note {first.note}" if first.note else "the text"
            yield Said(
                citation.span,
                tell(
                    "This source has the link of another, “%(stated_title)s” (%(where)s).",
                    stated_title=first.stated_title[:80],
                    where=where,
                ),
                (Evidence(tell("the other source"), span=first.span),),
                tell("Look up which of the two the link leads to."),
            )


RULE = Rule("link_of_two_sources", WARNING, "One link is given for two sources.", find)
