"""A letter as plain text, which our own reader reads back with the same markers, notes and asks."""

from __future__ import annotations

from onrecord.letters.compose.built import BuiltLetter
from onrecord.letters.render.letter_frame import frame
from onrecord.letters.render.letter_lines import as_text


def letter_text(built: BuiltLetter) -> bytes:
    """The letter in UTF-8, without a byte order mark, newlines as LF: a paragraph a line.

    Markers and notes are "[1]"; `onrecord check` finds the same markers, notes and asks in it. Raises
    what `frame` raises.
    """
    return as_text(frame(built)).encode("utf-8")
