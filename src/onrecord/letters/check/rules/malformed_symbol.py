"""A document symbol that is not written as the document bears it; each repair was seen in UN texts."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.un.symbol import find_symbols


def find(case: Case) -> Iterator[Said]:
    """Each symbol that could be read only after a repair, with the repaired symbol."""
    for found in find_symbols(case.letter.text):
        if found.symbol.repairs:
            yield Said(
                Span(found.start, found.end),
                f"“{found.symbol.as_written}” is no symbol as written ({', '.join(found.symbol.repairs)}).",
                suggestion=str(found.symbol),
            )


RULE = Rule("malformed_symbol", WARNING, "A document symbol with a slip of the pen, and its repair.", find)
