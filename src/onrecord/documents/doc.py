"""DOC (Word 97 to 2003, [MS-DOC]) to a Document. The format keeps no pages: everything is on page 1."""

from __future__ import annotations

import io
import struct
from collections import Counter
from typing import NamedTuple

import olefile

from onrecord.documents import doc_structures as ms
from onrecord.documents.details import Details, without_prefix
from onrecord.documents.doc_text import DocText
from onrecord.documents.flow import document_of
from onrecord.documents.list_numbers import formatted
from onrecord.documents.model import Document
from onrecord.documents.passages import Flow, Passage, Tally, spaced, without_calls
from onrecord.documents.table_stack import TableStack
from onrecord.errors import UnreadableDocument
from onrecord.told import tell

_BROKEN = (ms.BrokenStructure, struct.error, IndexError, OSError, ValueError, OverflowError)


def read_doc(data: bytes, name: str) -> Document:
    """Read a Word 97-2003 file: paragraphs with their list numbers, headings, notes, tables.

    Text marked as deleted is left out and a Problem says so. Raises UnreadableDocument where the file
    is broken, locked with a password, of an earlier Word, or holds no words.
    """
    return document_of(doc_flow(data, name), data, name, "doc")


def doc_flow(data: bytes, name: str, details: Details | None = None) -> Flow:
    """A Word 97-2003 file as passages, tables and notes; `details` are filled where they are wanted.

    Raises UnreadableDocument where the file is broken, locked with a password or of an earlier Word.
    """
    try:
        stream, head, table = _opened(data, name)
        text = DocText(stream, head, table, Tally(), details)
        return _flow(text, name)
    except _BROKEN as problem:
        raise UnreadableDocument(
            tell(
                "%(name)s: a broken Word file (%(value)s).",
                name=name,
                value=str(problem)[:200] or type(problem).__name__,
            ),
            hint=tell("Fetch the file again and compare its size; Word may open it and save it as DOCX."),
        ) from problem


def _opened(data: bytes, name: str) -> tuple[bytes, ms.Header, bytes]:
    with olefile.OleFileIO(io.BytesIO(data)) as container:
        stream = container.openstream("WordDocument").read()
        head = ms.header(stream)
        if head.encrypted:
            raise UnreadableDocument(
                tell("%(name)s: a Word file locked with a password.", name=name),
                hint=tell("Remove the password in Word."),
            )
        if not head.places:
            raise UnreadableDocument(
                tell(
                    "%(name)s: a file of Word 95 or earlier (version %(version)s).",
                    name=name,
                    version=head.version,
                ),
                hint=tell("Open it with a newer Word or LibreOffice and save it as DOCX."),
            )
        return stream, head, container.openstream(head.table).read()


def _flow(text: DocText, name: str) -> Flow:
    lengths = text.header.lengths
    flow = Flow()
    notes = _Notes(text, flow)
    stack = TableStack(name)
    for paragraph in text.paragraphs(0, lengths.main, notes):
        if not paragraph.row_ends:
            stack.passage(paragraph.passage, paragraph.depth)
        if paragraph.cell_ends:
            stack.end_cell(paragraph.depth)
        if paragraph.row_ends:
            stack.end_row(paragraph.depth, paragraph.edges, paragraph.merges)
    flow.parts = stack.finish()
    start = lengths.main + lengths.notes
    flow.running = list(dict.fromkeys(_lines(text, start, start + lengths.headers)))
    start = sum(lengths) - lengths.boxes
    boxes = _lines(text, start, start + lengths.boxes)
    if boxes:
        text.tally.add(tell("Text boxes stand at the end of what was read, not where they are on the page."))
        flow.parts += [Passage(line) for line in boxes]
    flow.problems = text.tally.problems()
    return flow


def _lines(text: DocText, start: int, end: int) -> list[str]:
    found = (paragraph.passage.text for paragraph in text.paragraphs(start, end, None))
    return [line for line in found if line]


class _Notes:
    """Gathers the notes in the order in which they are called; footnotes count 1, 2, endnotes i, ii."""

    def __init__(self, text: DocText, flow: Flow) -> None:
        lengths = text.header.lengths
        self._text, self._flow = text, flow
        self._waiting: dict[int, _Note] = {}
        self._counts: Counter[int] = Counter()
        self._place(ms.NOTE_REFERENCES, ms.NOTE_TEXTS, lengths.main, "decimal")
        self._place(ms.ENDNOTE_REFERENCES, ms.ENDNOTE_TEXTS, sum(lengths[:5]), text.endnote_format())

    def _place(self, references: int, texts: int, start: int, style: str) -> None:
        called, automatic = ms.plc(self._text.part(references), 2)
        held = self._text.part(texts)
        bounds = struct.unpack(f"<{len(held) // 4}I", held[: len(held) // 4 * 4])
        for place, by_word, first, last in zip(called, automatic, bounds, bounds[1:], strict=False):
            self._waiting[place] = _Note(start + first, start + last, style, by_word != b"\0\0", texts)

    def own_mark_at(self, place: int) -> bool:
        """Whether a note is called here by a mark that the author typed."""
        note = self._waiting.get(place)
        return note is not None and not note.automatic

    def call(self, place: int, mark: str) -> int | None:
        """Gather the note called at this place of the text; returns its place in the flow."""
        note = self._waiting.pop(place, None)
        if note is None:
            return None
        words = spaced(" ".join(_lines(self._text, note.start, note.end)))
        if note.automatic:
            self._counts[note.kind] += 1
            mark = formatted(self._counts[note.kind], note.style)
        else:
            words = without_prefix(words, mark)
        self._flow.notes.append((mark, without_calls(words)))
        return len(self._flow.notes) - 1


class _Note(NamedTuple):
    """Where in the text a note's words stand, how it is numbered, and whether Word counts it."""

    start: int
    end: int
    style: str
    automatic: bool
    kind: int
