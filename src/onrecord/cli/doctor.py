"""`onrecord doctor`: whether the record is whole."""

from __future__ import annotations

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.printing import counted, print_json

EPILOG = """\b
Examples:
  onrecord doctor
  onrecord --record ./china doctor --json"""


@click.command(epilog=EPILOG)
@record_option
@json_option
@pass_door
def command(door: Door, *, as_json: bool) -> None:
    """Look whether the record is whole: its database, and each original against its hash.

    Ends with 1 where something is wrong.
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
        if found.outdated:
            click.echo(
                f"{counted(found.outdated, 'document')} read by another reader; add them again to renew."
            )
        if not found.faults:
            click.echo("The record is whole.")
    click.get_current_context().exit(1 if found.faults else 0)
