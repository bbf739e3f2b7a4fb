"""The State's own words on the letter's topic, in a document that it cites, left out."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.letters.check.case import Case
from onrecord.letters.check.omissions import cited_span, omitted
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell
from onrecord.un.states import state


def find(case: Case) -> Iterator[Said]:
    """Each reply or pledge of the State under review on a topic of the letter that it does not use."""
    for symbol in case.cited_documents:
        for hit, topic in omitted(case, symbol, answers=True):
            entry = hit.entry
            who = tell(state(entry.to).name) if entry.to else tell("The State under review")
            yield Said(
                cited_span(case, symbol),
                tell(
                    "%(who)s answered on this in %(symbol)s, para. %(pinpoint)s; the letter does not mention it "
                    "(topic %(topic)s: %(listed)s).",
                    who=who,
                    symbol=symbol,
                    pinpoint=entry.pinpoint,
                    topic=topic,
                    listed=", ".join(hit.words),
                ),
                (Evidence(tell("the State's own answer"), case.place_of(entry)),),
                tell(
                    "Set %(symbol)s, para. %(pinpoint)s, beside what the letter asks.",
                    symbol=symbol,
                    pinpoint=entry.pinpoint,
                ),
            )


RULE = Rule("omitted_answer", NOTICE, "The State's own answer on the letter's topic is left out.", find)
