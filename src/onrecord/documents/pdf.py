"""PDF bytes to printed lines, by PDFium, with two look-ups of a character's box a line."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium

from onrecord.documents.lines import LINE_END_HYPHEN, MARK_CLOSE, MARK_OPEN, Line
from onrecord.documents.patterns import SENTENCE_END
from onrecord.errors import UnreadableDocument
from onrecord.told import tell

if TYPE_CHECKING:
    from ctypes import _Pointer

MAX_PAGES = 5000
"""The longest document that is read. The longest UN report seen has under 2,000 pages."""

MAX_PAGE_CHARACTERS = 200_000
"""More than this on one page is no page that somebody printed."""

RAISED_DIGITS = re.compile(r"\d{1,3}(?=[\s.,;:)\]]|$)")
"""Digits that may be a raised note mark: "equality1 (Namibia)", "Court.12 The". What is before decides."""

NEVER_BEFORE_MARK = frozenset(" \t\u00a00123456789(/-–")
"""Characters after which digits are a number of the text: "2.1 per cent", "16/21", "G-77"."""

MAY_BE_HEADING = re.compile(r".{1,110}[^.;:,]$")
"""Lines short enough and without closing stop, so that their weight is worth a look."""

TOP_LINES = 3
"""The first lines of a page may be its running head and number; the weight of the line below counts too."""


ANY_DIGITS = re.compile(r"\d+")
"""Digits whose size and height are looked at where every raised one counts: "in January 2005" and a 19 above."""


def pdf_lines(data: bytes, name: str, *, every_raised: bool = False) -> tuple[int, list[Line], list[int]]:
    """Read the text layer of a PDF.

    With `every_raised` raised digits are marked wherever they stand, after digits and at a line's start
    too; without it only where UN documents call notes.

    Returns the number of pages, the printed lines in the order of the file, and the pages (from 1)
    that hold no text. Raises UnreadableDocument, naming the file and the reason, where the bytes are
    no PDF, broken, encrypted or longer than MAX_PAGES.
    """
    document = _open(data, name)
    try:
        count = len(document)
        if count > MAX_PAGES:
            raise UnreadableDocument(
                tell(
                    "%(name)s: %(count)s pages, more than the %(most)s that are read.",
                    name=name,
                    count=count,
                    most=MAX_PAGES,
                ),
                hint=tell("Split the file and read the parts."),
            )
        lines: list[Line] = []
        without_text: list[int] = []
        for index in range(count):
            before = len(lines)
            lines.extend(_page_lines(document, index, name, every_raised=every_raised))
            if len(lines) == before:
                without_text.append(index + 1)
        return count, lines, without_text
    finally:
        document.close()


def _open(data: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        if "password" in str(problem).lower():
            raise UnreadableDocument(
                tell("%(name)s: the PDF is encrypted and opens only with a password.", name=name),
                hint=tell("Save a copy without the password and read that."),
            ) from problem
        raise UnreadableDocument(
            tell("%(name)s: the PDF is broken (%(problem)s).", name=name, problem=problem),
            hint=tell("Fetch the file again and compare its size."),
        ) from problem


def _page_lines(
    document: pypdfium2.PdfDocument, index: int, name: str, *, every_raised: bool
) -> Iterator[Line]:
    try:
        page = document[index]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError as problem:
        raise UnreadableDocument(
            tell(
                "%(name)s: page %(value)s cannot be read (%(problem)s).",
                name=name,
                value=index + 1,
                problem=problem,
            ),
            hint=tell("Fetch the file again and compare its size."),
        ) from problem
    try:
        if text_page.count_chars() > MAX_PAGE_CHARACTERS:
            raise UnreadableDocument(
                tell(
                    "%(name)s: page %(value)s holds %(many)s characters, more than the "
                    "%(most)s that are read from one page.",
                    name=name,
                    value=index + 1,
                    many=f"{text_page.count_chars():,}",
                    most=f"{MAX_PAGE_CHARACTERS:,}",
                ),
                hint=tell("The file is not a page that somebody printed; look at it before reading it."),
            )
        text = text_page.get_text_range()
        if text_page.count_chars() != len(text):
            text = _character_by_character(text_page)
        yield from _lines_of(text_page, text, index + 1, every_raised=every_raised)
    finally:
        text_page.close()
        page.close()


def _character_by_character(text_page: pypdfium2.PdfTextPage) -> str:
    """Read a page so that each place in the string is the place of the character in PDFium's own list."""
    read = pdfium.FPDFText_GetUnicode
    points = (read(text_page, place) for place in range(text_page.count_chars()))
    return "".join(chr(point) if 0 < point < 0xD800 or 0xDFFF < point < 0x110000 else " " for point in points)


class _Ruler:
    """Asks PDFium for the box of one character; holds the C variable that it writes into."""

    def __init__(self, text_page: pypdfium2.PdfTextPage) -> None:
        self._raw = text_page.raw
        self._rect = pdfium.FS_RECTF()
        self._pointer: _Pointer[pdfium.FS_RECTF] = ctypes.pointer(self._rect)
        self._matrix = pdfium.FS_MATRIX()
        self._to_matrix: _Pointer[pdfium.FS_MATRIX] = ctypes.pointer(self._matrix)

    def box(self, place: int) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of the character at `place`, with its full line height."""
        pdfium.FPDFText_GetLooseCharBox(self._raw, place, self._pointer)
        rect = self._rect
        return rect.left, rect.bottom, rect.right, rect.top

    def size(self, place: int) -> float:
        """The size of the character's font on the page, in points.

        Word writes a font of size 1 and scales it by the text matrix; others do it the other way round.
        """
        pdfium.FPDFText_GetMatrix(self._raw, place, self._to_matrix)
        scale: float = abs(self._matrix.d) or abs(self._matrix.b)
        return scale * float(pdfium.FPDFText_GetFontSize(self._raw, place))

    def bold(self, place: int) -> bool:
        """Whether the character's font is heavy."""
        return bool(pdfium.FPDFText_GetFontWeight(self._raw, place) >= 600)


def _lines_of(
    text_page: pypdfium2.PdfTextPage, text: str, page: int, *, every_raised: bool
) -> Iterator[Line]:
    ruler = _Ruler(text_page)
    place = 0
    may_head = True
    seen = 0
    for printed in text.split("\r\n"):
        start = place
        pieces = printed.split(LINE_END_HYPHEN) if LINE_END_HYPHEN in printed else (printed,)
        for number, piece in enumerate(pieces):
            if piece and not piece.isspace():
                line = _measured(ruler, piece, start, page, may_head=may_head, every_raised=every_raised)
                seen += 1
                may_head = seen < TOP_LINES or line.bold or line.text.endswith(SENTENCE_END)
                if number < len(pieces) - 1:
                    line = line._replace(text=line.text + LINE_END_HYPHEN)
                yield line
            start += len(piece) + 1
        place += len(printed) + 2


def _measured(
    ruler: _Ruler, piece: str, start: int, page: int, *, may_head: bool, every_raised: bool
) -> Line:
    stripped = piece.strip()
    first = start + len(piece) - len(piece.lstrip())
    last = first + len(stripped) - 1
    x0, y0, _, y1 = ruler.box(first)
    _, low, x1, high = ruler.box(last)
    middle = (first + last) // 2
    size = ruler.size(middle)
    bold = may_head and MAY_BE_HEADING.match(stripped) is not None and ruler.bold(middle)
    if every_raised:
        stripped = _mark_every_raised(ruler, stripped, first, size)
    elif RAISED_DIGITS.search(stripped):
        stripped = _mark_raised(ruler, stripped, first, size)
    return Line(stripped, page, x0, min(y0, low), x1, max(y1, high), size, bold)


def _mark_raised(ruler: _Ruler, stripped: str, first: int, size: float) -> str:
    def mark(found: re.Match[str]) -> str:
        before = found.start() - 1
        if before < 0 or stripped[before] in NEVER_BEFORE_MARK:
            return found[0]
        place = first + found.start()
        small = ruler.size(place) < 0.85 * size
        raised = small and ruler.box(place)[1] > ruler.box(place - 1)[1] + 0.1 * size
        return f"{MARK_OPEN}{found[0]}{MARK_CLOSE}" if raised else found[0]

    return RAISED_DIGITS.sub(mark, stripped)


def _mark_every_raised(ruler: _Ruler, stripped: str, first: int, size: float) -> str:
    """Mark the digits that are smaller than the line's letters and stand higher than they do."""

    def mark(found: re.Match[str]) -> str:
        pieces: list[str] = []
        raised_before = False
        for place in range(found.start(), found.end()):
            raised = _is_raised(ruler, stripped, first, place, size)
            if raised != raised_before:
                pieces.append(MARK_OPEN if raised else MARK_CLOSE)
            raised_before = raised
            pieces.append(stripped[place])
        return "".join(pieces) + (MARK_CLOSE if raised_before else "")

    return ANY_DIGITS.sub(mark, stripped)


def _is_raised(ruler: _Ruler, stripped: str, first: int, place: int, size: float) -> bool:
    small = ruler.size(first + place)
    # A line of a few raised digits has their own size in its middle; the letters beside them tell.
    beside = next((at for at in (place - 1, place + 1, place + 2, place + 3)
                   if 0 <= at < len(stripped) and not stripped[at].isdigit() and not stripped[at].isspace()), None)  # fmt: skip
    if beside is not None:
        size = max(size, ruler.size(first + beside))
    if not small < 0.85 * size:
        return False
    low = ruler.box(first + place)[1]
    other = ruler.box(first + beside)[1] if beside is not None else low - size
    return low > other + 0.1 * size
