"""From a file's bytes to text, or to a clear word on why not."""

from __future__ import annotations

import codecs
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from onrecord.errors import InputError
from onrecord.told import tell

LARGEST = 20_000_000
FORMATS = (
    (b"%PDF-", "is a PDF", "Copy its text into a .txt or .md file."),
    (b"PK\x03\x04", "is a Word, OpenDocument or ZIP file", "Save it as plain text (UTF-8)."),
    (b"\xd0\xcf\x11\xe0", "is an old Word document", "Save it as plain text (UTF-8)."),
    (b"{\\rtf", "is in Rich Text Format", "Save it as plain text (UTF-8)."),
    (b"\x89PNG", "is a picture", "Give the letter's text, not a picture of it."),
    (b"\xff\xd8\xff", "is a picture", "Give the letter's text, not a picture of it."),
)
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Decoded(NamedTuple):
    """A file's text with newlines normalised, and what was doubtful about reading it.

    `codec` is the name of its encoding in Python, and `mark` the bytes before its first character that are
    no text (a byte order mark).
    """

    text: str
    problems: tuple[str, ...]
    codec: str = "utf-8"
    mark: bytes = b""


def read_bytes(path: Path) -> bytes:
    """The bytes of the letter at `path`.

    Raises InputError, which names the file, the reason and what to do, when the file cannot be opened,
    is empty or too large.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(
                tell("%(path)s is larger than %(value)s MB.", path=path, value=LARGEST // 1_000_000),
                hint=tell("Is it a letter?"),
            )
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            tell("%(path)s cannot be opened: %(value)s.", path=path, value=error.strerror or error),
            hint=tell("Check the path and its permissions."),
        ) from error
    if not data.strip(b"\0\t\n\r\f "):
        raise InputError(
            tell("%(path)s is empty.", path=path), hint=tell("Give a file that holds the letter's text.")
        )
    return data


def read_text(path: Path) -> Decoded:
    """The text of the file at `path`. Raises InputError as `read_bytes` and `decode` do."""
    return decode(read_bytes(path), str(path))


def decode(data: bytes, name: str) -> Decoded:
    """The text of `data`; UTF-8, UTF-16, then code pages 949 and 1252, which are guesses and say so.

    Raises InputError, which names the file, the reason and what to do, when there is no text in it.
    """
    for start, what, remedy in FORMATS:
        if data.startswith(start):
            raise InputError(
                tell("%(name)s %(what)s, not plain text or Markdown.", name=name, what=what), hint=remedy
            )
    read = _decoded(data, name)
    text = read.text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip("\ufeff \t\n\u00a0"):
        raise InputError(
            tell("%(name)s is empty.", name=name), hint=tell("Give a file that holds the letter's text.")
        )
    return read._replace(text=text)


def _decoded(data: bytes, name: str) -> Decoded:
    for mark, codec in MARKS:
        if data.startswith(mark):
            return _strictly(data, codec, name, mark)
    if b"\x00" in data:
        return _strictly(data, _wide_codec(data, name), name)
    try:
        return Decoded(data.decode("utf-8"), ())
    except UnicodeDecodeError:
        return _guessed(data, name)


def _strictly(data: bytes, codec: str, name: str, mark: bytes = b"") -> Decoded:
    try:
        return Decoded(data.removeprefix(mark).decode(codec), (), codec, mark)
    except UnicodeDecodeError as error:
        raise InputError(
            tell(
                "%(name)s begins as %(codec)s text but breaks at byte %(value)s.",
                name=name,
                codec=codec,
                value=error.start + len(mark),
            ),
            hint=tell("Save it again as UTF-8."),
        ) from error


def _wide_codec(data: bytes, name: str) -> str:
    """UTF-16 without its mark, told by where the zero bytes of Latin letters and spaces stand."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if len(data) % 2 == 0 and max(even, odd) > len(data) // 20 and min(even, odd) * 20 <= max(even, odd):
        return "utf-16-le" if odd > even else "utf-16-be"
    raise InputError(
        tell("%(name)s is no text: it holds zero bytes.", name=name),
        hint=tell("Save the letter as plain text (UTF-8)."),
    )


def _guessed(data: bytes, name: str) -> Decoded:
    controls = sum(byte < 0x20 and byte not in b"\t\n\r\f\x1b" for byte in data)
    if controls * 100 > len(data):
        reason = tell("%(name)s is no text: it holds control bytes.", name=name)
        raise InputError(reason, hint=tell("Save it as plain text (UTF-8)."))
    for codec in ("cp949", "cp1252"):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if codec == "cp949" and not _reads_as_korean(text):
            continue
        return Decoded(
            text,
            (tell("not UTF-8; read as %(codec)s, which is a guess: save it again as UTF-8", codec=codec),),
            codec,
        )
    text = data.decode("cp1252", errors="replace")
    return Decoded(
        text, (tell("not UTF-8; read as cp1252 with characters lost: save it again as UTF-8"),), "cp1252"
    )


def _reads_as_korean(text: str) -> bool:
    """Whether Hangul makes up most of what is not ASCII, and stands in runs as Korean words do."""
    beyond = [char for char in text if ord(char) > 127]
    hangul = sum("\uac00" <= char <= "\ud7a3" for char in beyond)
    pairs = sum("\uac00" <= one <= "\ud7a3" and "\uac00" <= two <= "\ud7a3" for one, two in pairwise(text))
    return hangul * 2 >= len(beyond) and pairs * 3 >= hangul
