"""Runs the main job on the packaged example, with a record of its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from onrecord.errors import InputError, RenderError, UsageError
from onrecord.letters.example.cards import add_cards, letter_text
from onrecord.letters.render.job import MadeDossier, OnStep, make_dossier
from onrecord.record.add import AddReport, add_paths
from onrecord.record.record import Record, open_record

LETTER = "example-letter.txt"
RECORD = "record"


class Demo(NamedTuple):
    """What the demo made: the letter, the record's folder, the dossier, and how the documents were read."""

    letter: Path
    record: Path
    made: MadeDossier
    added: AddReport | None


def run_example(
    out: Path,
    documents: Path | None = None,
    *,
    on_step: OnStep | None = None,
    on_progress: Callable[[int, int, Path], None] | None = None,
    jobs: int = 1,
) -> Demo:
    """Writes letter, record and dossier into `out`; the user's own record is not touched.

    Without `documents` the letter is held against the packaged cards; with a folder of documents it is
    held against what is in it and below. Raises `UsageError` where the folder is none, `InputError`
    where nothing in it could be read, `RenderError` where `out` cannot be written.
    """
    tell = on_step or (lambda _: None)
    if documents is not None and not documents.is_dir():
        raise UsageError(f"{documents} is no folder.", hint="Name a folder with reports: --documents FOLDER")
    # Cards and documents each have their own record: excerpts never stand in for a whole document.
    folder = out / (f"{RECORD}-of-{_slug(documents)}" if documents else RECORD)
    letter = _write_letter(out)
    with open_record(folder) as record:
        tell("Putting the documents on the record" if documents else "Putting the cards on the record")
        added = _fill(record, documents, jobs, on_progress)
        made = make_dossier(letter, record, out, on_step=on_step)
    return Demo(letter, folder, made, added)


def _slug(folder: Path) -> str:
    return re.sub(r"[^\w.-]+", "-", folder.resolve().name).strip("-.") or "documents"


def _write_letter(out: Path) -> Path:
    letter = out / LETTER
    try:
        out.mkdir(parents=True, exist_ok=True)
        letter.write_text(letter_text(), encoding="utf-8")
    except OSError as error:
        raise RenderError(
            f"{letter} could not be written: {error.strerror or error}.",
            hint="Choose another folder with --out.",
        ) from error
    return letter


def _fill(
    record: Record, documents: Path | None, jobs: int, on_progress: Callable[[int, int, Path], None] | None
) -> AddReport | None:
    if documents is None:
        add_cards(record)
        return None
    report = add_paths(record, [documents], jobs=jobs, on_progress=on_progress)
    if not report.added and not report.already:
        raise InputError(
            f"No document could be read in {documents}.", hint="Put PDF files of Working Group reports there."
        )
    return report
