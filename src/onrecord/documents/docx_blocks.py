"""The body of a DOCX: its paragraphs, tables and text boxes, in their order."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from onrecord.documents import docx_names as w
from onrecord.documents.details import Details
from onrecord.documents.docx_notes import Notes
from onrecord.documents.docx_runs import Runs, changed_words
from onrecord.documents.docx_styles import Lists, Style, Styles
from onrecord.documents.grids import GridMaker, cell_text
from onrecord.documents.passages import (
    MAX_COLUMNS,
    MAX_TABLE_NESTING,
    Grid,
    Passage,
    Tally,
    spaced,
    without_calls,
)
from onrecord.errors import UnreadableDocument
from onrecord.told import tell

_BOLD_LENGTH = 130


class Blocks:
    """Reads paragraphs and tables; holds what runs through the whole document: lists, notes, fields."""

    def __init__(
        self,
        name: str,
        styles: Styles,
        lists: Lists,
        notes: Notes,
        tally: Tally,
        details: Details | None = None,
    ) -> None:
        self._name = name
        self._styles = styles
        self._lists = lists
        self._notes = notes
        self._tally = tally
        self._details = details
        self._runs = Runs(styles, notes, tally, self._note_text, details)
        self._carried = ""
        self._depth = 0

    def read(self, container: etree._Element) -> list[Passage | Grid]:
        """The passages and tables of a body, cell, note or text box."""
        parts: list[Passage | Grid] = []
        self._depth += 1
        if self._depth > MAX_TABLE_NESTING:
            raise UnreadableDocument(
                tell(
                    "%(name)s: tables or text boxes more than %(most)s deep in one another.",
                    name=self._name,
                    most=MAX_TABLE_NESTING,
                ),
                hint=tell("The file is not a document that somebody wrote; look at it before reading it."),
            )
        for block in self._children(container):
            if block.tag == w.P:
                self._paragraph(block, parts)
            elif block.tag == w.TBL:
                self._table(block, parts)
            elif block.tag == w.SECTPR:
                self._notes.number_by(block)
            elif block.tag == w.ALTCHUNK:
                self._tally.add(tell("%(n)s files put into this one whole were not read."))
        self._depth -= 1
        return parts

    def _children(self, container: etree._Element) -> Iterator[etree._Element]:
        """The blocks of a container, looking through what only stands around them."""
        for child in container:
            if child.tag in w.BLOCKS:
                yield from self._children(child)
            elif child.tag == w.ALTERNATE:
                branch = child.find(w.CHOICE)
                branch = branch if branch is not None else child.find(w.FALLBACK)
                if branch is not None:
                    yield from self._children(branch)
            elif child.tag in {w.DEL, w.MOVEFROM}:
                self._tally.add(tell("%(n)s passages deleted with tracked changes were left out."))
                self._deleted(child)
            else:
                yield child

    # -- paragraphs ---------------------------------------------------------------------------

    def _paragraph(self, paragraph: etree._Element, parts: list[Passage | Grid]) -> None:
        properties = paragraph.find(w.PPR)
        said = {child.tag: child for child in properties} if properties is not None else {}
        style_id = said[w.PSTYLE].get(w.VAL, "") if w.PSTYLE in said else ""
        style = self._styles.style(style_id)
        text = self._runs.text(paragraph, hidden=style.hidden)
        boxes = self._runs.boxes_met()
        if said:
            self._notes.number_by(said.get(w.SECTPR))
            letters = said.get(w.RPR)
            if letters is not None and (
                letters.find(w.DEL) is not None or letters.find(w.MOVEFROM) is not None
            ):
                # The mark that ends this paragraph was deleted: its words go on in the next one.
                self._carried += text
                return
        text, self._carried = spaced(self._carried + text), ""
        parts.append(self._passage(paragraph, said, style_id, style, text))
        if self._details and not self._details.in_note and without_calls(text):
            self._details.paragraphs += 1
        for box in boxes:
            parts += self.read(box)

    def _passage(
        self,
        paragraph: etree._Element,
        said: dict[str, etree._Element],
        style_id: str,
        style: Style,
        text: str,
    ) -> Passage:
        label, key = self._label(said.get(w.NUMPR), style_id, style)
        level = style.level
        if w.OUTLINE in said:
            outline = w.number(said[w.OUTLINE].get(w.VAL), 9)
            level = outline + 1 if 0 <= outline < 9 else 0
        bold = bool(text) and len(text) < _BOLD_LENGTH and self._runs.all_bold(paragraph, style)
        return Passage(text, label, level, bold, style.contents, key)

    def _label(
        self, own: etree._Element | None, style_id: str, style: Style
    ) -> tuple[str, tuple[str, int] | None]:
        list_id, depth = style.list_id, style.depth
        if own is not None:
            list_id = w.value(own, w.NUMID) or list_id
            said = w.value(own, w.ILVL)
            depth = w.number(said, 0) if said is not None else depth
        if not list_id or list_id == "0":
            return "", None
        return self._lists.label(list_id, depth, style_id)

    def _note_text(self, note: etree._Element) -> str:
        """The words of a note; calls of notes inside a note are left out."""
        if self._details:
            self._details.in_note = True
        words = [part.text if isinstance(part, Passage) else cell_text([part]) for part in self.read(note)]
        if self._details:
            self._details.in_note = False
        return spaced(without_calls(" ".join(words)))

    def _deleted(self, element: etree._Element) -> None:
        if self._details:
            self._details.changed("deletion", element.get(w.AUTHOR, ""), changed_words(element))

    # -- tables -------------------------------------------------------------------------------

    def _table(self, table: etree._Element, parts: list[Passage | Grid]) -> None:
        maker = GridMaker(self._name)
        inner: list[list[Passage | Grid]] = []
        for row in self._children(table):
            if row.tag != w.TR:
                continue
            properties = row.find(w.TRPR)
            if properties is not None and properties.find(w.DEL) is not None:
                self._tally.add(tell("%(n)s rows deleted with tracked changes were left out."))
                self._deleted(row)
                continue
            maker.row(min(w.number(w.value(properties, w.GRIDBEFORE), 0), MAX_COLUMNS))
            inner += [self._cell(cell, maker) for cell in self._children(row) if cell.tag == w.TC]
        grid = maker.grid()
        if grid.rows and max(map(len, grid.rows)) == 1:
            # A table of one column is a frame around its paragraphs.
            parts += [part for cell_parts in inner for part in cell_parts]
            return
        parts.append(grid)
        for cell_parts in inner:
            for part in cell_parts:
                if isinstance(part, Grid):
                    part.nested = True
                    parts.append(part)

    def _cell(self, cell: etree._Element, maker: GridMaker) -> list[Passage | Grid]:
        properties = cell.find(w.TCPR)
        parts = self.read(cell)
        maker.cell(
            cell_text(parts),
            columns=w.number(w.value(properties, w.GRIDSPAN), 1),
            goes_down=_goes_on(properties, w.VMERGE),
            goes_right=_goes_on(properties, w.HMERGE),
        )
        return parts


def _goes_on(properties: etree._Element | None, tag: str) -> bool:
    """Whether a cell is the rest of the one above or before it: the merge is said and does not restart."""
    return w.value(properties, tag) in {"", "continue"}
