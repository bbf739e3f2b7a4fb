"""A cited paragraph whose own count does not fit the list in its note."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Citation
from onrecord.documents.model import Document, Paragraph
from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell
from onrecord.un.counts import find_counts
from onrecord.un.states import parse_state_list

# "Fifty-five delegations were not able to make their statements", "12 other States".
_DELEGATIONS = re.compile(
    r"\s+(?:(?:other|additional|further)\s+)?(?:delegations|States|countries)\b", re.IGNORECASE
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
        before = paragraph.text[: call + 1]
        counted = [c for c in find_counts(before) if _DELEGATIONS.match(before, c.end) and c.bounds.best]
        if listed is None or not counted or len(listed.states) in (1, counted[-1].bounds.best):
            continue
        symbol, number, names = citation.symbol, paragraph.pinpoint, len(listed.states)
        yield Said(
            citation.span,
            tell(
                "%(symbol)s contradicts itself: para. %(number)s speaks of %(best)s, its note %(mark)s lists "
                "%(names)s. Give no number, or both.",
                symbol=symbol,
                number=number,
                best=counted[-1].bounds.best,
                mark=note.mark,
                names=names,
            ),
            (
                Evidence(tell("the number"), case.place(symbol, number)),
                Evidence(tell("the list"), case.place(symbol, f"{number}, note {note.mark}", note.text)),
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
            tell(
                "%(symbol)s contradicts itself: para. 1 puts the review at meeting %(reviewed)s, para. 5 at "
                "meeting %(number)s.",
                symbol=citation.symbol,
                reviewed=reviewed[1],
                number=presented["number"],
            ),
            (
                Evidence(tell("one"), case.place(citation.symbol, "1")),
                Evidence(tell("the other"), case.place(citation.symbol, "5")),
            ),
        )


RULE = Rule(
    "source_contradicts_itself", NOTICE, "A cited paragraph contradicts itself or its own note.", find
)
