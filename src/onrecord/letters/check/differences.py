"""What a quotation changes without a mark, in words."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.citations.model import Change, Quotation
from onrecord.told import tell, tell_together


def differences(changes: Iterable[Change], quotation: Quotation) -> str:
    """The changes in words: "a hyphen is missing", "“person” stands for “individual”"."""
    return tell_together("; ", [_told(change, quotation) for change in changes])


def is_slight(change: Change) -> bool:
    """Whether only hyphens, spaces, punctuation or capitals differ: no letter or digit does."""
    mine, theirs = (
        "".join(c for c in words.casefold() if c.isalnum()) for words in (change.quoted, change.source)
    )
    return mine == theirs


def _told(change: Change, quotation: Quotation) -> str:
    if change.kind == "omission" and is_slight(change) and change.source.strip() == "-":
        where = _where(quotation)
        return tell("a hyphen is missing: “%(word)s”", word=where) if where else tell("a hyphen is missing")
    if change.kind == "omission":
        return tell("“%(words)s” is left out", words=change.source)
    if change.kind == "insertion":
        return tell("“%(words)s” is added", words=change.quoted)
    return tell("“%(quoted)s” stands for “%(source)s”", quoted=change.quoted, source=change.source)


def _where(quotation: Quotation) -> str:
    """The hyphened word of the source that the quotation writes as one."""
    words = quotation.at.words.split() if quotation.at else []
    mine = quotation.text.casefold()
    for word in words:
        bare = word.strip("“”\"'(),.;:")
        if "-" in bare and bare.replace("-", "").casefold() in mine and bare.casefold() not in mine:
            return bare
    return ""
