"""Links to United Nations documents by symbol alone: what they show can change with language and edition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.own_words import places
from onrecord.letters.check.rule import NOTICE, Rule, Said

# "https://undocs.org/A/HRC/25/5"; misses "https://undocs.org/en/A/HRC/25/5".
_LINK = re.compile(r"https?://(?:www\.)?(?:undocs\.org|docs\.un\.org)/(?!(?:en|fr|es|ru|ar|zh)/)[A-Z][^\s)]*")
_SHOWN = 3


def find(case: Case) -> Iterator[Said]:
    """One finding for the letter, with the editions on the record."""
    found = [Span(*link.span()) for link in _LINK.finditer(case.letter.text)]
    if found:
        held = [d for d in map(case.document, case.cited_documents) if d is not None][:_SHOWN]
        editions = "; ".join(
            f"{d.symbol}{'*' if d.reissued else ''} of {d.date}, SHA-256 {d.sha256[:12]}…" for d in held
        )
        beside = f" On the record: {editions}." if editions else ""
        yield Said(
            found[0],
            f"{len(found)} link{'s name' if len(found) > 1 else ' names'} a symbol, not a language or edition.{beside}",
            places("the link", found),
            "Link to the language (…/en/SYMBOL), and keep a copy of what you read.",
        )


RULE = Rule("unpinned_link", NOTICE, "A link to a symbol, not to a language or edition.", find)
