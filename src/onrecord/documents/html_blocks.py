"""The body of a web page: its paragraphs, headings, lists and tables, in their order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.etree import _Element

from onrecord.documents import details as d
from onrecord.documents.details import Details
from onrecord.documents.grids import GridMaker, cell_text
from onrecord.documents.html_notes import BLOCKS, KnowsNotes
from onrecord.documents.list_numbers import formatted
from onrecord.documents.passages import MAX_COLUMNS, Grid, Passage, Tally, call, seen, spaced
from onrecord.told import tell

_LEFT_OUT = frozenset(
    "script style head noscript template svg iframe object select button textarea nav audio video map".split()  # noqa: SIM905
)

_BOLD = frozenset(("b", "strong", "th"))
_MANNERS = {"b": d.BOLD, "strong": d.BOLD, "i": d.ITALIC, "em": d.ITALIC, "cite": d.ITALIC, "sup": d.RAISED}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_WORD_HEADING = re.compile(r"(?:Mso)?Heading([1-9])|h([1-9])g?", re.IGNORECASE)
_STYLES_OF_LISTS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_CSS_LISTS = {
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "none": "none",
}
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE)
_NEW_PARAGRAPH = re.compile(rf"\n[ \t\r\f]*\n\s*|{d.NEW_LINE}\s*{d.NEW_LINE}[\s{d.NEW_LINE}]*")
MAX_ROWS_SPANNED = 2_000


@dataclass(slots=True)
class _List:
    ordered: bool
    style: str
    count: int


@dataclass(slots=True)
class _Gathering:
    """The words of the paragraph that is being read, and what its block says of it."""

    pieces: list[str] = field(default_factory=list)
    all_bold: bool = True
    label: str = ""


class HtmlBlocks:
    """Reads a page's elements; depth is bounded before."""

    def __init__(self, name: str, notes: KnowsNotes, tally: Tally, details: Details | None = None) -> None:
        self._details = details
        self._name = name
        self._notes = notes
        self._tally = tally
        self._parts: list[Passage | Grid] = []
        self._now = _Gathering()
        self._lists: list[_List] = []
        self._level = 0
        self._bold = 0

    def read(self, root: _Element) -> list[Passage | Grid]:
        """The passages and tables of a page."""
        self._walk(root)
        self._flush()
        return self._parts

    def _walk(self, element: _Element) -> None:
        self._text(element.text)
        for child in element:
            if isinstance(child.tag, str) and not self._passed_over(child):
                self._element(child, child.tag)
            self._text(child.tail)

    def _passed_over(self, element: _Element) -> bool:
        if element.tag in _LEFT_OUT or self._notes.is_note(element):
            return True
        if element.tag == "del":
            self._tally.add(tell("Tracked changes: %(n)s deleted passages were left out."))
            return True
        if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
            self._tally.add(tell("%(n)s hidden parts of the page were left out."))
            return True
        return False

    def _element(self, element: _Element, tag: str) -> None:
        if tag == "br":
            self._now.pieces.append(d.NEW_LINE if self._details else "\n")
        elif tag == "table":
            self._flush()
            self._table(element)
        elif tag == "a":
            place = self._notes.call(element)
            if place is None:
                address = (element.get("href") or "").strip()
                self._in_span((d.LINK, address) if address else None, element)
            else:
                self._now.pieces.append(call(place))
        elif tag in BLOCKS:
            self._block(element, tag)
        else:
            self._bold += tag in _BOLD
            self._in_span((_MANNERS[tag], "") if tag in _MANNERS else None, element)
            self._bold -= tag in _BOLD

    def _in_span(self, span: tuple[str, str] | None, element: _Element) -> None:
        """What stands in an element, marked as a span where details are wanted."""
        if span is None or self._details is None:
            self._walk(element)
            return
        self._now.pieces.append(self._details.opened(*span))
        self._walk(element)
        self._now.pieces.append(self._details.ended(*span))

    def _block(self, element: _Element, tag: str) -> None:
        self._flush()
        level, self._level = self._level, _level(element, tag) or self._level
        if tag in {"ol", "ul"}:
            self._lists.append(_list(element, tag))
            self._walk(element)
            self._lists.pop()
        else:
            if tag == "li":
                self._now.label = self._item(element)
            self._walk(element)
        self._flush()
        self._now.label = ""
        self._level = level

    def _item(self, element: _Element) -> str:
        if not self._lists:
            return "•"
        now = self._lists[-1]
        if not now.ordered:
            return "•"
        now.count = _whole(element.get("value"), now.count)
        label = formatted(now.count, now.style)
        now.count += 1
        return f"{label}." if label else ""

    def _text(self, text: str | None) -> None:
        if not text:
            return
        self._now.pieces.append(seen(text.replace("\n", " ").replace("\r", " ")))
        if not self._bold and not text.isspace():
            self._now.all_bold = False

    def _flush(self) -> None:
        """End the paragraph; two line breaks with nothing between them part two."""
        now = self._now
        words = "".join(now.pieces)
        if not d.without_spans(words).strip():
            # The label of a list item waits for the item's first paragraph.
            now.pieces[:] = [piece for piece in now.pieces if d.SPAN_NAMED in piece]
            return
        label = now.label
        for text in map(spaced, _NEW_PARAGRAPH.split(words.strip())):
            if d.without_spans(text):
                key = len(self._lists) if label else None
                self._parts.append(Passage(text, label, self._level, now.all_bold, list_key=key))
                label = ""
        self._now = _Gathering()

    # -- tables -------------------------------------------------------------------------------

    def _table(self, table: _Element) -> None:
        outer, self._parts = self._parts, []
        lists, self._lists = self._lists, []
        maker = GridMaker(self._name)
        inner: list[list[Passage | Grid]] = []
        for row in _rows(table):
            maker.row()
            for cell in row:
                if cell.tag in {"td", "th"}:
                    inner.append(self._cell(cell))
                    maker.cell(
                        cell_text(inner[-1]),
                        columns=_whole(cell.get("colspan"), 1),
                        rows=max(1, min(_whole(cell.get("rowspan"), 1), MAX_ROWS_SPANNED)),
                    )
        self._parts, self._lists = outer, lists
        grid = maker.grid()
        if not grid.rows or max(map(len, grid.rows)) <= 1:
            self._parts += [part for cell_parts in inner for part in cell_parts]
            return
        self._parts.append(grid)
        for part in (part for cell_parts in inner for part in cell_parts if isinstance(part, Grid)):
            part.nested = True
            self._parts.append(part)

    def _cell(self, cell: _Element) -> list[Passage | Grid]:
        self._parts = []
        self._bold += cell.tag in _BOLD
        self._walk(cell)
        self._bold -= cell.tag in _BOLD
        self._flush()
        return self._parts


def _rows(table: _Element) -> list[_Element]:
    found: list[_Element] = []
    for child in table:
        if child.tag == "tr":
            found.append(child)
        elif child.tag in {"thead", "tbody", "tfoot"}:
            found += [row for row in child if row.tag == "tr"]
    return found


def _level(element: _Element, tag: str) -> int:
    if tag in _HEADINGS:
        return _HEADINGS[tag]
    said = _WORD_HEADING.fullmatch(element.get("class") or "") if tag == "p" else None
    return int(said[1] or said[2]) if said else 0


def _list(element: _Element, tag: str) -> _List:
    style = _STYLES_OF_LISTS.get(element.get("type") or "", "decimal")
    css = _LIST_STYLE.search(element.get("style") or "")
    if css:
        style = _CSS_LISTS.get(css[1].lower(), style)
    return _List(tag == "ol", style, _whole(element.get("start"), 1))


def _whole(text: str | None, otherwise: int) -> int:
    """A whole number as an attribute holds it, or the other one; bounded, for pages claim anything."""
    try:
        return max(-MAX_COLUMNS, min(int(text), 100_000)) if text else otherwise
    except ValueError:
        return otherwise
