"""Persons named with what was done to them: the letter's keeper should hold their consent."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.own_words import lines, places
from onrecord.letters.check.people import persons
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.told import tell, tell_together


def find(case: Case) -> Iterator[Said]:
    """One finding for the letter with every such name and its lines."""
    named: dict[str, list[Span]] = {}
    for person in persons(case):
        named.setdefault(person.name, []).append(person.span)
    if named:
        each = [
            tell("%(name)s (%(lines)s)", name=name, lines=lines(case, spans)) for name, spans in named.items()
        ]
        every = sorted(span for spans in named.values() for span in spans)
        yield Said(
            every[0],
            tell(
                "The letter names persons with what was done to them, and no consent is on record: %(each)s.",
                each=tell_together("; ", each),
            ),
            places(tell("the name"), every),
            tell("Note who agreed to it, or that the name was already public."),
        )


RULE = Rule("named_person", NOTICE, "A person is named without recorded consent.", find)
