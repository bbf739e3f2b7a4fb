"""`onrecord rebuild`: the record read again from its originals."""

from __future__ import annotations

import dataclasses

import click

from onrecord.cli.door import Door, jobs_option, json_option, pass_door, record_option, seconds_option
from onrecord.cli.printing import counted, print_json, progress

EPILOG = """\b
Examples:
  onrecord rebuild
  onrecord --record ./china rebuild --jobs 4

The same program makes the same record; a newer one makes what it has learned to read. A document
that can no longer be read keeps what is on the record of it."""


@click.command(epilog=EPILOG)
@jobs_option
@seconds_option
@record_option
@json_option
@pass_door
def command(door: Door, *, jobs: int | None, max_seconds: float, as_json: bool) -> None:
    """Read every original on the record again."""
    from onrecord.record.pool import processors
    from onrecord.record.reading import Limits
    from onrecord.record.rebuild import rebuild
    from onrecord.record.record import open_record

    with open_record(door.folder, create=False) as record, progress("Rebuilding") as on_progress:
        limits = Limits(seconds=max_seconds)
        rebuilt = rebuild(record, jobs=jobs or processors(), on_progress=on_progress, limits=limits)
    for name, reason in rebuilt.failed:
        click.echo(f"onrecord: {name} keeps what is on the record: {reason}", err=True)
    if as_json:
        print_json(dataclasses.asdict(rebuilt))
    else:
        click.echo(f"{counted(rebuilt.documents, 'document')} read again (record: {door.folder}).")
    click.get_current_context().exit(1 if rebuilt.failed else 0)
