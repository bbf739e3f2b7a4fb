"""A note whose own quotation dates the matter otherwise than the text that calls it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.letters.model import Evidence, LetterNote
from onrecord.told import tell
from onrecord.un.dates import DateBounds, find_dates

# "(“Indeed, Guterres would …": words quoted in support, after the source; a title stands before it.
_SUPPORT = re.compile(r"(?:\(|:|\b(?:stating|saying|that|noting|reports))\s*[“\"„«]$")
_REFERS_BACK = re.compile(r"\b(?:these|those|they|them|this|that time|then|there)\b", re.IGNORECASE)
_MID = re.compile(r"mid\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")
# So many words of a sentence must stand in the quotation before both are taken to tell one thing.
_SHARED = 5


class _Dated(NamedTuple):
    bounds: DateBounds
    span: Span


def find(case: Case) -> Iterator[Said]:
    """Each note whose supporting quotation gives one date, and the text another that excludes it."""
    for note in case.letter.notes:
        support = next((mark for mark in case.marks if _supports(case, note, mark)), None)
        theirs = _only_date(case, support) if support else None
        if support is None or theirs is None:
            continue
        for marker in case.letter.markers:
            sentence = case.sentence_at(marker.span.start)
            mine = _date_of(case, sentence) if marker.number == note.number else None
            if mine and _shares(case, sentence, support) and _apart(mine.bounds, theirs.bounds):
                yield Said(
                    mine.span,
                    tell(
                        "The text says %(words)s; the words quoted in note %(number)s say %(words2)s, for what looks "
                        "like the same.",
                        words=case.words(mine.span),
                        number=note.number,
                        words2=case.words(theirs.span),
                    ),
                    (
                        Evidence(tell("note %(number)s", number=note.number), span=support),
                        Evidence(tell("the sentence"), span=sentence),
                    ),
                    tell("Look up which date the source gives, or say what sets the two apart."),
                )


def _supports(case: Case, note: LetterNote, mark: Span) -> bool:
    if not note.span.start < mark.start < note.span.end or len(case.words(mark).split()) < _SHARED:
        return False
    return bool(_SUPPORT.search(case.letter.text[note.span.start : mark.start]))


def _only_date(case: Case, span: Span) -> _Dated | None:
    found = [d for d in find_dates(case.letter.text[span.start : span.end]) if d.bounds.low]
    if len(found) != 1:
        return None
    return _Dated(found[0].bounds, Span(span.start + found[0].start, span.start + found[0].end))


def _date_of(case: Case, sentence: Span) -> _Dated | None:
    """The one date of the sentence, or of the one before where the sentence refers back to it."""
    if find_dates(case.words(sentence)):
        return _only_date(case, sentence)
    before = case.sentences_from(0, sentence.start)
    same = before and case.paragraph_at(before[-1].start) == case.paragraph_at(sentence.start)
    return _only_date(case, before[-1]) if same and _REFERS_BACK.search(case.words(sentence)) else None


def _shares(case: Case, sentence: Span, support: Span) -> bool:
    mine, theirs = ({word.lower()[:6] for word in _WORD.findall(case.words(s))} for s in (sentence, support))
    return len(mine & theirs) >= _SHARED


def _apart(one: DateBounds, other: DateBounds) -> bool:
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return False
    if _MID.match(other.as_written):  # of a decade: its years 3 to 6
        return one.low.year > other.low.year + 6 or one.high.year < other.low.year + 3
    return one.high < other.low or other.high < one.low


RULE = Rule(
    "note_and_text_dates", WARNING, "A note's quotation dates the matter otherwise than the text.", find
)
