"""What makes a finding the same finding after the letter was edited elsewhere.

A finding is known by its rule, the sentence in which it stands, the words found there and the places on
the record and in the letter on which it rests. Spaces, the form in which letters are composed and the numbers of notes
are left aside: a note put in further up renumbers all that follow. When the sentence changes, it is another finding.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.citations.model import Span
from onrecord.citations.passages import find_sentences
from onrecord.citations.quotations import find_quotations
from onrecord.letters.model import Check, Finding, Letter
from onrecord.record.decisions import TextQuote

# How many characters before and after the sentence tell it from another of the same words.
AROUND = 48
# Enough raw text for as many characters once spaces and markers are out.
_RAW = 6 * AROUND


@dataclass(frozen=True, slots=True)
class Identified:
    """A finding with what tells it from others; `copies` findings of the letter share this identity."""

    finding: Finding
    identity: str
    quote: TextQuote
    words: str
    places: tuple[str, ...]
    copies: int


def identified(check: Check) -> tuple[Identified, ...]:
    """Every finding of the check, in its order."""
    known = list(_identified(check))
    copies = Counter(one.identity for one in known)
    return tuple(
        Identified(one.finding, one.identity, one.quote, one.words, one.places, copies[one.identity])
        for one in known
    )


def _identified(check: Check) -> Iterator[Identified]:
    anchors = Anchors(check.letter)
    nth: Counter[tuple[str, Span, str, tuple[str, ...]]] = Counter()
    for finding in check.findings:
        sentence = anchors.sentence(finding.span)
        words = anchors.plain(finding.span)
        places = tuple(_places(finding, anchors))
        here = finding.rule, sentence, words, places
        nth[here] += 1
        parts = [finding.rule, anchors.plain(sentence), words, *places, nth[here]]
        identity = hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode("utf-8", "surrogatepass"))
        yield Identified(finding, identity.hexdigest()[:32], anchors.quote(sentence), words, places, 1)


def _places(finding: Finding, anchors: Anchors) -> Iterator[str]:
    for evidence in finding.evidence:
        if evidence.place is not None:
            yield f"{evidence.place.symbol}, {evidence.place.paragraph}".strip(", ")
        elif evidence.span is not None:
            yield f"“{anchors.plain(evidence.span)[:200]}”"


class Anchors:
    """Places in a letter as words that survive edits elsewhere."""

    def __init__(self, letter: Letter) -> None:
        self._letter = letter
        notes = [note.span for note in letter.notes]
        shut = [one.span for one in find_quotations(letter.text, [*letter.paragraphs, *notes])]
        self._sentences = sorted(
            [s for p in letter.paragraphs for s in find_sentences(letter.text, p, shut)] + notes
        )

    def sentence(self, span: Span) -> Span:
        """The sentence, or the note, that holds the span; several where it holds several; else its line."""
        last = max(span.start, span.end - 1)
        held = [s for s in self._sentences if s.start <= last and span.start < max(s.end, s.start + 1)]
        if held:
            return Span(min(held[0].start, span.start), max(held[-1].end, span.end))
        text = self._letter.text
        end = text.find("\n", span.end)
        return Span(text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text))

    def plain(self, span: Span) -> str:
        """The words of the span in NFC, in one line, without the markers of notes."""
        text, at, parts = self._letter.text, span.start, list[str]()
        for marker in self._letter.markers:
            if span.start <= marker.span.start and marker.span.end <= span.end:
                parts.append(text[at : marker.span.start])
                at = marker.span.end
        parts.append(text[at : span.end])
        return " ".join(unicodedata.normalize("NFC", "".join(parts)).split())

    def quote(self, sentence: Span) -> TextQuote:
        """The sentence as a text quote with what stands before and after it."""
        before = self.plain(Span(max(0, sentence.start - _RAW), sentence.start))
        after = self.plain(Span(sentence.end, min(len(self._letter.text), sentence.end + _RAW)))
        return TextQuote(self.plain(sentence), before[-AROUND:], after[:AROUND])
