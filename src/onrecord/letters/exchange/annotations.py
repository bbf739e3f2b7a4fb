"""A check as a collection of annotations (W3C Web Annotation Data Model, Recommendation of 23 February 2017).

Each finding is an annotation whose target has two selectors, the position and the quote. Positions count
Unicode code points of the letter's text, in which a line end is one character.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

from onrecord import __version__
from onrecord.citations.model import Span
from onrecord.letters.decisions import Decided
from onrecord.letters.decisions.identity import AROUND, Identified, identified
from onrecord.letters.exchange.sarif import address_of
from onrecord.letters.model import Edit, Letter
from onrecord.record.decisions import Decision

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# Names of our own within UUID version 5 (RFC 9562, 5.5).
_NAMES = uuid.uuid5(uuid.NAMESPACE_DNS, "onrecord.findings")

Json = dict[str, Any]


def as_annotations(decided: Decided, uri: str) -> Json:
    """The whole check as an AnnotationCollection with one page. `uri` names the letter's file."""
    letter = decided.whole.letter
    items = [
        _annotation(letter, uri, number, one, decided.decision_on(one.finding))
        for number, one in enumerate(identified(decided.whole), 1)
    ]
    return {
        "@context": CONTEXT,
        "id": _name(uri, "collection"),
        "type": "AnnotationCollection",
        "label": f"Findings of On Record in {letter.name}",
        "total": len(items),
        "first": {
            "id": _name(uri, "page"),
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }


def _annotation(letter: Letter, uri: str, number: int, one: Identified, decision: Decision | None) -> Json:
    finding = one.finding
    return {
        "id": _name(uri, one.identity, str(number)),
        "type": "Annotation",
        "motivation": "assessing",
        "generator": {"type": "Software", "name": f"On Record {__version__}"},
        "body": list(_bodies(letter, one, decision)),
        "target": {"source": uri, "selector": selectors(letter, finding.span)},
    }


def _bodies(letter: Letter, one: Identified, decision: Decision | None) -> Iterator[Json]:
    finding = one.finding
    yield _text(finding.message, "assessing")
    yield _text(finding.rule, "tagging")
    yield _text(finding.severity, "classifying")
    if finding.suggestion:
        yield _text(finding.suggestion, "commenting")
    for evidence in finding.evidence:
        place = evidence.place
        address = address_of(place) if place else ""
        if place and address and place.words:
            yield {
                "type": "SpecificResource",
                "purpose": "linking",
                "source": address,
                "selector": {"type": "TextQuoteSelector", "exact": place.words},
            }
        where = f": {place.symbol}, {place.paragraph}".rstrip(", ") if place else ""
        yield _text(f"{evidence.why}{where}", "describing")
    for edit in finding.repair.edits if finding.repair else ():
        yield _text(_edit(letter, edit), "editing")
    if decision is not None:
        yield {
            **_text(f"{decision.verdict}: {decision.reason}", "moderating"),
            "creator": {"type": "Person", "name": decision.who},
            "created": decision.at,
        }


def _edit(letter: Letter, edit: Edit) -> str:
    before = letter.text[edit.span.start : edit.span.end]
    if not before:
        return f"Put in “{edit.text}”."
    return f"Put “{edit.text}” for “{before}”." if edit.text else f"Take out “{before}”."


def selectors(letter: Letter, span: Span) -> list[Json]:
    """The two selectors of a place; they select the same words. An empty place is widened to its line."""
    if span.end <= span.start:
        end = letter.text.find("\n", span.start)
        span = Span(letter.text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(letter.text))
    text = letter.text
    return [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        {
            "type": "TextQuoteSelector",
            "exact": text[span.start : span.end],
            "prefix": text[max(0, span.start - AROUND) : span.start],
            "suffix": text[span.end : span.end + AROUND],
        },
    ]


def _text(value: str, purpose: str) -> Json:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "format": "text/plain",
        "language": "en",
        "value": value,
    }


def _name(*parts: str) -> str:
    return uuid.uuid5(_NAMES, "\n".join(parts)).urn
