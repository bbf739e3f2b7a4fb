"""Runs the check: find, resolve, compare, then every rule."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from onrecord.analysis.topics import topic as topic_of
from onrecord.citations.antecedents import resolve_citations
from onrecord.citations.blocks import find_blocks
from onrecord.citations.find import find_citations
from onrecord.citations.model import Citation
from onrecord.citations.quotations import find_quotations
from onrecord.errors import UsageError
from onrecord.letters.check.case import Case, inside
from onrecord.letters.check.kept import Kept
from onrecord.letters.check.memory import without_collecting
from onrecord.letters.check.mentions import find_mentions
from onrecord.letters.check.omissions import topics_of
from onrecord.letters.check.rule import SEVERITIES
from onrecord.letters.check.rules import RULES
from onrecord.letters.check.verdicts import judge
from onrecord.letters.model import Check, Finding, Letter
from onrecord.record.model import ReadsRecord

_PLACES = {rule.name: place for place, rule in enumerate(RULES)}


def check(letter: Letter, record: ReadsRecord, *, topic: str = "", without: Collection[str] = ()) -> Check:
    """The letter held against the record: citations resolved, quotations compared, findings by weight.

    `topic` names the topic, or is a query, by which omissions are looked for (default: every named topic
    that the letter is about); `without` names rules to leave out. A `Kept` record keeps what it has read for the
    next check of the letter; `again.Checker` does so while a letter is being written. Raises `UsageError` for a rule
    that does not exist or a topic that cannot be read.
    """
    _refuse_unknown(without)
    with without_collecting():
        return _checked(letter, record, topic, without)


def _checked(letter: Letter, record: ReadsRecord, topic: str, without: Collection[str]) -> Check:
    case = _prepared(letter, record, topic)
    findings = [f for rule in RULES if rule.name not in without for f in rule.findings(case)]
    return Check(
        letter=letter,
        citations=case.citations,
        quotations=case.quotations,
        findings=tuple(sorted(findings, key=_weight)),
        documents=case.cited_documents,
        topics=tuple(found.name for found in case.topics),
    )


def _prepared(letter: Letter, record: ReadsRecord, topic: str) -> Case:
    """The case with everything that the rules look at, found in the order in which each needs the last."""
    spans = [*letter.paragraphs, *(note.span for note in letter.notes)]
    blocks = find_blocks(letter.text, letter.paragraphs, [marker.span for marker in letter.markers])
    apart = [block.span for block in blocks]
    found = [one for one in find_quotations(letter.text, spans) if not inside(one.span.start, apart)]
    found = sorted([*found, *blocks], key=lambda one: one.span)
    topics = (topic_of(topic),) if topic else topics_of(letter)
    case = Case(
        letter,
        record if isinstance(record, Kept) else Kept(record),
        marks=tuple(one.span for one in found),
        topics=topics,
    )
    case = replace(case, citations=_citations(case))
    case = replace(case, quotations=judge(case, found))
    return replace(case, mentions=find_mentions(case))


def _citations(case: Case) -> tuple[Citation, ...]:
    letter = case.letter
    notes = [(note.number, note.span) for note in letter.notes]
    found = find_citations(letter.text, notes=notes)
    markers = [(marker.number, marker.span) for marker in letter.markers]
    return resolve_citations(found, case.record, text=letter.text, notes=notes, markers=markers)


def _refuse_unknown(names: Collection[str]) -> None:
    known = {rule.name for rule in RULES}
    for name in names:
        if name not in known:
            raise UsageError(
                f"There is no rule '{name}'.", hint=f"The rules are: {', '.join(sorted(known))}."
            )


def _weight(finding: Finding) -> tuple[int, int, int]:
    return SEVERITIES.index(finding.severity), _PLACES[finding.rule], finding.span.start
