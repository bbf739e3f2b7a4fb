"""Deciding about a finding, and taking a decision back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from onrecord.errors import UsageError
from onrecord.letters.decisions.decided import letter_key, with_decisions
from onrecord.letters.decisions.identity import identified
from onrecord.letters.model import Check, Finding
from onrecord.record.decisions import (
    ACCEPTED,
    DISMISSED,
    WITHDRAWN,
    Decision,
    decision_numbered,
    keep_decision,
)
from onrecord.record.record import Record
from onrecord.settings import Who
from onrecord.settings import who as who_is
from onrecord.told import tell

_LONGEST_REASON = 4000


def decide(
    record: Record,
    check: Check,
    finding: Finding,
    *,
    verdict: str,
    reason: str,
    who: Who | None = None,
    known_as: str = "",
) -> Decision:
    """Keep that a finding of `check` is "accepted" (known, and stays) or "dismissed" (no fault), and why.

    A decision that held for it before is replaced and stays in the history. `who` is who decides (else the
    user of this machine), `known_as` the name of the letter where its file bears another. Raises UsageError
    for another verdict, for a reason without words, and for a finding that is not one of the check's.
    """
    if verdict not in {ACCEPTED, DISMISSED}:
        raise UsageError(
            tell(
                "A finding is %(ACCEPTED)s or %(DISMISSED)s, not “%(verdict)s”.",
                ACCEPTED=ACCEPTED,
                DISMISSED=DISMISSED,
                verdict=verdict,
            )
        )
    reason = _words(reason)
    named = who or who_is()
    known = next((one for one in identified(check) if one.finding is finding), None)
    if known is None:
        raise UsageError(tell("This finding is none of the check's."), hint=tell("Check the letter again."))
    before = with_decisions(check, record, known_as=known_as).decision_on(finding)
    return keep_decision(
        record.database,
        Decision(
            letter=letter_key(known_as or check.letter.name),
            rule=finding.rule,
            severity=finding.severity,
            identity=known.identity,
            verdict=verdict,
            reason=reason,
            who=named.name,
            who_from=named.source,
            at=_now(),
            quote=known.quote,
            words=known.words,
            message=finding.message,
            places=known.places,
            line=finding.line,
            copies=known.copies,
            supersedes=before.number if before else None,
        ),
    )


def withdraw(record: Record, number: int, *, reason: str, who: Who | None = None) -> Decision:
    """Take the decision of this number back; its finding is told again. Both stay in the history.

    Raises NotOnRecord where there is no such decision, UsageError where it holds no more or is itself a
    withdrawal, and for a reason without words.
    """
    before = decision_numbered(record.database, number)
    if before.verdict == WITHDRAWN:
        raise UsageError(
            tell("Decision %(number)s is a withdrawal.", number=number),
            hint=tell("To undo it, decide the finding again."),
        )
    named = who or who_is()
    return keep_decision(
        record.database,
        replace(
            before,
            verdict=WITHDRAWN,
            reason=_words(reason),
            who=named.name,
            who_from=named.source,
            at=_now(),
            supersedes=number,
            number=0,
        ),
    )


def _words(reason: str) -> str:
    words = " ".join(reason.split())
    if not words:
        raise UsageError(
            tell("A decision needs its reason."),
            hint=tell("Say in a few words why: who reads it next was not there."),
        )
    if len(words) > _LONGEST_REASON:
        raise UsageError(
            tell(
                "The reason is longer than %(most)s characters.",
                most=f"{_LONGEST_REASON:,}",
            ),
            hint=tell("Say it shorter."),
        )
    return words


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
