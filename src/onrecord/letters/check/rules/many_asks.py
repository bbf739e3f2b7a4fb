"""More recommendations than one State makes: 39 States pledged in 2012 to make two at most."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.told import tell

_TWO = 2


def find(case: Case) -> Iterator[Said]:
    """One finding for the letter, with how many of each kind it has."""
    made = [ask for ask in case.letter.asks if ask.kind == "recommendation"]
    asked = len(case.letter.asks) - len(made)
    if len(made) > _TWO:
        beside = tell(" and %(many)s questions", many=asked) if asked else ""
        yield Said(
            made[0].span,
            tell(
                "The letter proposes %(many)s recommendations%(beside)s, without a ranking. States mostly make "
                "two (39 of them pledged so in 2012).",
                many=len(made),
                beside=beside,
            ),
            suggestion=tell("Say which two come first."),
        )


RULE = Rule("many_asks", NOTICE, "More recommendations than one State makes.", find)
