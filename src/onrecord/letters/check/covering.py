"""Which citation covers which quotation: by number beside it, by the marker after it, or carried over."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case

# What may stand between a recommendation's number and its words: "186.66 (“Invite …", "“Invite …” (186.66".
_BESIDE = re.compile(
    r"[\s,:;()\[\]“”\"«»|–—-]{0,12}(?:(?:see|cf\.)\s+)?(?:paras?\.\s*|rec(?:ommendation)?\.?\s*(?:no\.?\s*)?)?",
    re.IGNORECASE,
)
# Words between a recommendation's number and the quotation that it leads to.
_LEAD = 120
_NOT_A_NUMBER = re.compile(r"\((?:e\.g|i\.e|cf)\b")


class Cover(NamedTuple):
    """Indices into `Case.citations`, best first.

    `beside` are citations that stand at the quotation itself and bind it to their pinpoint; `noted` are
    those of its sentence's next marker; `carried` those of the marker before it in its paragraph, which
    it may still rest on ("They added that …"), or of the sentence after it ("… It was refused.1").
    """

    beside: tuple[int, ...]
    noted: tuple[int, ...]
    carried: tuple[int, ...]
    missing: str = ""


def cover(case: Case, quotation: Span) -> Cover:
    """The citations that cover the quotation; `missing` is the marker of a note that does not exist."""
    if not case.in_body(quotation.start):
        return _in_note(case, quotation)
    sentence = case.sentence_at(quotation.start)
    in_text = [at for at, c in enumerate(case.citations) if c.note is None and _touches(c.span, sentence)]
    beside = (
        tuple(at for at in in_text if _is_beside(case, case.citations[at].span, quotation))
        or tuple(at for at in in_text[::-1] if _leads_to(case, at, quotation))[:1]
        or tuple(at for at in in_text if _closes(case, at, quotation))[:1]
    )
    marker = next((m for m in case.markers_in(sentence) if m.span.start >= quotation.end), None)
    noted: list[int] = []
    missing = ""
    if marker is not None:
        noted = _of_notes(case, _row(case, marker.span.start))
        missing = "" if noted or case.note(marker.number) else marker.number
    noted += [at for at in in_text if at not in beside and case.citations[at].kind != "recommendation"]
    carried = () if noted or missing else (*_carried(case, quotation), *_called_next(case, sentence))
    return Cover(beside, tuple(noted), carried, missing)


def _touches(span: Span, sentence: Span) -> bool:
    return sentence.start <= span.start < sentence.end


def _row(case: Case, start: int) -> set[str]:
    """The numbers of the markers that stand in one row from `start`: "22,23"."""
    row: set[str] = set()
    end = start
    for marker in case.markers_in(Span(start, len(case.letter.text))):
        if case.letter.text[end : marker.span.start].strip(" ,;"):
            break
        row.add(marker.number)
        end = marker.span.end
    return row


def _of_notes(case: Case, numbers: set[str]) -> list[int]:
    return [at for at, c in enumerate(case.citations) if c.note in numbers]


def _is_beside(case: Case, number: Span, quotation: Span) -> bool:
    text = case.letter.text
    between = (
        text[number.end : quotation.start]
        if number.end <= quotation.start
        else text[quotation.end : number.start]
    )
    return bool(_BESIDE.fullmatch(between)) and not _NOT_A_NUMBER.search(between)


def _leads_to(case: Case, at: int, quotation: Span) -> bool:
    """Whether a recommendation's number leads to it: "In 186.66 Canada asked China to “invite …"."""
    citation = case.citations[at]
    between = case.letter.text[citation.span.end : quotation.start - 1]
    near = citation.span.end <= quotation.start and len(between) <= _LEAD
    return citation.kind == "recommendation" and near and not re.search(r"[“”\"«»;]", between)


def _closes(case: Case, at: int, quotation: Span) -> bool:
    """Whether a bare number in brackets ends what is said with the words: "“under which …”, be repealed (105.2)"."""
    citation = case.citations[at]
    text = case.letter.text
    between = text[quotation.end : citation.span.start]
    near = quotation.end < citation.span.start and len(between) <= _LEAD
    bracketed = between.endswith("(") and text[citation.span.end : citation.span.end + 1] == ")"
    said = between[1:-1] if near and bracketed else "("
    return citation.kind == "recommendation" and not re.search(r"[“”\"«»;()]", said)


def _carried(case: Case, quotation: Span) -> tuple[int, ...]:
    paragraph = case.paragraph_at(quotation.start)
    before = [m for m in case.letter.markers if paragraph.start <= m.span.start < quotation.start]
    return tuple(_of_notes(case, {before[-1].number})) if before else ()


def _called_next(case: Case, sentence: Span) -> tuple[int, ...]:
    """The citations of the note that the sentence after calls, if it quotes nothing itself."""
    paragraph = case.paragraph_at(sentence.start)
    after = next(iter(case.sentences_from(sentence.end, paragraph.end)), None)
    if after is None or any(after.start <= mark.start < after.end for mark in case.marks):
        return ()
    called = case.markers_in(after)
    return tuple(_of_notes(case, {called[0].number})) if called else ()


def _in_note(case: Case, quotation: Span) -> Cover:
    """In a note the citation before the quotation covers it: "A/HRC/25/5, para. 186.66 (“Invite …”)"."""
    note = next((n for n in case.letter.notes if n.span.start <= quotation.start < n.span.end), None)
    before = [
        at
        for at, c in enumerate(case.citations)
        if note is not None and c.note == note.number and c.span.end <= quotation.start and c.symbol
    ]
    return Cover((), tuple(before[-1:]), ())
