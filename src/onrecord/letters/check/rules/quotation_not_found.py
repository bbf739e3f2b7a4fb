"""A quotation whose words the cited document does not hold, nor any other on the record."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.letters.check.case import Case
from onrecord.letters.check.introductions import is_introduced
from onrecord.letters.check.rule import ERROR, NOTICE, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.told import tell


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
                tell(
                    "These words are not in %(symbol)s, the document cited in this sentence.",
                    symbol=claimed.symbol,
                ),
                suggestion=tell("If they are a quotation, name their source."),
                severity=NOTICE,
            )
            continue
        first = claimed.paragraph.split(", ")[0]
        yield Said(
            quotation.span,
            (
                tell(
                    "%(symbol)s does not hold these words, at para. %(paragraph)s or anywhere else.",
                    symbol=claimed.symbol,
                    paragraph=claimed.paragraph,
                )
                if claimed.paragraph
                else tell("%(symbol)s does not hold these words.", symbol=claimed.symbol)
            ),
            (Evidence(tell("what stands at the place cited"), case.place(claimed.symbol, first)),)
            if first
            else (),
            tell("Compare with the source; if these are the letter's own words, take the marks out."),
        )


RULE = Rule("quotation_not_found", ERROR, "A quotation that the cited document does not hold.", find)
