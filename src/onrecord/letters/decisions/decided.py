"""A check with what people decided: decided findings apart, all others as they were."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rapidfuzz import fuzz

from onrecord.letters.check.rule import SEVERITIES
from onrecord.letters.decisions.identity import Identified, identified
from onrecord.letters.model import Check, Finding
from onrecord.record.decisions import Decision, TextQuote, kept_decisions, standing
from onrecord.record.record import Record

# Of sentences of the same words, the one is meant beside which so many characters are this much alike (of 100).
_BESIDE = 24
_SAME_PLACE = 85.0


@dataclass(frozen=True, slots=True)
class Decided:
    """A check held against the decisions.

    `check` has the findings that nobody decided, `whole` all of them. `lapsed` are decisions that hold and
    fit no finding of this check: their sentence changed, or the fault is mended.
    """

    check: Check
    whole: Check
    decided: tuple[tuple[Finding, Decision], ...]
    lapsed: tuple[Decision, ...]

    def decision_on(self, finding: Finding) -> Decision | None:
        """The decision that holds for this finding of the whole check, or None."""
        return next((decision for one, decision in self.decided if one is finding), None)

    def number(self, finding: Finding) -> int:
        """The finding's number, from 1, in the whole check: decisions do not renumber what is left."""
        return next(at for at, one in enumerate(self.whole.findings, 1) if one is finding)


def letter_key(name: str) -> str:
    """The name by which decisions know a letter: that of its file, without folder, ending and ".repaired"."""
    stem = Path(unicodedata.normalize("NFC", name)).name
    stem = re.sub(r"\.(?:txt|text|md|markdown|docx|html?|pdf)$", "", stem, flags=re.IGNORECASE)
    return re.sub(r"\.repaired$", "", stem, flags=re.IGNORECASE).casefold() or "letter"


def with_decisions(check: Check, record: Record, *, known_as: str = "") -> Decided:
    """The check without the findings that were accepted or dismissed, and those apart.

    `known_as` is the name under which the letter was decided, where its file has another now. A decision
    does not hold for a finding that has become graver since.
    """
    held = standing(kept_decisions(record.database, letter_key(known_as or check.letter.name)))
    findings = identified(check) if held else ()
    pairs: list[tuple[Finding, Decision]] = []
    free = list(findings)
    for decision in held:
        meant = _meant(decision, free)
        if meant is not None:
            free.remove(meant)
            pairs.append((meant.finding, decision))
    hidden = {id(finding) for finding, _ in pairs}
    matched = {decision.number for _, decision in pairs}
    return Decided(
        check=replace(check, findings=tuple(f for f in check.findings if id(f) not in hidden)),
        whole=check,
        decided=tuple(pairs),
        lapsed=tuple(decision for decision in held if decision.number not in matched),
    )


def undecided(check: Check) -> Decided:
    """A check without any decision."""
    return Decided(check, check, (), ())


def _meant(decision: Decision, findings: Sequence[Identified]) -> Identified | None:
    """The finding that a decision is about, or None where its sentence is no more, or cannot be told."""
    alike = [
        one
        for one in findings
        if one.identity == decision.identity
        and SEVERITIES.index(one.finding.severity) >= SEVERITIES.index(decision.severity)
    ]
    if not alike:
        return None
    best = max(alike, key=lambda one: _likeness(one.quote, decision.quote))
    alone = decision.copies == 1 and best.copies == 1
    return best if alone or _likeness(best.quote, decision.quote) >= _SAME_PLACE else None


def _likeness(one: TextQuote, other: TextQuote) -> float:
    """How alike the text before or after two sentences is, whichever is more: an edit spoils one side first."""
    return max(
        fuzz.ratio(one.prefix[-_BESIDE:], other.prefix[-_BESIDE:]),
        fuzz.ratio(one.suffix[:_BESIDE], other.suffix[:_BESIDE]),
    )
