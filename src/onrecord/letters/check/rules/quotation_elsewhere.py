"""A quotation that stands at another place than the letter says."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.letters.check.case import Case
from onrecord.letters.check.differences import differences
from onrecord.letters.check.repairing import pinpoint_mended
from onrecord.letters.check.rule import ERROR, NOTICE, Rule, Said
from onrecord.letters.model import Evidence
from onrecord.letters.word_by_word import word_by_word
from onrecord.told import tell, tell_together


def find(case: Case) -> Iterator[Said]:
    """Each quotation found elsewhere; in another document than the one cited it may be there too."""
    for quotation in case.quotations:
        at, claimed = quotation.at, quotation.cited_at
        if quotation.verdict != "elsewhere" or at is None or claimed is None:
            continue
        held = case.document(claimed.symbol) is not None
        where = (
            _cited(at.symbol, at.paragraph)
            if at.symbol != claimed.symbol
            else tell("para. %(paragraph)s", paragraph=at.paragraph)
        )
        if held:
            message = tell(
                "These words stand in %(where)s, not in %(cited)s.",
                where=where,
                cited=_cited(claimed.symbol, claimed.paragraph),
            )
        else:
            message = tell(
                "The source cited here is not on the record; the record has these words in %(where)s.",
                where=where,
            )
        changes = [change for change in quotation.difference if not change.marked]
        if changes:
            otherwise = tell(
                "There they read otherwise: %(differences)s.", differences=differences(changes, quotation)
            )
            message = tell_together(" ", [message, otherwise])
        yield Said(
            quotation.span,
            message,
            (Evidence(tell("the record has these words"), at),),
            (
                tell("Cite %(symbol)s, para. %(paragraph)s.", symbol=at.symbol, paragraph=at.paragraph)
                if held
                else ""
            ),
            severity=ERROR if held else NOTICE,
            difference=word_by_word(quotation.text, at.words) if changes else (),
            repair=pinpoint_mended(case, quotation) if held else None,
        )


def _cited(symbol: str, paragraph: str) -> str:
    return (
        tell("%(symbol)s, para. %(paragraph)s", symbol=symbol, paragraph=paragraph) if paragraph else symbol
    )


RULE = Rule(
    "quotation_elsewhere",
    ERROR,
    "A quotation that stands at another place than the one cited.",
    find,
    repairs="the number of the paragraph where the words stand, in the same document",
)
