"""Notes of a web page: links whose words are a mark, and the blocks further down that they lead to."""

from __future__ import annotations

import re

from lxml.etree import _Element

from onrecord.documents import details as d
from onrecord.documents.details import Details
from onrecord.documents.html_notes import MARK, OWN_MARK, block_of, words_of
from onrecord.documents.passages import seen, spaced

_NAMED_NOTE = re.compile(
    r"(?:^|[_-])(?:ftn|fn|edn|en|foot-?note|end-?note|note|cite-note|sdfootnote)", re.IGNORECASE
)
"""How the place of a note is named: "_ftn24", "fn-3", "footnote-7". Not: "section-2"."""

_NOTE_BESIDE = re.compile(r"foot-?note\S*(?:note|content|text|tooltip)", re.IGNORECASE)
"""The class of a note that stands behind its mark: "modern-footnotes-footnote__note"."""

_BACK = re.compile(
    r"\s*(?:[\[(]?(?:\d{1,4}|[*†‡]{1,4}|[ivxlc]{1,7})[\])]?[.:]?|[↑↩⤴^⇑\ufe0e\ufe0f\s]+|back(?: to text)?)\s*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s*[\[(]?(\d{1,4}|[*†‡]{1,4}|[ivxlc]{1,7})[\]).:]*\s")
_ARROWS = re.compile(r"[\s↑↩⤴⇑^\ufe0e\ufe0f]+$")


class PageNotes:
    """Knows which links of a page call notes and which of its elements are notes.

    `found` are the notes in the order in which they stand on the page, (number as printed, words);
    `missing` are the places in it that stand for notes which are called and are not on the page.
    """

    def __init__(self, root: _Element, article: _Element, details: Details) -> None:
        self.found: list[tuple[str, str]] = []
        self.missing: set[int] = set()
        self._details = details
        self._calls: dict[_Element, _Element] = {}
        self._places: dict[_Element, int] = {}
        self._lost: dict[str, int] = {}
        self._targets: dict[str, _Element] = {}
        self._order: dict[_Element, int] = {}
        self._gather(root)
        marks: dict[_Element, str] = {}
        for link, block in self._calls.items():
            mark = MARK.fullmatch(spaced(words_of(link)))
            marks.setdefault(block, mark[1] if mark else "")
        for block in self._with_neighbours(marks):
            self._places[block] = len(self.found)
            self.found.append(self._note(block, marks.get(block, "")))
        self._article = article

    def is_note(self, element: _Element) -> bool:
        """Whether this element is a note and no text of the letter."""
        return element in self._places

    def call(self, link: _Element) -> int | None:
        """The place of the note that this link calls; None where it calls none."""
        block = self._calls.get(link)
        if block is not None:
            return self._places[block]
        return self._lost_note(link)

    def _gather(self, root: _Element) -> None:
        links: list[tuple[int, _Element]] = []
        for place, element in enumerate(root.iter()):
            if not isinstance(element.tag, str):
                continue
            self._order[element] = place
            for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
                if name:
                    self._targets.setdefault(name, element)
            if element.tag == "a" and (element.get("href") or "").startswith("#"):
                links.append((place, element))
            self._beside(element)
        for place, link in links:
            target = self._targets.get((link.get("href") or "")[1:])
            if target is None or self._order[target] <= place or not MARK.fullmatch(spaced(words_of(link))):
                continue
            block = block_of(target)
            if block is not None and all(above is not block for above in link.iterancestors()):
                self._calls[link] = block

    def _beside(self, element: _Element) -> None:
        """A note that stands hidden right behind the mark that opens it, as some sites' programs write them."""
        if element.tag != "sup":
            return
        link, beside = next(element.iter("a"), None), element.getnext()
        if link is None or beside is None or not MARK.fullmatch(spaced(words_of(link))):
            return
        if not (element.tail or "").strip() and _NOTE_BESIDE.search(beside.get("class") or ""):
            self._calls[link] = beside

    def _with_neighbours(self, marks: dict[_Element, str]) -> list[_Element]:
        """The notes in their order, with those in the same list that no link calls."""
        blocks = set(marks)
        for block in marks:
            parent = block.getparent()
            if block.tag == "li" and parent is not None:
                blocks.update(item for item in parent if item.tag == "li" and words_of(item).strip())
        return sorted(blocks, key=lambda block: self._order[block])

    def _note(self, block: _Element, mark: str) -> tuple[str, str]:
        plain = spaced(seen(words_of(block)))
        own = _NUMBER.match(plain)
        number = own[1] if own and (not mark or own[1] == mark) else ""
        if not number and block.tag == "li" and not mark:
            items = [item for item in block.getparent() or () if item.tag == "li"]
            number = str(items.index(block) + 1)
        pieces: list[str] = []
        self._walk(block, pieces)
        words = spaced("".join(pieces))
        opening = OWN_MARK.match(words)
        words = words[opening.end() :] if opening else words
        return number or mark, _ARROWS.sub("", words)

    def _walk(self, element: _Element, pieces: list[str]) -> None:
        pieces.append(seen(element.text or ""))
        for child in element:
            if isinstance(child.tag, str) and child.tag not in {"script", "style"}:
                self._inline(child, pieces)
            pieces.append(seen(child.tail or ""))

    def _inline(self, child: _Element, pieces: list[str]) -> None:
        href = (child.get("href") or "").strip() if child.tag == "a" else ""
        if href.startswith("#"):
            if not _BACK.fullmatch(words_of(child)):
                self._walk(child, pieces)
            return
        span = (d.LINK, href) if href else (d.ITALIC, "") if child.tag in {"i", "em", "cite"} else None
        if child.tag in {"p", "div", "br", "li"}:
            pieces.append(" ")
        if span:
            pieces.append(self._details.opened(*span))
        self._walk(child, pieces)
        if span:
            pieces.append(self._details.ended(*span))

    def _lost_note(self, link: _Element) -> int | None:
        """A place for a note that is called and not on the page: its mark is no word of the letter."""
        href = link.get("href") or ""
        mark = MARK.fullmatch(spaced(words_of(link)))
        if not (
            mark and href.startswith("#") and href[1:] not in self._targets and _NAMED_NOTE.search(href[1:])
        ):
            return None
        if mark[1] not in self._lost:
            self._lost[mark[1]] = len(self.found)
            self.missing.add(len(self.found))
            self.found.append((mark[1], ""))
        return self._lost[mark[1]]
