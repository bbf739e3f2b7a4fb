"""A document symbol that is not written as the document bears it; each repair was seen in UN texts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.model import Span
from onrecord.letters.check.case import Case
from onrecord.letters.check.repairing import replaced
from onrecord.letters.check.rule import WARNING, Rule, Said
from onrecord.letters.model import Repair
from onrecord.told import tell, tell_or
from onrecord.un.symbol import FoundSymbol, find_symbols

# The Council is HRC; the session's number is followed by one more number alone (A/HRC/25/5), then by Add., Corr., Rev.
_COUNCIL = re.compile(r"A/(?:HCR|CHR|RHC|HHRC|HRCC)/")
# "AHRC/25/5", "A/HRC.25/5", "A-HRC-25-5" is a file's name and none: a slash of the Council's own lost or changed.
_SLASH_LOST = re.compile(r"(?<![\w/.-])(?:AHRC/|A/HRC[.,:]|A\.HRC/)(?P<rest>\d{1,2}/\d{1,3})(?![\w/]*\.\w)")
_THREE_NUMBERS = re.compile(r"A/HRC/(\d+)/(\d+)/(\d+)")


def find(case: Case) -> Iterator[Said]:
    """Each symbol that could be read only after a repair, with the repaired symbol."""
    yield from _slashes(case)
    for found in find_symbols(case.letter.text):
        if found.symbol.repairs:
            yield Said(
                Span(found.start, found.end),
                tell(
                    "“%(as_written)s” is no symbol as written (%(listed)s).",
                    as_written=found.symbol.as_written,
                    listed=", ".join(found.symbol.repairs),
                ),
                suggestion=str(found.symbol),
                repair=_mended(case, found),
            )
        elif likely := _likely(found.symbol.text):
            known = [symbol for symbol in likely if case.document(symbol) is not None]
            yield Said(
                Span(found.start, found.end),
                tell(
                    "“%(as_written)s” is no symbol that a document of the Human Rights Council can bear.",
                    as_written=found.symbol.as_written,
                ),
                suggestion=tell("Perhaps %(listed)s.", listed=tell_or(known or likely)),
                repair=replaced(
                    Span(found.start, found.end), known[0], tell("the one such document on the record")
                )
                if len(known) == 1
                else None,
            )


def _slashes(case: Case) -> Iterator[Said]:
    """The Council's symbols in which a slash is lost or another mark."""
    for found in _SLASH_LOST.finditer(case.letter.text):
        right = f"A/HRC/{found['rest']}"
        span = Span(*found.span())
        yield Said(
            span,
            tell("“%(words)s” is no symbol as written (a slash is missing).", words=found.group()),
            suggestion=right,
            repair=replaced(span, right, tell("the form of the Council's symbols")),
        )


def _mended(case: Case, found: FoundSymbol) -> Repair:
    """The symbol as it is printed, with its asterisk, and parted from a word that was glued to it."""
    text = case.letter.text
    glued = text[found.end : found.end + 1].isalpha()
    right = f"{found.symbol.text}{'*' if found.symbol.reissued else ''}{' ' if glued else ''}"
    return replaced(Span(found.start, found.end), right, tell("the form of United Nations symbols"))


def _likely(symbol: str) -> list[str]:
    """What may be meant by a symbol that no document can have; [] where it is well formed."""
    if _COUNCIL.match(symbol):
        return [_COUNCIL.sub("A/HRC/", symbol)]
    three = _THREE_NUMBERS.fullmatch(symbol)
    return [f"A/HRC/{three[1]}/{three[2]}", f"A/HRC/{three[2]}/{three[3]}"] if three else []


RULE = Rule(
    "malformed_symbol",
    WARNING,
    "A document symbol with a slip of the pen, and its repair.",
    find,
    repairs="the symbol as documents bear it; of several that may be meant, the one on the record",
)
