"""A letter printed to PDF: notes at a page's foot or at the end, lines joined into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.documents import cleaning
from onrecord.documents.details import RAISED, Details
from onrecord.documents.lines import MARK_CLOSE, MARK_OPEN, Line
from onrecord.documents.pdf import pdf_lines
from onrecord.errors import UnreadableDocument
from onrecord.letters.forms.drafts import Draft, DraftNote, Drafts, finished
from onrecord.letters.forms.feet import notes_apart, rows_of
from onrecord.letters.forms.hyphens import LetterMender
from onrecord.letters.forms.loose_notes import with_found_notes
from onrecord.letters.forms.model import BlockKind, Blocks
from onrecord.letters.forms.rich import Rich
from onrecord.letters.forms.running import without_heads
from onrecord.letters.forms.setting import LABEL, Setting, paragraphs_of
from onrecord.told import tell

_MARK = re.compile(f"{MARK_OPEN}([^{MARK_CLOSE}]*){MARK_CLOSE}")
_SPACES = re.compile(r"[ \t\u00a0\u2002-\u200a\u202f]+")
_COUNTER = re.compile(
    r"(?<=\d) (?=(?:살|세|년|월|일|명|회|차|건|개|호|항|조)(?:[^가-힣]|$|[에의은는이가을를로부까과와간]))"
)
"""The gap that programs print between digits and Hangul: "2024 년 1 월" is "2024년 1월"."""

_HEADING_SIZE = 1.12
_HEADING_LENGTH = 160


def read_printed(data: bytes, name: str) -> Blocks:
    """The blocks of a letter in a PDF, by where its lines stand and how large their letters are.

    Running heads and page numbers are dropped, lines joined, hyphens at their ends mended. Raises
    UnreadableDocument where the file is broken, locked, too long, or has no text layer.
    """
    count, lines, without_text = pdf_lines(data, name, every_raised=True)
    if not lines:
        pages = f"{count} pages are" if count > 1 else "page is"
        raise UnreadableDocument(
            tell(
                "%(name)s: the PDF has no text layer: its %(pages)s a picture of a letter.",
                name=name,
                pages=pages,
            ),
            hint=tell(
                "Use the file that the PDF was made from, or recognise its text first (with OCRmyPDF, say)."
            ),
        )
    problems = [
        tell("Page %(page)s has no text layer; what stands on it was not read.", page=page)
        for page in without_text
    ]
    return finished(_drafts(lines, count), name, "pdf", Details(), problems)


def _drafts(lines: list[Line], count: int) -> Drafts:
    pages = without_heads(cleaning.by_page(lines, count))
    size = Setting.of(lines).size
    pages = [rows_of([line for line in page if line.text.strip()], size) for page in pages]
    setting = Setting.of([line for page in pages for line in page])
    feet = notes_apart(pages, setting)
    mender = LetterMender(lines)
    blocks = [_draft(group, mender, setting) for group in paragraphs_of(feet.pages, setting)]
    notes = [DraftNote(note.number, _words(note.lines, mender), note.lines[0].page) for note in feet.notes]
    return with_found_notes(Drafts(blocks, notes))


def _draft(lines: Sequence[Line], mender: LetterMender, setting: Setting) -> Draft:
    first = lines[0]
    label = LABEL.match(first.text)
    if label:
        lines = [first._replace(text=first.text[label.end() :]), *lines[1:]]
    words = _words(lines, mender)
    large = first.height > _HEADING_SIZE * setting.size or (first.bold and not label)
    heading = large and len(words.text) < _HEADING_LENGTH
    kind = BlockKind.LIST_ITEM if label else BlockKind.HEADING if heading else BlockKind.PARAGRAPH
    level = 1 if kind is BlockKind.HEADING else 0
    return Draft(kind, words, label[1] if label else "", level, first.page)


def _words(lines: Sequence[Line], mender: LetterMender) -> Rich:
    """Lines as one text, with what stood raised in it."""
    pieces: list[str] = []
    for place, line in enumerate(lines):
        text = _COUNTER.sub("", _SPACES.sub(" ", line.text.strip()))
        between = ""
        if place + 1 < len(lines):
            text, between = mender.joint(text, lines[place + 1].text.strip())
        pieces.append(text + between)
    marked = "".join(pieces)
    plain: list[str] = []
    spans: list[tuple[str, str, int, int]] = []
    done = length = 0
    for mark in _MARK.finditer(marked):
        plain += [marked[done : mark.start()], mark[1]]
        length += mark.start() - done
        spans.append((RAISED, "", length, length + len(mark[1])))
        length += len(mark[1])
        done = mark.end()
    plain.append(marked[done:])
    return Rich("".join(plain), [], spans)
