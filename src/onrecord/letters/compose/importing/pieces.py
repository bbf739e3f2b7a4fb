"""A letter's paragraphs without the marks of its notes and lists, each with where the marks stood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.letters.model import Ask, Letter, Marker
from onrecord.letters.patterns import LIST_ITEM

# Lines longer than this were wrapped by a program; shorter ones the author broke.
SHORT_LINE = 60
BREAK = re.compile(r"[ \t\u00a0]*\n\s*")


@dataclass(frozen=True, slots=True)
class Call:
    """A note's mark: `start` is where it stood in `Piece.text`; `marker` is its place among the letter's."""

    start: int
    number: str
    marker: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph. `label` is a list's number or bullet, `ask` the name of an ask that begins here ("Q1").

    A line feed in `text` is a break that the author made. `gap` counts the line feeds before the piece.
    """

    text: str
    calls: tuple[Call, ...] = ()
    label: str = ""
    ask: str = ""
    line: int = 0
    gap: int = 0

    @property
    def lines(self) -> list[str]:
        """The lines of the piece that have words."""
        return [row.strip() for row in self.text.split("\n") if row.strip()]


def pieces_of(letter: Letter) -> list[Piece]:
    """The paragraphs of the letter's body in order; further paragraphs of an ask belong to it."""
    pieces: list[Piece] = []
    end = 0
    for span in letter.paragraphs:
        ask = next((ask for ask in letter.asks if span.start <= ask.span.start < span.end), None)
        goes_on = next((ask for ask in letter.asks if ask.span.start < span.start < ask.span.end), None)
        piece = _piece(letter, span.start, span.end, ask)
        piece = replace(piece, gap=letter.text.count("\n", end, span.start))
        end = span.end
        if goes_on and ask is None and pieces and pieces[-1].ask == goes_on.name:
            pieces[-1] = _joined(pieces[-1], piece)
        else:
            pieces.append(piece)
    return pieces


def _piece(letter: Letter, start: int, end: int, ask: Ask | None) -> Piece:
    line = letter.line_of(start)
    label = ""
    item = LIST_ITEM.match(letter.text, start, end)
    if ask is not None:
        start = max(start, ask.span.start)
    elif item:
        label, start = item[0].strip(" \t\u00a0*_"), item.end()
    text, calls = _without_markers(letter, start, end)
    return Piece(text, calls, label, ask.name if ask else "", line)


def _without_markers(letter: Letter, start: int, end: int) -> tuple[str, tuple[Call, ...]]:
    raw = letter.text[start:end]
    rows = raw.split("\n")
    joint = " " if any(len(row.strip()) > SHORT_LINE for row in rows[:-1]) else "\n"
    out, calls, at = "", [], start
    for index, marker in _within(letter.markers, start, end):
        out += letter.text[at : marker.span.start]
        calls.append((len(out), marker.number, index))
        at = marker.span.end
    out += letter.text[at:end]
    made: list[Call] = []
    text, at = "", 0
    for match in [*BREAK.finditer(out), None]:
        stop = match.start() if match else len(out)
        here = [
            call for call in calls if at <= call[0] <= stop and call[2] not in {one.marker for one in made}
        ]
        made += [Call(len(text) + place - at, number, index) for place, number, index in here]
        text += out[at:stop] + (joint if match else "")
        at = match.end() if match else stop
    return text, tuple(made)


def _within(markers: Sequence[Marker], start: int, end: int) -> Iterator[tuple[int, Marker]]:
    for index, marker in enumerate(markers):
        if start <= marker.span.start and marker.span.end <= end:
            yield index, marker


def _joined(first: Piece, second: Piece) -> Piece:
    shift = len(first.text) + 1
    moved = tuple(Call(call.start + shift, call.number, call.marker) for call in second.calls)
    return replace(first, text=f"{first.text}\n{second.text}", calls=(*first.calls, *moved))
