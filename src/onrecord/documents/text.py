"""Plain text bytes to lines; a form feed opens a new page."""

from __future__ import annotations

import re
from collections import Counter

from onrecord.documents import patterns
from onrecord.documents.lines import Line
from onrecord.errors import UnreadableDocument
from onrecord.told import tell
from onrecord.un.symbol import find_symbols

MAX_LINE = 100_000
"""A longer line is no line of a document that somebody wrote."""

FEWEST_PAGES = 3
"""How often a symbol must stand alone on a line to be the running head of pages."""

_LOST = "\ufffd".encode()
_PUNCTUATION = re.compile(r"([\x10-\x1f]) ")
_LATIN_EXTENDED = re.compile(r"([\x02-\x7f])\x01")
_LOST_SPACE = re.compile(r"\b(Nos?\.|[Pp]aras?\.|[Aa]rts?\.|pp?\.)\ufffd(?=\d)")
_ONE_WORD = re.compile(r"\S+")


def decoded(data: bytes, name: str) -> str:
    """Decode plain text: UTF-8 (with or without mark), UTF-16 with mark, else Windows-1252.

    UTF-16 that another program took for UTF-8 is brought back; what it lost stays U+FFFD.
    Raises UnreadableDocument for binary data (NUL or many control characters).
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as problem:
            raise UnreadableDocument(
                tell("%(name)s: broken UTF-16 text (%(reason)s).", name=name, reason=problem.reason)
            ) from problem
    if data.startswith(_LOST + _LOST):
        return _brought_back(data, name)
    controls = sum(data.count(bytes([code])) for code in (*range(9), *range(14, 32)))
    if controls > len(data) * 0.005:
        raise UnreadableDocument(
            tell("%(name)s: neither a PDF nor plain text (binary data).", name=name),
            hint=tell("Save the document as PDF or as plain text and read that."),
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _brought_back(data: bytes, name: str) -> str:
    """UTF-16 whose bytes over 127 another program replaced by U+FFFD, its byte order mark first of all.

    Whole collections of treaty bodies' texts are passed on so, with stray zeros at the line ends besides.
    Without the zeros what is left is Latin text, in which a quotation mark (U+2019) is the two characters
    19 and 20. A lost byte makes one character unknown; after "No." it can only have been a space.
    """
    zeros = data.count(0)
    text = data.replace(b"\x00", b"").removeprefix(_LOST + _LOST).decode("utf-8", errors="replace")
    text = _LATIN_EXTENDED.sub(lambda found: chr(0x100 + ord(found[1])), text)
    text = _PUNCTUATION.sub(lambda found: chr(0x2000 + ord(found[1])), text)
    controls = sum(character < " " and character not in "\t\n\f\r" for character in text)
    if zeros < 0.3 * len(data) or controls > len(text) * 0.005:
        raise UnreadableDocument(
            tell(
                "%(name)s: neither a PDF nor plain text, but bytes that another program changed for good.",
                name=name,
            ),
            hint=tell("Fetch the document again from where it was published."),
        )
    return _LOST_SPACE.sub(r"\1 ", text)


def text_lines(data: bytes, name: str) -> tuple[int, list[Line]]:
    """Read plain text; returns the number of pages and the lines that hold words."""
    pages = _pages(decoded(data, name).replace("\r\n", "\n").replace("\r", "\n"))
    lines: list[Line] = []
    for number, page in enumerate(pages, start=1):
        for text in page:
            if len(text) > MAX_LINE:
                raise UnreadableDocument(
                    tell(
                        "%(name)s: page %(number)s has a line of %(many)s characters.",
                        name=name,
                        number=number,
                        many=f"{len(text):,}",
                    ),
                    hint=tell(
                        "The file is not a document that somebody wrote; look at it before reading it."
                    ),
                )
            words = patterns.GLUED_JOB_NUMBER.sub("", text.strip())
            if words:
                lines.append(Line(words, number))
    return len(pages), lines


def _pages(text: str) -> list[list[str]]:
    """The lines of each page: parted by form feeds, or where the running head with the symbol recurs."""
    if "\f" in text:
        return [page.split("\n") for page in text.split("\f")]
    lines = text.split("\n")
    head = _running_head(lines)
    pages: list[list[str]] = [[]]
    for line in lines:
        if head and line.strip() == head:
            pages.append([])
        pages[-1].append(line)
    return pages


def _running_head(lines: list[str]) -> str:
    """The document's symbol where it stands alone on a line FEWEST_PAGES times, else ""."""
    counts = Counter(line.strip() for line in lines if "/" in line and len(line) < 40)
    often = [text for text, count in counts.items() if count >= FEWEST_PAGES and _ONE_WORD.fullmatch(text)]
    return next((text for text in often if any(found.end == len(text) for found in find_symbols(text))), "")
