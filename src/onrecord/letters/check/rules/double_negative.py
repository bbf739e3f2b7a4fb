"""Two negations that say the opposite of what is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.letters.check.case import Case
from onrecord.letters.check.own_words import found_in
from onrecord.letters.check.rule import ERROR, Rule, Said
from onrecord.told import tell

# "No such improvement has yet to take place"; misses "no State that has yet to ratify" (a relative clause).
_FORMS = (
    re.compile(
        r"\b(?:no|none|nothing|nobody|no one|neither|never)\b(?:(?!\b(?:that|which|who|whose|where|but|and)\b)"
        r"[^.;:,“”()]){0,140}?\b(?:has|have|had)\s+yet\s+to\b(?:\s+\w+){0,2}",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:can|could|do|does|did|would|has|have|had)(?:\s?not|n[’']t)\s+(?:hardly|scarcely)\b",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:has|have|had)\s+not\s+yet\s+to\b", re.IGNORECASE),
)


def find(case: Case) -> Iterator[Said]:
    """Each negation doubled in a way that only a slip explains, outside quotations."""
    for form in _FORMS:
        for span, found in found_in(form, case, case.sentences):
            yield Said(
                span,
                tell(
                    "“%(listed)s” negates twice and says the opposite of what seems meant.",
                    listed=" ".join(found.group().split()),
                ),
                suggestion=tell("Take one negation out: “has yet to …”, or “no … has so far …”."),
            )


RULE = Rule("double_negative", ERROR, "Two negations that say the opposite of what is meant.", find)
