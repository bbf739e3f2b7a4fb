"""A cited paragraph whose own count does not fit the list in its note."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Citation
from onrecord.documents.model import Document, Paragraph
from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.un.states import parse_state_list

_UNITS = ("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
          "seventeen eighteen nineteen").split()  # fmt: skip
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBER = rf"(?:(?:{'|'.join(_TENS)})(?:[-\s\u2010\u2011\ufffe]+(?:{'|'.join(_UNITS[:9])}))?|{'|'.join(_UNITS)}|\d+)"
# "Fifty-five delegations were not able to make their statements", "statements by 12 other States".
_COUNTED = re.compile(
    rf"\b(?P<number>{_NUMBER})\s+(?:other\s+|additional\s+|further\s+)?(?:delegations|States|countries)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(r"\b(?P<number>\d+)(?:st|nd|rd|th)\s+meeting\b")


def find(case: Case) -> Iterator[Said]:
    """Each cited paragraph whose number of delegations is not that of its list, or whose meeting differs."""
    seen: set[tuple[str, str]] = set()
    for citation in case.citations:
        document = case.document(citation.symbol)
        for pinpoint in citation.pinpoints if document else ():
            number = pinpoint.split(",")[0]
            paragraph = document.paragraph(number) if document else None
            if document is None or paragraph is None or (citation.symbol, number) in seen:
                continue
            seen.add((citation.symbol, number))
            yield from _miscounted(case, citation, document, paragraph)
            if citation.symbol in case.reviews:
                yield from _other_meeting(case, citation, document, paragraph)


def _miscounted(case: Case, citation: Citation, document: Document, paragraph: Paragraph) -> Iterator[Said]:
    for note in document.notes_of(paragraph.pinpoint):
        listed = parse_state_list(note.text.strip().rstrip("."))
        call = next((c.start for c in paragraph.note_calls if c.mark == note.mark), len(paragraph.text))
        counted = list(_COUNTED.finditer(paragraph.text, 0, call + 1))
        if listed is None or not counted:
            continue
        says = _value(counted[-1]["number"])
        names = len(listed.states)
        if names > 1 and says != names:
            yield Said(
                citation.span,
                f"{citation.symbol} contradicts itself: para. {paragraph.pinpoint} has “{counted[-1].group()}”, "
                f"its note {note.mark} lists {names}. Give no number, or both.",
                (
                    Evidence("the number", case.place(citation.symbol, paragraph.pinpoint)),
                    Evidence(
                        "the list",
                        case.place(citation.symbol, f"{paragraph.pinpoint}, note {note.mark}", note.text),
                    ),
                ),
            )


def _other_meeting(
    case: Case, citation: Citation, document: Document, paragraph: Paragraph
) -> Iterator[Said]:
    """The meeting of the review in the first paragraph, against the presentation's in the fifth."""
    first, fifth = document.paragraph("1"), document.paragraph("5")
    if first is None or fifth is None or paragraph.pinpoint not in {"1", "5"}:
        return
    reviewed = re.search(r"review of [^.]*? was held at the (\d+)(?:st|nd|rd|th)\s+meeting", first.text)
    presented = _MEETING.search(fifth.text)
    if reviewed and presented and reviewed[1] != presented["number"]:
        yield Said(
            citation.span,
            f"{citation.symbol} contradicts itself: para. 1 puts the review at meeting {reviewed[1]}, para. 5 at "
            f"meeting {presented['number']}.",
            (
                Evidence("one", case.place(citation.symbol, "1")),
                Evidence("the other", case.place(citation.symbol, "5")),
            ),
        )


def _value(words: str) -> int:
    if words.isdigit():
        return int(words)
    parts = re.split(r"[^a-z]+", words.lower())
    tens = sum(10 * (_TENS.index(part) + 2) for part in parts if part in _TENS)
    return tens + sum(_UNITS.index(part) + 1 for part in parts if part in _UNITS)


RULE = Rule(
    "source_contradicts_itself", NOTICE, "A cited paragraph contradicts itself or its own note.", find
)
