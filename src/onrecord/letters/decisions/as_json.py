"""Decisions as plain values, alone and with the check that they are about."""

from __future__ import annotations

from typing import Any

from onrecord.letters.check.as_json import check_as_json, finding_as_json
from onrecord.letters.decisions.decided import Decided
from onrecord.record.decisions import Decision


def decided_as_json(decided: Decided) -> dict[str, Any]:
    """A check as `check_as_json` gives it, with each finding's number, and the decided findings apart.

    `findings` and its counts are of those that nobody decided. `lapsed` are the decisions that fit none.
    """
    value = check_as_json(decided.check)
    for finding, shown in zip(decided.check.findings, value["findings"], strict=True):
        shown["number"] = decided.number(finding)
    value["summary"]["decided"] = len(decided.decided)
    value["decided"] = [
        {
            **finding_as_json(decided.whole, finding),
            "number": decided.number(finding),
            "decision": decision_as_json(decision),
        }
        for finding, decision in decided.decided
    ]
    value["lapsed"] = [decision_as_json(decision) for decision in decided.lapsed]
    return value


def decision_as_json(decision: Decision) -> dict[str, Any]:
    """A decision with who, when and why; `quote` is a W3C TextQuoteSelector."""
    return {
        "number": decision.number,
        "letter": decision.letter,
        "rule": decision.rule,
        "severity": decision.severity,
        "verdict": decision.verdict,
        "reason": decision.reason,
        "who": decision.who,
        "who_from": decision.who_from,
        "at": decision.at,
        "message": decision.message,
        "words": decision.words,
        "line": decision.line,
        "places": list(decision.places),
        "quote": {
            "type": "TextQuoteSelector",
            "exact": decision.quote.exact,
            "prefix": decision.quote.prefix,
            "suffix": decision.quote.suffix,
        },
        "supersedes": decision.supersedes,
    }
