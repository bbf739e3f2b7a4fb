"""Passages that both texts quote in the same words: a Korean letter gives a document's words in English."""

from __future__ import annotations

import re

from onrecord.citations.model import Span

_NO_HANGUL = re.compile(r"[^가-힣\n“”\"]+")
_LATIN = re.compile(r"[A-Za-z]")
_AROUND = " .,;:()[]'’‘"
_WORDS = 4
"""Shorter passages are names, laws and titles."""


def quoted_alike(english: str, korean: str) -> tuple[list[Span], list[Span]]:
    """The passages without Hangul that the English text holds word for word: their places in either text."""
    ours, theirs = [], []
    for match in _NO_HANGUL.finditer(korean):
        written = match[0].strip(_AROUND)
        words = written.split()
        if len(words) < _WORDS or not _LATIN.match(written):
            continue
        found = re.search(r"\s+".join(map(re.escape, words)), english)
        if found:
            start = match.start() + match[0].find(written)
            ours.append(Span(*found.span()))
            theirs.append(Span(start, start + len(written)))
    return ours, theirs
