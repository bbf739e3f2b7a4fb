"""A check as the JSON object that `onrecord check --json` prints."""

from __future__ import annotations

from collections import Counter
from typing import Any

from onrecord.citations.model import Change, Citation, Place, Quotation
from onrecord.letters.check.rule import SEVERITIES
from onrecord.letters.model import Check, Evidence, Finding, Repair


def check_as_json(check: Check) -> dict[str, Any]:
    """The check as plain values; spans count characters of the letter's text, lines of it from 1.

    `place` says where in the file a person finds it: "line 49", "paragraph 14", "page 2, note 7".
    """
    return {
        "letter": check.letter.name,
        "summary": _summary(check),
        "citations": [_citation(citation) for citation in check.citations],
        "quotations": [_quotation(check, quotation) for quotation in check.quotations],
        "findings": [finding_as_json(check, finding) for finding in check.findings],
        "form": check.letter.form,
        "problems": list(check.letter.problems),
    }


def _summary(check: Check) -> dict[str, Any]:
    severities = Counter(finding.severity for finding in check.findings)
    return {
        "findings": {severity: severities[severity] for severity in SEVERITIES},
        "quotations": dict(sorted(Counter(q.verdict for q in check.quotations).items())),
        "citations": dict(sorted(Counter(c.status for c in check.citations).items())),
        "documents": list(check.documents),
        "topics": list(check.topics),
    }


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "span": list(citation.span),
        "as_written": citation.as_written,
        "note": citation.note,
        "kind": citation.kind,
        "status": citation.status,
        "symbol": citation.symbol,
        "pinpoints": list(citation.pinpoints),
        "reason": citation.reason,
        "antecedent": citation.antecedent,
        "inferred": citation.inferred,
        "stated_date": citation.stated_date,
        "stated_title": citation.stated_title,
        "url": citation.url,
    }


def _quotation(check: Check, quotation: Quotation) -> dict[str, Any]:
    return {
        "span": list(quotation.span),
        "line": check.letter.line_of(quotation.span.start),
        "place": check.letter.place_of(quotation.span.start),
        "text": quotation.text,
        "verdict": quotation.verdict,
        "cited": quotation.cited,
        "at": _place(quotation.at),
        "cited_at": _place(quotation.cited_at),
        "difference": [_change(change) for change in quotation.difference],
        "reason": quotation.reason,
    }


def _change(change: Change) -> dict[str, Any]:
    return {"kind": change.kind, "quoted": change.quoted, "source": change.source, "marked": change.marked}


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {"symbol": place.symbol, "paragraph": place.paragraph, "page": place.page, "words": place.words}


def finding_as_json(check: Check, finding: Finding) -> dict[str, Any]:
    """A finding as plain values; `difference` and `repair` are null where it has none."""
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "span": list(finding.span),
        "line": finding.line,
        "place": check.letter.place_of(finding.span.start),
        "words": " ".join(check.letter.text[finding.span.start : finding.span.end].split()),
        "message": finding.message,
        "evidence": [_evidence(check, evidence) for evidence in finding.evidence],
        "suggestion": finding.suggestion,
        "difference": [{"kind": one.kind, "words": one.words} for one in finding.difference] or None,
        "repair": _repair(check, finding.repair),
    }


def _repair(check: Check, repair: Repair | None) -> dict[str, Any] | None:
    if repair is None:
        return None
    edits = [
        {
            "span": list(edit.span),
            "words": check.letter.text[edit.span.start : edit.span.end],
            "text": edit.text,
        }
        for edit in repair.edits
    ]
    return {"why": repair.why, "edits": edits}


def _evidence(check: Check, evidence: Evidence) -> dict[str, Any]:
    if evidence.place is not None:
        return {"why": evidence.why, **(_place(evidence.place) or {})}
    span = evidence.span
    if span is None:
        return {"why": evidence.why}
    words = " ".join(check.letter.text[span.start : span.end].split())
    return {
        "why": evidence.why,
        "span": list(span),
        "line": check.letter.line_of(span.start),
        "place": check.letter.place_of(span.start),
        "words": words,
    }
