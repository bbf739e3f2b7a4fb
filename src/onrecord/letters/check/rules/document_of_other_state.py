"""A report is cited as another State's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import ERROR, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell, tell_together
from onrecord.un.states import find_states, state

_REPORT = re.compile(r"\bWorking Group on the (?:Universal Periodic Review|UPR)\b")


def find(case: Case) -> Iterator[Said]:
    """Each citation whose stated title names States, none of them the one that the report reviews."""
    for citation in case.citations:
        facts = case.reviews.get(citation.symbol)
        if facts is None or not _REPORT.search(citation.stated_title):
            continue
        named = {found.state.code for found in find_states(citation.stated_title)}
        if named and facts.state not in named:
            yield Said(
                citation.span,
                tell(
                    "%(symbol)s is the report on %(name)s, not on %(listed)s.",
                    symbol=citation.symbol,
                    name=tell(state(facts.state).name),
                    listed=tell_together(", ", [tell(state(code).name) for code in sorted(named)]),
                ),
                (Evidence(tell("the report"), case.place(citation.symbol, "1")),),
                state(facts.state).name,
            )


RULE = Rule("document_of_other_state", ERROR, "A report is cited as that of another State.", find)
