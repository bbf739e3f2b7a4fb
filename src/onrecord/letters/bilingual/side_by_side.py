"""Both texts of a letter in rows, with what differs in each row and what is due there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.letters.bilingual.compare import compare
from onrecord.letters.bilingual.difference import Difference
from onrecord.letters.bilingual.due import Changed
from onrecord.letters.bilingual.terms import NamePair
from onrecord.letters.compose.built import Block, BlockKind, BuiltLetter, NoteCall, Run

Pair = tuple[BuiltLetter, BuiltLetter]
"""The English and the Korean text; blocks of one key translate each other."""


@dataclass(frozen=True, slots=True)
class Row:
    """A block in both languages, None where it fails in one; `note` is the number of a note, else 0.

    `differences` come with the numbers by which a page names them. `changed` says on which side the words
    are others than when both texts were last in step, None where nothing is due.
    """

    number: int
    english: Block | None
    korean: Block | None
    differences: tuple[tuple[int, Difference], ...] = ()
    changed: Changed | None = None
    note: int = 0

    @property
    def is_missing(self) -> str:
        """The side on which the block fails: "english", "korean" or ""."""
        return "english" if self.english is None else "korean" if self.korean is None else ""

    @property
    def is_due(self) -> bool:
        """Whether somebody must write or read here: a side fails, lacks a sentence, or changed."""
        lacks = any(one.kind == "sentence" for _, one in self.differences)
        return bool(self.is_missing or lacks or self.changed)


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The rows in the letter's order; `of_the_whole` are differences that stand in no row (the letter's date)."""

    rows: tuple[Row, ...]
    compared: int
    of_the_whole: tuple[tuple[int, Difference], ...] = ()

    @property
    def due(self) -> tuple[Row, ...]:
        """The rows where something is due."""
        return tuple(row for row in self.rows if row.is_due)

    @property
    def differing(self) -> tuple[tuple[Row, int, Difference], ...]:
        """What differs between two texts that are both there, with its row and number."""
        whole = {"missing_block", "sentence"}
        return tuple(
            (row, at, one) for row in self.rows for at, one in row.differences if one.kind not in whole
        )

    @property
    def grave(self) -> tuple[tuple[Row, int, Difference], ...]:
        """Of what differs, all but the terms of the field that are put otherwise."""
        return tuple(one for one in self.differing if one[2].severity != "notice")


def side_by_side(now: Pair, *, then: Pair | None = None, names: Sequence[NamePair] = ()) -> SideBySide:
    """Both texts in rows; `then` are the texts as they were when a person last said that they are in step.

    Whether a row changed is told by its words, not by its key: the number of a note may change by itself,
    and a paragraph put in before it moves no other. Without `then` nothing is told as changed.
    """
    found = compare(*now, names)
    numbered = list(enumerate(found.differences, 1))
    blocks = list(_rows(now))
    keys = {(ours or theirs or _NOTHING).key for ours, theirs in blocks}
    since = _Since(then) if then else None
    rows = [
        Row(
            number,
            ours,
            theirs,
            tuple(one for one in numbered if one[1].key == (ours or theirs or _NOTHING).key),
            since.changed(ours, theirs) if since else None,
            _note_of(ours or theirs),
        )
        for number, (ours, theirs) in enumerate(blocks, 1)
    ]
    rows += _of_notes(now, len(rows))
    return SideBySide(tuple(rows), found.compared, _outside(numbered, keys))


_NOTHING = Block(BlockKind.PARAGRAPH)


def _rows(pair: Pair) -> Iterator[tuple[Block | None, Block | None]]:
    """The blocks by key in the English order; what is Korean alone follows what it follows in Korean."""
    ours, theirs = ([one for one in letter.blocks if one.key and one.inlines] for letter in pair)
    held = {one.key for one in ours}
    by_key = {one.key: one for one in theirs}
    alone: dict[str, list[Block]] = {}
    last = ""
    for block in theirs:
        if block.key in held:
            last = block.key
        else:
            alone.setdefault(last, []).append(block)
    yield from ((None, one) for one in alone.get("", ()))
    for block in ours:
        yield block, by_key.get(block.key)
        yield from ((None, one) for one in alone.get(block.key, ()))


def _of_notes(pair: Pair, rows: int) -> Iterator[Row]:
    """The notes of built letters, by number; of letters as read they are blocks already."""
    ours, theirs = ({note.number: note for note in letter.notes} for letter in pair)
    for number in sorted(ours.keys() | theirs.keys()):
        sides = [
            Block(BlockKind.PARAGRAPH, side[number].inlines, f"note {number}") if number in side else None
            for side in (ours, theirs)
        ]
        rows += 1
        yield Row(rows, sides[0], sides[1], note=number)


def _note_of(block: Block | None) -> int:
    is_note = block is not None and block.key.startswith("n") and block.key[1:].isdecimal()
    return block.number if block and is_note else 0


def _outside(
    numbered: Sequence[tuple[int, Difference]], keys: set[str]
) -> tuple[tuple[int, Difference], ...]:
    return tuple(one for one in numbered if one[1].key not in keys)


class _Since:
    """The words of every row when both texts were in step."""

    def __init__(self, then: Pair) -> None:
        rows = [(_plain(ours), _plain(theirs)) for ours, theirs in _rows(then)]
        self.rows = set(rows)
        self.sides = [{row[side] for row in rows if row[side]} for side in (0, 1)]

    def changed(self, ours: Block | None, theirs: Block | None) -> Changed | None:
        now = (_plain(ours), _plain(theirs))
        if now in self.rows:
            return None
        known = [not words or words in side for words, side in zip(now, self.sides, strict=True)]
        if all(known):
            # Both sets of words are old: one lost its like, or they are set beside others than before.
            return Changed.ENGLISH if not now[0] else Changed.KOREAN if not now[1] else None
        if not any(known):
            return Changed.BOTH
        return Changed.KOREAN if known[0] else Changed.ENGLISH


def _plain(block: Block | None) -> str:
    """The words without the numbers of notes, which change by themselves; "" for no block."""
    if block is None:
        return ""
    return "".join(
        one.text if isinstance(one, Run) else "[note]" if isinstance(one, NoteCall) else "\n"
        for one in block.inlines
    ).strip()
