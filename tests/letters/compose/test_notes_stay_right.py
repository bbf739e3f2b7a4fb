"""Whatever is inserted, deleted or moved, each call still leads to its own sources and places, in every style.

A letter is made of small pieces, each with a word of its own before its call. It is built, and our own finder
reads the built text as it would read a stranger's letter: from each word to the number after it, to the note,
to the sources that its words mean, "Id." and "(n 3)" resolved. That must be what the piece cites.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.citations.antecedents import resolve_citations
from onrecord.citations.find import find_citations
from onrecord.citations.model import Citation, Span
from onrecord.letters.compose.build import compose
from onrecord.letters.compose.built import Break, BuiltLetter, NoteCall, Run
from onrecord.letters.compose.front_matter import STYLES
from onrecord.letters.compose.no_record import NoRecord
from onrecord.letters.compose.reading import parse_source
from onrecord.record.record import Record

ITEMS = {
    "hrw": {
        "id": "hrw",
        "type": "report",
        "author": [{"literal": "Human Rights Watch"}],
        "title": "China Forcibly Returns People",
        "issued": {"date-parts": [[2023, 10, 12]]},
        "URL": "https://www.hrw.org/news/2023/10/12/china",
    },
    "cohen": {
        "id": "cohen",
        "type": "article-newspaper",
        "author": [{"family": "Cohen", "given": "Roberta"}],
        "title": "Can the Secretary-General Help",
        "container-title": "The Diplomat",
        "issued": {"date-parts": [[2023, 7, 5]]},
    },
}
TITLES = {"hrw": "China Forcibly", "cohen": "Can the Secretary"}
SYMBOLS = ("A/HRC/11/25", "A/HRC/25/5", "CAT/C/CHN/CO/5", "A/HRC/WG.6/17/CHN/1")
PLACES = ("para. 5", "paras. 28 (g) and 30", "paras. 380-434", "para. 186.241", "para. 26", "")
FOUND = {"para. 5": ("5",), "paras. 28 (g) and 30": ("28 (g)", "30"), "paras. 380-434": ("380-434",)}
FOUND |= {"para. 186.241": ("186.241",), "para. 26": ("26",), "": ()}
Cited = tuple[str, tuple[str, ...]]


@dataclass(frozen=True)
class Note:
    """What one call cites: (source, place) pairs, or words of its own."""

    cites: tuple[tuple[str, str], ...] = ()
    words: str = ""
    lead: str = ""


@dataclass(frozen=True)
class Piece:
    """A paragraph or ask; its words carry `name`, by which they are found again."""

    name: int
    notes: tuple[Note, ...]
    ask: str = ""
    refers: int = -1


cites = st.tuples(st.sampled_from((*SYMBOLS, *ITEMS)), st.sampled_from(PLACES))
notes = st.one_of(
    st.builds(
        Note,
        st.lists(cites, min_size=1, max_size=1).map(tuple),
        lead=st.sampled_from(("", "see ", "See also ")),
    ),
    st.builds(Note, st.lists(cites, min_size=1, max_size=3).map(tuple)),
    st.just(Note(words="The families told us so themselves.")),
)
piece_parts = st.tuples(
    st.lists(notes, max_size=3).map(tuple), st.sampled_from(("", "", "Q", "R")), st.integers(-1, 6)
)
letters = st.lists(piece_parts, min_size=1, max_size=7).map(
    lambda parts: [Piece(at, *part) for at, part in enumerate(parts)]
)


def typed(pieces: Sequence[Piece], style: str, language: str) -> str:
    rows = [f"---\ndate: 2026-10-01\nnotes: {style}\nlanguage: {language}\n---"]
    keys = {f"k{piece.name}x0" for piece in pieces if piece.notes}
    for piece in pieces:
        row = f"{piece.ask}{piece.name + 1}. " if piece.ask else ""
        for at, note in enumerate(piece.notes):
            row += f"word{piece.name}x{at}"
            inside = "; ".join(
                f"{note.lead}@{source}{', ' if place else ''}{place}" for source, place in note.cites
            )
            key = f"{{#k{piece.name}x{at}}}"
            row += f"[{inside}]{key}" if note.cites else f"^[{note.words}]{key}"
            row += " and "
        row += f"end{piece.name}."
        if f"k{piece.refers}x0" in keys:
            row += f" See note {{{{note k{piece.refers}x0}}}} there."
        rows.append(row)
    return "\n\n".join(rows)


def read_by_finder(letter: BuiltLetter, record: Record) -> dict[str, list[Cited]]:
    """From each word before a call to the sources that the finder sees in the note called."""
    text, markers, spans = "", [], []
    for block in letter.blocks:
        for inline in block.inlines:
            if isinstance(inline, NoteCall):
                markers.append((str(inline.number), Span(len(text), len(text) + len(str(inline.number)) + 2)))
                text += f"[{inline.number}]"
            else:
                text += inline.text if isinstance(inline, Run) else "\n"
        text += "\n\n"
    for note in letter.notes:
        words = "".join("\n" if isinstance(run, Break) else run.text for run in note.inlines)
        spans.append((str(note.number), Span(len(text), len(text) + len(words))))
        text += words + "\n\n"
    resolved = resolve_citations(
        find_citations(text, notes=spans), record, text=text, notes=spans, markers=markers
    )
    found: dict[str, list[Cited]] = {}
    for number, span in markers:
        word = re.findall(r"word\d+x\d+", text[: span.start])[-1]
        found[word] = [_source(one, resolved, text) for one in resolved if one.note == number]
    return found


def _source(one: Citation, resolved: Sequence[Citation], text: str) -> Cited:
    if one.symbol:
        return (one.symbol, one.pinpoints)
    root = one
    while root.antecedent is not None:
        root = resolved[root.antecedent]
    named = root.as_written
    if root.kind == "supra":
        # "Cohen, ‘Can the …’ (n 3)": the finder tells the note, the words before it which source there.
        held = [other.as_written for other in resolved if other.note == root.target]
        named += re.split(r"[;\n]", text[: root.span.start])[-1]
        named = named if any(title in words for title in TITLES.values() for words in held) else "nothing"
    # Of sources that are no UN documents the finder tells who they are, not where in them.
    return (next((key for key, title in TITLES.items() if title in named), named), ())


def expected(pieces: Sequence[Piece]) -> dict[str, list[Cited]]:
    return {
        f"word{piece.name}x{at}": [
            (source, FOUND[place] if source in SYMBOLS else ()) for source, place in note.cites
        ]
        for piece in pieces
        for at, note in enumerate(piece.notes)
    }


def built(pieces: Sequence[Piece], style: str, language: str) -> BuiltLetter:
    composed = compose(parse_source(typed(pieces, style, language)), NoRecord(), items=ITEMS)
    assert not composed.errors, composed.errors
    return composed.letter


def numbers_and_references_are_right(letter: BuiltLetter, pieces: Sequence[Piece]) -> None:
    text = "\n".join(
        "".join(
            f"[{one.number}]" if isinstance(one, NoteCall) else getattr(one, "text", "")
            for one in block.inlines
        )
        for block in letter.blocks
    )
    called = [int(number) for number in re.findall(r"\[(\d+)\]", text)]
    assert called == list(range(1, len(letter.notes) + 1)) == [note.number for note in letter.notes]
    by_word = dict(re.findall(r"(word\d+x\d+)\[(\d+)\]", text))
    for piece in pieces:
        said = re.search(rf"end{piece.name}\. See note (\d+)", text)
        if said:
            assert said[1] == by_word[f"word{piece.refers}x0"]
    for kind in ("question", "recommendation"):
        counted = [block.number for block in letter.blocks if block.kind.value == kind]
        assert counted == list(range(1, len(counted) + 1))


def changed(pieces: list[Piece], how: str, data: st.DataObject) -> list[Piece]:
    """One insertion, deletion or move of a paragraph, note or ask."""
    at = data.draw(st.integers(0, len(pieces) - 1))
    to = data.draw(st.integers(0, len(pieces) - 1))
    if how == "insert":
        new = Piece(90, *data.draw(piece_parts))
        return [*pieces[:at], new, *pieces[at:]]
    if how == "delete":
        return pieces[:at] + pieces[at + 1 :]
    if how == "move":
        rest = pieces[:at] + pieces[at + 1 :]
        return [*rest[:to], pieces[at], *rest[to:]]
    inside = list(pieces[at].notes)
    place = data.draw(st.integers(0, len(inside)))
    inside.insert(place, data.draw(notes))
    return [*pieces[:at], replace(pieces[at], notes=tuple(inside)), *pieces[at + 1 :]]


@pytest.mark.parametrize(
    ("style", "language"), [*((style, "en") for style in STYLES), ("letter", "ko"), ("un", "ko")]
)
@given(letters, st.sampled_from(("insert", "delete", "move", "note")), st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_call_leads_to_its_own_sources(
    record: Record, style: str, language: str, pieces, how: str, data
):
    for letter in (pieces, changed(pieces, how, data)):
        made = built(letter, style, language)
        numbers_and_references_are_right(made, letter)
        assert read_by_finder(made, record) == expected(letter), json.dumps(
            ["".join(getattr(run, "text", "") for run in note.inlines) for note in made.notes], indent=1
        )
