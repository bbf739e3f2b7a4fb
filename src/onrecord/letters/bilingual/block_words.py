"""The words of a block of a letter, and the notes that it calls."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.letters.compose.built import Block, Break, BuiltLetter, BuiltNote, NoteCall, Run


def words_of(block: Block) -> str:
    """The words of a block, which the places of differences count; the calls of its notes are not among them."""
    return words_in(block.inlines)


def words_in(inlines: Iterable[object]) -> str:
    """The words of what stands in a line: a block's or a note's."""
    parts = [one.text if isinstance(one, Run) else "\n" if isinstance(one, Break) else "" for one in inlines]
    return "".join(parts).strip()


def notes_of(letter: BuiltLetter, block: Block) -> list[BuiltNote]:
    """The notes that a block calls, in their order."""
    called = [one.number for one in block.inlines if isinstance(one, NoteCall)]
    by_number = {note.number: note for note in letter.notes}
    return [by_number[number] for number in called if number in by_number]
