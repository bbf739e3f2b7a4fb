"""Sources of letters that lie on the desk as drafts: each is built with the list of sources that lies beside it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from onrecord.errors import InputError
from onrecord.letters.compose.build import Composed, compose
from onrecord.letters.compose.front_matter import read_front_matter
from onrecord.letters.compose.importing.job import as_source
from onrecord.letters.compose.library import Item, items_in
from onrecord.letters.compose.reading import parse_source
from onrecord.letters.compose.source import ERROR, LetterProblem, is_source
from onrecord.letters.read import parse_letter
from onrecord.record.drafts import Listed, draft, listed_drafts, open_draft, text_of, versions
from onrecord.record.model import ReadsRecord
from onrecord.record.record import Record

NO_LETTERS = (".json", ".csv")
"""How the names of lists end that lie on the desk beside letters."""


def stem_of(name: str) -> str:
    """The name of a draft without its ending, fit for the name of a file."""
    return (name.rpartition(".")[0] or name).replace("/", "-")


class LetterOnDesk(NamedTuple):
    """A letter on the desk, and the list of sources that its front matter names, where that lies there too."""

    listed: Listed
    sources: Listed | None


def desk_sorted(record: Record) -> tuple[list[LetterOnDesk], list[Listed]]:
    """The letters on the desk, and what lies there without being a letter or its list of sources.

    No letter is what is named as JSON or CSV, or what the front matter of a letter names as its list of sources.
    """
    lying = listed_drafts(record)
    named = {}
    for one in lying:
        if not one.draft.name.casefold().endswith(NO_LETTERS):
            text = text_of(record, one.draft.id, one.newest.id)
            named[one.draft.id] = read_front_matter(text).about.sources if is_source(text) else ""
    wanted = set(named.values())
    lists = {one.draft.name: one for one in reversed(lying) if one.draft.name in wanted}
    sources = {one.draft.id for one in lists.values() if not named.get(one.draft.id)}
    letters = [
        LetterOnDesk(one, lists.get(named[one.draft.id]))
        for one in lying
        if one.draft.id in named and one.draft.id not in sources
    ]
    rest = [one for one in lying if one.draft.id not in named and one.draft.id not in sources]
    return letters, rest


def compose_draft(text: str, name: str, record: ReadsRecord) -> Composed:
    """The letter that the source `text` is, as it stands now.

    The list of sources that its front matter names is looked for among the drafts, by its name; no file of
    the computer is read. Where it is not there, or is no list of sources, that is an error of the build.
    """
    # The name only tells where a fault stands.
    source = parse_source(text, Path(f"{stem_of(name)}.md"))
    try:
        items = _items(source.about.sources, record) if source.about.sources else {}
    except InputError as error:
        made = compose(source, record, items={})
        told = LetterProblem("sources", ERROR, 1, error.message, error.hint)
        return replace(made, problems=(told, *made.problems))
    return compose(source, record, items=items)


def source_of_draft(record: Record, number: int, *, who: str = "") -> int:
    """Make a source of a draft's newest version, as a draft of its own; returns its number.

    What is missing in the letter or was not taken over stands in the `problems` of the new draft. A list of
    the documents that its notes cite is laid beside it.
    """
    kept = draft(record, number)
    newest = versions(record, number)[0].id
    stem = stem_of(kept.name)
    letter = parse_letter(text_of(record, number, newest), kept.name)
    made = as_source(letter, record, Path(f"{stem}.md"))
    if made.items:
        listed = json.dumps(made.items, ensure_ascii=False, indent=2) + "\n"
        open_draft(record, f"{stem}.sources.json", listed, who=who)
    told = tuple(one.told(kept.name) for one in made.findings if one.severity == ERROR)
    return open_draft(record, f"{stem}.md", made.text, who=who, problems=told)


def _items(named: str, record: ReadsRecord) -> dict[str, Item]:
    # Drafts lie in a record that is kept; what stands in for none has no desk.
    drafts = listed_drafts(record) if isinstance(record, Record) else []
    found = next((one for one in drafts if one.draft.name == named), None)
    if found is None or not isinstance(record, Record):
        raise InputError(
            f"There is no list of sources “{named}” on the desk.",
            hint="Open the file under this name, as a letter is opened.",
        )
    return items_in(text_of(record, found.draft.id, found.newest.id), named)
