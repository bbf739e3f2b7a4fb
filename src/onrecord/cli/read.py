"""`onrecord read`: documents read, and nothing stored."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.door import jobs_option, json_option, seconds_option
from onrecord.cli.printing import counted, print_json, progress
from onrecord.errors import InputError, OnRecordError

if TYPE_CHECKING:
    from onrecord.record.reading import Limits, Source

EPILOG = """\b
Examples:
  onrecord read report.pdf                         one entry a line, as JSON
  onrecord read ~/reports --out entries            entries/STEM.jsonl for each document
  onrecord read report.pdf --json                  the review, the doubts and the entries as one value"""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file read: `head` tells of the document, `entries` are JSON objects, already written out."""

    head: dict[str, Any]
    entries: Sequence[str]


@click.command(epilog=EPILOG)
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="Write STEM.jsonl for each here."
)
@click.option("--jsonl", is_flag=True, help="One entry a line (this is so without asking).")
@jobs_option
@seconds_option
@json_option
def command(
    *,
    paths: tuple[Path, ...],
    out: Path | None,
    jsonl: bool,  # noqa: ARG001 - says what is so anyway
    jobs: int | None,
    max_seconds: float,
    as_json: bool,
) -> None:
    """Read documents without storing them; their entries, one a line, as JSON.

    Folders are read with all below them. A file that cannot be read is named with the reason, and
    the rest goes on.
    """
    from onrecord.record.add import files_in
    from onrecord.record.pool import processors, work_on
    from onrecord.record.reading import Limits, Source

    files, _ = files_in(paths)
    if not files:
        raise InputError("There is no PDF or text file there.", hint="Name a file, or another folder.")
    sink = _Sink(out, as_json=as_json)
    with progress("Reading") as on_progress:
        sources = (Source(path, path.name) for path in files)
        outcomes = work_on(
            read_entries_of, sources, min(jobs or processors(), len(files)), Limits(seconds=max_seconds)
        )
        for done, (source, outcome) in enumerate(outcomes, 1):
            sink.take(source.path, outcome)
            if on_progress:
                on_progress(done, len(files), source.path)
    sink.close()
    if sink.failed:
        click.get_current_context().exit(1 if sink.read else 3)


def read_entries_of(source: Source, limits: Limits) -> ReadFile:
    """A file's entries as JSON; runs in a process of its own. Errors as `read_file`."""
    from onrecord.documents.packed import packed
    from onrecord.record.reading import read_file

    document, reading = read_file(source, limits)
    head = {
        "file": source.name,
        "symbol": document.symbol,
        "kind": reading.kind,
        "title": document.title,
        "date": document.date,
        "pages": document.pages,
        "review": asdict(reading.review) if reading.review else None,
        "doubts": [problem.message for problem in document.problems] + list(reading.doubts),
    }
    lines = (json.dumps(entry.as_json(), ensure_ascii=False) for entry in reading.entries)
    return ReadFile(head, packed(lines))


class _Sink:
    """Where what was read goes: standard output, or a folder."""

    def __init__(self, out: Path | None, *, as_json: bool) -> None:
        self.out = out
        self.as_json = as_json
        self.whole: list[dict[str, Any]] = []
        self.read = 0
        self.failed = 0
        self.entries = 0
        self.names: dict[str, int] = {}
        if out:
            with _may_not_be_writable(out):
                out.mkdir(parents=True, exist_ok=True)

    def take(self, path: Path, outcome: ReadFile | InputError) -> None:
        """One file's outcome; a failure is a line on standard error."""
        if isinstance(outcome, InputError):
            self.failed += 1
            click.echo(f"onrecord: {outcome}", err=True)
            return
        self.read += 1
        self.entries += len(outcome.entries)
        if self.out:
            with _may_not_be_writable(self.out):
                place = self.out / self._free_name(path)
                with place.open("w", encoding="utf-8", newline="\n") as file:
                    file.writelines(f"{line}\n" for line in outcome.entries)
        elif self.as_json:
            self.whole.append({**outcome.head, "entries": [json.loads(line) for line in outcome.entries]})
        else:
            for line in outcome.entries:
                click.echo(line)

    def close(self) -> None:
        """What is told once, at the end."""
        if self.as_json and not self.out:
            print_json(self.whole)
        if self.out:
            read = f"{counted(self.read, 'document')}, {counted(self.entries, 'entry', 'entries')}"
            click.echo(f"{read} → {self.out}", err=True)

    def _free_name(self, path: Path) -> str:
        """STEM.jsonl; STEM-2.jsonl where two files of this call share a stem, so that none is overwritten."""
        times = self.names[path.stem] = self.names.get(path.stem, 0) + 1
        if times == 1:
            return f"{path.stem}.jsonl"
        name = f"{path.stem}-{times}.jsonl"
        click.echo(f"onrecord: {path} goes to {name}: another file has its stem.", err=True)
        return name


@contextmanager
def _may_not_be_writable(folder: Path) -> Iterator[None]:
    """A full disk or a folder that may not be written, in words."""
    try:
        yield
    except OSError as error:
        raise OnRecordError(f"Nothing can be written to {folder}: {error.strerror}.") from error
