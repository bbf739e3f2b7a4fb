"""`onrecord publications reply`: what came back."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict, Unpack

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.printing import print_json
from onrecord.cli.publications.telling import tell
from onrecord.cli.signatures.options import who_option

EPILOG = """\b
Examples:
  onrecord publications reply 1 --from Ministry --received 2026-10-20 --words "It took note." --file reply.pdf
  onrecord publications reply 1 --from Ministry --received 2026-12-01 --words "No reply by this day."

\b
NUMBER is the number that `onrecord publications list` prints first."""


class _Chosen(TypedDict):
    """The options of the call."""

    sender: str
    received: str
    words: str
    file: Path | None
    who: str | None
    as_json: bool


@click.command(epilog=EPILOG)
@click.argument("number", type=click.IntRange(min=1))
@click.option("--from", "sender", required=True, metavar="NAME", help="From whom it came.")
@click.option("--received", required=True, metavar="DAY", help="On which day, as 2026-10-20.")
@click.option("--words", default="", metavar="TEXT", help="What it says, in brief.")
@click.option("--file", metavar="FILE", type=click.Path(path_type=Path), help="The reply itself.")
@who_option
@record_option
@json_option
@pass_door
def command(door: Door, /, number: int, **chosen: Unpack[_Chosen]) -> None:
    """File a reply, or that none came by a day, under what went out."""
    from onrecord.letters.signing.as_json import publication_as_json
    from onrecord.letters.signing.publications import file_reply, publication
    from onrecord.record.record import open_record
    from onrecord.settings import who

    with open_record(door.folder, create=False) as record:
        answered = file_reply(
            record,
            publication(record, number),
            sender=chosen["sender"],
            received=chosen["received"],
            words=chosen["words"],
            file=chosen["file"],
            who=who(chosen["who"]).name,
        )
    if chosen["as_json"]:
        print_json(publication_as_json(answered))
        return
    tell(answered)
