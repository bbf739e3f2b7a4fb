"""A letter's paragraphs without the marks of its notes and lists, each with where the marks stood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from onrecord.citations.model import Span
from onrecord.letters.forms.model import Block, BlockKind, Blocks
from onrecord.letters.model import Ask, Letter
from onrecord.letters.patterns import LIST_ITEM

# Lines longer than this were wrapped by a program; shorter ones the author broke.
SHORT_LINE = 60
LIST_BULLET = re.compile(r"[ \t\u00a0]*[-*•‣◦▪–][ \t]+(?=\S)")
# "[16]", "\\[16, 17\\]", "(16)", "<sup>2,3</sup>", "^16^": the numbers are the markers, the rest marks them.
NUMBERS = r"\s*\d{1,3}(?:[,;–-]\s?\d{1,3})*\s*"
GROUP = re.compile(rf"\\?\[{NUMBERS}\\?\]|\({NUMBERS}\)|<sup>\[?{NUMBERS}\]?</sup>|\^\[?{NUMBERS}\]?\^")
BREAK = re.compile(r"[ \t\u00a0]*\n\s*")


@dataclass(frozen=True, slots=True)
class Call:
    """A note's mark: `start` is where it stood in `Piece.text`; `marker` is its place among the letter's."""

    start: int
    number: str
    marker: int


@dataclass(frozen=True, slots=True)
class Manner:
    """How text[start:end] of a piece is printed: `kind` is "bold", "italic" or "link"; a link has an `address`."""

    kind: str
    start: int
    end: int
    address: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph. `label` is a list's number or bullet, `ask` the name of an ask that begins here ("Q1").

    A line feed in `text` is a break that the author made. `gap` counts the line feeds before the piece.
    `level` is a heading's depth from 1 where `heading` is set, else a list item's from 0.
    """

    text: str
    calls: tuple[Call, ...] = ()
    label: str = ""
    ask: str = ""
    line: int = 0
    gap: int = 0
    manners: tuple[Manner, ...] = ()
    heading: bool = False
    level: int = 0

    @property
    def lines(self) -> list[str]:
        """The lines of the piece that have words."""
        return [row.strip() for row in self.text.split("\n") if row.strip()]


def pieces_of(letter: Letter, blocks: Blocks | None = None) -> list[Piece]:
    """The paragraphs of the letter's body in order; further paragraphs of an ask belong to it.

    `blocks` are those that the letter was made of, where its file was no plain text: they tell emphasis,
    links and headings.
    """
    pieces: list[Piece] = []
    end = 0
    for place, span in enumerate(letter.paragraphs):
        ask = next((ask for ask in letter.asks if span.start <= ask.span.start < span.end), None)
        goes_on = next((ask for ask in letter.asks if ask.span.start < span.start < ask.span.end), None)
        piece = _piece(letter, span.start, span.end, ask)
        if blocks is not None and place < len(blocks.blocks):
            piece = _as_printed(piece, blocks.blocks[place])
        if LIST_BULLET.match(letter.text, span.start, span.end):
            piece = _without_second_label(piece)
        piece = replace(piece, gap=letter.text.count("\n", end, span.start))
        end = span.end
        if goes_on and ask is None and pieces and pieces[-1].ask == goes_on.name:
            pieces[-1] = _joined(pieces[-1], piece)
        else:
            pieces.append(piece)
    return pieces


def _as_printed(piece: Piece, block: Block) -> Piece:
    """The piece with the block's emphasis and links, where both are surely the same paragraph."""
    if piece.text != block.text:
        return piece
    manners = [Manner(one.kind, one.start, one.end) for one in block.emphasis]
    manners += [Manner("link", one.start, one.end, one.address) for one in block.links]
    heading = block.kind is BlockKind.HEADING and not piece.calls
    return replace(piece, manners=tuple(manners), heading=heading, level=block.level)


def _without_second_label(piece: Piece) -> Piece:
    """The piece without a number or bullet that its author typed behind the list's own, as web pages often have."""
    item = LIST_ITEM.match(piece.text)
    if item is None:
        return piece
    shift = item.end()
    return replace(
        piece,
        text=piece.text[shift:],
        label="" if piece.ask else item[0].strip(),
        calls=tuple(replace(one, start=max(0, one.start - shift)) for one in piece.calls),
        manners=tuple(
            replace(one, start=max(0, one.start - shift), end=one.end - shift)
            for one in piece.manners
            if one.end > shift
        ),
    )


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
    rows = letter.text[start:end].split("\n")
    # Only plain text has lines that a program wrapped.
    wrapped = letter.form == "text"
    joint = " " if wrapped and any(len(row.strip()) > SHORT_LINE for row in rows[:-1]) else "\n"
    out, calls, at = "", [], start
    for marks in marks_of(letter, start, end):
        out += letter.text[at : marks.span.start]
        calls += [(len(out), letter.markers[index].number, index) for index in marks.markers]
        at = marks.span.end
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


class Marks(NamedTuple):
    """Markers that stand together, "[16, 17]", with all that marks them, and their places among the letter's."""

    span: Span
    markers: tuple[int, ...]


def marks_of(letter: Letter, start: int, end: int) -> Iterator[Marks]:
    """The markers of letter.text[start:end] in order, with the brackets and commas that belong to them."""
    places = {
        marker.span: index
        for index, marker in enumerate(letter.markers)
        if start <= marker.span.start and marker.span.end <= end
    }
    taken: set[Span] = set()
    found: list[Marks] = []
    for group in GROUP.finditer(letter.text, start, end):
        numbers = [match.span() for match in re.finditer(r"\d+", group[0])]
        spans = [Span(first + group.start(), last + group.start()) for first, last in numbers]
        if all(span in places for span in spans):
            found.append(Marks(Span(*group.span()), tuple(places[span] for span in spans)))
            taken |= set(spans)
    found += [Marks(span, (index,)) for span, index in places.items() if span not in taken]
    yield from sorted(found)


def _joined(first: Piece, second: Piece) -> Piece:
    shift = len(first.text) + 1
    moved = tuple(Call(call.start + shift, call.number, call.marker) for call in second.calls)
    manners = tuple(
        Manner(one.kind, one.start + shift, one.end + shift, one.address) for one in second.manners
    )
    return replace(
        first,
        text=f"{first.text}\n{second.text}",
        calls=(*first.calls, *moved),
        manners=(*first.manners, *manners),
    )
