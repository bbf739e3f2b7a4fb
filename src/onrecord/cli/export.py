"""`onrecord export`: the whole record as tables."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.printing import counted, print_json, progress

EPILOG = """\b
Examples:
  onrecord export ~/record-as-files
  onrecord --record ./china export china-tables --json

Each table is written as JSON Lines and as CSV, every row of it; README.md in the folder explains every column. How
signatories are reached is left out. The documents themselves are in a backup: onrecord backup

\b
Exit status: 0 fine, 2 wrong use (the folder is not empty), 3 not written."""


@click.command(epilog=EPILOG)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@record_option
@json_option
@pass_door
def command(door: Door, /, *, folder: Path, as_json: bool) -> None:
    """Write the whole record as tables into a new folder: entries, documents, decisions and all else."""
    from onrecord.record.export import export
    from onrecord.record.record import open_record

    with open_record(door.folder, create=False) as record, progress("Exporting") as on_progress:
        made = export(record, folder, on_progress=on_progress)
    if as_json:
        print_json(made.as_json())
        return
    for name, rows in made.rows.items():
        click.echo(f"  {name}: {counted(rows, 'row')}")
    click.echo(f"{made.folder}: {counted(len(made.rows), 'table')}; README.md there explains every column.")
