"""Two things to be done in one recommendation: a State can then neither take nor leave one of them alone."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.letters.check.ask_words import two_actions
from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.told import tell


def find(case: Case) -> Iterator[Said]:
    """Each recommendation of two imperatives, the second with an object of its own."""
    for ask in case.letter.asks:
        verbs = two_actions(case.words(ask.span)) if ask.kind == "recommendation" else None
        if verbs is not None:
            yield Said(
                ask.span,
                tell(
                    "%(name)s asks for two things: “%(verb)s …” and “%(verb2)s …”. A State can only take or leave "
                    "both.",
                    name=ask.name,
                    verb=verbs[0],
                    verb2=verbs[1],
                ),
                suggestion=tell("Make two of it, or keep the one that matters more."),
            )


RULE = Rule("two_actions", NOTICE, "Two actions in one recommendation.", find)
