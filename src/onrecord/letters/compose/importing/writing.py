"""Writes the source that a letter becomes, and tells what is missing in the letter or was not taken over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from onrecord.letters.compose.importing.escaping import escaped, in_manner, yaml_words
from onrecord.letters.compose.importing.heads import PAGE, Foot, Head, read_foot, read_head
from onrecord.letters.compose.importing.note_sources import NoteSources, note_sources
from onrecord.letters.compose.importing.pieces import Piece, pieces_of
from onrecord.letters.compose.reading import parse_source
from onrecord.letters.compose.source import ERROR, WARNING, LetterProblem
from onrecord.letters.forms.model import Blocks
from onrecord.letters.model import Letter
from onrecord.letters.patterns import MARKDOWN_NOTE
from onrecord.record.model import ReadsRecord

NOTICE = "notice"
HANGUL = re.compile(r"[가-힣]")
SHOWN = 120
# Levels of a list below the first.
DEEPEST = 3


class Writing:
    """Writes the source of one letter, to lie at `path`, and tells what it does not hold."""

    def __init__(self, letter: Letter, path: Path, record: ReadsRecord, blocks: Blocks | None) -> None:
        self.letter = letter
        self.path = path
        self.markdown = bool(MARKDOWN_NOTE.search(letter.text)) or letter.name.endswith((".md", ".markdown"))
        self.language = _language(letter.text)
        self.pieces: Sequence[Piece] = pieces_of(letter, blocks)
        self.head: Head = read_head(self.pieces)
        self.foot: Foot = read_foot(self.pieces, self.head.body)
        self.keys = _keys([note.number for note in letter.notes])
        self.called = self._calls()
        order = [note for note in self.called.values() if note is not None]
        self.notes: NoteSources = note_sources(letter, self.language, order, record)
        self.left_out: list[Piece] = []

    def text(self) -> str:
        """The whole source."""
        blocks = list(self._blocks())
        definitions = [self._note(index) for index in range(len(self.letter.notes))]
        front = "\n".join(["---", *self._front(), "---"])
        return "\n\n".join([front, *blocks, *definitions]) + "\n"

    def findings(self) -> Iterator[LetterProblem]:
        """What is missing in the letter, and what the source does not hold, by line of the letter."""
        letter = self.letter
        for index, marker in enumerate(letter.markers):
            if self.called[index] is None:
                message = f"Marker {marker.number} calls a note that the letter does not have."
                hint = f"Write the note in the source, below the text: [^{marker.number}]: the source."
                yield LetterProblem("missing-note", ERROR, letter.line_of(marker.span.start), message, hint)
        used = set(self.called.values())
        for index, note in enumerate(letter.notes):
            line = letter.line_of(note.span.start)
            if index not in used:
                message = f"Nothing in the letter calls note {note.number}."
                hint = f"Call it where it belongs: [^{self.keys[index]}]."
                yield LetterProblem("note-without-marker", WARNING, line, message, hint)
            if index not in self.notes.typed:
                message = f"Note {note.number} stays in its own words: {self._why(index)}"
                yield LetterProblem("note-as-words", NOTICE, line, message)
        for label in self.head.labels:
            message = f"“{label}” is not taken over: On Record prints its own word there."
            yield LetterProblem("label", NOTICE, 0, message)
        if self.foot.heading:
            message = (
                f"“{self.foot.heading}” is not taken over: On Record prints its own heading of the list."
            )
            yield LetterProblem("label", NOTICE, 0, message)
        for piece in self.left_out:
            message = (
                f"“{piece.text[:SHOWN]}” is not taken over: it belongs to the web page, not to the letter."
            )
            yield LetterProblem("left-out", WARNING, piece.line, message)
        for problem in letter.problems:
            yield LetterProblem("reading", WARNING, 0, problem)

    def _why(self, index: int) -> str:
        note = self.letter.notes[index]
        words = self.letter.text[note.span.start : note.span.end]
        if re.match(r"\s*(?:id|ibid)\b", words, re.IGNORECASE):
            return "it says “Id.”, and which source that is cannot be told for sure. Cite the source instead."
        return "no style of notes would print the same words, or it cites more than UN documents."

    def _calls(self) -> dict[int, int | None]:
        """For each marker by its place, the index of the note that it calls, or None."""
        by_number: dict[str, list[int]] = {}
        for index, note in enumerate(self.letter.notes):
            by_number.setdefault(note.number, []).append(index)
        met: Counter[str] = Counter()
        called: dict[int, int | None] = {}
        for place, marker in enumerate(self.letter.markers):
            found = by_number.get(marker.number, [])
            called[place] = found[min(met[marker.number], len(found) - 1)] if found else None
            met[marker.number] += 1
        return called

    def _front(self) -> Iterator[str]:
        head = self.head
        if self.letter.date:
            yield f"date: {self.letter.date}"
        if head.date_as_printed:
            yield f"date_as_printed: {yaml_words(head.date_as_printed)}"
        yield f"language: {self.language}"
        for name, words in (("title", head.title), ("subject", head.subject)):
            if words:
                yield f"{name}: {yaml_words(words)}"
        for name, lines in (
            ("letterhead", head.letterhead),
            ("addressee", head.addressee),
            ("copies", head.copies),
        ):
            if lines:
                yield from (f"{name}:", *(f"  - {yaml_words(line)}" for line in lines))
        yield f"notes: {self.notes.style}"
        if self.notes.items:
            yield f"sources: {yaml_words(f'{self.path.stem}.sources.json')}"
        yield from self._signatories()

    def _signatories(self) -> Iterator[str]:
        foot = self.foot
        if foot.names:
            if foot.as_of:
                yield f"as_of: {foot.as_of}"
                yield f"as_of_as_printed: {yaml_words(foot.as_of_as_printed)}"
            yield "signatories:"
            for one in foot.names:
                yield f"  - name: {yaml_words(one.name)}" if one.detail else f"  - {yaml_words(one.name)}"
                yield from [f"    detail: {yaml_words(one.detail)}"] if one.detail else []

    def _blocks(self) -> Iterator[str]:
        listed: list[str] = []
        for at, piece in enumerate(self.pieces[self.head.body :], self.head.body):
            if self.foot.start is not None and self.foot.start <= at < self.foot.end:
                if at == self.foot.start:
                    yield from _closed(listed)
                    yield "{{signatories}}"
                continue
            if self.foot.start is not None and at >= self.foot.end and PAGE.match(piece.text):
                self.left_out.append(piece)
                continue
            if piece.label and not piece.ask:
                listed.append(self._item(piece))
                continue
            yield from _closed(listed)
            lead = f"{piece.ask}. " if piece.ask else f"{'#' * min(piece.level, 6)} " if piece.heading else ""
            yield lead + self._words(piece, first=not piece.ask)
        yield from _closed(listed)

    def _item(self, piece: Piece) -> str:
        number = re.search(r"\d+", piece.label)
        mark = f"{number[0]}. " if number else "- "
        indent = "    " * min(piece.level, DEEPEST)
        return indent + mark + self._words(piece, first=True).replace("\n", "\n" + indent + " " * len(mark))

    def _words(self, piece: Piece, *, first: bool) -> str:
        """The words of a piece as typed, with its calls; if need be without emphasis, or with every mark escaped."""
        wanted = _folded(piece.text)
        bare = replace(piece, manners=())
        for form, every in ((piece, False), (bare, False)):
            typed = self._typed(form, first=first, every=every)
            if _printed(typed) == wanted:
                return typed
        return self._typed(bare, first=first, every=True)

    def _typed(self, piece: Piece, *, first: bool, every: bool = False) -> str:
        cuts = {0, len(piece.text), *(call.start for call in piece.calls)}
        cuts |= {edge for one in piece.manners for edge in (one.start, one.end) if edge <= len(piece.text)}
        out = ""
        for start, end in pairwise(sorted(cuts)):
            out += self._called_at(piece, start)
            rows = [
                escaped(row, first=(first and not start) or number > 0, markdown=self.markdown, every=every)
                for number, row in enumerate(piece.text[start:end].split("\n"))
            ]
            covering = [one for one in piece.manners if one.start <= start and end <= one.end]
            out += in_manner("\\\n".join(rows), covering)
        return out + self._called_at(piece, len(piece.text))

    def _called_at(self, piece: Piece, place: int) -> str:
        marks = []
        for call in (call for call in piece.calls if call.start == place):
            note = self.called[call.marker]
            marks.append(f"[^{self.keys[note] if note is not None else call.number}]")
        return "".join(marks)

    def _note(self, index: int) -> str:
        key, typed = self.keys[index], self.notes.typed.get(index)
        note = self.letter.notes[index]
        words = " ".join(self.letter.text[note.span.start : note.span.end].split())
        if typed:
            return f"[^{key}]: [{typed}]"
        escaped_words = escaped(words, markdown=self.markdown)
        if _printed(escaped_words) != _folded(words):
            escaped_words = escaped(words, markdown=self.markdown, every=True)
        return f"[^{key}]: {escaped_words}"


def _closed(listed: list[str]) -> Iterator[str]:
    if listed:
        yield "\n".join(listed)
        listed.clear()


def _keys(numbers: Sequence[str]) -> list[str]:
    """A key for each note: its number, and "5-2" for a second note of the same number."""
    met: Counter[str] = Counter()
    keys = []
    for number in numbers:
        met[number] += 1
        keys.append(number if met[number] == 1 else f"{number}-{met[number]}")
    return keys


def _printed(typed: str) -> str:
    """The words that a typed paragraph prints."""
    source = parse_source(f"---\ndate: 2026-01-01\n---\n{typed}\n")
    return _folded(" ".join(block.words for block in source.blocks))


def _folded(words: str) -> str:
    return " ".join(words.split())


def _language(text: str) -> str:
    letters = sum(character.isalpha() for character in text)
    return "ko" if letters and len(HANGUL.findall(text)) * 3 > letters else "en"
