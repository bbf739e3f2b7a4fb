"""`onrecord doctor`: whether the record is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.printing import counted, print_json

if TYPE_CHECKING:
    from onrecord.record.diagnosis import Diagnosis

EPILOG = """\b
Examples:
  onrecord doctor
  onrecord --record ./china doctor --json

\b
Exit status: 0 the record is whole, 1 something is wrong, 3 it cannot be opened."""

_NAMED = 5
"""So many documents of an older reader are named; --json names all."""


@click.command(epilog=EPILOG)
@record_option
@json_option
@pass_door
def command(door: Door, *, as_json: bool) -> None:
    """Look whether the record is whole: its database, and each original against its hash.

    Tells also which reader read which documents, what room is left, and which other programs are here.
    """
    from onrecord.record.diagnosis import diagnose
    from onrecord.record.record import open_record

    with open_record(door.folder, create=False) as record:
        found = diagnose(record)
    if as_json:
        print_json(found.as_json())
    else:
        counts = (counted(found.documents, "document"), counted(found.entries, "entry", "entries"))
        click.echo(f"{door.folder}: {', '.join(counts)}, {counted(found.failures, 'file')} not readable.")
        for fault in found.faults:
            click.echo(f"onrecord: {fault}", err=True)
        if not found.faults:
            click.echo("The record is whole.")
        _tell_more(found)
    click.get_current_context().exit(1 if found.faults else 0)


def _tell_more(found: Diagnosis) -> None:
    """What is no fault: schema, room, readers, programs, and what would help."""
    up_to_date = "up to date" if found.schema == found.newest else f"this program knows {found.newest}"
    click.echo(
        f"Schema {found.schema} ({up_to_date}); {found.size / 1e6:,.1f} MB, {found.free / 1e9:,.1f} GB are free."
    )
    for read in found.readers:
        today = " (today's)" if read.reader == found.reader else ""
        click.echo(f"Reader {read.reader}{today}: {counted(len(read.documents), 'document')}.")
        if not today:
            named = ", ".join(read.documents[:_NAMED])
            click.echo(f"  {named}{', …' if len(read.documents) > _NAMED else ''}")
    for program in found.programs:
        click.echo(f"{program.name}: {program.path or 'not installed'} ({program.use}).")
    for advice in found.advice:
        click.echo(f"→ {advice}")
