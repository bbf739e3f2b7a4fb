"""A link that leads to another document than the symbol beside it names."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.told import tell
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
                tell(
                    "The letter names %(named)s; its link leads to %(text)s.",
                    named=named,
                    text=linked[0].text,
                ),
                suggestion=tell("Link %(named)s, or name %(text)s.", named=named, text=linked[0].text),
            )


RULE = Rule("link_of_other_document", WARNING, "A link leads to another document than the one named.", find)
