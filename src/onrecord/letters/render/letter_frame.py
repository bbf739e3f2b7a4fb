"""What stands on a letter's pages, in which order and under which labels: the same for every format.

A built letter's words are made safe to show and put in order here, once. PDF, DOCX, HTML and plain text
draw the `Frame` and add nothing but page numbers and running heads, so that all hold the same words.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from onrecord.errors import RenderError
from onrecord.letters.compose.built import Block, BlockKind, BuiltLetter, NoteCall, PrintedSignatory, Run
from onrecord.letters.read import parse_letter
from onrecord.letters.render.letter_inlines import (
    LANGUAGE,
    RIGHT_TO_LEFT,
    cleaned,
    day_of,
    line,
    lines,
    primary,
    words_of,
)
from onrecord.letters.render.letter_lines import as_text
from onrecord.letters.render.letter_page import Frame, Item, Labels, Listing, Note, Part, Signers, Text

SUBJECT_LABELLED = re.compile(r"(?:re|ref|subject|제목|건명)\s*[:：.]", re.IGNORECASE)
# Hangul is twice as wide as Latin: so much of it fills a line of small type.
LONGEST_RUNNING = 60
LONGEST_LEAD = 240
ASK_LETTERS = {BlockKind.QUESTION: "Q", BlockKind.RECOMMENDATION: "R"}


LABELS = {
    "en": Labels(
        copies="Cc:",
        subject="Re:",
        number="No. {}",
        optional="(optional)",
        signatories="Signatories",
        as_of="(as of {})",
        notes="Notes",
        back="Back to the text",
        page="Page {} of {}",
    ),
    "ko": Labels(
        copies="참조:",
        subject="제목:",
        number="제{}호",
        optional="(선택)",
        signatories="서명",
        as_of="({} 기준)",
        notes="각주",
        back="본문으로 돌아가기",
        page="{} / {}쪽",
    ),
}


def frame(built: BuiltLetter) -> Frame:
    """The letter as every format draws it.

    Control characters, overrides of the direction of writing and half characters are shown by their
    number ("[U+202E]"). Asks print their number ("3.") where the letter's words tell which list is of
    questions and which of recommendations, else their name ("Q3."). Raises RenderError where the notes
    are not numbered from 1 in the order in which the text calls them, where a call has no note or a note
    no call, and where the language is no language tag.
    """
    if not LANGUAGE.fullmatch(built.language):
        raise RenderError(
            f"“{line(built.language)[:40]}” is no language tag.",
            hint="Give the letter's language as in “en” or “ko”.",
        )
    _notes_are_in_order(built)
    plain = _framed(built, named=False)
    asks = [block.name for block in built.blocks if block.kind in ASK_LETTERS]
    if asks == [ask.name for ask in parse_letter(as_text(plain), "").asks]:
        return plain
    return _framed(built, named=True)


def _framed(built: BuiltLetter, *, named: bool) -> Frame:
    labels = LABELS.get(primary(built.language), LABELS["en"])
    subject = line(built.subject)
    name = line(built.title) or subject or line(built.kind) or "Letter"
    organisation = line(built.organisation)
    return Frame(
        name=name,
        running=name if len(name) <= LONGEST_RUNNING else f"{name[:LONGEST_RUNNING].rsplit(' ', 1)[0]} …",
        author=organisation or (line(built.signatories[0].name) if built.signatories else ""),
        language=built.language,
        right_to_left=primary(built.language) in RIGHT_TO_LEFT,
        day=day_of(built.date),
        labels=labels,
        letterhead=lines(built.letterhead) or ((organisation,) if organisation else ()),
        reference=_reference(built, labels),
        date=line(built.date_as_printed) or line(built.date),
        heading="" if line(built.title) == subject else line(built.title),
        addressee=lines(built.addressee),
        copies=lines(built.copies),
        subject_label="" if SUBJECT_LABELLED.match(subject) else labels.subject,
        subject=subject,
        parts=_laid_out(built, labels, named=named),
        notes=tuple(Note(note.number, cleaned(note.inlines)) for note in built.notes),
    )


def _notes_are_in_order(built: BuiltLetter) -> None:
    calls = [one.number for block in built.blocks for one in block.inlines if isinstance(one, NoteCall)]
    first = list(dict.fromkeys(calls))
    numbers = [note.number for note in built.notes]
    hint = "Build the letter again from its source."
    for number in first:
        if number not in numbers:
            raise RenderError(f"The text calls note {number}, which the letter does not have.", hint=hint)
    for number in numbers:
        if number not in first:
            raise RenderError(f"Note {number} is called nowhere in the text.", hint=hint)
    if first != list(range(1, len(numbers) + 1)) or first != numbers:
        raise RenderError(
            "The notes are not numbered from 1 in the order in which the text calls them.", hint=hint
        )
    for note in built.notes:
        if not words_of(cleaned(note.inlines)).strip():
            raise RenderError(f"Note {note.number} is empty.", hint="Give it a source, or take it out.")


def _reference(built: BuiltLetter, labels: Labels) -> str:
    number, kind = line(built.number), line(built.kind)
    if not number:
        return ""
    shown = labels.number.format(number) if number[0].isdigit() else number
    return f"{kind[:1].upper()}{kind[1:]} {shown}".strip()


def _laid_out(built: BuiltLetter, labels: Labels, *, named: bool) -> tuple[Part, ...]:
    parts: list[Part] = []
    run: list[Block] = []
    level = 0
    signed = False
    for block in built.blocks:
        if run and (block.kind != run[-1].kind or block.kind not in _LISTS):
            parts += _listings(run, labels, named=named)
            run = []
        if block.kind in _LISTS:
            run.append(block)
        elif block.kind is BlockKind.SIGNATORIES:
            parts += [] if signed else _signers(built, labels)
            signed = True
        else:
            if block.kind is BlockKind.HEADING:
                level = min(max(block.level, 1), level + 1, 5)
            shown = level if block.kind is BlockKind.HEADING else 0
            parts.append(Text(block.kind, cleaned(block.inlines), line(block.key), shown))
    parts += _listings(run, labels, named=named)
    return _leading(parts if signed else [*parts, *_signers(built, labels)])


def _leading(parts: list[Part]) -> tuple[Part, ...]:
    """The parts, with the short paragraphs marked that bring in a list."""
    marked: list[Part] = []
    for part, after in zip_longest(parts, parts[1:]):
        if (
            isinstance(part, Text)
            and part.kind is BlockKind.PARAGRAPH
            and isinstance(after, Listing | Signers)
        ):
            leads = len(words_of(part.inlines)) < LONGEST_LEAD
            marked.append(replace(part, leads=leads))
        else:
            marked.append(part)
    return tuple(marked)


_LISTS = frozenset({BlockKind.LIST_ITEM, *ASK_LETTERS})


def _signers(built: BuiltLetter, labels: Labels) -> list[Part]:
    if not built.signatories:
        return []
    as_of = line(built.as_of_as_printed) or line(built.as_of)
    heading = f"{labels.signatories} {labels.as_of.format(as_of)}" if as_of else labels.signatories
    names = tuple(PrintedSignatory(line(one.name), line(one.detail)) for one in built.signatories)
    return [Signers(heading, names)]


def _listings(run: list[Block], labels: Labels, *, named: bool) -> list[Listing]:
    """The blocks as lists: items deeper than their neighbour above stand below it."""
    found: list[Listing] = []
    at = 0
    while at < len(run):
        end = at + 1
        while end < len(run) and run[end].level > run[at].level:
            end += 1
        item = _item(run[at], labels, tuple(_listings(run[at + 1 : end], labels, named=named)), named=named)
        ordered = bool(item.number)
        if found and found[-1].ordered == ordered:
            found[-1] = Listing(found[-1].kind, (*found[-1].items, item), ordered)
        else:
            found.append(Listing(run[at].kind, (item,), ordered))
        at = end
    return found


def _item(block: Block, labels: Labels, below: tuple[Listing, ...], *, named: bool) -> Item:
    inlines = cleaned(block.inlines)
    number, prefix = max(block.number, 0), ""
    if block.kind in ASK_LETTERS:
        name = re.fullmatch(r"([QR])(\d{1,6})", block.name)
        if named and name:
            prefix, number = name[1], int(name[2])
        elif named:
            prefix = ASK_LETTERS[block.kind]
        if block.optional:
            inlines = (Run(labels.optional, emphasis=True), Run(" "), *inlines)
    label = f"{prefix}{number}." if number else "•"
    return Item(inlines, label, number, prefix if number else "", line(block.key), below)
