"""Symbols of United Nations documents: read with tolerance, printed strictly."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple
from urllib.parse import quote

from onrecord.errors import SymbolError
from onrecord.un import patterns

__all__ = ["FoundSymbol", "Symbol", "find_symbols", "find_symbols_in_urls", "parse_symbol"]

HINT = "A symbol looks like A/HRC/25/5, A/HRC/WG.6/17/CHN/1 or CAT/C/CHN/CO/5."


@dataclass(frozen=True, slots=True, order=True)
class Symbol:
    """A document's symbol; two are equal when their canonical texts are.

    `text` is canonical and without asterisk; `reissued` says that an asterisk stood there (a reissue for
    technical reasons). `repairs` names what was mended in `as_written`.
    """

    text: str
    as_written: str = field(default="", compare=False)
    reissued: bool = field(default=False, compare=False)
    repairs: tuple[str, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        return self.text

    @property
    def suffixes(self) -> tuple[str, ...]:
        """What was added to the document itself: ("Add.1", "Corr.1"), ("Rev.2",), or nothing."""
        found = _compiled("SUFFIXES").search(self.text)
        return tuple(found[0].strip("/").split("/")) if found else ()

    @property
    def base(self) -> str:
        """The symbol without addendum, corrigendum or revision."""
        return _compiled("SUFFIXES").sub("", self.text)

    @property
    def url(self) -> str:
        """The address at which the United Nations serves the document in the reader's language."""
        return "https://undocs.org/" + quote(self.text.replace(" ", ""), safe="/()")


class FoundSymbol(NamedTuple):
    """A symbol in a text: text[start:end] is symbol.as_written."""

    start: int
    end: int
    symbol: Symbol


def parse_symbol(text: str) -> Symbol:
    """The symbol that `text` is, mended where it must be (each repair is named); SymbolError if it is none.

    Repairs are those seen in official texts: a slash missing or doubled, a stray stop, a space or line
    break inside, a word glued to the end, small letters.
    """
    written = text.strip().rstrip(".,;:")
    symbol = _read(written) or _read(_capitalised(written), written, ("capital letters",))
    if symbol is None:
        raise SymbolError(f"“{text.strip()[:80]}” is no document symbol.", hint=HINT)
    return symbol


def find_symbols(text: str) -> list[FoundSymbol]:
    """Every symbol in running text, in order; those inside web addresses are left to find_symbols_in_urls."""
    addresses = [match.span() for match in _compiled("URL").finditer(text)] if "://" in text else []
    found = []
    for match in _compiled("SYMBOL").finditer(text):
        if any(start <= match.start() < end for start, end in addresses):
            continue
        symbol = _longest(match[0])
        if symbol is not None:
            found.append(FoundSymbol(match.start(), match.start() + len(symbol.as_written), symbol))
    return found


def find_symbols_in_urls(text: str) -> list[FoundSymbol]:
    """Every symbol inside a web address of the United Nations, also with %2F or _ for its slashes."""
    found = []
    for address in _compiled("URL").finditer(text):
        match = _compiled("UN_HOST").match(address[0]) and _compiled("SYMBOL_IN_URL").search(address[0])
        if not match:
            continue
        written = match[0].rstrip(".,;:_-")
        symbol = _read(re.sub(r"%2[Ff]|_", "/", written), written)
        if symbol is not None:
            start = address.start() + match.start()
            found.append(FoundSymbol(start, start + len(written), symbol))
    return found


def _longest(written: str) -> Symbol | None:
    """The symbol at the beginning of `written`; a part after a space is given up when it does not fit."""
    while written:
        written = written.rstrip(".,;:-/ \n")
        bare = _compiled("GLUED_WORD").sub("", written)
        symbol = _read(bare, repairs=("glued word",) if bare != written else ())
        if symbol is not None:
            return symbol
        shorter = _compiled("LAST_PART").sub("", written)
        written = shorter if shorter != written else ""
    return None


def _read(text: str, as_written: str | None = None, repairs: tuple[str, ...] = ()) -> Symbol | None:
    plain = text.rstrip("*\u2217 ")
    mended = plain
    for name, pattern, replacement in patterns.SYMBOL_REPAIRS:
        better = _repair(pattern).sub(replacement, mended)
        if better != mended:
            repairs = (*repairs, name)
            mended = better
    if not _is_symbol(mended):
        return None
    return Symbol(mended, text if as_written is None else as_written, plain != text, repairs)


def _is_symbol(text: str) -> bool:
    if not _compiled("STRICT_SYMBOL").fullmatch(text) or _compiled("YEAR_BESIDE").search(text):
        return False
    series = next(count for start, count in patterns.NUMBERS_NEEDED if text.startswith(start))
    if text.startswith("A/RES/") and text.endswith(")"):
        series = 1
    numbers = [part for part in text.split("/")[1:] if _compiled("NUMBERED_PART").match(part)]
    if text.count("/") == 1:
        return bool(_compiled("ONE_SLASH").fullmatch(text))
    return len(numbers) >= series


def _capitalised(text: str) -> str:
    return _compiled("SMALL_PARTS").sub(lambda m: "/" + m[1].capitalize(), text.upper())


@cache
def _compiled(name: str) -> re.Pattern[str]:
    return re.compile(getattr(patterns, name), re.VERBOSE)


@cache
def _repair(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
