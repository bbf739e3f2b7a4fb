"""A check as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), which editors and forges show.

Columns count Unicode code points (3.14.17). Where the letter's file is plain text, offsets count its own
characters, line ends included, and repairs are offered as fixes. Of any other file the text as read is
put into the log, and regions are places in that text.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from onrecord import __version__
from onrecord.citations.model import Place, Span
from onrecord.errors import SymbolError
from onrecord.letters.check.rule import Rule
from onrecord.letters.check.rules import RULES
from onrecord.letters.decisions import Decided
from onrecord.letters.decisions.identity import Identified, identified
from onrecord.letters.model import Evidence, Finding, Letter, Repair
from onrecord.letters.repairs.original import Original
from onrecord.record.decisions import Decision
from onrecord.un.symbol import parse_symbol

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "onRecordFinding/v1"
_LEVELS = {"error": "error", "warning": "warning", "notice": "note"}

Json = dict[str, Any]


def as_sarif(decided: Decided, uri: str, original: Original | None) -> Json:
    """The whole check as one SARIF log with one run; decided findings are there, suppressed.

    `uri` names the letter's file (`uri_of`), `original` is the file where it is plain text, else None.
    """
    places = _Places(decided.whole.letter, uri, original)
    index = {rule.name: at for at, rule in enumerate(RULES)}
    run: Json = {
        "tool": {
            "driver": {
                "name": "On Record",
                "version": __version__,
                "semanticVersion": _semantic(__version__),
                "language": "en-GB",
                "rules": [_rule(rule) for rule in RULES],
            }
        },
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "artifacts": [places.artifact()],
        "results": [
            _result(places, index, one, decided.decision_on(one.finding)) for one in identified(decided.whole)
        ],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def uri_of(path: Path) -> str:
    """A file's address for a log that travels with it: relative where it lies here or below."""
    try:
        inside = path.resolve().relative_to(Path.cwd().resolve())
    except ValueError:
        return path.resolve().as_uri()
    return quote(inside.as_posix())


class _Places:
    """Places of the letter as SARIF writes them."""

    def __init__(self, letter: Letter, uri: str, original: Original | None) -> None:
        self._letter, self._uri, self.original = letter, uri, original
        self._lines = [0, *(at + 1 for at, char in enumerate(letter.text) if char == "\n")]

    def artifact(self) -> Json:
        """The letter's file, with its text where the file itself is not text."""
        text = self._letter.text.encode("utf-8", "surrogatepass")
        artifact: Json = {"location": {"uri": self._uri, "index": 0}, "roles": ["analysisTarget"]}
        if self.original is None:
            artifact["contents"] = {"text": self._letter.text}
            artifact["hashes"] = {"sha-256-of-text": hashlib.sha256(text).hexdigest()}
        return artifact

    def location(self, span: Span) -> Json:
        """A place with its words."""
        region = self.region(span)
        if span.end > span.start:
            region["snippet"] = {"text": self._own(span)}
        return {"artifactLocation": {"uri": self._uri, "index": 0}, "region": region}

    def region(self, span: Span) -> Json:
        """Lines and columns from 1, and the offset from 0; the end is the column after the last character."""
        start, end = self._position(span.start), self._position(span.end)
        own = self.original.span(span) if self.original else span
        return {
            "startLine": start[0],
            "startColumn": start[1],
            "endLine": end[0],
            "endColumn": end[1],
            "charOffset": own.start,
            "charLength": own.end - own.start,
        }

    def change(self, repair: Repair) -> Json:
        """The edits of a repair."""
        end = self.original.line_end if self.original else "\n"
        return {
            "artifactLocation": {"uri": self._uri, "index": 0},
            "replacements": [
                {
                    "deletedRegion": self.region(edit.span),
                    "insertedContent": {"text": edit.text.replace("\n", end)},
                }
                for edit in repair.edits
            ],
        }

    def _own(self, span: Span) -> str:
        if self.original is None:
            return self._letter.text[span.start : span.end]
        own = self.original.span(span)
        return self.original.text[own.start : own.end]

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1


def _result(places: _Places, index: dict[str, int], one: Identified, decision: Decision | None) -> Json:
    finding = one.finding
    suggestion = f" Suggestion: {finding.suggestion}" if finding.suggestion else ""
    result: Json = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": _message(finding.message + suggestion),
        "locations": [{"physicalLocation": places.location(finding.span)}],
        "partialFingerprints": {FINGERPRINT: one.identity},
        "suppressions": [_suppression(decision)] if decision else [],
    }
    related = list(_related(places, finding))
    if related:
        result["relatedLocations"] = related
    if finding.repair and places.original is not None:
        result["fixes"] = [
            {
                "description": _message(f"This rests on {finding.repair.why}."),
                "artifactChanges": [places.change(finding.repair)],
            }
        ]
    return result


def _related(places: _Places, finding: Finding) -> Iterator[Json]:
    for number, evidence in enumerate(finding.evidence, 1):
        related: Json = {"id": number, "message": _message(_words(evidence))}
        if evidence.span is not None:
            related["physicalLocation"] = places.location(evidence.span)
        elif evidence.place is not None and (url := address_of(evidence.place)):
            related["physicalLocation"] = {"artifactLocation": {"uri": url}}
        yield related


def _words(evidence: Evidence) -> str:
    place = evidence.place
    if place is None:
        return evidence.why
    lead = "para. " if place.paragraph[:1].isdigit() else ""
    where = f"{place.symbol}, {lead}{place.paragraph}" if place.paragraph else place.symbol
    page = f", page {place.page}" if place.page else ""
    words = f": “{place.words}”" if place.words else ""
    return f"{evidence.why}: {where}{page}{words}"


def address_of(place: Place) -> str:
    """The address at which the United Nations serve the document of a place; "" for what is no symbol."""
    try:
        return parse_symbol(place.symbol).url
    except SymbolError:
        return ""


def _suppression(decision: Decision) -> Json:
    return {
        "kind": "external",
        "status": "accepted",
        "justification": f"{decision.verdict} by {decision.who} ({decision.who_from}), {decision.at}: {decision.reason}",
        "properties": {
            "decision": decision.number,
            "verdict": decision.verdict,
            "who": decision.who,
            "whoFrom": decision.who_from,
            "at": decision.at,
            "reason": decision.reason,
        },
    }


def _rule(rule: Rule) -> Json:
    repair = f"Repair: {rule.repairs}." if rule.repairs else "It offers no repair."
    text = f"{rule.about} {repair} Switch it off with --without {rule.name}."
    return {
        "id": rule.name,
        "name": "".join(part.capitalize() for part in rule.name.split("_")),
        "shortDescription": {"text": rule.about},
        "fullDescription": {"text": rule.about},
        "help": {"text": text},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _message(text: str) -> Json:
    """A message; braces are doubled, as single ones hold the place of an argument (3.11.5)."""
    return {"text": text.replace("{", "{{").replace("}", "}}")}


def _semantic(version: str) -> str:
    """The version as SemVer has it: three numbers."""
    numbers = [part for part in version.split(".") if part.isdecimal()][:3]
    return ".".join([*numbers, "0", "0", "0"][:3])
