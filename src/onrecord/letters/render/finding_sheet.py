"""The findings as a dossier shows them, each with the sentence, the evidence and the way to both."""

from __future__ import annotations

from onrecord.citations.model import Span
from onrecord.letters.model import Check, Evidence, Finding
from onrecord.letters.render.letter_sheet import (
    as_note_calls,
    clipped,
    evidence_spans,
    ranked,
    short,
    shown_difference,
)
from onrecord.letters.render.marked import Mark, cut, sentence_around
from onrecord.letters.render.sheet import FindingItem, Link, Proof, Run, Runs
from onrecord.letters.render.shelf import Shelf
from onrecord.letters.render.words import severity_tone, where

LONGEST_SENTENCE = 900


def finding_items(check: Check, shelf: Shelf) -> tuple[FindingItem, ...]:
    """Every finding, in order of weight; its number is the same as in the letter's margin."""
    return tuple(_item(check, shelf, i, finding) for i, finding in enumerate(ranked(check.findings), 1))


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
    )


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
    for quotation in check.quotations:
        overlaps = quotation.span.start < finding.span.end and finding.span.start < quotation.span.end
        if overlaps and "quot" in finding.rule:
            return shown_difference(quotation)
    return ()
