"""Cuts a text into runs, each marked in one way, where marks may overlap."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.citations.model import Span
from onrecord.letters.render.sheet import Run, Runs, Tag

WORD = re.compile(r"\w+")
TOKEN = re.compile(r"\s*\S+")
LONGEST_SEARCHED = 400
SENTENCE_END = re.compile(r"(?<=[.!?][”\"’)\]])\s+(?=\S)|(?<=[.!?])\s+(?=\S)|\n+")


class Mark(NamedTuple):
    """A stretch of a text to be marked: a tone, an anchor at its start, a tag after its end, a link."""

    span: Span
    tone: str = ""
    anchor: str = ""
    tag: Tag | None = None
    to: str = ""


def cut(text: str, span: Span, marks: Iterable[Mark]) -> Runs:
    """The runs of text[span], in order; together they hold every character of it exactly once.

    A mark that begins before the span keeps its anchor there; one that ends after it keeps its tag.
    """
    near = sorted(m for m in marks if m.span.start <= span.end and m.span.end >= span.start)
    inside = [point for m in near for point in m.span if span.start < point < span.end]
    points = sorted({span.start, span.end, *inside})
    runs = [_run(text, Span(a, b), near, span) for a, b in zip(points, points[1:], strict=False)]
    return tuple(run for run in runs if run is not None)


def _run(text: str, piece: Span, marks: Sequence[Mark], within: Span) -> Run:
    covering = [m for m in marks if m.span.start <= piece.start and m.span.end >= piece.end]
    starting = [m for m in marks if m.anchor and m.span.start == piece.start < within.end]
    ending = [m for m in marks if m.tag and m.span.end == piece.end > within.start]
    return Run(
        text=text[piece.start : piece.end],
        marks=tuple(dict.fromkeys(m.tone for m in covering if m.tone)),
        anchors=tuple(m.anchor for m in starting),
        tags=tuple(m.tag for m in ending if m.tag),
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
    start = max(start, span.start - limit)
    return Span(start, max(start, min(stop, span.start + limit)))


def difference(quoted: str, source: str) -> Runs:
    """The record's words with, word by word, what the letter left out ("del") and put in ("ins").

    Words that differ in case alone are a difference; quotation marks and apostrophes are not.
    """
    old, new = TOKEN.findall(source), TOKEN.findall(quoted)
    matcher = difflib.SequenceMatcher(None, _plain(old), _plain(new), autojunk=False)
    runs: list[Run] = []
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            runs.append(Run("".join(new[c:d])))
            continue
        for words, tone in ((old[a:b], "del"), (new[c:d], "ins")):
            if words:
                runs += (
                    [Run(" "), Run("".join(words).strip(), (tone,))]
                    if runs
                    else [Run("".join(words), (tone,))]
                )
    return tuple(runs)


def _plain(tokens: list[str]) -> list[str]:
    same = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "‑": "-", "\xa0": " "})
    return [token.translate(same).strip() for token in tokens]
