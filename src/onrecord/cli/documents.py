"""`onrecord documents`: what is on the record."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.printing import counted, print_json, print_table

if TYPE_CHECKING:
    from onrecord.record.model import StoredDocument

EPILOG = """\b
Examples:
  onrecord documents
  onrecord documents --json"""


@click.command(epilog=EPILOG)
@record_option
@json_option
@pass_door
def command(door: Door, *, as_json: bool) -> None:
    """List what is on the record, by symbol; and the files that could not be read."""
    from onrecord.errors import NotOnRecord
    from onrecord.record.record import open_record

    try:
        with open_record(door.folder, create=False) as record:
            documents, failures = record.documents(), record.failures()
    except NotOnRecord:
        documents, failures = [], []
    if as_json:
        print_json(
            {
                "documents": [_as_json(document) for document in documents],
                "failures": [dataclasses.asdict(failure) for failure in failures],
            }
        )
        return
    if documents:
        _tell(documents)
    else:
        click.echo(f"Nothing is on the record at {door.folder} yet. Put documents there: onrecord add FOLDER")
    if failures:
        click.echo(f"{counted(len(failures), 'file')} could not be read:", err=True)
    for failure in failures:
        click.echo(f"  {failure.reason} {failure.hint}".rstrip(), err=True)


_LONGEST_TITLE = 120


def _tell(documents: Sequence[StoredDocument]) -> None:
    rows = [
        (
            document.symbol or document.name,
            document.date,
            str(document.pages),
            document.kind.replace("_", " "),
            _shortened(document.title),
            document.name,
        )
        for document in documents
    ]
    print_table(("Symbol", "Date", "Pages", "Kind", "Title", "File"), rows)


def _shortened(title: str) -> str:
    """A title in one line; JSON has it whole."""
    return title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE].rsplit(' ', 1)[0]} …"


def _as_json(document: StoredDocument) -> dict[str, object]:
    return {**dataclasses.asdict(document), "original": str(document.original)}
