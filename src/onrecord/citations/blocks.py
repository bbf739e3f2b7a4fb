"""Block quotations: words that are set apart instead of standing in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.citations.model import Span
from onrecord.citations.passages import LIST_LINE
from onrecord.citations.quotations import FoundQuotation

# "> Protect …" in Markdown, also where the quotation runs over several lines.
_PREFIX = re.compile(r"(?m)^[ \t]*>[ \t]?")
# Set apart by so much space, after a paragraph that ends with a colon.
_INDENTED = re.compile(r"(?:\t| {4,})[ \t]*$")
_WORD = re.compile(r"\w+")
_FEWEST = 4
_OPENS = '“"«„‘「『'


def find_blocks(text: str, paragraphs: Sequence[Span], markers: Sequence[Span]) -> tuple[FoundQuotation, ...]:
    """The paragraphs set apart as quotations that call a note; text[span] is without the note's number.

    A paragraph that begins with a quotation mark is none: its marks say what is quoted. One without a
    note may be an address, a list of names or an older message, so it is left alone.
    """
    found: list[FoundQuotation] = []
    for index, paragraph in enumerate(paragraphs):
        before = paragraphs[index - 1] if index else None
        called = [marker for marker in markers if paragraph.start < marker.start <= paragraph.end]
        if not called or not _is_apart(text, paragraph, before):
            continue
        span = _words_of(text, Span(paragraph.start, called[-1].start))
        words = _PREFIX.sub("", text[span.start : span.end])
        if len(_WORD.findall(words)) >= _FEWEST and words[:1] not in _OPENS:
            found.append(FoundQuotation(span, words))
    return tuple(found)


def _is_apart(text: str, paragraph: Span, before: Span | None) -> bool:
    if text[paragraph.start] == ">":
        return True
    if before is None or not text[before.start : before.end].rstrip().endswith(":"):
        return False
    line = text.rfind("\n", 0, paragraph.start) + 1
    return bool(_INDENTED.match(text[line : paragraph.start])) and not LIST_LINE.match(text, line)


def _words_of(text: str, span: Span) -> Span:
    """The span without the mark of a block at its start, and without what closes the sentence."""
    prefix = _PREFIX.match(text, span.start)
    start, end = prefix.end() if prefix else span.start, span.end
    while end > start and text[end - 1] in " \t\u00a0.,;[(^":
        end -= 1
    return Span(start, end)
