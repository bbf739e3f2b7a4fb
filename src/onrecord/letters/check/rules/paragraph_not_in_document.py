"""A citation of a paragraph that the document does not have."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.citations.model import Citation
from onrecord.documents.model import Document
from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import ERROR, Rule, Said
from onrecord.letters.check.sources import parsed
from onrecord.told import tell
from onrecord.un.pinpoint import Pinpoint


def find(case: Case) -> Iterator[Said]:
    """Each pinpoint that leads nowhere, where the document is on the record and its numbers are unbroken."""
    for citation in case.citations:
        document = case.document(citation.symbol)
        for pinpoint in citation.pinpoints if document else ():
            place = parsed(pinpoint)
            if document is None or place is None or place.annex:
                continue
            why = _missing(case, document, citation, place)
            if why:
                yield Said(citation.span, tell("%(why)s.", why=why), suggestion=_nearest(document, place))


def _missing(case: Case, document: Document, citation: Citation, place: Pinpoint) -> str:
    symbol = citation.symbol
    ends = [place.paragraph, *([place.end] if place.end and not place.end.startswith("(") else [])]
    for number in ends:
        if number and not _has(case, document, symbol, number):
            return tell("%(symbol)s has no paragraph %(number)s", symbol=symbol, number=number)
    paragraph = document.paragraph(place.paragraph)
    if (
        paragraph is not None
        and place.letters
        and f"({place.letters[0]})" not in paragraph.text.replace(" ", "")
    ):
        listed = any(e.pinpoint == f"{place.paragraph} ({place.letters[0]})" for e in case.entries(symbol))
        own = document.paragraph(f"{place.paragraph}.({place.letters[0]})") or document.paragraph(
            f"{place.paragraph}.{place.letters[0]}"
        )
        if not listed and own is None:
            return tell(
                "%(symbol)s, para. %(paragraph)s, has no (%(item)s)",
                symbol=symbol,
                paragraph=place.paragraph,
                item=place.letters[0],
            )
    return ""


def _has(case: Case, document: Document, symbol: str, number: str) -> bool:
    if document.paragraph(number) is not None or any(p.number == number for p in document.paragraphs):
        return True
    return any(number in {e.pinpoint, e.paragraph, e.number} for e in case.entries(symbol))


def _nearest(document: Document, place: Pinpoint) -> str:
    head = place.paragraph.split(".", maxsplit=1)[0]
    if "." in place.paragraph:
        items = [p.pinpoint for p in document.paragraphs if p.parent == head]
        return (
            tell("Its list goes from %(first)s to %(last)s.", first=items[0], last=items[-1]) if items else ""
        )
    printed = [p.number or "" for p in document.paragraphs if p.parent is None]
    numbers = [int(number) for number in printed if number.isdigit()]
    return (
        tell("Its paragraphs go from %(first)s to %(last)s.", first=min(numbers), last=max(numbers))
        if numbers
        else ""
    )


RULE = Rule("paragraph_not_in_document", ERROR, "A cited paragraph that the document does not have.", find)
