"""A State is said not to have been heard in a review in which, by the report, it was; or the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import ERROR, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell
from onrecord.un.states import find_states

# "South Korea was not able to make its statement", "Norway and Chile could not take the floor".
_NOT_HEARD = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:was|were|had been|has been)?\s*"
    r"(?:not able to|unable to|could not|did not get to)\s+"
    r"(?:make|deliver|speak|take the floor|give)\b",
    re.IGNORECASE,
)


def find(case: Case) -> Iterator[Said]:
    """Each State said to have been unable to speak, whose statement the cited report holds."""
    for sentence in case.sentences:
        text = case.letter.text[sentence.start : sentence.end]
        if not re.search(r"not able|unable|could not|did not get to", text):
            continue
        symbols = list(dict.fromkeys(c.symbol for c in case.cited_in(sentence) if c.symbol in case.reviews))
        if len(symbols) != 1:
            continue
        for found in find_states(text):
            if not _NOT_HEARD.match(text, found.end):
                continue
            spoke = [
                e for e in case.entries(symbols[0]) if e.kind == "statement" and found.state.code in e.by
            ]
            if spoke:
                at = spoke[0]
                yield Said(
                    sentence,
                    tell(
                        "The letter says that %(name)s could not speak; %(symbol)s, para. %(pinpoint)s, has its "
                        "statement.",
                        name=tell(found.state.name),
                        symbol=at.symbol,
                        pinpoint=at.pinpoint,
                    ),
                    (Evidence(tell("the statement"), case.place_of(at)),),
                )


RULE = Rule(
    "wrong_silence", ERROR, "A State is said not to have been heard, and the report has its statement.", find
)
