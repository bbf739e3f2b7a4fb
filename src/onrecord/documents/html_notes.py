"""Notes of web pages: links whose words are a mark, to a place further down that begins with the note."""

from __future__ import annotations

import re
from typing import Protocol

from lxml.etree import _Element

from onrecord.documents.passages import Flow, seen, spaced

BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary ul
    """.split()  # noqa: SIM905
)
"""Elements that begin and end a paragraph."""

MARK = re.compile(r"[\[(]?(\d{1,4}|[*†‡]{1,4}|[ivxlc]{1,7})[\])]?")
"""The words of a link that calls a note: "[12]", "*", "iv". Not: "see annex"."""

OWN_MARK = re.compile(r"\s*[\[(]?(?:\d{1,4}|[*†‡]{1,4}|[ivxlc]{1,7}|\^|↑|↩)[\]).]*\s*")


class KnowsNotes(Protocol):
    """Who knows which links of a page call notes, and which of its elements are notes."""

    def is_note(self, element: _Element) -> bool:
        """Whether this element is a note and no text of the page."""

    def call(self, link: _Element) -> int | None:
        """The place in the flow of the note that this link calls; None where it calls none."""


class HtmlNotes:
    """Knows, before the page is read, which links call notes and which elements are notes."""

    def __init__(self, root: _Element, flow: Flow) -> None:
        self._flow = flow
        self._marks: dict[_Element, tuple[str, _Element]] = {}
        self._places: dict[_Element, int] = {}
        self._block_of_target: dict[_Element, _Element | None] = {}
        targets: dict[str, tuple[int, _Element]] = {}
        links: list[tuple[int, _Element]] = []
        for place, element in enumerate(root.iter("*")):
            for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
                if name:
                    targets.setdefault(name, (place, element))
            if element.tag == "a" and (element.get("href") or "").startswith("#"):
                links.append((place, element))
        for place, link in links:
            mark = MARK.fullmatch(spaced(words_of(link)))
            target = targets.get((link.get("href") or "")[1:])
            if mark and target and target[0] > place:
                block = self._block(target[1])
                if block is not None and all(above is not block for above in link.iterancestors()):
                    self._marks[link] = mark[1], block
        self._blocks = {block for _, block in self._marks.values()}

    def _block(self, target: _Element) -> _Element | None:
        if target not in self._block_of_target:
            self._block_of_target[target] = block_of(target)
        return self._block_of_target[target]

    def is_note(self, element: _Element) -> bool:
        """Whether this element is a note and no text of the page."""
        return element in self._blocks

    def call(self, link: _Element) -> int | None:
        """The place of the note that this link calls in the flow; None where it calls none."""
        found = self._marks.get(link)
        if found is None:
            return None
        mark, block = found
        if block not in self._places:
            words = spaced(seen(words_of(block)))
            own = OWN_MARK.match(words)
            self._flow.notes.append((mark, words[own.end() :] if own else words))
            self._places[block] = len(self._flow.notes) - 1
        return self._places[block]


def words_of(element: _Element) -> str:
    """All the words in an element, one after the other."""
    return "".join(text for text in element.itertext() if isinstance(text, str))


def block_of(target: _Element) -> _Element | None:
    """The paragraph, list item or division that a note's target stands in; no larger part of the page."""
    element: _Element | None = target
    while element is not None and element.tag not in BLOCKS:
        element = element.getparent()
    if element is None or element.tag in {"body", "html", "main", "article", "ol", "ul"}:
        return None
    parent = element.getparent()
    whole = parent is not None and parent.tag in {"div", "li"} and parent.get("id") and parent[0] is element
    block = parent if whole else element
    return block if block is not None and len(words_of(block)) < 20_000 else None
