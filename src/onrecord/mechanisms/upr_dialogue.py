"""What was said in a review: the State's presentation, each speaker's statement, the answers.

Source of the layout: reports of the Working Group, sections I.A "Presentation by the State under review" and
I.B "Interactive dialogue and responses by the State under review", one paragraph or several a speaker.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from onrecord.documents.language import language_of
from onrecord.documents.model import Document, Paragraph
from onrecord.mechanisms import speech_patterns as patterns
from onrecord.mechanisms.facts_patterns_other import FORMULAS
from onrecord.mechanisms.model import Entry, Inference, ReviewFacts
from onrecord.mechanisms.upr_speakers import OPEN, REPLY, SAME, STATEMENT, Speech, speech
from onrecord.mechanisms.upr_speakers_other import speech_in

NOT_TOLD = "no speaker is named, and the paragraph before is no answer of the State under review"


def section_of(paragraph: Paragraph) -> str:
    """The section of the report in which a paragraph stands: "presentation", "dialogue" or ""."""
    return _section_under(paragraph.headings) if paragraph.zone == "body" else ""


@lru_cache(maxsize=256)
def _section_under(headings: tuple[str, ...]) -> str:
    for heading in reversed(headings):
        if patterns.PRESENTATION.search(heading):
            return "presentation"
        if patterns.DIALOGUE.search(heading):
            return "dialogue"
    return ""


def statements(document: Document, facts: ReviewFacts) -> tuple[Entry, ...]:
    """Every paragraph of the presentation and of the dialogue as a statement or a reply, in order.

    A paragraph whose speaker is not told is a statement by nobody, with the reason in `inferred`; where the
    speaker follows from the paragraph before, that stands in `inferred` too.
    """
    return tuple(_entries(document, facts))


def _entries(document: Document, facts: ReviewFacts) -> Iterator[Entry]:
    before, at = Speech(OPEN), ""
    for paragraph in document.paragraphs:
        section = section_of(paragraph)
        if not section or not paragraph.text:
            continue
        number = paragraph.pinpoint or at
        if section == "presentation":
            spoken = Speech(REPLY, (facts.state,) if facts.state else ())
        else:
            spoken = _settled(_speech(paragraph.text, facts.state, document.language), before, at)
            before = spoken
        at = number
        yield _entry(paragraph, number, section, spoken, facts)


def _speech(text: str, under_review: str, language: str) -> Speech:
    """Who speaks; a report in two languages (A/HRC/12/16) is read paragraph by paragraph in its own."""
    if language in FORMULAS and language_of(text) != "en":
        return speech_in(text, under_review, language)
    return speech(text, under_review)


def _settled(found: Speech, before: Speech, at: str) -> Speech:
    """Who speaks, where the opening words lean on the paragraph before."""
    if found.kind in {STATEMENT, REPLY} or (found.kind == OPEN and found.evidence):
        return found
    if before.by and (found.kind == SAME or before.kind == REPLY):
        return Speech(before.kind, before.by, evidence=f"goes on after para. {at}")
    return Speech(OPEN, evidence=NOT_TOLD)


def _entry(paragraph: Paragraph, number: str, section: str, spoken: Speech, facts: ReviewFacts) -> Entry:
    return Entry(
        kind="reply" if spoken.kind == REPLY else "statement",
        symbol=facts.symbol,
        section=section,
        paragraph=number,
        page=paragraph.page,
        text=paragraph.text,
        as_printed=paragraph.printed or paragraph.text,
        by=tuple(code for code in spoken.by if code),
        by_as_printed=spoken.as_printed,
        on_behalf_of=spoken.on_behalf_of,
        to=facts.state,
        cycle=facts.cycle,
        session=facts.session,
        date=facts.date,
        inferred=(Inference("by", spoken.evidence),) if spoken.evidence else (),
        place=paragraph.place(0, len(paragraph.text)),
    )
