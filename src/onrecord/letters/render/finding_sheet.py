"""The findings as a dossier shows them, each with the sentence, the evidence and the way to both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.citations.model import Span
from onrecord.letters.decisions import Decided
from onrecord.letters.model import Check, Edit, Evidence, Finding
from onrecord.letters.render.letter_sheet import (
    as_note_calls,
    clipped,
    evidence_spans,
    ranked,
    short,
    shown_difference,
)
from onrecord.letters.render.marked import Mark, cut, sentence_around, shown_stretches
from onrecord.letters.render.sheet import FindingItem, Link, Proof, Run, Runs
from onrecord.letters.render.shelf import Shelf
from onrecord.letters.render.words import day, severity_tone, where

LONGEST_SENTENCE = 900
MOST_EDITS = 8
BESIDE = 24
SHORT_ROW = 3  # so many places are soon read again


def finding_items(check: Check, shelf: Shelf, decided: Decided | None = None) -> tuple[FindingItem, ...]:
    """Every finding, in order of weight; its number is the same as in the letter's margin.

    Those that people decided stand among them, with what was decided.
    """
    items = (
        replace(_item(check, shelf, i, finding), decision=_decision(decided, finding))
        for i, finding in enumerate(ranked(check.findings), 1)
    )
    return tuple(_without_repeating(items))


def _without_repeating(items: Iterable[FindingItem]) -> Iterator[FindingItem]:
    """The items, a long row of places that an earlier one shows in full referred to instead of printed again."""
    shown: dict[tuple[tuple[str, Runs], ...], FindingItem] = {}
    for item in items:
        row = tuple((proof.where, proof.words) for proof in item.proofs)
        first = shown.setdefault(row, item)
        if first is item or len(row) < SHORT_ROW:
            yield item
        else:
            step = Link(first.anchor, f"finding {first.number}")
            yield replace(item, proofs=(Proof(why=f"The same {len(row)} places are shown at", step=step),))


def _decision(decided: Decided | None, finding: Finding) -> str:
    decision = decided.decision_on(finding) if decided else None
    if decision is None:
        return ""
    verdict = decision.verdict.capitalize()
    return f"{verdict} by {decision.who} ({decision.who_from}), {day(decision.at[:10])}: {decision.reason}"


def _item(check: Check, shelf: Shelf, i: int, finding: Finding) -> FindingItem:
    tone = severity_tone(finding.severity)
    back = Link(f"finding{i}", f"finding {i}: {short(finding.message)}")
    return FindingItem(
        anchor=f"finding{i}",
        number=f"F{i}",
        tone=tone,
        rule=finding.rule.replace("_", " ").replace("-", " "),
        message=finding.message,
        sentence=_sentence(check, finding.span, f"f-{tone.key}"),
        step=Link(f"f{i}", f"{check.letter.place_of(finding.span.start)} of the letter"),
        proofs=tuple(_proof(check, shelf, evidence, back) for evidence in finding.evidence),
        difference=_difference(check, finding),
        suggestion=finding.suggestion,
        repairs=_repairs(check.letter.text, finding),
        repair_why=finding.repair.why if finding.repair else "",
    )


def _repairs(text: str, finding: Finding) -> tuple[Runs, ...]:
    """Each edit of words among the words beside it: what goes out is "out", what is put in is "in"."""
    edits = finding.repair.edits if finding.repair else ()
    said = [edit for edit in edits if edit.text.strip() or text[edit.span.start : edit.span.end].strip()]
    return tuple(_edit(text, edit) for edit in said[:MOST_EDITS])


def _edit(text: str, edit: Edit) -> Runs:
    start = text.rfind(" ", 0, max(edit.span.start - BESIDE, 0)) + 1
    end = text.find(" ", min(edit.span.end + BESIDE, len(text)))
    start = max(start, text.rfind("\n", 0, edit.span.start) + 1)
    stops = [at for at in (end, text.find("\n", edit.span.end)) if at >= 0]
    runs = (
        Run(text[start : edit.span.start]),
        Run(text[edit.span.start : edit.span.end], ("out",)),
        Run(edit.text, ("in",)),
        Run(text[edit.span.end : min([*stops, len(text)])]),
    )
    return tuple(run for run in runs if run.text)


def _sentence(check: Check, span: Span, tone: str) -> Runs:
    letter = check.letter
    holders = [*letter.paragraphs, *(note.span for note in letter.notes)]
    whole = Span(0, len(letter.text))
    within = next((s for s in holders if s.start <= span.start < max(s.end, s.start + 1)), whole)
    sentence = sentence_around(letter.text, span, Span(within.start, max(within.end, span.end)))
    shown = Span(sentence.start, min(sentence.end, sentence.start + LONGEST_SENTENCE))
    marks = [Mark(marker.span, "note-call") for marker in letter.markers]
    marks.append(Mark(Span(max(span.start, shown.start), min(span.end, shown.end)), tone))
    runs = as_note_calls(cut(letter.text.replace("\n", " "), shown, marks))
    before = () if shown.start <= within.start else (Run("… "),)
    after = () if shown.end >= within.end else (Run(" …"),)
    return (*before, *runs, *after)


def _proof(check: Check, shelf: Shelf, evidence: Evidence, back: Link) -> Proof:
    if evidence.place:
        place = evidence.place
        card = shelf.ask_place(place, back)
        page = shelf.page(place.symbol, place.page) if card else place.page
        return Proof(
            why=evidence.why,
            where=where(place.symbol, place.paragraph, page),
            words=(Run(clipped(place.words)),) if place.words else (),
            step=Link(card, f"Source {card[1:]}") if card else None,
        )
    if evidence.span:
        anchor = f"e{evidence_spans(check).index(evidence.span) + 1}"
        there = check.letter.place_of(evidence.span.start)
        words = check.letter.text[evidence.span.start : evidence.span.end]
        return Proof(
            why=evidence.why,
            where="the letter itself",
            words=(Run(clipped(" ".join(words.split()), 300)),),
            step=Link(anchor, there),
        )
    return Proof(why=evidence.why)


def _difference(check: Check, finding: Finding) -> Runs:
    if finding.difference:
        return shown_stretches(finding.difference)
    for quotation in check.quotations:
        overlaps = quotation.span.start < finding.span.end and finding.span.start < quotation.span.end
        if overlaps and "quot" in finding.rule:
            return shown_difference(quotation)
    return ()
