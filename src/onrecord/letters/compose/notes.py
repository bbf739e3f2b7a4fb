"""Writes a letter's notes in order: in full at first, then "Id.", "Ibid." or the short form of the style."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.citations.in_notes import find_in_note
from onrecord.citations.model import Span
from onrecord.letters.compose import note_words
from onrecord.letters.compose.built import Break, BuiltNote, Run, SourceCited
from onrecord.letters.compose.library import Library
from onrecord.letters.compose.note_words import MANNERS
from onrecord.letters.compose.other_sources import OtherSources
from onrecord.letters.compose.source import (
    ERROR,
    WARNING,
    Cite,
    Cites,
    LetterProblem,
    LineBreak,
    NoteText,
    Reference,
    Words,
)

Refer = Callable[[Reference], str]


class Mention(NamedTuple):
    """The one source of the note before, "" where there is none or not one, and whether with a place."""

    source: str
    placed: bool

    def can_be_meant_by(self, cite: Cite) -> bool:
        """Whether an "Id." means what is cited: alone it would mean the same place, not the whole source."""
        return self.source == cite.source and (bool(_places(cite)) or not self.placed)


NOTHING = Mention("", placed=False)


@dataclass
class NoteWriter:
    """Writes notes one after the other; what one of them says depends on those before it.

    `refer` gives the number that a reference prints. A source is its symbol or key.
    """

    style: str
    language: str
    library: Library
    refer: Refer
    problems: list[LetterProblem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.manner = MANNERS[self.style]
        self.others = OtherSources(dict(self.library.items), self.manner, self.language)
        self.first: dict[str, int] = {}
        self.told: set[str] = set()
        self.last = NOTHING

    def write(self, number: int, note: NoteText) -> BuiltNote:
        """The note as printed."""
        runs: list[Run | Break] = []
        cited: list[SourceCited] = []
        free = any(isinstance(part, Words) and part.text.strip() for part in note.parts)
        before = self.last
        for part in note.parts:
            match part:
                case Words():
                    runs.append(Run(part.text, part.emphasis, part.strong, part.link))
                case LineBreak():
                    runs.append(Break())
                case Reference():
                    runs.append(Run(self.refer(part)))
                case Cites():
                    made = self._together(part.cites, number, NOTHING if runs else before, note.line)
                    runs += made
                    cited += [_cited(one) for one in part.cites]
        if not free:
            runs = [*note_words.ended([run for run in runs if isinstance(run, Run)], self.manner)]
        found = self._found_in(number, runs) if free else []
        named = {one.source for one in cited}
        cited += [one for one in found if one.source and one.source not in named]
        self._remember(number, cited, found, free=free)
        return BuiltNote(number, tuple(_one_manner(runs)), tuple(dict.fromkeys(cited)))

    def _together(self, cites: Sequence[Cite], number: int, before: Mention, line: int) -> list[Run]:
        """Sources parted by semicolons; `before` is what an "Id." at their head would mean."""
        runs: list[Run] = []
        for cite in cites:
            if runs:
                runs.append(Run("; "))
            runs += self._one(cite, number, before, line)
            self.first.setdefault(cite.source, number)
            before = Mention(cite.source, bool(_places(cite)))
        return runs

    def _one(self, cite: Cite, number: int, before: Mention, line: int) -> list[Run]:
        if not cite.is_symbol and cite.source not in self.library.items:
            self._unknown(cite, line)
            # Such a letter is built as a draft only; there the key stands where the source will.
            return [Run(f"@{cite.source}")]
        first = self.first.get(cite.source)
        if self.manner.ibid and before.can_be_meant_by(cite):
            return (
                note_words.ibid(cite, self.manner, self.language)
                if cite.is_symbol
                else self.others.ibid(cite)
            )
        if first is not None and self.manner.again != "full" and first != number:
            if cite.is_symbol:
                return note_words.again(cite, cite.source, self.manner, self.language, first)
            return self.others.again(cite, first)
        if not cite.is_symbol:
            return self._other(cite, line)
        facts = self.library.document(cite.source)
        if facts.missing and cite.source not in self.told:
            self.told.add(cite.source)
            missing = " and ".join(facts.missing)
            self._tell(
                "facts-missing",
                WARNING,
                line,
                f"The {missing} of {cite.source} {'are' if len(facts.missing) > 1 else 'is'} not known.",
                f"Put the document on the record (onrecord add FILE), or describe it in the sources file "
                f"with “number”: “{cite.source}”.",
            )
        return note_words.full(cite, facts, self.manner, self.language)

    def _other(self, cite: Cite, line: int) -> list[Run]:
        printed = self.others.full(cite)
        if not printed:
            hint = "Give it a title and an author or publisher in Zotero, and export the sources again."
            self._tell(
                "unprintable-source", ERROR, line, f"Source “@{cite.source}” has nothing to print.", hint
            )
        return printed or [Run(f"@{cite.source}")]

    def _unknown(self, cite: Cite, line: int) -> None:
        if self.library.items:
            hint = "Use a key of the sources file, or a document's symbol."
        else:
            hint = "Name your CSL-JSON file in the front matter: “sources: sources.json”."
        self._tell("unknown-source", ERROR, line, f"There is no source “@{cite.source}”.", hint)

    def _tell(self, rule: str, severity: str, line: int, message: str, hint: str) -> None:
        self.problems.append(LetterProblem(rule, severity, line, message, hint))

    def _found_in(self, number: int, runs: Sequence[Run | Break]) -> list[SourceCited]:
        """The sources that the words of a free note cite by symbol; "" stands for any other source."""
        words = "".join(run.text if isinstance(run, Run) else "\n" for run in runs)
        found = find_in_note(words, str(number), Span(0, len(words)))
        return [SourceCited(one.symbol, one.pinpoints) for one in found]

    def _remember(
        self, number: int, cited: Sequence[SourceCited], found: Sequence[SourceCited], *, free: bool
    ) -> None:
        mentions = found if free else cited
        one_source = len({one.source for one in mentions}) == 1 and mentions[0].source
        if one_source in self.library.items and len(mentions) > 1:
            # Which of two mentions of a book an "Id." means, nobody can tell.
            one_source = ""
        self.last = Mention(mentions[-1].source, bool(mentions[-1].pinpoints)) if one_source else NOTHING
        for one in cited:
            if one.source:
                self.first.setdefault(one.source, number)


def _cited(cite: Cite) -> SourceCited:
    return SourceCited(cite.source, _places(cite))


def _places(cite: Cite) -> tuple[str, ...]:
    return (*cite.pinpoints, *([cite.pages] if cite.pages else []))


def _one_manner(runs: Sequence[Run | Break]) -> list[Run | Break]:
    """The runs, with neighbours of one manner joined."""
    done: list[Run | Break] = []
    for run in runs:
        last = done[-1] if done else None
        if isinstance(run, Run) and isinstance(last, Run) and _manner(run) == _manner(last):
            done[-1] = Run(last.text + run.text, *_manner(run))
        elif isinstance(run, Break) or run.text:
            done.append(run)
    return done


def _manner(run: Run) -> tuple[bool, bool, str, str]:
    return run.emphasis, run.strong, run.link, run.language
