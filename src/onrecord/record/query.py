"""What a person types into a search, as a tree that no database knows about.

refugee return              both words, in all their forms (refugees, returned, returning)
"asylum seekers"            these words, exactly and in this order
repatriat*                  words that begin so
asylum OR refugee           either; `or` may be written small
return NOT voluntary        without a word; -voluntary says the same
(asylum OR refugee) china   brackets group; words side by side bind before OR
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.errors import UsageError
from onrecord.told import tell

_TOKEN = re.compile(
    r"""
      ["“”„«»](?P<phrase>[^"“”„«»]*)(?:["“”„«»]|$)   # a phrase; a quotation mark left open closes at the end
    | (?P<open>\()
    | (?P<close>\))
    | (?P<minus>(?<!\S)-(?=[\w"“(]))                  # -word, but not the hyphen of "non-refoulement"
    | (?P<word>[^\s()"“”„«»]+)
    """,
    re.VERBOSE,
)
_SPELT = re.compile(r"[^\W_]")
_HELP = tell(
    'Search for words (refugee return), a phrase ("asylum seekers"), beginnings (repatriat*), OR, NOT.'
)


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase; `exact` words are not looked for in their other forms."""

    text: str
    exact: bool = False
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part must be there, and none of `without`."""

    parts: tuple[Node, ...]
    without: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part must be there."""

    parts: tuple[Node, ...]


Node = Term | AllOf | AnyOf


def parse_query(text: str) -> Node:
    """The tree of a search. UsageError, with help, where nothing is left to look for."""
    tokens = [
        (str(found.lastgroup), found.group(str(found.lastgroup)))
        for found in _TOKEN.finditer(text.replace("\0", " "))
    ]
    reader = _Reader(tokens)
    node = reader.any_of()
    if reader.at < len(tokens):
        raise UsageError(
            tell("The search “%(text)s” closes a bracket that it does not open.", text=text), hint=_HELP
        )
    if node is None:
        raise UsageError(tell("The search “%(text)s” has no word to look for.", text=text), hint=_HELP)
    return node


class _Reader:
    """Recursive descent over the tokens; `at` is the next one."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self.tokens = tokens
        self.at = 0

    def any_of(self) -> Node | None:
        """Sets of words with OR between them; an OR without a side is passed over."""
        parts = [self.all_of()]
        while self._takes_or():
            parts.append(self.all_of())
        found = tuple(part for part in parts if part is not None)
        if not found:
            return None
        return found[0] if len(found) == 1 else AnyOf(found)

    def all_of(self) -> Node | None:
        """Words and groups side by side, some of them excluded."""
        wanted: list[Node] = []
        without: list[Node] = []
        excluded = False
        while self.at < len(self.tokens) and not self._stands_before_or():
            kind, text = self.tokens[self.at]
            if kind == "close":
                break
            if kind == "minus" or (kind == "word" and text == "NOT"):
                self.at += 1
                excluded = True
                continue
            node = self._one()
            if node is not None:
                (without if excluded else wanted).append(node)
            excluded = False
        return _all_of(wanted, without)

    def _one(self) -> Node | None:
        """A word, a phrase or a group in brackets."""
        kind, text = self.tokens[self.at]
        self.at += 1
        if kind == "open":
            node = self.any_of()
            if self.at < len(self.tokens):
                self.at += 1
            return node
        if kind == "phrase":
            return Term(text, exact=True) if _SPELT.search(text) else None
        if text == "AND" or not _SPELT.search(text):
            return None
        return Term(text.rstrip("*"), prefix=text.endswith("*"))

    def _stands_before_or(self) -> bool:
        kind, text = self.tokens[self.at]
        return kind == "word" and text in {"OR", "or", "|"}

    def _takes_or(self) -> bool:
        if self.at < len(self.tokens) and self._stands_before_or():
            self.at += 1
            return True
        return False


def _all_of(wanted: list[Node], without: list[Node]) -> Node | None:
    """The words together; UsageError where there are only words to leave out."""
    if not wanted:
        if without:
            raise UsageError(
                tell("A search needs a word to look for, beside those to leave out."), hint=_HELP
            )
        return None
    if len(wanted) == 1 and not without:
        return wanted[0]
    return AllOf(tuple(wanted), tuple(without))
