"""Styles and lists of a DOCX: which paragraphs are headings, and what number Word shows before each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lxml.etree import _Element

from onrecord.documents import docx_names as w
from onrecord.documents.list_numbers import LEVELS, Level, ListNumbers
from onrecord.documents.style_names import heading_level, is_contents

Load = Callable[[], _Element | None]

HOPS = 30
"""How many styles may be based on one another; a circle ends there."""


@dataclass(slots=True)
class Style:
    """A style with what it has from those it is based on."""

    name: str = ""
    level: int = 0
    contents: bool = False
    bold: bool = False
    hidden: bool = False
    raised: bool = False
    list_id: str = ""
    depth: int | None = None


_PLAIN = Style()


class Styles:
    """The styles of a document, by their ids; `load` gives their part when the first is asked for."""

    def __init__(self, load: Load) -> None:
        self._load: Load | None = load
        self._elements: dict[str, _Element] = {}
        self._known: dict[str, Style] = {}

    def style(self, style_id: str | None) -> Style:
        """The style of this id; that of plain text where there is none."""
        if not style_id:
            return _PLAIN
        if self._load is not None:
            root, self._load = self._load(), None
            found = root.iter(w.STYLE) if root is not None else ()
            self._elements = {element.get(w.STYLEID, ""): element for element in found}
        if style_id not in self._elements:
            return _PLAIN
        if style_id not in self._known:
            self._known[style_id] = self._resolved(style_id)
        return self._known[style_id]

    def _resolved(self, style_id: str) -> Style:
        chain: list[_Element] = []
        element = self._elements.get(style_id)
        while element is not None and len(chain) < HOPS:
            chain.append(element)
            element = self._elements.get(w.value(element, w.BASEDON) or "")
        style = Style()
        for layer in reversed(chain):
            _lay_over(style, layer)
        return style


def _lay_over(style: Style, element: _Element) -> None:
    style.name = w.value(element, w.NAME) or element.get(w.STYLEID) or ""
    properties, letters = element.find(w.PPR), element.find(w.RPR)
    outline = w.number(w.value(properties, w.OUTLINE), -1)
    style.level = heading_level(style.name) or (outline + 1 if 0 <= outline < LEVELS else style.level)
    style.contents = style.contents or is_contents(style.name)
    bold, hidden = w.switched_on(letters, w.BOLD), w.switched_on(letters, w.VANISH)
    style.bold = style.bold if bold is None else bold
    style.hidden = style.hidden if hidden is None else hidden
    style.raised = w.value(letters, w.RAISED) == "superscript" or (
        style.raised and w.value(letters, w.RAISED) is None
    )
    lists = properties.find(w.NUMPR) if properties is not None else None
    if lists is not None:
        style.list_id = w.value(lists, w.NUMID) or style.list_id
        depth = w.value(lists, w.ILVL)
        style.depth = w.number(depth, 0) if depth is not None else style.depth


@dataclass(frozen=True, slots=True)
class _List:
    abstract: str
    levels: dict[int, Level]
    depths: dict[str, int]
    starts: dict[int, int]


class Lists:
    """The lists of a document; counts through it. `load` gives their part when the first is asked for."""

    def __init__(self, load: Load) -> None:
        self._load: Load | None = load
        self._numbers = ListNumbers()
        self._abstracts: dict[str, _Element] = {}
        self._uses: dict[str, _Element] = {}
        self._of_styles: dict[str, str] = {}
        self._lists: dict[str, _List | None] = {}

    def label(self, list_id: str, depth: int | None, style_id: str) -> tuple[str, tuple[str, int] | None]:
        """The label of the document's next paragraph, and which list and level it belongs to."""
        if list_id not in self._lists:
            self._lists[list_id] = self._list(list_id)
        found = self._lists[list_id]
        if found is None:
            return "", None
        if depth is None:
            depth = found.depths.get(style_id, 0)
        label = self._numbers.label(found.abstract, list_id, found.levels, depth, found.starts)
        return label, (found.abstract, depth)

    def _list(self, list_id: str) -> _List | None:
        """A list as Word would build it; documents carry many that they never use."""
        if self._load is not None:
            root, self._load = self._load(), None
            self._read(root)
        use = self._uses.get(list_id)
        if use is None:
            return None
        abstract = w.value(use, w.ABSTRACTNUMID) or ""
        # A list may only name the style that holds its levels.
        link = w.value(self._abstracts.get(abstract), w.NUMSTYLELINK)
        abstract = self._of_styles.get(link, abstract) if link else abstract
        return _list(use, abstract, self._abstracts.get(abstract))

    def _read(self, root: _Element | None) -> None:
        if root is None:
            return
        for element in root.iterchildren(w.ABSTRACTNUM):
            name = element.get(w.ABSTRACTNUMID, "")
            self._abstracts[name] = element
            style = w.value(element, w.STYLELINK)
            if style:
                self._of_styles[style] = name
        self._uses = {element.get(w.NUMID, ""): element for element in root.iterchildren(w.NUM)}


def _list(use: _Element, abstract: str, held: _Element | None) -> _List:
    found = list(held.iterchildren(w.LVL)) if held is not None else []
    levels = {w.number(level.get(w.ILVL), 0): _level(level) for level in found}
    styles = {w.value(level, w.PSTYLE) or "": w.number(level.get(w.ILVL), 0) for level in found}
    starts: dict[int, int] = {}
    for override in use.iterchildren(w.LVLOVERRIDE):
        depth = w.number(override.get(w.ILVL), 0)
        level = override.find(w.LVL)
        if level is not None:
            levels[depth] = _level(level)
        start = w.value(override, w.STARTOVERRIDE)
        if start is not None:
            starts[depth] = w.number(start, 1)
    return _List(abstract, levels, styles, starts)


def _level(element: _Element) -> Level:
    return Level(
        format=w.value(element, w.NUMFMT) or "decimal",
        text=w.value(element, w.LVLTEXT) or "",
        start=w.number(w.value(element, w.START), 0),
        restart=w.number(w.value(element, w.LVLRESTART), -1),
        legal=bool(w.switched_on(element, w.ISLGL)),
    )
