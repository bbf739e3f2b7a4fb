"""Footnotes and endnotes of a DOCX: their marks as Word prints them, and their texts."""

from __future__ import annotations

from collections.abc import Callable

from lxml.etree import _Element

from onrecord.documents import docx_names as w
from onrecord.documents.list_numbers import formatted

ReadText = Callable[[_Element], str]


class _Kind:
    """Footnotes or endnotes: where their texts are, how they are numbered, and how far we have counted."""

    def __init__(self, root: _Element | None, settings: _Element | None, tag: str, style: str) -> None:
        self.elements = {element.get(w.ID, ""): element for element in root} if root is not None else {}
        self.style, self.count = style, 0
        self.number_by(settings.find(tag) if settings is not None else None)

    def number_by(self, properties: _Element | None) -> None:
        """Take the number format and the first number from where they are said."""
        if properties is not None:
            self.style = w.value(properties, w.NUMFMT) or self.style
            self.count = max(self.count, w.number(w.value(properties, w.NUMSTART), 1) - 1)


class Notes:
    """Gathers the notes of a document into `gathered` in the order in which they are called."""

    def __init__(
        self,
        gathered: list[tuple[str, str]],
        footnotes: _Element | None,
        endnotes: _Element | None,
        settings: _Element | None,
    ) -> None:
        self._gathered = gathered
        self._texts: dict[tuple[str, str], str] = {}
        self._kinds = {
            w.FOOTNOTEREF: _Kind(footnotes, settings, w.FOOTNOTEPR, "decimal"),
            w.ENDNOTEREF: _Kind(endnotes, settings, w.ENDNOTEPR, "lowerRoman"),
        }

    def number_by(self, section: _Element | None) -> None:
        """Take what a section says of its notes' numbers; `section` is a w:sectPr."""
        if section is not None:
            self._kinds[w.FOOTNOTEREF].number_by(section.find(w.FOOTNOTEPR))
            self._kinds[w.ENDNOTEREF].number_by(section.find(w.ENDNOTEPR))

    def call(self, reference: _Element, own_mark: str, read_text: ReadText) -> int | None:
        """Gather the note that a reference calls; returns its place, None where the file has no such note.

        `own_mark` is the mark that the author typed ("*"), "" where Word counts.
        """
        kind = self._kinds[str(reference.tag)]
        note_id = reference.get(w.ID, "")
        element = kind.elements.get(note_id)
        if element is None:
            return None
        key = (str(reference.tag), note_id)
        if key not in self._texts:
            self._texts[key] = ""
            self._texts[key] = read_text(element)
        text = self._texts[key]
        if own_mark:
            text = text.removeprefix(own_mark).lstrip()
            mark = own_mark
        else:
            kind.count += 1
            mark = formatted(kind.count, kind.style)
        self._gathered.append((mark, text))
        return len(self._gathered) - 1
