"""`onrecord publications show`: one publication, with its check and its replies."""

from __future__ import annotations

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.printing import print_json
from onrecord.cli.publications.telling import tell

EPILOG = """\b
Examples:
  onrecord publications show 1
  onrecord publications show 1 --json    with the whole check of its day"""


@click.command(epilog=EPILOG)
@click.argument("number", type=click.IntRange(min=1))
@record_option
@json_option
@pass_door
def command(door: Door, *, number: int, as_json: bool) -> None:
    """Show what went out: words, signatories, files, the check of that day, replies."""
    from onrecord.letters.signing.as_json import publication_as_json
    from onrecord.letters.signing.publications import publication
    from onrecord.record.record import open_record

    with open_record(door.folder, create=False) as record:
        found = publication(record, number)
    if as_json:
        print_json(publication_as_json(found))
        return
    tell(found)
