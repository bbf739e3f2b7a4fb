"""The date cited is that of a reissue: the masthead's symbol bears an asterisk."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.letters.check.case import Case
from onrecord.letters.check.iso_dates import in_words
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.letters.model import Evidence


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
                f"{in_words(day)} is the date of the reissue: the masthead has {citation.symbol}*. "
                "The document itself is older.",
                (Evidence("the masthead", case.place(citation.symbol, "1", " / ".join(document.front[:6]))),),
                f"Cite it as {citation.symbol}*, reissued {in_words(day)}.",
            )


RULE = Rule("reissue_date", NOTICE, "The date cited is that of a reissue.", find)
