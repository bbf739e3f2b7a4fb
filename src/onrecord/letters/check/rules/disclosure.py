"""Someone left unnamed in one place whom another place lets a reader name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.happenings import ACTS_IN_WORDS
from onrecord.letters.check.people import Person, acts_in, days_in, persons
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell, tell_together

# "a North Korean woman escapee who has lived …", "a man from Shenyang whose daughter": someone, unnamed.
_SOMEONE = re.compile(
    r"\b(?:a|an|one)\s+(?:[\w’'-]+\s+){0,4}?(?:woman|man|girl|boy|mother|father|daughter|son|sister|brother|wife|husband|"
    r"escapee|refugee|defector|journalist|activist|lawyer|student|prisoner|detainee)(?:\s+\w+)?,?\s+(?:who(?:se)?|aged)\b"
    r"[^.;]{0,160}",
    re.IGNORECASE,
)


class _Someone(NamedTuple):
    span: Span
    sentence: Span
    acts: frozenset[str]
    days: frozenset[str]

    def is_like(self, person: Person) -> bool:
        """Whether the same was done to both on the same day, told in two places."""
        apart = not self.sentence.start <= person.span.start < self.sentence.end
        return apart and bool(self.acts & person.acts) and bool(self.days & person.days)


def find(case: Case) -> Iterator[Said]:
    """Each unnamed person told of in the circumstances (act and day) in which another line names one."""
    named = list(persons(case))
    for someone in _unnamed(case) if named else ():
        person = next((p for p in named if someone.is_like(p)), None)
        if person is not None:
            there = case.letter.place_of(person.span.start)
            yield Said(
                someone.span,
                tell(
                    "This person is left unnamed here; %(there)s names %(name)s in the same circumstances "
                    "(%(acts)s, same day). A reader may join the two (inferred).",
                    there=there,
                    name=person.name,
                    acts=tell_together(
                        ", ", [ACTS_IN_WORDS[act] for act in sorted(person.acts & someone.acts)]
                    ),
                ),
                (Evidence(tell("the name"), span=person.span),),
                tell("Ask the family; then name the person in both places, or in neither."),
            )


def _unnamed(case: Case) -> Iterator[_Someone]:
    for sentence in case.sentences:
        text = case.letter.text[sentence.start : sentence.end]
        acts, days = acts_in(text), days_in(text)
        for found in _SOMEONE.finditer(text) if acts and days else ():
            yield _Someone(
                Span(sentence.start + found.start(), sentence.start + found.end()), sentence, acts, days
            )


RULE = Rule("disclosure", WARNING, "Someone unnamed in one place can be named by another.", find)
