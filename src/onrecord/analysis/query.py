"""The language of queries: words, "phrases", prefix*, or, and, not, near, brackets.

    repatriat* or "asylum seekers"
    (deport* or expulsion) near (torture or persecut*)
    refugee and not "internally displaced"

`near` holds within one sentence and `NEAR_WORDS` words; it binds before `and`, `and` before `or`.
Words side by side mean `and`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, Protocol

from onrecord.analysis.words import Folded, fold, pattern_of
from onrecord.citations.model import Span
from onrecord.errors import UsageError
from onrecord.told import tell

NEAR_WORDS = 12
_OPERATORS = {"or", "and", "not", "near"}
_TOKEN = re.compile(
    r"""\s*(?:(?P<open>\()|(?P<close>\))|["“”«»](?P<phrase>[^"“”«»]*)["“”«»]|(?P<word>[^\s()"“”«»]+))"""
)
# A full stop, question or exclamation mark before a space and a capital, or a semicolon: the end of a
# sentence or of one recommendation among several. Texts are folded, so the capital is not asked for.
_SENTENCE_END = re.compile(r"[.?!;]\s")


class Node(Protocol):
    """A part of a query; it answers with the spans that satisfy it, none when it does not hold."""

    def spans(self, text: Folded) -> list[Span]:
        """Spans of the folded text."""


@dataclass(frozen=True, slots=True)
class Words:
    """A word, a prefix or a phrase."""

    pattern: re.Pattern[str]

    def spans(self, text: Folded) -> list[Span]:
        """Every place where the words stand."""
        return [Span(*found.span()) for found in self.pattern.finditer(text.text)]


@dataclass(frozen=True, slots=True)
class Either:
    """`a or b`."""

    parts: tuple[Node, ...]

    def spans(self, text: Folded) -> list[Span]:
        """The places of all parts that hold."""
        return [span for part in self.parts for span in part.spans(text)]


@dataclass(frozen=True, slots=True)
class Both:
    """`a and b`; with `without`, `a and not b`."""

    left: Node
    right: Node
    without: bool = False

    def spans(self, text: Folded) -> list[Span]:
        """The places of both, or of the left alone where the right must be absent."""
        left = self.left.spans(text)
        if not left:
            return []
        right = self.right.spans(text)
        if self.without:
            return [] if right else left
        return left + right if right else []


@dataclass(frozen=True, slots=True)
class Near:
    """`a near b`; with `without`, `a not near b`."""

    left: Node
    right: Node
    without: bool = False

    def spans(self, text: Folded) -> list[Span]:
        """The places of either that have the other in reach (or, without: of the left that have not)."""
        left, right = self.left.spans(text), self.right.spans(text)
        pairs = [(one, other) for one in left for other in right if _in_reach(text.text, one, other)]
        close = {one for one, _ in pairs}
        if self.without:
            return [one for one in left if one not in close]
        return sorted(close | {other for _, other in pairs})


def _in_reach(text: str, one: Span, other: Span) -> bool:
    first, second = sorted((one, other))
    between = text[first.end : second.start]
    return len(between.split()) <= NEAR_WORDS and not _SENTENCE_END.search(between)


class _Token(NamedTuple):
    kind: str
    text: str
    start: int


@lru_cache(maxsize=256)
def parse_query(query: str) -> Node:
    """The query as a tree. Raises `UsageError` that says at which character it cannot be read."""
    parser = _Parser(query, _tokens(query))
    node = parser.either()
    if parser.here.kind == "close":
        raise parser.error("this bracket closes nothing")
    if parser.here.kind != "end":
        raise parser.error("this cannot stand here")
    return node


def find(node: Node, text: str) -> tuple[Span, ...]:
    """The spans of `text` that satisfy the query, in order and none inside another."""
    folded = fold(text)
    joined: list[Span] = []
    for span in sorted(set(node.spans(folded)), key=lambda span: (span.start, -span.end)):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(folded.span(*span) for span in joined)


def _tokens(query: str) -> list[_Token]:
    tokens: list[_Token] = []
    place = 0
    while place < len(query.rstrip()):
        found = _TOKEN.match(query, place)
        if found is None or found.end() == place:
            raise _error(
                query,
                place + len(query[place:]) - len(query[place:].lstrip()),
                "this quotation mark is never closed",
            )
        kind = str(found.lastgroup)
        text = found.group(kind)
        if kind == "word" and text.lower() in _OPERATORS:
            kind = text.lower()
        tokens.append(_Token(kind, text, found.start(found.lastgroup or 0)))
        place = found.end()
    return [*tokens, _Token("end", "", len(query.rstrip()))]


def _error(query: str, place: int, why: str) -> UsageError:
    return UsageError(
        tell(
            "The query cannot be read at character %(value)s: %(why)s.\n  %(query)s\n  %(value2)s^",
            value=place + 1,
            why=why,
            query=query,
            value2=" " * place,
        ),
        hint=tell(
            'Write words, "phrases", prefix*, or, and, not, near, brackets: repatriat* or "asylum seekers".'
        ),
    )


class _Parser:
    def __init__(self, query: str, tokens: Sequence[_Token]) -> None:
        self.query = query
        self.tokens = tokens
        self.at = 0

    @property
    def here(self) -> _Token:
        return self.tokens[self.at]

    def error(self, why: str) -> UsageError:
        return _error(self.query, self.here.start, why)

    def accept(self, kind: str) -> bool:
        if self.here.kind != kind:
            return False
        self.at += 1
        return True

    def either(self) -> Node:
        parts = [self.both()]
        while self.accept("or"):
            parts.append(self.both())
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def both(self) -> Node:
        node = self.near()
        while self.here.kind in {"and", "not", "word", "phrase", "open"}:
            self.accept("and")
            without = self.accept("not")
            node = Both(node, self.near(), without=without)
        return node

    def near(self) -> Node:
        node = self.one()
        while self.here.kind == "near" or (
            self.here.kind == "not" and self.tokens[self.at + 1].kind == "near"
        ):
            without = self.accept("not")
            self.accept("near")
            node = Near(node, self.one(), without=without)
        return node

    def one(self) -> Node:
        token = self.here
        if self.accept("open"):
            node = self.either()
            if not self.accept("close"):
                raise _error(self.query, token.start, "this bracket is never closed")
            return node
        if token.kind in {"word", "phrase"}:
            return self.words(token)
        if token.kind == "not":
            raise self.error("'not' needs something before it that shall be found: refugee not migrant")
        if token.kind == "end":
            raise self.error("a word is missing here")
        raise self.error(f"a word is missing before '{token.text}'")

    def words(self, token: _Token) -> Node:
        if not re.search(r"\w", token.text):
            raise self.error("there is no word in this")
        if "*" in re.sub(r"\w\w\*(?=\s|$)", "", token.text):
            raise self.error("'*' stands at the end of a word of two letters or more")
        self.at += 1
        return Words(pattern_of(token.text))
