"""`onrecord restore`: the record as a backup has it."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.printing import counted, print_json, progress

EPILOG = """\b
Examples:
  onrecord --record ./again restore onrecord-backup-20240103-143000.zip    into a new folder
  onrecord restore backup.zip --force       in the place of your record, which is moved aside

Each file is compared with its SHA-256 before anything is put in place; a backup that is not whole changes
nothing. What is moved aside stands beside the record's folder, complete, until you delete it.

\b
Exit status: 0 fine, 2 wrong use (the folder is not empty), 3 the backup is damaged or could not be restored."""


@click.command(epilog=EPILOG)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--force", is_flag=True, help="Move the record that is there aside; nothing is overwritten.")
@record_option
@json_option
@pass_door
def command(door: Door, /, *, file: Path, force: bool, as_json: bool) -> None:
    """Make the record again from a backup, in an empty or new folder."""
    from onrecord.record.restore import restore

    with progress("Restoring") as on_progress:
        made = restore(file, door.folder, force=force, on_progress=on_progress)
    if as_json:
        print_json(made.as_json())
        return
    counts = f"{counted(made.documents, 'document')}, {counted(made.entries, 'entry', 'entries')}"
    click.echo(f"{made.folder}: {counts}, as of {made.made}.")
    if made.moved_aside:
        click.echo(f"The record that was there stands at {made.moved_aside}.")
