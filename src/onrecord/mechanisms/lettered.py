"""Lettered items inside a paragraph: "recommends that the State party: (a) Adopt …; (b) Ensure …".

How UN documents letter: (a), (b), (c) in order, after a colon, semicolon or stop; (i), (ii) inside an item
belong to it. "article 2 (a)" and "paragraph 5 (b)" are references and open no item.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.documents.model import Document, Paragraph

LETTER = re.compile(
    r"(?:(?<=[:;.,])|(?<=[:;.,]\s)|(?<=\band\s)|(?<=\bor\s)|^|(?<=\n))\s*\((?P<letter>[a-z]{1,2})\)\s*(?=\S)"
)
"""The letter that opens an item, after a stop or a joining word."""

LOOSE_END = re.compile(r"(?:[\s;,]|\band|\bor)+$")
"""What joins an item to the next: "; and"."""


class Item(NamedTuple):
    """A lettered item: `letter` is "(a)"; text[start:end] are its words."""

    letter: str
    start: int
    end: int


def lettered_items(text: str) -> tuple[int, tuple[Item, ...]]:
    """Where the words before the list end, and its items in order; no items where there are not two."""
    due = "a"
    opened: list[tuple[str, int, int]] = []
    for found in LETTER.finditer(text):
        if found["letter"] == due:
            opened.append((due, found.start(), found.end()))
            due = _next(due)
    if len(opened) < 2:
        return len(text), ()
    ends = [start for _, start, _ in opened[1:]] + [len(text)]
    items = []
    for (letter, _, start), end in zip(opened, ends, strict=True):
        loose = LOOSE_END.search(text, start, end)
        items.append(Item(f"({letter})", start, loose.start() if loose else end))
    return opened[0][1], tuple(item for item in items if item.start < item.end)


def _next(letter: str) -> str:
    if letter == "z":
        return "aa"
    return letter[0] * (len(letter) - 1) + chr(ord(letter[-1]) + 1)


def numbered(document: Document) -> list[Paragraph]:
    """The numbered paragraphs of a document's own text, lists included."""
    return [p for p in document.paragraphs if p.number and p.text and p.zone in {"body", "annex"}]
