"""Blocks while their notes are still looked for: made from a file's passages, finished as `Blocks`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.documents.details import Details
from onrecord.documents.passages import Flow, Grid, Passage
from onrecord.letters.forms.model import Block, BlockKind, Blocks, FormNote, NoteCall, Place
from onrecord.letters.forms.rich import Rich, rich


@dataclass(slots=True)
class Draft:
    """A block to be: its words with their raised digits still in them, unless `rich.calls` holds them."""

    kind: BlockKind
    rich: Rich
    label: str = ""
    level: int = 0
    page: int | None = None
    calls: list[NoteCall] = field(default_factory=list)


@dataclass(slots=True)
class DraftNote:
    """A note to be."""

    number: str
    rich: Rich
    page: int | None = None


@dataclass(slots=True)
class Drafts:
    """A whole letter to be."""

    blocks: list[Draft]
    notes: list[DraftNote] = field(default_factory=list)


def drafts_of(flow: Flow, details: Details, missing: Collection[int] = ()) -> Drafts:
    """What a reader of a format with real paragraphs gave, with its notes called by their places.

    `missing` are places of notes that are called and that the file does not hold.
    """
    places: dict[int, int] = {}
    drafts = Drafts([])
    for place, (mark, text) in enumerate(flow.notes):
        if place not in missing:
            places[place] = len(drafts.notes)
            drafts.notes.append(DraftNote(mark, rich(text, details)))
    for part in flow.parts:
        found = _of_grid(part, details) if isinstance(part, Grid) else _of_passage(part, details)
        drafts.blocks += [draft for draft in found if draft.rich.text or draft.rich.calls]
    for draft in drafts.blocks:
        draft.calls = [
            NoteCall(flow.notes[note][0], start, places.get(note))
            for note, start in draft.rich.calls
            if note < len(flow.notes)
        ]
    return drafts


def _of_passage(passage: Passage, details: Details) -> Iterable[Draft]:
    label = passage.label.strip()
    kind = BlockKind.HEADING if passage.level else BlockKind.LIST_ITEM if label else BlockKind.PARAGRAPH
    depth = passage.list_key[1] if isinstance(passage.list_key, tuple) and passage.list_key else 0
    level = passage.level or (depth if isinstance(depth, int) else 0)
    yield Draft(kind, rich(passage.text, details), label, level)


def _of_grid(grid: Grid, details: Details) -> Iterable[Draft]:
    if grid.nested:
        return
    for row in grid.rows:
        for cell in row:
            for line in cell.split("\n"):
                yield Draft(BlockKind.CELL, rich(line, details))


def finished(drafts: Drafts, name: str, form: str, details: Details, problems: Sequence[str]) -> Blocks:
    """The letter's blocks, each with its place."""
    on_page: Counter[int | None] = Counter()
    places: list[Place] = []
    for draft in drafts.blocks:
        on_page[draft.page] += 1
        places.append(Place(on_page[draft.page], draft.page))
    blocks = tuple(
        Block(
            kind=draft.kind,
            text=draft.rich.text,
            label=draft.label,
            level=draft.level,
            calls=tuple(sorted(draft.calls, key=lambda call: call.start)),
            emphasis=draft.rich.emphasis(),
            links=draft.rich.links(),
            place=place,
        )
        for place, draft in zip(places, drafts.blocks, strict=True)
    )
    notes = tuple(
        FormNote(note.number, note.rich.text, note.rich.emphasis(), note.rich.links(), note.page)
        for note in drafts.notes
    )
    return Blocks(name, form, blocks, notes, tuple(details.changes), tuple(details.comments), tuple(problems))
