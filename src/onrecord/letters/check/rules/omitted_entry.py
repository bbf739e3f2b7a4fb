"""What the documents that the letter cites say on its topic, and the letter leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.letters.check.case import Case
from onrecord.letters.check.omissions import cited_span, omitted
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.un.states import state


def find(case: Case) -> Iterator[Said]:
    """Each recommendation, question or statement on a topic of the letter that it does not use."""
    for symbol in case.cited_documents:
        for hit, topic in omitted(case, symbol, answers=False):
            entry = hit.entry
            who = ", ".join(state(code).name for code in entry.by) or "a delegation"
            did = "recommended" if entry.kind == "recommendation" else "spoke of it"
            yield Said(
                cited_span(case, symbol),
                f"The letter does not mention {symbol}, para. {entry.pinpoint}, where {who} {did} "
                f"(topic {topic}: {', '.join(hit.words)}).",
                (Evidence("left out", case.place_of(entry)),),
                f"Consider {symbol}, para. {entry.pinpoint}.",
            )


RULE = Rule("omitted_entry", NOTICE, "An entry on the letter's topic, in a document that it cites, is left out.", find)
