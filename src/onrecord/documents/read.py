"""A file to a Document: look at the bytes, read the lines, clean, number, assemble."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from onrecord.documents import assembling, cleaning, patterns
from onrecord.documents.formats import read_format
from onrecord.documents.language import is_reversed, language_of
from onrecord.documents.lines import Line
from onrecord.documents.masthead import masthead
from onrecord.documents.model import Document, Problem
from onrecord.documents.numbering import Block, Numberer
from onrecord.documents.saved import saved_on
from onrecord.documents.sniff import PDF, TEXT, kind_of
from onrecord.errors import UnreadableDocument
from onrecord.told import tell

MAX_BYTES = 400 * 1024 * 1024
"""Larger files are refused: the largest UN report seen has 12 MB, a whole export of the Index some 250 MB."""


_REVERSED = tell(
    "The file gives the letters of many Arabic words in reverse, so words cannot be found; "
    "read the document's DOCX instead."
)


def read_document(path: Path, data: bytes | None = None) -> Document:
    """Read a document in any format that On Record knows (see sniff.py), whatever its name says.

    `data` are the file's bytes where they are at hand already. Raises UnreadableDocument, naming the
    file, the page where it can, what was wrong and what to do next.
    """
    name = path.name
    data = _bytes(path) if data is None else data
    _refuse(data, name)
    kind = kind_of(data)
    return replace(_read(kind, data, name), saved=saved_on(data, kind))


def _read(kind: str, data: bytes, name: str) -> Document:
    if kind == PDF:
        return _read_pdf(data, name)
    if kind == TEXT:
        return _read_text(data, name)
    return read_format(kind, data, name)


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise UnreadableDocument(
                tell(
                    "%(name)s: %(value)s MB; up to %(value2)s MB are read.",
                    name=path.name,
                    value=f"{size / 1024**2:,.0f}",
                    value2=MAX_BYTES // 1024**2,
                ),
                hint=tell("Split the file and read the parts."),
            )
        return path.read_bytes()
    except OSError as problem:
        raise UnreadableDocument(
            tell("%(path)s: cannot be opened (%(strerror)s).", path=path, strerror=problem.strerror),
            hint=tell("Check the name and the permissions."),
        ) from problem


def _refuse(data: bytes, name: str) -> None:
    if not data.strip(b"\0\t\n\r\f "):
        raise UnreadableDocument(
            tell("%(name)s: the file is empty.", name=name), hint=tell("Fetch the file again.")
        )
    if len(data) > MAX_BYTES:
        raise UnreadableDocument(
            tell("%(name)s: larger than %(value)s MB.", name=name, value=MAX_BYTES // 1024**2),
            hint=tell("Split the file."),
        )


def _read_pdf(data: bytes, name: str) -> Document:
    from onrecord.documents.pdf import pdf_lines  # noqa: PLC0415 - loads PDFium, only for PDFs

    pages, lines, without_text = pdf_lines(data, name)
    problems: tuple[Problem, ...] = ()
    kind = "pdf"
    if without_text:
        from onrecord.documents.scan import read_pictures  # noqa: PLC0415 - few documents are scans

        found = read_pictures(data, name, without_text)
        kind = "pdf" if lines else "pdf-recognised"
        lines = sorted([*lines, *found.lines], key=lambda line: line.page)
        problems = tuple(Problem(message, page) for page, message in found.said.items())
    if not lines:
        raise UnreadableDocument(
            (
                tell(
                    "%(name)s: %(pages)s pages without any text: a scan or pictures only.",
                    name=name,
                    pages=pages,
                )
                if pages != 1
                else tell(
                    "%(name)s: %(pages)s page without any text: a scan or pictures only.",
                    name=name,
                    pages=pages,
                )
            ),
            hint=tell(
                "Install Tesseract, which is then used, or recognise its text first (with OCRmyPDF, say)."
            ),
        )
    return _assembled(data, name, kind, pages, lines, problems)


def _read_text(data: bytes, name: str) -> Document:
    from onrecord.documents.text import text_lines  # noqa: PLC0415 - as above

    pages, lines = text_lines(data, name)
    return _assembled(data, name, "text", pages, lines, ())


def _assembled(
    data: bytes, name: str, kind: str, count: int, lines: list[Line], problems: tuple[Problem, ...]
) -> Document:
    language = language_of(" ".join(line.text for line in lines[20:120] or lines))
    if language == "ar":
        lines = [cleaning.with_number_first(line) for line in lines]
        if is_reversed(" ".join(line.text for line in lines[:400])):
            problems = (*problems, Problem(_REVERSED))
    pages = cleaning.by_page(lines, count)
    next_page = pages[1] if len(pages) > 1 else []
    pages = cleaning.without_running_heads(pages)
    front, first = front_apart(pages[0])
    pages[0] = first
    apart = cleaning.notes_apart(pages, _body_height(lines))
    mender = cleaning.Mender(lines)
    all_notes = [*apart.notes, list(apart.end)]
    marks = assembling.marks_of(all_notes)
    blocks = _numbered(apart, mender)
    paragraphs = tuple(assembling.paragraph_of(block, mender, marks) for block in blocks if block.lines)
    paragraphs = tuple(paragraph for paragraph in paragraphs if paragraph.text)
    notes = assembling.notes_of(all_notes, paragraphs, mender, assembling.heading_calls(blocks, marks))
    head = masthead(front or first[:12], next_page)
    return Document(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        format=kind,
        pages=count,
        paragraphs=paragraphs,
        notes=notes,
        front=tuple(line.text for line in front),
        symbol=head.symbol,
        reissued=head.reissued,
        title=head.title,
        date=head.date,
        language=language,
        problems=problems,
    )


def _numbered(apart: cleaning.Pages, mender: cleaning.Mender) -> list[Block]:
    numberer = Numberer()
    for body, notes in zip(apart.body, apart.notes, strict=True):
        numberer.read(body)
        for note in notes:
            numberer.foot(f"{note.mark} {assembling.joined(note.lines, mender)[0]}".strip())
    return numberer.finish()


def front_apart(page: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Split the first page into its masthead and title, and the text that begins below them.

    The text begins at the first line that is numbered 1, or at a heading with its enumerator or
    "Introduction"; PDFium gives some masthead lines after the text, so those are picked out anywhere.
    """
    begins = next((place for place, line in enumerate(page) if _begins_text(line.text)), len(page))
    if not any(patterns.MASTHEAD.fullmatch(line.text) for line in page):
        return [], list(page)
    front = list(page[:begins]) + [line for line in page[begins:] if _is_masthead(line.text)]
    return front, [line for line in page[begins:] if not _is_masthead(line.text)]


def _begins_text(text: str) -> bool:
    if patterns.CONTENTS.fullmatch(text) or patterns.BARE_HEADING.fullmatch(text):
        return True
    numbered = patterns.PLAIN.match(text)
    if numbered and numbered[1] == "1":
        return True
    dotted = patterns.DOTTED.match(text)
    if dotted and (dotted[1], dotted[2]) == ("1", "1"):
        return True
    heading = patterns.ENUMERATED_HEADING.match(text)
    return heading is not None and heading["roman"] == "I"


def _is_masthead(text: str) -> bool:
    return (
        patterns.MASTHEAD.fullmatch(text) is not None
        or patterns.JOB_NUMBER.match(text) is not None
        or patterns.RUNNING_HEAD.fullmatch(text) is not None
    )


def _body_height(lines: Sequence[Line]) -> float:
    heights = Counter(round(line.height, 1) for line in lines if line.height)
    return heights.most_common(1)[0][0] if heights else 0.0
