"""A comma inside a quotation where no writer sets one: a slip in copying."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.told import tell

# "have been and, are still being"; misses "and, in particular, the" and "and, where needed, to".
_STRAY = re.compile(
    r"\b(?:and|or|but),\s+(?:is|are|was|were|has|have|had|will|would|shall|can|cannot|must|may)\b(?!\s*,)"
)
# "torture , and", "torture,, and"
_DOUBLED = re.compile(r"\w+\s*,\s*,(?=\s)|\w+\s,(?=\s\w)")
_VERBATIM = ("verbatim", "verbatim_with_marked_changes", "altered")


def find(case: Case) -> Iterator[Said]:
    """Each such comma in a quotation that could not be held against its source."""
    for quotation in case.quotations:
        if quotation.verdict in _VERBATIM:
            continue
        for form in (_STRAY, _DOUBLED):
            for found in form.finditer(quotation.text):
                span = Span(quotation.span.start + found.start(), quotation.span.start + found.end())
                yield Said(
                    span,
                    tell(
                        "The comma in “%(listed)s” looks like a slip in copying; the source could not be compared.",
                        listed=" ".join(found.group().split()),
                    ),
                    suggestion=tell("Compare these words with the source."),
                )


RULE = Rule("stray_comma", WARNING, "A comma inside a quotation that looks like a slip in copying.", find)
