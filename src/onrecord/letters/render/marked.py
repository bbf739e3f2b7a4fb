"""Cuts a text into runs, each marked in one way, where marks may overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.citations.model import Span
from onrecord.letters.model import Stretch
from onrecord.letters.render.sheet import Run, Runs, Tag
from onrecord.letters.word_by_word import word_by_word

WORD = re.compile(r"\w+")
LONGEST_SEARCHED = 400
TONES = {"source": ("del",), "letter": ("ins",), "marked": ("q-marked",)}
# A stop, the marks that close around it, a note's number; then a new sentence. Not the stop of
# "para. 28" or "paras. 3 and 4", after which no capital stands.
SENTENCE_END = re.compile(
    r"(?:[.!?][”\"’)\]]*|[”\"’)\]]+[.!?])\d{0,3}\s+(?=[“\"‘(\[]?[A-ZÀ-Þ가-힣一-鿿])|\n{2,}"
)


class Mark(NamedTuple):
    """A stretch of a text to be marked: a tone, an anchor at its start, tags after its end, a link."""

    span: Span
    tone: str = ""
    anchor: str = ""
    tags: tuple[Tag, ...] = ()
    to: str = ""


def cut(text: str, span: Span, marks: Iterable[Mark]) -> Runs:
    """The runs of text[span], in order; together they hold every character of it exactly once.

    A mark that begins before the span keeps its anchor there; one that ends after it keeps its tags.
    """
    near = sorted(m for m in marks if m.span.start <= span.end and m.span.end >= span.start)
    inside = [point for m in near for point in m.span if span.start < point < span.end]
    points = sorted({span.start, span.end, *inside})
    runs = [_run(text, Span(a, b), near, span) for a, b in pairwise(points)]
    return tuple(runs)


def _run(text: str, piece: Span, marks: Sequence[Mark], within: Span) -> Run:
    covering = [m for m in marks if m.span.start <= piece.start and m.span.end >= piece.end]
    starting = [m for m in marks if m.anchor and m.span.start == piece.start < within.end]
    ending = [m for m in marks if m.tags and m.span.end == piece.end > within.start]
    return Run(
        text=text[piece.start : piece.end],
        marks=tuple(dict.fromkeys(m.tone for m in covering if m.tone)),
        anchors=tuple(m.anchor for m in starting),
        tags=tuple(tag for m in ending for tag in m.tags),
        to=next((m.to for m in covering if m.to), ""),
    )


def find_words(text: str, words: str) -> Span | None:
    """Where `words` stand in `text`, whatever stands between and around the words; None if nowhere."""
    start = text.find(words)
    if words and start >= 0:
        return Span(start, start + len(words))
    parts = WORD.findall(words)[:LONGEST_SEARCHED]
    if not parts:
        return None
    found = re.search(r"\W+".join(map(re.escape, parts)), text, re.IGNORECASE)
    return Span(*found.span()) if found else None


def highlighted(text: str, spans: Iterable[Span]) -> Runs:
    """The whole text with these spans marked as "hit"."""
    return cut(text, Span(0, len(text)), [Mark(span, "hit") for span in spans])


def sentence_around(text: str, span: Span, within: Span, limit: int = 420) -> Span:
    """The sentence of text[within] that holds the span, at most `limit` characters about it."""
    ends = [found.end() for found in SENTENCE_END.finditer(text, within.start, within.end)]
    start = max([within.start, *(end for end in ends if end <= span.start)])
    stop = min([within.end, *(end for end in ends if end >= span.end and end > start)])
    if span.start - start > limit:
        space = text.find(" ", span.start - limit, span.start)
        start = space + 1 if space >= 0 else span.start
    if stop - span.start > limit * 2:
        stop = max(span.end, text.rfind(" ", start, span.start + limit * 2))
    return Span(start, max(start, stop))


def difference(quoted: str, source: str) -> Runs:
    """The two texts word by word: what only the record has ("del"), what only the letter has ("ins")."""
    return shown_stretches(word_by_word(quoted, source))


def shown_stretches(stretches: Iterable[Stretch]) -> Runs:
    """A comparison as runs: the source's words are "del", the letter's "ins", its marked ones "q-marked"."""
    return tuple(Run(one.words, TONES.get(one.kind, ())) for one in stretches)
