"""A report on the same State that the letter could have used and does not cite."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.letters.check.case import Case
from onrecord.letters.check.on_topic import on_topics
from onrecord.letters.check.reviewed import reviewed_states
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell, tell_together

_SHOWN = 3


def find(case: Case) -> Iterator[Said]:
    """Each report on a review of the letter's State, on the record, older than the letter, uncited, on its topic."""
    cited = {citation.symbol for citation in case.citations}
    for code in reviewed_states(case)[:1] if case.topics else ():
        for facts in case.record.reviews(code):
            released = facts.distributed or facts.date
            if facts.symbol in cited or (case.letter.date and released > case.letter.date):
                continue
            said = [e for e in case.entries(facts.symbol) if e.kind != "not_heard"]
            held = on_topics(said, case.topics)
            if held:
                yield Said(
                    case.letter.paragraphs[0],
                    (
                        tell(
                            "%(symbol)s, on the record, holds %(many)s entry on the letter's topic (%(listed)s); the letter "
                            "does not cite it.",
                            symbol=facts.symbol,
                            many=len(held),
                            listed=tell_together(", ", [topic.name for topic in case.topics]),
                        )
                        if len(held) == 1
                        else tell(
                            "%(symbol)s, on the record, holds %(many)s entries on the letter's topic (%(listed)s); the "
                            "letter does not cite it.",
                            symbol=facts.symbol,
                            many=len(held),
                            listed=tell_together(", ", [topic.name for topic in case.topics]),
                        )
                    ),
                    tuple(Evidence(tell("on the record"), case.place_of(e)) for e in held[:_SHOWN]),
                    tell("Look at %(symbol)s.", symbol=facts.symbol),
                )


RULE = Rule("newer_document", NOTICE, "A report on the same State and topic is not cited.", find)
