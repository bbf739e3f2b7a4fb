"""Reading one file of the corpus, and what taking its bare text alone costs. Runs in a process of its own."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from io import BytesIO
from struct import unpack_from
from typing import NamedTuple
from zipfile import ZipFile

from benchmarks.corpus_keys import Outcome, key_of

from onrecord.documents import sniff
from onrecord.errors import InputError
from onrecord.record.reading import Limits, Source, read_file

WORTH_A_SECOND_LOOK = 5.0
"""The first file of a format pays for loading its reader: what looks slow is timed again; the best counts."""


class Measured(NamedTuple):
    """What came of a file, and what it cost: seconds of processor time, megabytes at the highest.

    `bare` is None where a format has no step that takes its text out (plain text, CSV, JSON, HTML, RTF).
    """

    outcome: Outcome
    format: str
    size: int
    bare: float | None
    seconds: float
    megabytes: float


def measure(source: Source, limits: Limits) -> Measured:
    """Read a file whole, timed. A file that is refused is an outcome, too."""
    data = source.path.read_bytes()
    kind = sniff.kind_of(data)
    size, bare = _bare(kind, data)
    outcome, seconds = _timed(source, limits)
    if bare is not None:
        # What was loaded for the first is there for the second.
        bare = min(bare, _bare(kind, data)[1] or bare)
    if bare is None or seconds > WORTH_A_SECOND_LOOK * bare:
        seconds = min(seconds, _timed(source, limits)[1])
    return Measured(outcome, kind, size, bare, seconds, peak())


def peak() -> float:
    """The memory of this process at its highest, in megabytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20) if sys.platform == "darwin" else most / 1024


def _timed(source: Source, limits: Limits) -> tuple[Outcome, float]:
    began = time.process_time()
    try:
        document, reading = read_file(source, limits)
    except InputError as error:
        reason = error.message.removeprefix(f"{source.path.name}: ").removeprefix(f"{source.name}: ")
        return Outcome(source.name, refused=reason), time.process_time() - began
    seconds = time.process_time() - began
    keys = tuple(sorted(key_of(entry) for entry in reading.entries))
    return Outcome(source.name, reading.kind, len(document.paragraphs), keys), seconds


def _bare(kind: str, data: bytes) -> tuple[int, float | None]:
    """How many characters the bare text has and what taking it costs; a text has as many as bytes."""
    if kind not in _BARE:
        return len(data), None
    began = time.process_time()
    size = len(_BARE[kind](data))
    return size, time.process_time() - began


def _pdf(data: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def _docx(data: bytes) -> str:
    """The words of the body and of the notes, by their parts."""
    from lxml import etree

    with ZipFile(BytesIO(data)) as container:
        parts = [f"word/{name}.xml" for name in ("document", "footnotes", "endnotes")]
        held = [container.read(part) for part in parts if part in container.namelist()]
    return "".join(word for part in held for word in etree.fromstring(part).itertext())


def _doc(data: bytes) -> str:
    """The words of the file by its piece table ([MS-DOC] 2.4.1), without which their order and code are unknown."""
    import olefile

    with olefile.OleFileIO(BytesIO(data)) as container:
        stream = container.openstream("WordDocument").read()
        table = "1Table" if unpack_from("<H", stream, 0x0A)[0] & 0x0200 else "0Table"
        start, length = unpack_from("<II", stream, 0x01A2)
        pieces = container.openstream(table).read()[start : start + length]
    while pieces[:1] == b"\x01":  # property modifiers stand before the table
        pieces = pieces[3 + unpack_from("<H", pieces, 1)[0] :]
    count = (unpack_from("<I", pieces, 1)[0] - 4) // 12
    places = unpack_from(f"<{count + 1}I", pieces, 5)
    words = []
    for number in range(count):
        at = unpack_from("<I", pieces, 5 + 4 * (count + 1) + 8 * number + 2)[0]
        many = places[number + 1] - places[number]
        if at & 0x40000000:
            at = (at & 0x3FFFFFFF) // 2
            words.append(stream[at : at + many].decode("cp1252", "replace"))
        else:
            words.append(stream[at : at + 2 * many].decode("utf-16-le", "replace"))
    return "".join(words)


_BARE: dict[str, Callable[[bytes], str]] = {sniff.PDF: _pdf, sniff.DOCX: _docx, sniff.DOC: _doc}
