"""The words of a paragraph of a DOCX: runs, fields, symbols, tracked changes, calls of notes."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from onrecord.documents import details as d
from onrecord.documents import docx_names as w
from onrecord.documents.details import Details
from onrecord.documents.docx_notes import Notes, ReadText
from onrecord.documents.docx_styles import Style, Styles
from onrecord.documents.passages import Tally, call, seen, spaced
from onrecord.documents.symbol_fonts import symbol
from onrecord.told import tell

_DELETED = tell("Tracked changes: %(n)s deleted or moved passages were left out; what was inserted was read.")
_INSERTED = tell("Tracked changes: %(n)s inserted passages were read as text.")
_HIDDEN = tell("%(n)s passages of hidden text were left out.")
_COMMENTS = tell("%(n)s comments were left out.")
_NOTE_MISSING = tell("%(n)s calls of notes that the file does not hold.")
_SYMBOL = tell("%(n)s signs of symbol fonts could not be read.")

_AS_TEXT = {w.TAB: " ", w.BR: " ", w.CR: " ", w.PTAB: " ", w.NOBREAKHYPHEN: "-"}
_LINK_CODE = re.compile(r'\s*HYPERLINK\s+(?!\\)"?([^"\s]+)"?', re.IGNORECASE)
_DRAWN = frozenset({w.PICT, w.DRAWING, w.OBJECT, w.ALTERNATE})


class Runs:
    """Reads paragraphs' words; a field may run through several of them, so it is one for the document."""

    def __init__(
        self, styles: Styles, notes: Notes, tally: Tally, read_note: ReadText, details: Details | None = None
    ) -> None:
        self._styles = styles
        self._notes = notes
        self._tally = tally
        self._read_note = read_note
        self._details = details
        self._fields: list[bool] = []
        self._field_codes: list[str] = []
        self._codes = 0
        self._boxes: list[etree._Element] = []

    def text(self, paragraph: etree._Element, *, hidden: bool) -> str:
        """The words of a paragraph, with marks where it calls notes."""
        if hidden:
            self._tally.add(_HIDDEN)
            return ""
        pieces: list[str] = []
        self._walk(paragraph, pieces)
        return "".join(pieces)

    def boxes_met(self) -> list[etree._Element]:
        """The text boxes met since this was last asked."""
        boxes, self._boxes = self._boxes, []
        return boxes

    def all_bold(self, paragraph: etree._Element, style: Style) -> bool:
        """Whether every word of a paragraph is bold."""
        for run in paragraph.iter(w.R):
            if not any(text.text and not text.text.isspace() for text in run.iterchildren(w.T)):
                continue
            letters = run.find(w.RPR)
            bold = w.switched_on(letters, w.BOLD)
            if bold is None:
                bold = style.bold or self._styles.style(w.value(letters, w.RSTYLE)).bold
            if not bold:
                return False
        return True

    def _walk(self, parent: etree._Element, pieces: list[str]) -> None:
        for child in parent:
            tag = child.tag
            if tag == w.R:
                self._run_in_its_manner(child, pieces)
            elif tag in w.INLINE:
                if tag in {w.INS, w.MOVETO}:
                    self._tally.add(_INSERTED)
                    self._changed("insertion", child)
                address = self._address(child) if self._details else ""
                self._in_spans([(d.LINK, address)] if address else [], child, pieces, self._walk)
            elif tag in {w.DEL, w.MOVEFROM}:
                self._tally.add(_DELETED)
                self._changed("deletion", child)
                self._fields_in(child)
            elif tag == w.ALTERNATE:
                self._drawn(child)
            elif tag in {w.MATH, w.MATHPARA}:
                pieces += [seen(text.text or "") for text in child.iter(w.MATHTEXT)]

    def _changed(self, kind: str, element: etree._Element) -> None:
        if self._details:
            self._details.changed(kind, element.get(w.AUTHOR, ""), changed_words(element))

    def _address(self, element: etree._Element) -> str:
        """The address that a hyperlink or a field of that kind leads to, "" for anything else."""
        if element.tag == w.HYPERLINK and self._details:
            part = etree.QName(element.getroottree().getroot()).localname
            return self._details.addresses.get(part, {}).get(element.get(w.RELATION, ""), "")
        if element.tag == w.SIMPLEFIELD:
            found = _LINK_CODE.match(element.get(w.INSTRUCTED, ""))
            return found[1] if found else ""
        return ""

    def _run_in_its_manner(self, run: etree._Element, pieces: list[str]) -> None:
        """A run, with what is said of its letters where details are wanted."""
        manner: list[tuple[str, str]] = []
        letters = run.find(w.RPR) if self._details else None
        if letters is not None:
            style = self._styles.style(w.value(letters, w.RSTYLE))
            bold = w.switched_on(letters, w.BOLD)
            if style.bold if bold is None else bold:
                manner.append((d.BOLD, ""))
            if w.switched_on(letters, w.ITALIC):
                manner.append((d.ITALIC, ""))
            raised = w.value(letters, w.RAISED)
            if raised == "superscript" or (raised is None and style.raised):
                manner.append((d.RAISED, ""))
        self._in_spans(manner, run, pieces, self._run)

    def _in_spans(
        self,
        spans: list[tuple[str, str]],
        element: etree._Element,
        pieces: list[str],
        read: Callable[[etree._Element, list[str]], None],
    ) -> None:
        """What `read` gives of the element, inside these spans; nothing where it gives nothing."""
        if not spans or self._details is None:
            read(element, pieces)
            return
        inner: list[str] = []
        read(element, inner)
        if inner:
            pieces += [self._details.opened(*span) for span in spans]
            pieces += inner
            pieces += [self._details.ended(*span) for span in reversed(spans)]

    def _run(self, run: etree._Element, pieces: list[str]) -> None:
        letters = run.find(w.RPR)
        if letters is not None and w.switched_on(letters, w.VANISH):
            self._tally.add(_HIDDEN)
            self._fields_in(run)
            return
        for child in run:
            tag = child.tag
            if tag == w.T:
                if not self._codes:
                    pieces.append(seen(child.text or ""))
            elif tag in _AS_TEXT:
                pieces.append("" if self._codes else self._as_text(child))
            elif tag == w.FLDCHAR:
                self._field(child, pieces)
            elif tag in {w.FOOTNOTEREF, w.ENDNOTEREF}:
                if self._call(child, run, pieces):
                    return
            elif tag in _DRAWN:
                self._drawn(child)
            else:
                self._seldom(child, pieces)

    def _as_text(self, sign: etree._Element) -> str:
        """A tab, a break or the like; a line's break stays one where details are wanted."""
        ends_line = sign.tag == w.CR or (sign.tag == w.BR and w.TYPE not in sign.attrib)
        return d.NEW_LINE if ends_line and self._details else _AS_TEXT[str(sign.tag)]

    def _seldom(self, child: etree._Element, pieces: list[str]) -> None:
        if child.tag == w.SYM:
            found = symbol(child.get(w.FONT, ""), child.get(w.CHAR, ""))
            if found is None:
                self._tally.add(_SYMBOL)
            pieces.append("\ufffd" if found is None else found)
        elif child.tag == w.COMMENTREF:
            self._tally.add(_COMMENTS)
            if self._details:
                self._details.commented_on(child.get(w.ID, ""))
        elif child.tag == w.INSTRUCTION and self._field_codes:
            self._field_codes[-1] += (child.text or "")[:4_000]
        elif child.tag == w.RUBY:
            self._walk(child, pieces)

    # -- fields -------------------------------------------------------------------------------

    def _field(self, mark: etree._Element, pieces: list[str] | None = None) -> None:
        """A field's code stands between its beginning and its separator, what it shows after that."""
        kind = mark.get(w.FLDCHARTYPE)
        if kind == "begin":
            self._fields.append(False)
            self._field_codes.append("")
            self._codes += 1
        elif kind == "separate" and self._fields and not self._fields[-1]:
            self._fields[-1] = True
            self._codes -= 1
            found = _LINK_CODE.match(self._field_codes[-1]) if pieces is not None else None
            self._field_codes[-1] = found[1] if found else ""
            if self._details and pieces is not None and found:
                pieces.append(self._details.opened(d.LINK, found[1]))
        elif kind == "end" and self._fields:
            address = self._field_codes.pop()
            if not self._fields.pop():
                self._codes -= 1
            elif address and self._details and pieces is not None:
                pieces.append(self._details.ended(d.LINK, address))

    def _fields_in(self, left_out: etree._Element) -> None:
        for mark in left_out.iter(w.FLDCHAR):
            self._field(mark)

    # -- notes and boxes ----------------------------------------------------------------------

    def _call(self, reference: etree._Element, run: etree._Element, pieces: list[str]) -> bool:
        """Mark where a note is called; True where the rest of the run is the mark that the author typed."""
        own = w.switched_on_attribute(reference, w.CUSTOMMARK)
        mark = ""
        if own:
            mark = spaced("".join(seen(text.text or "") for text in run.iterchildren(w.T)))
            if not mark:
                signs = (
                    symbol(sign.get(w.FONT, ""), sign.get(w.CHAR, "")) for sign in run.iterchildren(w.SYM)
                )
                mark = "".join(sign or "" for sign in signs) or "*"
        # The note's own paragraphs must not add to the fields or boxes of this one.
        boxes, self._boxes = self._boxes, []
        fields, codes, self._fields, self._codes = self._fields, self._codes, [], 0
        instructions, self._field_codes = self._field_codes, []
        place = self._notes.call(reference, mark, self._read_note)
        self._boxes, self._fields, self._codes = boxes, fields, codes
        self._field_codes = instructions
        if place is None:
            self._tally.add(_NOTE_MISSING)
        else:
            pieces.append(call(place))
        return own and place is not None

    def _drawn(self, element: etree._Element) -> None:
        """Note the text boxes of a drawing; of its alternatives only the first that has any."""
        waiting = [element]
        while waiting:
            node = waiting.pop()
            if node.tag == w.TXBX:
                self._boxes.append(node)
            elif node.tag == w.ALTERNATE:
                branches = [branch for branch in node if branch.find(f".//{w.TXBX}") is not None]
                waiting += branches[:1]
            else:
                waiting += reversed(node)


def changed_words(element: etree._Element) -> str:
    """The words that a tracked change inserts or deletes."""
    return seen(" ".join(text.text or "" for text in element.iter(w.T, w.DELTEXT)))
