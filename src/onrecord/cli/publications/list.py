"""`onrecord publications list`: what went to whom, the newest first."""

from __future__ import annotations

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.printing import counted, print_json, print_table
from onrecord.cli.signatures.options import letter_meant

EPILOG = """\b
Examples:
  onrecord publications list
  onrecord publications list spring --json

\b
Exit status: 0 fine, 1 a file is missing or was altered since it was filed, 2 wrong use."""


@click.command(epilog=EPILOG)
@click.argument("letter", default="")
@record_option
@json_option
@pass_door
def command(door: Door, *, letter: str, as_json: bool) -> None:
    """List what went to whom, the newest first; every file is held against its hash."""
    from onrecord.letters.signing.as_json import publication_as_json
    from onrecord.letters.signing.publications import altered_files, publications
    from onrecord.record.record import open_record

    with open_record(door.folder, create=False) as record:
        found = publications(record, letter_meant(letter) if letter else "")
        altered = altered_files(record)
    if as_json:
        print_json([publication_as_json(one) for one in found])
    elif not found:
        click.echo('Nothing is filed yet. File one: onrecord publications file LETTER --to "…" --sent DAY')
    else:
        print_table(
            ("no.", "sent", "letter", "to", "words", "replies"),
            [
                (
                    str(one.id),
                    one.sent,
                    one.letter,
                    one.recipient,
                    one.version_sha256[:12],
                    counted(len(one.replies), "reply", "replies"),
                )
                for one in found
            ],
        )
    for line in altered:
        click.echo(line, err=True)
    if altered:
        click.get_current_context().exit(1)
