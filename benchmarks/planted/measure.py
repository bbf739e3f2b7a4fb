"""Measures a check: what it finds of planted faults, and what it says of right letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.planted import in_notes, in_own_words, in_quotations, in_statements
from benchmarks.planted.kinds import KINDS, Kind
from benchmarks.planted.right import Planted, Right

from onrecord.letters.check import check
from onrecord.letters.check.kept import Kept
from onrecord.letters.model import Check, Finding
from onrecord.letters.read import parse_letter

MODULES = (in_quotations, in_notes, in_statements, in_own_words)
"""The modules whose functions enter the kinds."""

_NUMBERS = re.compile(r"\d+")


@dataclass(frozen=True)
class Trial:
    """One planted fault, the findings that are new with it, and whether they tell it."""

    planted: Planted
    new: tuple[Finding, ...]
    telling: tuple[Finding, ...]

    @property
    def found(self) -> bool:
        """Whether a rule that this fault concerns reports it."""
        return bool(self.telling)

    @property
    def grave(self) -> bool:
        """Whether it is reported as an error or a warning."""
        return any(finding.severity != "notice" for finding in self.telling)


def trials(right: Right, rng: Random, names: Sequence[str] = ()) -> Iterator[Trial]:
    """One trial of each kind for which the letter has a place."""
    for name in names or KINDS:
        planted = KINDS[name].plant(right, rng)
        if planted is not None:
            yield judge(right, planted)


def judge(right: Right, planted: Planted) -> Trial:
    """The check of a letter with a fault, against that of the right one."""
    new = new_findings(right.check, check(parse_letter(planted.text, "letter.txt"), right.record))
    rules = KINDS[planted.kind].rules
    return Trial(planted, new, tuple(finding for finding in new if finding.rule in rules))


def new_findings(right: Check, faulty: Check) -> tuple[Finding, ...]:
    """The findings on a letter with a fault that the right one does not have; their numbers may differ."""
    known = Counter(_key(finding) for finding in right.findings)
    new = []
    for finding in faulty.findings:
        known[_key(finding)] -= 1
        if known[_key(finding)] < 0:
            new.append(finding)
    return tuple(new)


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.severity, _NUMBERS.sub("", finding.message)


def statements(right: Right) -> int:
    """How many statements of a letter can be checked: citations, quotations, markers, notes and dates of reviews."""
    return len(right.check.citations) + len(right.check.quotations) + len(right.letter.markers)


def grave(right: Right) -> list[Finding]:
    """The errors and warnings on a right letter: each is a false alarm."""
    return [finding for finding in right.check.findings if finding.severity != "notice"]


__all__ = [
    "KINDS",
    "MODULES",
    "Kept",
    "Kind",
    "Trial",
    "grave",
    "judge",
    "new_findings",
    "statements",
    "trials",
]
