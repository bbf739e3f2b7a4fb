"""Styles and lists of a DOCX: which paragraphs are headings, and what number Word shows before each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from onrecord.documents import docx_names as w
from onrecord.documents.list_numbers import LEVELS, Level, ListNumbers

HOPS = 30
"""How many styles may be based on one another; a circle ends there."""

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_UN_HEADING = re.compile(r"_?\s?H[ _]*(?P<level>Ch|M|[1-9])(?:/?[1-9])?[ _]*G?", re.IGNORECASE)
"""The styles of the UN's templates: "_ H_1_G", "_ H_2/3_G", "_ H _Ch_G", "_ H _M_G", "_H_1", "H23G"."""

_CONTENTS = re.compile(r"toc \d", re.IGNORECASE)


def heading_level(name: str) -> int:
    """The level of the heading that a style of this name makes, 0 for text."""
    usual = _HEADING.fullmatch(name)
    if usual:
        return int(usual[1])
    un = _UN_HEADING.fullmatch(name)
    if un:
        return int(un["level"]) if un["level"].isdigit() else 1
    return 1 if name.lower() in {"title", "_ h_hm", "chapter title"} else 0


def is_contents(name: str) -> bool:
    """Whether a style of this name is one of the lines of a table of contents ("toc 2")."""
    return _CONTENTS.fullmatch(name) is not None


@dataclass(slots=True)
class Style:
    """A style with what it has from those it is based on."""

    name: str = ""
    level: int = 0
    contents: bool = False
    bold: bool = False
    hidden: bool = False
    list_id: str = ""
    depth: int | None = None


_PLAIN = Style()


class Styles:
    """The styles of a document, by their ids."""

    def __init__(self, root: etree._Element | None) -> None:
        found = root.iter(w.STYLE) if root is not None else ()
        self._elements = {element.get(w.STYLEID, ""): element for element in found}
        self._known: dict[str, Style] = {}

    def style(self, style_id: str | None) -> Style:
        """The style of this id; that of plain text where there is none."""
        if not style_id or style_id not in self._elements:
            return _PLAIN
        if style_id not in self._known:
            self._known[style_id] = self._resolved(style_id)
        return self._known[style_id]

    def _resolved(self, style_id: str) -> Style:
        chain: list[etree._Element] = []
        element = self._elements.get(style_id)
        while element is not None and len(chain) < HOPS:
            chain.append(element)
            element = self._elements.get(w.value(element, w.BASEDON) or "")
        style = Style()
        for layer in reversed(chain):
            _lay_over(style, layer)
        return style


def _lay_over(style: Style, element: etree._Element) -> None:
    style.name = w.value(element, w.NAME) or element.get(w.STYLEID) or ""
    properties, letters = element.find(w.PPR), element.find(w.RPR)
    outline = w.number(w.value(properties, w.OUTLINE), -1)
    style.level = heading_level(style.name) or (outline + 1 if 0 <= outline < LEVELS else style.level)
    style.contents = style.contents or is_contents(style.name)
    bold, hidden = w.switched_on(letters, w.BOLD), w.switched_on(letters, w.VANISH)
    style.bold = style.bold if bold is None else bold
    style.hidden = style.hidden if hidden is None else hidden
    lists = properties.find(w.NUMPR) if properties is not None else None
    if lists is not None:
        style.list_id = w.value(lists, w.NUMID) or style.list_id
        depth = w.value(lists, w.ILVL)
        style.depth = w.number(depth, 0) if depth is not None else style.depth


@dataclass(frozen=True, slots=True)
class _List:
    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)


class Lists:
    """The lists of a document; counts through it."""

    def __init__(self, root: etree._Element | None) -> None:
        self._numbers = ListNumbers()
        self._lists: dict[str, _List] = {}
        self._depth_of_style: dict[tuple[str, str], int] = {}
        if root is not None:
            self._read(root)

    def label(self, list_id: str, depth: int | None, style_id: str) -> tuple[str, tuple[str, int] | None]:
        """The label of the document's next paragraph, and which list and level it belongs to."""
        found = self._lists.get(list_id)
        if found is None:
            return "", None
        if depth is None:
            depth = self._depth_of_style.get((found.abstract, style_id), 0)
        label = self._numbers.label(found.abstract, list_id, found.levels, depth, found.starts)
        return label, (found.abstract, depth)

    def _read(self, root: etree._Element) -> None:
        abstracts: dict[str, dict[int, Level]] = {}
        links: dict[str, str] = {}
        styles: dict[str, str] = {}
        for element in root.iterchildren(w.ABSTRACTNUM):
            name = element.get(w.ABSTRACTNUMID, "")
            abstracts[name] = {
                w.number(level.get(w.ILVL), 0): _level(level) for level in element.iterchildren(w.LVL)
            }
            for level in element.iterchildren(w.LVL):
                style = w.value(level, w.PSTYLE)
                if style:
                    self._depth_of_style[name, style] = w.number(level.get(w.ILVL), 0)
            links[name] = w.value(element, w.NUMSTYLELINK) or ""
            styles[w.value(element, w.STYLELINK) or ""] = name
        for element in root.iterchildren(w.NUM):
            abstract = w.value(element, w.ABSTRACTNUMID) or ""
            # A list may only name the style that holds its levels.
            abstract = styles.get(links.get(abstract, ""), abstract) if links.get(abstract) else abstract
            self._lists[element.get(w.NUMID, "")] = _list(element, abstract, abstracts.get(abstract, {}))


def _list(element: etree._Element, abstract: str, levels: dict[int, Level]) -> _List:
    own: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for override in element.iterchildren(w.LVLOVERRIDE):
        depth = w.number(override.get(w.ILVL), 0)
        level = override.find(w.LVL)
        if level is not None:
            own[depth] = _level(level)
        start = w.value(override, w.STARTOVERRIDE)
        if start is not None:
            starts[depth] = w.number(start, 1)
    return _List(abstract, {**levels, **own}, starts)


def _level(element: etree._Element) -> Level:
    return Level(
        format=w.value(element, w.NUMFMT) or "decimal",
        text=w.value(element, w.LVLTEXT) or "",
        start=w.number(w.value(element, w.START), 0),
        restart=w.number(w.value(element, w.LVLRESTART), -1),
        legal=bool(w.switched_on(element, w.ISLGL)),
    )
