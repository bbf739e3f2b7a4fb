"""`onrecord backup`: the whole record in one file."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.printing import counted, print_json, progress

EPILOG = """\b
Examples:
  onrecord backup                              a file in this folder, named for the day and hour
  onrecord backup /media/stick                 the same in another folder
  onrecord backup ~/before-the-session.zip     under a name of your own
  onrecord --record ./china backup --json

The record can be used meanwhile. The file is a ZIP archive with the database, every document as it was added
and what else you keep with your letters, and the SHA-256 of each; it is read back and compared before it gets its
name. A backup never overwrites a file. Keep it as safe as the record: it holds all that you entered, how to reach
signatories too. Bring it back with: onrecord restore FILE

\b
Exit status: 0 fine, 1 some of the record's own files were missing or altered, 2 wrong use, 3 not written."""


@click.command(epilog=EPILOG)
@click.argument("file", type=click.Path(path_type=Path), default=Path(), required=False)
@record_option
@json_option
@pass_door
def command(door: Door, /, *, file: Path, as_json: bool) -> None:
    """Write the whole record to one file, while it is in use."""
    from onrecord.record.backup import back_up
    from onrecord.record.record import open_record

    with open_record(door.folder, create=False) as record, progress("Backing up") as on_progress:
        made = back_up(record, file, on_progress=on_progress)
    for name in made.missing:
        click.echo(f"onrecord: {name}: its original is missing from the record; add it again.", err=True)
    for name in made.altered:
        click.echo(f"onrecord: {name}: its original was altered after it was added; add it again.", err=True)
    if as_json:
        print_json(made.as_json())
    else:
        held = ", ".join(
            (
                counted(made.documents, "document"),
                counted(made.entries, "entry", "entries"),
                counted(made.files, "file"),
            )
        )
        click.echo(f"{made.file}: {held}, {made.size / 1e6:,.1f} MB, read back and compared.")
        click.echo(f"SHA-256 {made.sha256}")
    click.get_current_context().exit(1 if made.missing or made.altered else 0)
