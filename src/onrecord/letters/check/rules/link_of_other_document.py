"""A link that leads to another document than the symbol beside it names."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.un.symbol import find_symbols_in_urls


def find(case: Case) -> Iterator[Said]:
    """Each citation that names a symbol in words, and whose web address bears the symbol of another document."""
    for citation in case.citations:
        named = citation.symbol
        if (
            citation.kind != "full"
            or not citation.url
            or named not in citation.as_written.replace(citation.url, "")
        ):
            continue
        linked = [found.symbol for found in find_symbols_in_urls(citation.url)]
        if len(linked) == 1 and linked[0].text != named:
            yield Said(
                citation.span,
                f"The letter names {named}; its link leads to {linked[0].text}.",
                suggestion=f"Link {named}, or name {linked[0].text}.",
            )


RULE = Rule("link_of_other_document", WARNING, "A link leads to another document than the one named.", find)
