"""One acronym for a committee and for its treaty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell

# The acronyms that both bear, with words of the treaty's name.
_TREATIES = {
    "CAT": r"\b(?:Torture Convention|Convention [Aa]gainst Torture)\b",
    "CEDAW": r"\bConvention on the Elimination of (?:All Forms of )?Discrimination against Women\b",
    "CRC": r"\bConvention on the Rights of the Child\b",
    "CERD": r"\bConvention on the Elimination of (?:All Forms of )?Racial Discrimination\b",
    "CRPD": r"\bConvention on the Rights of Persons with Disabilities\b",
    "CED": r"\bConvention for the Protection of All Persons from Enforced Disappearance\b",
}


def find(case: Case) -> Iterator[Said]:
    """Each acronym that the letter gives to the committee while it speaks of the treaty too."""
    body = case.letter.body
    text = case.own_words(body)
    for acronym, treaty in _TREATIES.items():
        committee = re.search(rf"\bCommittee\b[^.;()]{{0,90}}\(({acronym})\)", text)
        convention = re.search(treaty, text)
        if committee and convention:
            there = Span(body.start + convention.start(), body.start + convention.end())
            yield Said(
                Span(body.start + committee.start(1), body.start + committee.end(1)),
                tell(
                    "“%(acronym)s” stands for the Committee here; many readers take it for the treaty, which the "
                    "letter also names.",
                    acronym=acronym,
                ),
                (Evidence(tell("the treaty"), span=there),),
                tell("Write “the Committee” and “the Convention” after the first mention."),
            )


RULE = Rule("body_and_treaty", NOTICE, "One acronym can mean a committee and its treaty.", find)
