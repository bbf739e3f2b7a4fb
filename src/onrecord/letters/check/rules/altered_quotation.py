"""A quotation whose words differ from its source without saying so."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.letters.check.case import Case
from onrecord.letters.check.differences import differences, is_slight
from onrecord.letters.check.rule import ERROR, WARNING, Rule, Said
from onrecord.letters.model import Evidence


def find(case: Case) -> Iterator[Said]:
    """Each altered quotation, with every difference and the source's words."""
    for quotation in case.quotations:
        unmarked = [change for change in quotation.difference if not change.marked]
        if quotation.verdict != "altered" or quotation.at is None:
            continue
        at = quotation.at
        yield Said(
            quotation.span,
            f"This quotation is not what {at.symbol}, para. {at.paragraph}, says: "
            f"{differences(unmarked, quotation)}.",
            (Evidence("the source's words", at),),
            f"“{at.words}”",
            severity=WARNING if all(is_slight(change) for change in unmarked) else ERROR,
        )


RULE = Rule("altered_quotation", ERROR, "A quotation that differs from its source without a mark.", find)
