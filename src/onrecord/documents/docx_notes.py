"""Footnotes and endnotes of a DOCX: their marks as Word prints them, and their texts."""

from __future__ import annotations

from collections.abc import Callable

from lxml.etree import _Element

from onrecord.documents import docx_names as w
from onrecord.documents.details import without_prefix
from onrecord.documents.docx_styles import Load
from onrecord.documents.list_numbers import formatted

ReadText = Callable[[_Element], str]


class _Kind:
    """Footnotes or endnotes: where their texts are, how they are numbered, and how far we have counted."""

    def __init__(self, load: Load, tag: str, style: str) -> None:
        self._load: Load | None = load
        self._elements: dict[str, _Element] = {}
        self.tag, self.style, self.count = tag, style, 0

    def note(self, note_id: str) -> _Element | None:
        """The note of this id; their part is loaded when the first is asked for."""
        if self._load is not None:
            root, self._load = self._load(), None
            self._elements = {element.get(w.ID, ""): element for element in root} if root is not None else {}
        return self._elements.get(note_id)

    def number_by(self, properties: _Element | None) -> None:
        """Take the number format and the first number from where they are said."""
        if properties is not None:
            self.style = w.value(properties, w.NUMFMT) or self.style
            self.count = max(self.count, w.number(w.value(properties, w.NUMSTART), 1) - 1)


class Notes:
    """Gathers the notes of a document into `gathered` in the order in which they are called.

    `footnotes`, `endnotes` and `settings` give those parts when they are needed.
    """

    def __init__(
        self, gathered: list[tuple[str, str]], footnotes: Load, endnotes: Load, settings: Load
    ) -> None:
        self._gathered = gathered
        self._settings: Load | None = settings
        self._texts: dict[tuple[str, str], str] = {}
        self._kinds = {
            w.FOOTNOTEREF: _Kind(footnotes, w.FOOTNOTEPR, "decimal"),
            w.ENDNOTEREF: _Kind(endnotes, w.ENDNOTEPR, "lowerRoman"),
        }

    def number_by(self, section: _Element | None) -> None:
        """Take what a section or the settings say of notes' numbers; `section` holds w:footnotePr."""
        if section is not None:
            for kind in self._kinds.values():
                kind.number_by(section.find(kind.tag))

    def call(self, reference: _Element, own_mark: str, read_text: ReadText) -> int | None:
        """Gather the note that a reference calls; returns its place, None where the file has no such note.

        `own_mark` is the mark that the author typed ("*"), "" where Word counts.
        """
        kind = self._kinds[str(reference.tag)]
        if self._settings is not None:
            root, self._settings = self._settings(), None
            self.number_by(root)
        note_id = reference.get(w.ID, "")
        element = kind.note(note_id)
        if element is None:
            return None
        key = (str(reference.tag), note_id)
        if key not in self._texts:
            self._texts[key] = ""
            self._texts[key] = read_text(element)
        text = self._texts[key]
        if own_mark:
            text = without_prefix(text, own_mark)
            mark = own_mark
        else:
            kind.count += 1
            mark = formatted(kind.count, kind.style)
        self._gathered.append((mark, text))
        return len(self._gathered) - 1
