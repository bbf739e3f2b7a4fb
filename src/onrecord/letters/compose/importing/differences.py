"""How the words of a built letter differ from those of the letter that it was made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from onrecord.citations.model import Span
from onrecord.letters.compose.built import Block, BlockKind, Break, BuiltLetter, Run
from onrecord.letters.compose.importing.pieces import marks_of
from onrecord.letters.model import Letter
from onrecord.letters.patterns import LIST_ITEM, NOTES_HEADING, SEPARATOR

# Markdown's own marks: "## ", "*", "**", "[words](address)", but not "3 * 4" and "snake_case".
MARKUP = re.compile(
    r"^#{1,6} +|^> ?|(?<![\w*])\*{1,3}(?=\S)|(?<=\S)\*{1,3}(?![\w*])|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|"
    r"\[(?=[^\[\]]*\]\()|\]\([^()\s]*\)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the letter that the built one has not (`was`), and those it has in their place (`now`)."""

    was: str
    now: str
    line: int


def differences(letter: Letter, built: BuiltLetter, *, markdown: bool = False) -> tuple[Difference, ...]:
    """Every difference word by word, in the letter's order.

    Left out of account on both sides: white space, the marks that call notes and the numbers before notes
    and list items, as these are numbered anew, and the line above the notes.
    """
    return _compared(
        list(words_of(letter, markdown=markdown)), [word for row in _rows(built) for word in row.split()]
    )


def differences_as_printed(letter: Letter, printed: Letter) -> tuple[Difference, ...]:
    """As `differences`, from a built letter as a file of it is read back: with the labels of its format."""
    return _compared(list(words_of(letter)), [word for word, _ in words_of(printed)])


def _compared(was: Sequence[tuple[str, int]], now: Sequence[str]) -> tuple[Difference, ...]:
    matcher = SequenceMatcher(None, [word for word, _ in was], now, autojunk=False)
    found = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            line = was[min(a, len(was) - 1)][1] if was else 0
            found.append(Difference(" ".join(word for word, _ in was[a:b]), " ".join(now[c:d]), line))
    return tuple(found)


def words_of(letter: Letter, *, markdown: bool = False) -> Iterator[tuple[str, int]]:
    """The letter's words with their lines, without marks of notes and numbers of notes and list items."""
    text = letter.text
    out = [marks.span for marks in marks_of(letter, 0, letter.body.end)]
    for span in letter.paragraphs:
        item = LIST_ITEM.match(text, span.start, span.end)
        if item:
            second = LIST_ITEM.match(text, item.end(), span.end) if item["bullet"] else None
            out.append(Span(item.start(), second.end() if second else item.end()))
    if markdown:
        out += [Span(*match.span()) for match in MARKUP.finditer(text, 0, letter.body.end)]
    body = _blanked(text[: letter.body.end], [(span.start, span.end) for span in out])
    for pattern in (SEPARATOR, NOTES_HEADING):
        body = pattern.sub(lambda match: " " * len(match[0]), body)
    for match in re.finditer(r"\S+", body):
        word = match[0].replace("\0", "")
        if word:
            yield word, letter.line_of(match.start())
    for note in letter.notes:
        words = text[note.span.start : note.span.end]
        words = MARKUP.sub(lambda match: "\0" * len(match[0]), words) if markdown else words
        for match in re.finditer(r"[^\s\0]+(?:\0+[^\s\0]+)*", words):
            yield match[0].replace("\0", ""), letter.line_of(note.span.start + match.start())


def _blanked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text without what stands in the spans: "200519" loses "19" and stays one word."""
    pieces, at = [], 0
    for start, end in sorted(spans):
        if start >= at:
            # Line feeds stay, so that lines are counted as before.
            pieces += [text[at:start], "\0" * (end - start)]
            at = end
    return "".join([*pieces, text[at:]])


def _rows(built: BuiltLetter) -> Iterator[str]:
    yield from (*built.letterhead, built.title, built.date_as_printed)
    yield from (*built.addressee, *built.copies, built.subject)
    for block in built.blocks:
        if block.kind is BlockKind.SIGNATORIES:
            yield from (f"{one.name} ({one.detail})" if one.detail else one.name for one in built.signatories)
        else:
            yield _text(block)
    yield from ("".join(_run(run) for run in note.inlines) for note in built.notes)


def _text(block: Block) -> str:
    return "".join(_run(inline) for inline in block.inlines)


def _run(inline: object) -> str:
    return inline.text if isinstance(inline, Run) else "\n" if isinstance(inline, Break) else ""
