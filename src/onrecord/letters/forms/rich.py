"""Takes the private characters out of a passage's text: what is left, its spans, the notes it calls."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.documents.details import (
    BOLD,
    ITALIC,
    LINK,
    NEW_LINE,
    RAISED,
    SPAN_END,
    SPAN_NAMED,
    SPAN_OPEN,
    Details,
)
from onrecord.documents.lines import MARK_CLOSE, MARK_OPEN
from onrecord.letters.forms.model import Emphasis, Link

_TOKEN = re.compile(
    rf"{MARK_OPEN}(?P<call>\d+){MARK_CLOSE}|{SPAN_OPEN}(?P<open>\d+){SPAN_NAMED}|"
    rf"{SPAN_END}(?P<end>\d+){SPAN_NAMED}|(?P<line>{NEW_LINE})"
)
_SAFE = re.compile(r"(?:https?|ftp|mailto):", re.IGNORECASE)


@dataclass(slots=True)
class Rich:
    """Words with what is said of them; `calls` are (the note's place, where its mark stood)."""

    text: str = ""
    calls: list[tuple[int, int]] = field(default_factory=list)
    spans: list[tuple[str, str, int, int]] = field(default_factory=list)

    def emphasis(self) -> tuple[Emphasis, ...]:
        """What is bold or italic."""
        return tuple(
            Emphasis(kind, start, end) for kind, _, start, end in self.spans if kind in {BOLD, ITALIC}
        )

    def links(self) -> tuple[Link, ...]:
        """What leads to an address on the web or of a mailbox; places in the file itself are left out."""
        return tuple(
            Link(value, start, end)
            for kind, value, start, end in self.spans
            if kind == LINK and _SAFE.match(value)
        )

    def raised(self) -> list[tuple[int, int]]:
        """Where letters stand raised."""
        return [(start, end) for kind, _, start, end in self.spans if kind == RAISED]


class _Writer:
    """Joins pieces so that no two spaces meet and none stands at a line's edge."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self._last = "\n"

    def put(self, words: str) -> None:
        if self._last in " \n":
            words = words.lstrip(" ")
        if words:
            self._add(words)

    def new_line(self) -> None:
        self.drop_space()
        if self.length:
            self._add("\n")

    def drop_space(self) -> None:
        if self._last == " ":
            self.pieces[-1] = self.pieces[-1][:-1]
            self.length -= 1
            while self.pieces and not self.pieces[-1]:
                self.pieces.pop()
            self._last = self.pieces[-1][-1] if self.pieces else "\n"

    def _add(self, words: str) -> None:
        self.pieces.append(words)
        self.length += len(words)
        self._last = words[-1]


def rich(marked: str, details: Details | None = None) -> Rich:
    """The words of a passage's text, where its spans stand in them, and the notes it calls."""
    writer, found = _Writer(), Rich()
    opened: list[tuple[int, int]] = []
    done = 0
    for token in _TOKEN.finditer(marked):
        writer.put(marked[done : token.start()])
        done = token.end()
        if token["call"]:
            writer.drop_space()
            found.calls.append((int(token["call"]), writer.length))
        elif token["line"]:
            writer.new_line()
        elif token["open"]:
            opened.append((int(token["open"]), writer.length))
        elif details is not None:
            _end(found, opened, int(token["end"]), writer.length, details)
    writer.put(marked[done:])
    if details is not None:
        for place, _ in reversed(opened[:]):
            _end(found, opened, place, writer.length, details)
    found.text = "".join(writer.pieces).rstrip()
    _settle(found)
    return found


def _end(found: Rich, opened: list[tuple[int, int]], place: int, at: int, details: Details) -> None:
    """End the span that opened last with this place; one that never opened began at the passage's start."""
    index = next((index for index in range(len(opened) - 1, -1, -1) if opened[index][0] == place), -1)
    start = opened.pop(index)[1] if index >= 0 else 0
    if place < len(details.spans):
        kind, value = details.spans[place]
        found.spans.append((kind, value, start, at))


def _settle(found: Rich) -> None:
    """Bring spans inside the words, drop empty ones, and join those that only a run's edge parts."""
    text = found.text
    last = len(text)
    found.calls = [(note, min(start, last)) for note, start in found.calls]
    kept: list[tuple[str, str, int, int]] = []
    for kind, value, start, end in found.spans:
        start, end = _trimmed(text, start, min(end, last))  # noqa: PLW2901 - the same span, trimmed
        if start < end:
            kept.append((kind, value, start, end))
    joined: list[tuple[str, str, int, int]] = []
    for span in sorted(kept):
        before = joined[-1] if joined else None
        if before and before[:2] == span[:2] and not text[before[3] : span[2]].strip():
            joined[-1] = (*before[:3], max(before[3], span[3]))
        else:
            joined.append(span)
    found.spans = sorted(joined, key=lambda span: (span[2], span[3]))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def cut(words: Rich, cuts: list[tuple[int, int]]) -> Rich:
    """Words without these stretches, which are in order; spans and calls move with them."""
    pieces, done = [], 0
    for start, end in cuts:
        pieces.append(words.text[done:start])
        done = max(done, end)
    pieces.append(words.text[done:])

    spans = [(kind, value, moved(a, cuts), moved(b, cuts)) for kind, value, a, b in words.spans]
    calls = [(note, moved(at, cuts)) for note, at in words.calls]
    return Rich("".join(pieces), calls, [span for span in spans if span[2] < span[3]])


def moved(at: int, cuts: list[tuple[int, int]]) -> int:
    """Where a place in a text stands once these stretches are cut out of it."""
    return at - sum(min(at, end) - start for start, end in cuts if start < at)
