"""Reads the source of a letter: front matter and Markdown become blocks with keys, notes and asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from markdown_it.token import Token

from onrecord.errors import InputError
from onrecord.letters.compose.built import BlockKind
from onrecord.letters.compose.front_matter import read_front_matter
from onrecord.letters.compose.hidden import HIDDEN, hidden_characters
from onrecord.letters.compose.inlines import Inlines
from onrecord.letters.compose.markdown import parse
from onrecord.letters.compose.source import (
    ERROR,
    WARNING,
    LetterProblem,
    LetterSource,
    LineBreak,
    NoteHere,
    NoteText,
    SourceBlock,
    SourceInline,
)
from onrecord.letters.decoding import read_text
from onrecord.told import tell

LONGEST = 1_000_000
MOST_BRACKETS = 2_000
DEEPEST_LIST = 4
# What begins something that a letter has, and was left in its words.
UNCLOSED = re.compile(r"\{\{\w+|\[@\w+|\^\[\w+")
ASKS = {"Q": BlockKind.QUESTION, "R": BlockKind.RECOMMENDATION}
REFUSED = {
    "fence": ("a block of code", "Take away the ``` lines, or set quoted words with “> ” before them."),
    "code_block": ("a block of code", "Take away the spaces at the beginning of the line."),
    "html_block": ("HTML", "Write it in Markdown; put \\ before a < that is meant as it stands."),
    "hr": ("a line across the page", "Leave an empty line, or write a heading with “## ”."),
}


def read_source(path: Path) -> LetterSource:
    """The source of a letter in the file at `path`, in one language.

    Raises InputError, which names the file, the reason and what to do, where the file cannot be opened, is
    empty, too large or no text. What is wrong inside is told by line in `problems`: read what you can.
    """
    try:
        size = path.stat().st_size
    except OSError:
        size = 0
    if size > LONGEST * 4:
        raise InputError(
            tell("%(name)s is larger than any letter (%(size)s bytes).", name=path.name, size=f"{size:,}"),
            hint=tell("Is it the right file?"),
        )
    return parse_source(read_text(path).text, path)


def parse_source(text: str, path: Path = Path("letter.md")) -> LetterSource:
    """The source that `text` is; `path` names it in messages and is where the sources file is looked for."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    opening = read_front_matter(text)
    problems = list(opening.problems) + _unsafe(text)
    if problems and any(problem.rule == "too-large" for problem in problems):
        return LetterSource(path, text, opening.about, (), tuple(problems))
    reading = _Reading(opening.line)
    reading.read(parse(text[opening.end :]))
    blocks = _keyed(_called(reading.blocks, reading.notes), problems)
    called = {inline.key for block in blocks for inline in block.inlines if isinstance(inline, NoteHere)}
    unused = tuple(note for key, note in reading.notes.items() if key not in called)
    problems += reading.problems
    problems += [
        LetterProblem(
            "note-without-call",
            WARNING,
            note.line,
            f"Nothing calls note “{note.key}”.",
            f"Call it with [^{note.key}], or delete it.",
        )
        for note in unused
    ]
    problems += [
        LetterProblem(
            "printed-as-typed",
            WARNING,
            block.line,
            f"“{found[0]}” is printed as it stands, as nothing closes it.",
            "Close it, or put \\ before it if it is meant so.",
        )
        for block in blocks
        if (found := UNCLOSED.search(block.typed))
    ]
    told = tuple(sorted(problems, key=lambda problem: problem.line))
    return LetterSource(path, text, opening.about, tuple(blocks), told, unused)


def _unsafe(text: str) -> list[LetterProblem]:
    """Characters that nobody sees, and amounts of text that no letter has."""
    problems = []
    for match in HIDDEN.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        message = f"There is {hidden_characters(match[0])} in the text."
        problems.append(
            LetterProblem("hidden-character", ERROR, line, message, "Delete it and type the words again.")
        )
        if len(problems) > 20:
            break
    if len(text) > LONGEST:
        message = f"The text is longer than {LONGEST:,} characters; no letter is."
        problems.append(LetterProblem("too-large", ERROR, 1, message, "Is it the right file?"))
    line = 1
    for paragraph in text.split("\n\n"):
        if max(paragraph.count("["), paragraph.count("`"), paragraph.count("<")) > MOST_BRACKETS:
            message = f"A paragraph has more than {MOST_BRACKETS:,} brackets or marks; no letter's has."
            problems.append(LetterProblem("too-large", ERROR, line, message, "Delete them."))
        line += paragraph.count("\n") + 2
    return problems


class _Reading:
    """Walks the tokens of the text; `first` is the line of the file on which the text begins."""

    def __init__(self, first: int) -> None:
        self.first = first
        self.blocks: list[SourceBlock] = []
        self.notes: dict[str, NoteText] = {}
        self.problems: list[LetterProblem] = []
        self.lists: list[int] = []
        self.in_quotation = 0
        self.item = False

    def read(self, tokens: Sequence[Token]) -> None:
        """Take every token; a closing one ends what its opening one began."""
        for index, token in enumerate(tokens):
            line = self.first + (token.map[0] if token.map else 0)
            match token.type:
                case "inline":
                    self._inline(tokens[index - 1], token, line)
                case "blockquote_open" | "blockquote_close":
                    self.in_quotation += token.nesting
                    if token.nesting > 0 and (self.in_quotation > 1 or self.lists):
                        self._refuse(
                            line, "a quotation inside another block", "Leave an empty line before it."
                        )
                case kind if kind in REFUSED:
                    self._refuse(line, *REFUSED[kind])
                case _:
                    self._listed(token, line)

    def _listed(self, token: Token, line: int) -> None:
        match token.type:
            case "bullet_list_open":
                self._list(0, line)
            case "ordered_list_open":
                self._list(int(token.attrs.get("start", 1)), line)
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
            case "list_item_open":
                self.item = True
            case "list_item_close" if self.lists[-1]:
                self.lists[-1] += 1
            case _:
                pass

    def _list(self, start: int, line: int) -> None:
        self.lists.append(start)
        if self.in_quotation:
            self._refuse(line, "a list inside a quotation", "Leave an empty line before the list.")
        if len(self.lists) == DEEPEST_LIST + 1:
            self._refuse(line, "a list too deep", f"Keep to {DEEPEST_LIST} levels.")

    def _inline(self, opened: Token, token: Token, line: int) -> None:
        reading = Inlines(line)
        inlines = reading.read(token.children or [])
        self.problems += reading.problems
        meta = opened.meta
        if opened.type == "note_text_open":
            self._note(meta["key"], reading.note_parts(inlines), line)
            return
        if reading.signatories:
            self._signatories(inlines, line)
            return
        key = str(meta.get("key", ""))
        if opened.type == "heading_open":
            level = int(opened.tag[1:])
            self.blocks.append(SourceBlock(BlockKind.HEADING, inlines, key, line, level=level))
        elif meta.get("name"):
            name = meta["name"]
            self.blocks.append(
                SourceBlock(ASKS[name[0]], inlines, key or name, line, name=name, optional=meta["optional"])
            )
        elif self.lists:
            self._item(inlines, key, line)
        else:
            kind = BlockKind.QUOTATION if self.in_quotation else BlockKind.PARAGRAPH
            self.blocks.append(SourceBlock(kind, inlines, key, line))

    def _item(self, inlines: tuple[SourceInline, ...], key: str, line: int) -> None:
        """An item of a list; its second paragraph goes on after a new line."""
        if self.item or not self.blocks:
            level, number = len(self.lists) - 1, self.lists[-1]
            block = SourceBlock(BlockKind.LIST_ITEM, inlines, key, line, level=level, number=number)
            self.blocks.append(block)
        else:
            last = self.blocks.pop()
            both = (*last.inlines, LineBreak(), *inlines)
            self.blocks.append(
                SourceBlock(last.kind, both, last.key or key, last.line, last.level, last.number)
            )
        self.item = False

    def _note(self, key: str, note: NoteText, line: int) -> None:
        if key in self.notes:
            message = f"Two notes are called “{key}”."
            self.problems.append(
                LetterProblem("note-twice", ERROR, line, message, "Give one of them another name.")
            )
            return
        self.notes[key] = NoteText(note.parts, key, line)

    def _signatories(self, inlines: tuple[SourceInline, ...], line: int) -> None:
        if inlines:
            self._refuse(line, "words beside {{signatories}}", "Let it stand in a paragraph of its own.")
        if any(block.kind is BlockKind.SIGNATORIES for block in self.blocks):
            self._refuse(line, "{{signatories}} a second time", "Keep one of them.")
        self.blocks.append(SourceBlock(BlockKind.SIGNATORIES, line=line))

    def _refuse(self, line: int, what: str, hint: str) -> None:
        message = f"There is {what}, which a letter cannot hold."
        self.problems.append(LetterProblem("refused", ERROR, line, message, hint))


def _called(blocks: Sequence[SourceBlock], notes: dict[str, NoteText]) -> list[SourceBlock]:
    """The blocks, with each call by key given the text of its note."""

    def noted(inline: SourceInline) -> SourceInline:
        if isinstance(inline, NoteHere) and inline.note is None:
            return NoteHere(inline.key, notes.get(inline.key), inline.line)
        return inline

    return [_with(block, inlines=tuple(noted(inline) for inline in block.inlines)) for block in blocks]


def _keyed(blocks: Sequence[SourceBlock], problems: list[LetterProblem]) -> list[SourceBlock]:
    """The blocks, each with a key: its own, an ask's name, or "p" and its place among the other blocks."""
    keyed: list[SourceBlock] = []
    taken: dict[str, int] = {}
    place = 0
    for block in blocks:
        place += not block.name
        key = block.key or f"p{place}"
        if key in taken:
            what = f"Two asks are called {key}" if block.name == key else f"Two blocks have the key “{key}”"
            hint = f"The first stands on line {taken[key]}. Give one of them another name."
            problems.append(LetterProblem("key-twice", ERROR, block.line, f"{what}.", hint))
        taken.setdefault(key, block.line)
        keyed.append(_with(block, key=key))
    return keyed


def _with(
    block: SourceBlock, *, inlines: tuple[SourceInline, ...] | None = None, key: str | None = None
) -> SourceBlock:
    return SourceBlock(
        block.kind,
        block.inlines if inlines is None else inlines,
        block.key if key is None else key,
        block.line,
        block.level,
        block.number,
        block.name,
        block.optional,
    )
