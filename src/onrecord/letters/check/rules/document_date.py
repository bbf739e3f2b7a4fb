"""The date stated for a document is not the one in its masthead."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.documents.model import Document
from onrecord.letters.check.case import Case
from onrecord.letters.check.iso_dates import day_of, in_words
from onrecord.letters.check.repairing import date_mended
from onrecord.letters.check.rule import ERROR, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell
from onrecord.un.dates import find_dates

_OPENING = ("1", "2", "3", "4", "5")


def find(case: Case) -> Iterator[Said]:
    """Each stated day that neither the masthead nor the opening paragraphs of the document know.

    A reissue replaced an older printing, whose date the document no longer shows: any earlier day may
    be that date. A day of the review or of the report's adoption is another date of the same document.
    """
    for citation in case.citations:
        document = case.document(citation.symbol)
        day = citation.stated_date
        if document is None or day_of(day) is None or not document.date or day == document.date:
            continue
        if (document.reissued and day < document.date) or day in _other_days(document):
            continue
        yield Said(
            citation.span,
            tell(
                "The letter dates %(symbol)s %(date)s; its masthead has %(date2)s.",
                symbol=citation.symbol,
                date=in_words(day),
                date2=in_words(document.date),
            ),
            (
                Evidence(
                    tell("the masthead"), case.place(citation.symbol, "1", " / ".join(document.front[:6]))
                ),
            ),
            in_words(document.date),
            repair=date_mended(
                case,
                citation.span,
                day,
                document.date,
                tell("the masthead of %(symbol)s", symbol=citation.symbol),
            ),
        )


def _other_days(document: Document) -> set[str]:
    texts = [" ".join(document.front), *(p.text for n in _OPENING if (p := document.paragraph(n)))]
    lows = (found.bounds.low for text in texts for found in find_dates(text))
    return {low.isoformat() for low in lows if low is not None}


RULE = Rule(
    "document_date",
    ERROR,
    "The date stated for a document is not the one in its masthead.",
    find,
    repairs="the date of the masthead, written as the letter writes its own",
)
