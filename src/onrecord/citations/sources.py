"""A source made ready for comparison once, so that each quotation is looked up in milliseconds."""

from __future__ import annotations

import re
import unicodedata
from array import array
from functools import cached_property

from onrecord.citations.model import Span

# One character each, so that offsets stay: every quotation mark and apostrophe, every dash, every space.
_MARKS = dict.fromkeys(map(ord, '‘’‚‛ʼ′`´“”„‟″«»"「」『』＂＇'), "'")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")
PLAIN = str.maketrans({**_MARKS, **_DASHES})

# What a line-break hyphen becomes in a PDF's text (U+FFFE, U+00AD), with the break after it; what has no
# width; runs of white space.
SOFT = "\u00ad\ufffe\uffff"
LOOSE = re.compile(rf"[{SOFT}]\s*\n\s*|[{SOFT}\u200b-\u200f\u2060\ufeff]+|\s+")
# A character with what belongs to it (accents, Hangul jamo), and ligatures.
CLUSTER = re.compile(r".[\u0300-\u036f\u1160-\u11ff\u0591-\u05c7\u064b-\u065f\u3099\u309a]*", re.DOTALL)
LIGATURE = re.compile(r"[\ufb00-\ufb06]")
WORD = re.compile(r"\w+")


class PreparedSource:
    """A text and its plain form: one kind of quotation mark, dash and space; NFC; no soft hyphens.

    `plain` is what is compared; `span` leads back to characters of `text`.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain, self._offsets, self.breaks = _plain(text)

    def span(self, start: int, end: int) -> Span:
        """The characters of `text` that plain[start:end] was made from."""
        if start >= end:
            at = self._offsets[start] if start < len(self._offsets) else len(self.text)
            return Span(at, at)
        least = self._offsets[end - 1] + 1
        stop = max(least, self._offsets[end] if end < len(self._offsets) else len(self.text))
        while stop > least and (self.text[stop - 1].isspace() or self.text[stop - 1] in SOFT):
            stop -= 1
        return Span(self._offsets[start], stop)

    def words(self, start: int, end: int) -> str:
        """The words of `text` at plain[start:end]."""
        span = self.span(start, end)
        return self.text[span.start : span.end]

    @cached_property
    def folded(self) -> str:
        """`plain` in small letters, of the same length."""
        return fold(self.plain)

    @cached_property
    def index(self) -> dict[str, list[int]]:
        """Where each word of `folded` stands."""
        found: dict[str, list[int]] = {}
        for match in WORD.finditer(self.folded):
            found.setdefault(match[0], []).append(match.start())
        return found


def fold(text: str) -> str:
    """Small letters, character by character, so that offsets stay."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def _plain(text: str) -> tuple[str, array[int], frozenset[int]]:
    """The plain form, for each of its characters the offset in `text`, and where soft hyphens stood."""
    composed, origins = _composed(text)
    mapped = composed.translate(PLAIN)
    parts: list[str] = []
    offsets = array("q")
    breaks: set[int] = set()
    at = 0
    for match in LOOSE.finditer(mapped):
        parts.append(mapped[at : match.start()])
        offsets.extend(range(at, match.start()))
        if match[0].isspace():
            parts.append(" ")
            offsets.append(match.start())
        elif match[0][0] in SOFT:
            breaks.add(len(offsets))
        at = match.end()
    parts.append(mapped[at:])
    offsets.extend(range(at, len(mapped)))
    if origins is not None:
        offsets = array("q", (origins[offset] for offset in offsets))
    return "".join(parts), offsets, frozenset(breaks)


def _composed(text: str) -> tuple[str, array[int] | None]:
    """The text in NFC without ligatures; with the offsets where that changed any."""
    if unicodedata.is_normalized("NFC", text) and not LIGATURE.search(text):
        return text, None
    parts: list[str] = []
    origins = array("q")
    for match in CLUSTER.finditer(text):
        is_ligature = LIGATURE.match(match[0]) is not None
        part = unicodedata.normalize("NFKC" if is_ligature else "NFC", match[0])
        parts.append(part)
        origins.extend([match.start()] * len(part))
    return "".join(parts), origins
