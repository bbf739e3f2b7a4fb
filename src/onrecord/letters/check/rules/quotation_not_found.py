"""A quotation whose words the cited document does not hold, nor any other on the record."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.letters.check.case import Case
from onrecord.letters.check.introductions import is_introduced
from onrecord.letters.check.rule import ERROR, NOTICE, Rule, Said
from onrecord.letters.model import Evidence


def find(case: Case) -> Iterator[Said]:
    """Each quotation not found in a cited document that is on the record.

    Marks that hold a name, a slogan or words never said may quote nothing: that is a notice.
    """
    for quotation in case.quotations:
        claimed = quotation.cited_at
        if quotation.verdict != "not_found" or claimed is None:
            continue
        if not is_introduced(case, quotation):
            yield Said(
                quotation.span,
                f"These words are not in {claimed.symbol}, the document cited in this sentence.",
                suggestion="If they are a quotation, name their source.",
                severity=NOTICE,
            )
            continue
        first = claimed.paragraph.split(", ")[0]
        yield Said(
            quotation.span,
            f"{claimed.symbol} does not hold these words, at para. {claimed.paragraph} or anywhere else."
            if claimed.paragraph
            else f"{claimed.symbol} does not hold these words.",
            (Evidence("what stands at the place cited", case.place(claimed.symbol, first)),) if first else (),
            "Compare with the source; if these are the letter's own words, take the marks out.",
        )


RULE = Rule("quotation_not_found", ERROR, "A quotation that the cited document does not hold.", find)
