"""Makes the source of a letter that exists, and says what could not be taken over."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from onrecord.documents.sniff import TEXT
from onrecord.errors import UsageError
from onrecord.letters.compose.build import Composed, compose
from onrecord.letters.compose.importing.differences import Difference, differences
from onrecord.letters.compose.importing.writing import Writing
from onrecord.letters.compose.job import write_whole
from onrecord.letters.compose.lock import ENDING as LOCK_ENDING
from onrecord.letters.compose.reading import parse_source
from onrecord.letters.compose.source import LetterProblem
from onrecord.letters.decoding import read_bytes
from onrecord.letters.forms.letter import letter_of
from onrecord.letters.forms.model import Blocks
from onrecord.letters.forms.read import form_of, read_blocks
from onrecord.letters.model import Letter
from onrecord.letters.read import read_letter
from onrecord.record.model import ReadsRecord


@dataclass(frozen=True, slots=True)
class Imported:
    """The source that a letter became: its text, its documents as CSL-JSON, and what is to be said of it.

    `findings` tell by line of the letter what is missing in it or was not taken over. `differences` are
    those of the built letter's words from the letter's own, word by word.
    """

    letter: Letter
    text: str
    items: tuple[dict[str, object], ...]
    findings: tuple[LetterProblem, ...]
    composed: Composed
    differences: tuple[Difference, ...]

    def as_json(self) -> dict[str, Any]:
        """What `onrecord letter import --json` prints."""
        built = self.composed.letter
        kinds = Counter(block.kind.value for block in built.blocks)
        return {
            "letter": self.letter.name,
            "notes": len(built.notes),
            "questions": kinds["question"],
            "recommendations": kinds["recommendation"],
            "signatories": len(built.signatories),
            "findings": [asdict(one) for one in self.findings],
            "differences": [asdict(one) for one in self.differences],
        }


def import_letter(path: Path, record: ReadsRecord, out: Path, *, replace_files: bool = False) -> Imported:
    """Reads the letter in the file at `path` and writes its source to `out`, with its documents beside it.

    The file of documents is named "letter.sources.json" beside "letter.md" and written only where a note
    cites one. Raises InputError where the letter cannot be read, UsageError where a file is in the way,
    RenderError where one cannot be written.
    """
    sources = out.with_name(f"{out.stem}.sources.json")
    if not replace_files:
        in_way = [one for one in (out, sources, out.with_name(out.stem + LOCK_ENDING)) if one.exists()]
        if in_way:
            raise UsageError(
                f"{in_way[0]} is there already.", hint="Choose another with --out, or --replace."
            )
    blocks = None if form_of(read_bytes(path)) == TEXT else read_blocks(path)
    made = as_source(letter_of(blocks) if blocks else read_letter(path), record, out, blocks)
    write_whole(out, made.text.encode("utf-8"))
    if made.items:
        content = json.dumps(made.items, ensure_ascii=False, indent=2) + "\n"
        write_whole(sources, content.encode("utf-8"))
    return made


def as_source(letter: Letter, record: ReadsRecord, path: Path, blocks: Blocks | None = None) -> Imported:
    """The source of a letter, to lie at `path`; nothing is written. It is built once, to tell the differences.

    `blocks` are those of a letter that was no plain text.
    """
    writing = Writing(letter, path, record, blocks)
    text = writing.text()
    source = parse_source(text, path)
    composed = compose(source, record, items={str(item["id"]): item for item in writing.notes.items})
    told = differences(letter, composed.letter, markdown=writing.markdown)
    findings = (*writing.findings(), *_of_build(composed))
    ordered = tuple(sorted(findings, key=lambda one: one.line))
    return Imported(letter, text, writing.notes.items, ordered, composed, told)


def _of_build(composed: Composed) -> Iterator[LetterProblem]:
    """What the build says beyond what the findings tell by the letter's own lines."""
    known = {"empty-note", "note-without-call", "typed-id", "facts-missing"}
    yield from (replace(one, line=0) for one in composed.problems if one.rule not in known)
