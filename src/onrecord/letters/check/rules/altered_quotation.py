"""A quotation whose words differ from its source without saying so."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.citations.model import Change, Quotation
from onrecord.letters.check.case import Case
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
            f"{'; '.join(_told(change, quotation) for change in unmarked)}.",
            (Evidence("the source's words", at),),
            f"“{at.words}”",
            severity=WARNING if all(_is_slight(change) for change in unmarked) else ERROR,
        )


def _is_slight(change: Change) -> bool:
    """Whether only hyphens, spaces, punctuation or capitals differ: no letter or digit does."""
    mine, theirs = ("".join(c for c in words.casefold() if c.isalnum()) for words in (change.quoted, change.source))
    return mine == theirs


def _told(change: Change, quotation: Quotation) -> str:
    if change.kind == "omission" and _is_slight(change) and change.source.strip() == "-":
        return f"a hyphen is missing{_where(quotation)}"
    if change.kind == "omission":
        return f"“{change.source}” is left out"
    if change.kind == "insertion":
        return f"“{change.quoted}” is added"
    return f"“{change.quoted}” stands for “{change.source}”"


def _where(quotation: Quotation) -> str:
    """The hyphened word of the source that the quotation writes as one."""
    words = quotation.at.words.split() if quotation.at else []
    mine = quotation.text.casefold()
    for word in words:
        bare = word.strip("“”\"'(),.;:")
        if "-" in bare and bare.replace("-", "").casefold() in mine and bare.casefold() not in mine:
            return f": “{bare}”"
    return ""


RULE = Rule("altered_quotation", ERROR, "A quotation that differs from its source without a mark.", find)
