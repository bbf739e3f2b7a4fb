"""Links to United Nations documents by symbol alone: what they show can change with language and edition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.own_words import places
from onrecord.letters.check.repairing import of_each
from onrecord.letters.check.rule import NOTICE, Rule, Said
from onrecord.letters.model import Edit, Repair
from onrecord.told import tell, tell_together
from onrecord.un.symbol import find_symbols_in_urls

# "https://undocs.org/A/HRC/25/5"; misses "https://undocs.org/en/A/HRC/25/5".
_LINK = re.compile(r"https?://(?:www\.)?(?:undocs\.org|docs\.un\.org)/(?!(?:en|fr|es|ru|ar|zh)/)[A-Z][^\s)]*")
_SHOWN = 3
_LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")


def find(case: Case) -> Iterator[Said]:
    """One finding for the letter, with the editions on the record."""
    found = [Span(*link.span()) for link in _LINK.finditer(case.letter.text)]
    if found:
        held = [d for d in map(case.document, case.cited_documents) if d is not None][:_SHOWN]
        editions = [
            tell(
                "%(symbol)s of %(date)s, SHA-256 %(sha256)s…",
                symbol=f"{d.symbol}{'*' if d.reissued else ''}",
                date=d.date,
                sha256=d.sha256[:12],
            )
            for d in held
        ]
        beside = (
            tell(" On the record: %(editions)s.", editions=tell_together("; ", editions)) if editions else ""
        )
        yield Said(
            found[0],
            (
                tell(
                    "%(many)s links name a symbol, not a language or edition.%(beside)s",
                    many=len(found),
                    beside=beside,
                )
                if len(found) > 1
                else tell(
                    "%(many)s link names a symbol, not a language or edition.%(beside)s",
                    many=len(found),
                    beside=beside,
                )
            ),
            places(tell("the link"), found),
            tell("Link to the language (…/en/SYMBOL), and keep a copy of what you read."),
            repair=_mended(case, found),
        )


def _mended(case: Case, links: list[Span]) -> Repair | None:
    """The language in which the record holds each document, put into its link."""
    edits: list[Edit] = []
    for link in links:
        for found in find_symbols_in_urls(case.letter.text[link.start : link.end]):
            held = case.document(found.symbol.text)
            if held is not None and held.language in _LANGUAGES:
                at = link.start + found.start
                edits.append(Edit(Span(at, at), f"{held.language}/"))
    return of_each(edits, tell("the language of the document on the record"))


RULE = Rule(
    "unpinned_link",
    NOTICE,
    "A link to a symbol, not to a language or edition.",
    find,
    repairs="the language of the edition on the record, put into the link",
)
