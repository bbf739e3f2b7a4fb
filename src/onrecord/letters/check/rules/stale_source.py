"""A present tense that rests on old sources alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Citation, Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.iso_dates import day_of
from onrecord.letters.check.own_words import found_in
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell

# "continues to detain", "is still held", "currently", "to this day". Not "have continued since then".
_PRESENT = re.compile(
    r"\b(?:continues?\s+to\s+(?:\w+ly\s+)?\w+|(?:is|are)\s+still\s+\w+|currently|at present|nowadays|to this day|"
    r"remains?\s+(?:in force|in prison|detained|imprisoned|widespread|common|unresolved))\b",
    re.IGNORECASE,
)
_OLD = 5  # years


def find(case: Case) -> Iterator[Said]:
    """Each sentence in the present tense whose sources are all at least five years older than the letter."""
    written = day_of(case.letter.date)
    for span, found in found_in(_PRESENT, case, case.sentences) if written else ():
        cited = _called_next(case, span)
        years = [_year(case, citation) for citation in cited]
        if written and years and all(years) and max(years) <= written.year - _OLD:
            yield Said(
                span,
                tell(
                    "“%(words)s” speaks of the present; its source is of %(max)s, the letter of %(year)s.",
                    words=found.group(),
                    max=max(years),
                    year=written.year,
                ),
                tuple(Evidence(tell("the source"), span=citation.span) for citation in cited),
                tell("Add a newer source, or say as of when."),
            )


def _called_next(case: Case, span: Span) -> list[Citation]:
    """The citations of the first note called after these words in their sentence."""
    sentence = case.sentence_at(span.start)
    marker = next((m for m in case.markers_in(sentence) if m.span.start >= span.end), None)
    return [c for c in case.citations if marker is not None and c.note == marker.number]


def _year(case: Case, citation: Citation) -> int:
    """The year of a source: as stated, of the document on the record, or of what an "Id." stands for; else 0."""
    document = case.document(citation.symbol)
    for date in (citation.stated_date, document.date if document else ""):
        if date[:4].isdigit():
            return int(date[:4])
    at = citation.antecedent
    before = case.citations[at] if at is not None else citation
    return _year(case, before) if before.span.start < citation.span.start else 0


RULE = Rule("stale_source", NOTICE, "A present tense rests on old sources alone.", find)
