"""The date cited is that of a reissue: the masthead's symbol bears an asterisk."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.citations.model import Place
from onrecord.documents.model import Document
from onrecord.letters.check.case import Case
from onrecord.letters.check.iso_dates import in_words
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell
from onrecord.un.dates import find_dates
from onrecord.un.symbol import find_symbols


def find(case: Case) -> Iterator[Said]:
    """Each reissued document, once, whose masthead date the letter states without the asterisk."""
    seen: set[str] = set()
    for citation in case.citations:
        document = case.document(citation.symbol)
        if document is None or not document.reissued or citation.symbol in seen:
            continue
        day = citation.stated_date
        starred = f"{citation.symbol}*" in citation.as_written
        if day and day == document.date and not starred:
            seen.add(citation.symbol)
            yield Said(
                citation.span,
                tell(
                    "%(date)s is the date of the reissue: the masthead has %(symbol)s*. The document itself is older.",
                    date=in_words(day),
                    symbol=citation.symbol,
                ),
                (Evidence(tell("the masthead"), _masthead(document, day)),),
                tell(
                    "Cite it as %(symbol)s*, reissued %(date)s.", symbol=citation.symbol, date=in_words(day)
                ),
            )


def _masthead(document: Document, day: str) -> Place:
    """The title page with the line of the symbol and the line of the date, as printed there."""
    dated = [line for line in document.front if any(d.bounds.edtf == day for d in find_dates(line))]
    starred = [
        line for line in document.front if any(found.symbol.reissued for found in find_symbols(line))
    ] or [f"{document.symbol}*"]
    words = dict.fromkeys(" ".join(line.split()) for line in (starred[0], *dated[:1]))
    return Place(document.symbol, "title page", 1, " / ".join(words))


RULE = Rule("reissue_date", NOTICE, "The date cited is that of a reissue.", find)
