"""RTF to its tokens: groups, control words with their numbers, and characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

OPEN, CLOSE, WORD, TEXT, BYTE = "{", "}", "word", "text", "byte"

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\"
)


class Token(NamedTuple):
    """A token: for WORD its name and number (None where it has none); for TEXT and BYTE its bytes."""

    kind: str
    name: str = ""
    number: int | None = None
    data: bytes = b""


_OPEN, _CLOSE = Token(OPEN), Token(CLOSE)


def tokens(data: bytes) -> Iterator[Token]:
    r"""The tokens of an RTF file in order; the bytes that \bin announces are passed over."""
    at = 0
    while True:
        found = _TOKEN.match(data, at)
        if found is None:
            return
        at = found.end()
        kind = found.lastindex
        if kind in {1, 2}:
            name = found[1].decode("ascii")
            number = int(found[2]) if found[2] else None
            if name == "bin":
                at += max(0, number or 0)
            else:
                yield Token(WORD, name, number)
        elif kind == 3:
            yield Token(BYTE, data=bytes([int(found[3], 16)]))
        elif kind == 4:
            yield _sign(found[4])
        elif kind == 5:
            yield _OPEN if found[5] == b"{" else _CLOSE
        elif kind == 6:
            yield Token(TEXT, data=found[6])


def _sign(sign: bytes) -> Token:
    r"""A control of one sign: \~ is a space, \_ a hyphen, \- nothing, \* opens what may be passed over."""
    if sign in {b"{", b"}", b"\\"}:
        return Token(TEXT, data=sign)
    if sign in {b"\r", b"\n"}:
        return Token(WORD, "par")
    meaning = {b"~": b" ", b"_": b"-", b"-": b""}.get(sign)
    return Token(WORD, sign.decode("latin-1")) if meaning is None else Token(TEXT, data=meaning)
