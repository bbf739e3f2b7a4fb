"""Builds a letter: its source and the record become numbered notes, asks and words, ready to be drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from onrecord.citations.patterns import ID
from onrecord.errors import BuildStopped, InputError
from onrecord.letters.compose.blocks import Blocks
from onrecord.letters.compose.built import Block, BlockKind, BuiltLetter
from onrecord.letters.compose.library import Item, Library, read_library
from onrecord.letters.compose.lock import Lock, lock_path, read_lock
from onrecord.letters.compose.notes import NoteWriter
from onrecord.letters.compose.source import (
    ERROR,
    WARNING,
    FrontMatter,
    LetterProblem,
    LetterSource,
    NoteText,
    Words,
)
from onrecord.letters.compose.taking import Quoted, Taking
from onrecord.record.model import ReadsRecord


@dataclass(frozen=True, slots=True)
class Composed:
    """A letter as built, what is wrong with it, the words taken from the record, and the lock to keep.

    With an error among the problems the letter is a draft: what is missing is left out of it.
    """

    letter: BuiltLetter
    problems: tuple[LetterProblem, ...]
    quoted: tuple[Quoted, ...]
    lock: Lock = field(default_factory=Lock)

    @property
    def errors(self) -> tuple[LetterProblem, ...]:
        """The problems that stop the build."""
        return tuple(problem for problem in self.problems if problem.severity == ERROR)


def build(source: LetterSource, record: ReadsRecord) -> BuiltLetter:
    """The letter, with the words that its lock file holds to. Raises BuildStopped where there are errors."""
    composed = compose(source, record, lock=read_lock(lock_path(source.path)))
    if composed.errors:
        told = [problem.told(source.name) for problem in composed.errors]
        raise BuildStopped("\n".join(told), composed.errors)
    return composed.letter


def compose(
    source: LetterSource,
    record: ReadsRecord,
    *,
    lock: Lock | None = None,
    accept: bool = False,
    items: Mapping[str, Item] | None = None,
) -> Composed:
    """The letter and all that is to be said of it; nothing is written anywhere.

    `lock` holds the words of the quotations as last built. Where the record's words are others now, or are
    gone, that is an error, unless `accept` is set: then the new words are taken, and for lost ones those
    of the lock. Notes are numbered from 1 in the order of their calls. `items` stand in the place of the
    sources file, by key.
    """
    problems = list(source.problems)
    taking = Taking(record, lock or Lock(), accept=accept)
    blocks = Blocks(source, taking)
    called = blocks.calls()
    about = source.about
    library = Library(_items(source, problems) if items is None else items, record)
    writer = NoteWriter(about.notes, about.language, library, blocks.number_of)
    notes = tuple(writer.write(number, note) for number, note in enumerate(called, 1))
    built = tuple(blocks.built())
    problems += [*blocks.problems, *taking.problems, *writer.problems, *_typed(called)]
    letter = replace(_letter(about, _with_signatories(built, about)), notes=notes)
    told = tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.line))
    return Composed(letter, told, taking.quoted, taking.lock)


def _items(source: LetterSource, problems: list[LetterProblem]) -> dict[str, Item]:
    if not source.about.sources:
        return {}
    try:
        return read_library(source.about.sources, source.path)
    except InputError as error:
        problems.append(LetterProblem("sources", ERROR, 1, error.message, error.hint))
        return {}


def _typed(notes: Sequence[NoteText]) -> list[LetterProblem]:
    """Notes in which the author typed "Id." or "Ibid.": nobody moves it when another note comes between."""
    found = []
    for note in notes:
        words = "".join(part.text for part in note.parts if isinstance(part, Words))
        typed = ID.search(words)
        if typed:
            message = (
                f"A note says “{typed[0]}” in typed words; it would mean another source once notes move."
            )
            hint = (
                "Cite the source instead: [@A/HRC/25/5, para. 1]. On Record writes “Id.” where it is right."
            )
            found.append(LetterProblem("typed-id", WARNING, note.line, message, hint))
    return found


def _with_signatories(blocks: tuple[Block, ...], about: FrontMatter) -> tuple[Block, ...]:
    return with_block_of_signatories(blocks) if about.signatories else blocks


def with_block_of_signatories(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with a place for the list of signatories: their own, else one at the end."""
    if any(block.kind is BlockKind.SIGNATORIES for block in blocks):
        return blocks
    return (*blocks, Block(BlockKind.SIGNATORIES, key="signatories"))


def _letter(about: FrontMatter, blocks: tuple[Block, ...]) -> BuiltLetter:
    return BuiltLetter(
        title=about.title,
        language=about.language,
        date=about.date,
        date_as_printed=about.date_as_printed or printed_date(about.date, about.language),
        kind=about.kind,
        number=about.number,
        organisation=about.organisation,
        letterhead=about.letterhead,
        addressee=about.addressee,
        copies=about.copies,
        subject=about.subject,
        blocks=blocks,
        signatories=about.signatories,
        as_of=about.as_of,
        as_of_as_printed=about.as_of_as_printed or printed_date(about.as_of, about.language),
    )


def printed_date(iso: str, language: str) -> str:
    """A date as a letter of this language prints it: "3 January 2024", "2024년 1월 3일"; "" for none."""
    if not iso:
        return ""
    from babel.core import UnknownLocaleError  # noqa: PLC0415 - loads its data when asked
    from babel.dates import format_date  # noqa: PLC0415

    known = "en_GB" if language in ("en", "en-GB") else language.replace("-", "_")
    try:
        return format_date(date.fromisoformat(iso), "long", locale=known)
    except (UnknownLocaleError, ValueError):
        return iso
