"""Plain text bytes to lines; a form feed opens a new page."""

from __future__ import annotations

from onrecord.documents.lines import Line
from onrecord.errors import UnreadableDocument

MAX_LINE = 100_000
"""A longer line is no line of a document that somebody wrote."""


def decoded(data: bytes, name: str) -> str:
    """Decode plain text: UTF-8 (with or without mark), UTF-16 with mark, else Windows-1252.

    Raises UnreadableDocument for binary data (NUL or many control characters).
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as problem:
            raise UnreadableDocument(f"{name}: broken UTF-16 text ({problem.reason}).") from problem
    controls = sum(data.count(bytes([code])) for code in (*range(9), *range(14, 32)))
    if controls > len(data) * 0.005:
        raise UnreadableDocument(
            f"{name}: neither a PDF nor plain text (binary data).",
            hint="Save the document as PDF or as plain text and read that.",
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def text_lines(data: bytes, name: str) -> tuple[int, list[Line]]:
    """Read plain text; returns the number of pages and the lines that hold words."""
    pages = decoded(data, name).replace("\r\n", "\n").replace("\r", "\n").split("\f")
    lines: list[Line] = []
    for number, page in enumerate(pages, start=1):
        for text in page.split("\n"):
            if len(text) > MAX_LINE:
                raise UnreadableDocument(
                    f"{name}: page {number} has a line of {len(text):,} characters.",
                    hint="The file is not a document that somebody wrote; look at it before reading it.",
                )
            if text.strip():
                lines.append(Line(text.strip(), number))
    return len(pages), lines
