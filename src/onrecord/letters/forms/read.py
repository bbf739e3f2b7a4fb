"""A file to a letter's blocks: look at the bytes, never at the name, and take the reader they need."""

from __future__ import annotations

from pathlib import Path

from onrecord.documents import sniff
from onrecord.errors import InputError, UnreadableDocument
from onrecord.letters.decoding import LARGEST, read_bytes
from onrecord.letters.forms.model import Blocks
from onrecord.record.pool import work_on
from onrecord.record.reading import Limits, Source
from onrecord.told import tell

SECONDS = 60.0
"""How long one letter may take; a letter of ten pages takes a fraction of a second."""

MEMORY_BYTES = 1500 << 20
"""How much memory the process may take that reads one letter."""

_LIMITS = Limits(file_bytes=LARGEST, seconds=SECONDS, memory_bytes=MEMORY_BYTES)
_WORD = frozenset((sniff.DOCX, sniff.DOC, sniff.RTF))
_AS_TEXT = frozenset((sniff.TEXT, sniff.CSV, sniff.JSON))
"""A letter whose lines have commas in them, or that begins with a bracket, is text all the same."""


def form_of(data: bytes) -> str:
    """The form of a letter by its bytes: "text", "docx", "doc", "rtf", "html" or "pdf".

    Words with a space in them name what no letter is read from ("a picture (PNG)").
    """
    kind = sniff.kind_of(data)
    return sniff.TEXT if kind in _AS_TEXT else kind


def read_blocks(path: Path) -> Blocks:
    """The letter in the file at `path` as blocks: paragraphs, headings, list items, notes, links, emphasis.

    Reads plain text, Markdown, DOCX, DOC, RTF, HTML and PDF, told apart by their bytes. All but plain text
    are read in a process of their own, with bounds on time and memory, so that no file can stop the program.

    Raises InputError (UnreadableDocument), which names the file, the reason and what to do next, where the
    file cannot be opened, is empty, broken, locked or beyond the bounds, or holds no text.
    """
    data = read_bytes(path)
    if form_of(data) == sniff.TEXT:
        return blocks_of(data, path.name)
    return read_apart(path)


def read_apart(path: Path) -> Blocks:
    """The letter's blocks, read in a process of its own. Raises as `read_blocks`."""
    for _, outcome in work_on(_read, [Source(path, path.name)], 1, _LIMITS):
        if isinstance(outcome, InputError):
            raise outcome
        return outcome
    raise UnreadableDocument(tell("%(name)s: could not be read.", name=path.name), hint=tell("Try again."))


def _read(source: Source, limits: Limits) -> Blocks:
    """The task of the other process; the limits are held by the process itself."""
    del limits
    return blocks_of(read_bytes(source.path), source.name)


def blocks_of(data: bytes, name: str) -> Blocks:
    """The letter's blocks from a file's bytes, read here and now. Raises as `read_blocks`."""
    form = form_of(data)
    # Late, so that nobody waits for the libraries of forms that do not come.
    if form in _WORD:
        from onrecord.letters.forms.word import read_word  # noqa: PLC0415

        return read_word(data, name, form)
    if form == sniff.HTML:
        from onrecord.letters.forms.page import read_page  # noqa: PLC0415

        return read_page(data, name)
    if form == sniff.PDF:
        from onrecord.letters.forms.printed import read_printed  # noqa: PLC0415

        return read_printed(data, name)
    if form == sniff.TEXT:
        from onrecord.letters.forms.plain import read_plain  # noqa: PLC0415

        return read_plain(data, name)
    raise UnreadableDocument(
        tell("%(name)s: no letter that On Record reads but %(form)s.", name=name, form=form),
        hint=tell("Give the letter as Word, PDF, HTML or plain text."),
    )
