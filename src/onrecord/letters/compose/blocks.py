"""From the blocks of a source to those of the built letter: notes numbered, words taken, asks counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.letters.compose.built import Block, BlockKind, Break, Inline, NoteCall, Run
from onrecord.letters.compose.quoting import set_in_marks
from onrecord.letters.compose.source import (
    ERROR,
    Cite,
    Cites,
    LetterProblem,
    LetterSource,
    LineBreak,
    NoteHere,
    NoteText,
    Quote,
    Reference,
    SourceBlock,
    SourceInline,
    Words,
)
from onrecord.letters.compose.taking import Taking

# What closes a sentence or clause stands before the note's number, in English and in Korean.
CLOSING = re.compile(r"[.,;:?!。]+[”’)]?")


class Blocks:
    """Builds the blocks of one source: first `calls`, which numbers, then `built`."""

    def __init__(self, source: LetterSource, taking: Taking) -> None:
        self.source = source
        self.taking = taking
        self.problems: list[LetterProblem] = []
        self.keys: dict[str, int] = {}
        self.asks: dict[str, int] = {}
        self._numbers: dict[tuple[int, int], int] = {}
        self._words: dict[tuple[int, int], str] = {}

    def calls(self) -> list[NoteText]:
        """The notes in the order in which the text calls them; each call is a note of its own."""
        counted: Counter[BlockKind] = Counter()
        notes: list[NoteText] = []
        for at, block in enumerate(self.source.blocks):
            if block.name:
                counted[block.kind] += 1
                self.asks[block.name] = counted[block.kind]
            for place, inline in enumerate(block.inlines):
                note = self._note(block, (at, place), inline)
                if note is not None:
                    notes.append(note)
                    self._numbers[at, place] = len(notes)
                    if note.key:
                        self.keys.setdefault(note.key, len(notes))
        return notes

    def number_of(self, reference: Reference) -> str:
        """What "{{note key}}" or "{{ask Q1}}" prints."""
        found = (self.keys if reference.to == "note" else self.asks).get(reference.name)
        if found is not None:
            # An ask keeps the number of its name, which is what every format prints before it.
            return str(found) if reference.to == "note" else reference.name[1:]
        what = f"There is no {reference.to} “{reference.name}”"
        known = list(self.keys if reference.to == "note" else self.asks)
        shown = f"Known are: {', '.join(known[:12])}." if known else f"Give the {reference.to} a name first."
        problem = LetterProblem("unknown-reference", ERROR, reference.line, f"{what}.", shown)
        self.problems.append(problem)
        return ""

    def built(self) -> Iterator[Block]:
        """The blocks of the letter."""
        for at, block in enumerate(self.source.blocks):
            number = self.asks[block.name] if block.name else block.number
            inlines = tuple(_joined(self._inlines(at, block)))
            yield Block(block.kind, inlines, block.key, block.level, number, block.name, block.optional)

    def _note(self, block: SourceBlock, place: tuple[int, int], inline: SourceInline) -> NoteText | None:
        if isinstance(inline, NoteHere):
            if inline.note is not None and _says_something(inline.note):
                return inline.note
            named = f"Note “{inline.key}”" if inline.key else "A note"
            message = f"{named} is called here, but it has no words."
            hint = f"Write it below the text: [^{inline.key or 'name'}]: the source. Or delete the call."
            self.problems.append(LetterProblem("empty-note", ERROR, inline.line, message, hint))
        if isinstance(inline, Quote):
            taken = self.taking.take(inline)
            if taken is None:
                return None
            is_block = block.kind is BlockKind.QUOTATION
            self._words[place] = set_in_marks(taken.words, inline.first_letter, block=is_block, taken=taken)
            cite = Cite(inline.symbol, is_symbol=True, pinpoints=(inline.pinpoint,))
            return NoteText((Cites((cite,), inline.line),), line=inline.line) if inline.with_note else None
        return None

    def _inlines(self, at: int, block: SourceBlock) -> Iterator[Inline]:
        waiting: NoteCall | None = None
        for place, inline in enumerate(block.inlines):
            closing = CLOSING.match(inline.text) if waiting and isinstance(inline, Words) else None
            if closing and isinstance(inline, Words):
                # The note of a quotation stands after the stop that follows the quotation.
                yield _run(inline, closing[0])
                inline = replace(inline, text=inline.text[closing.end() :])  # noqa: PLW2901
            if waiting:
                yield waiting
            number = self._numbers.get((at, place))
            call = NoteCall(number) if number else None
            waiting = call if isinstance(inline, Quote) else None
            yield from self._one(inline, (at, place), call)
        if waiting:
            yield waiting

    def _one(self, inline: SourceInline, place: tuple[int, int], call: NoteCall | None) -> Iterator[Inline]:
        match inline:
            case Words():
                yield _run(inline, inline.text)
            case LineBreak():
                yield Break()
            case Reference():
                yield Run(self.number_of(inline))
            case Quote():
                yield Run(self._words.get(place, ""), language=self._foreign)
            case NoteHere():
                yield from [call] if call else []

    @property
    def _foreign(self) -> str:
        """The language of words from the record, where the letter's is another."""
        return "" if self.source.about.language.startswith("en") else "en"


def _says_something(note: NoteText) -> bool:
    return any(
        not isinstance(part, LineBreak) and (not isinstance(part, Words) or part.text.strip())
        for part in note.parts
    )


def _run(words: Words, text: str) -> Run:
    return Run(text, words.emphasis, words.strong, words.link)


def _joined(inlines: Iterator[Inline] | Sequence[Inline]) -> Iterator[Inline]:
    """The inlines without empty runs, neighbours of one manner joined."""
    last: Run | None = None
    for inline in inlines:
        if not isinstance(inline, Run):
            if last is not None:
                yield last
            last = None
            yield inline
        elif last is None or not inline.text:
            last = inline if inline.text else last
        elif (last.emphasis, last.strong, last.link, last.language) == (
            inline.emphasis,
            inline.strong,
            inline.link,
            inline.language,
        ):
            last = Run(last.text + inline.text, last.emphasis, last.strong, last.link, last.language)
        else:
            yield last
            last = inline
    if last is not None:
        yield last
