"""`onrecord publications file`: that a letter went out."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict, Unpack

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.printing import print_json
from onrecord.cli.publications.telling import tell
from onrecord.cli.signatures.options import letter_meant, version_option, who_option

EPILOG = """\b
Examples:
  onrecord publications file spring --to "Ministry of Foreign Affairs" --sent 2026-10-02 --channel e-mail
  onrecord publications file spring --to "the press" --sent 2026-10-02 --file built/en.pdf --file built/ko.pdf"""


class _Chosen(TypedDict):
    """The options of the call."""

    recipient: str
    sent: str
    channel: str
    files: tuple[Path, ...]
    remark: str
    sha256: str
    who: str | None
    as_json: bool


@click.command(epilog=EPILOG)
@click.argument("letter")
@click.option("--to", "recipient", required=True, metavar="NAME", help="To whom it went.")
@click.option("--sent", required=True, metavar="DAY", help="On which day, as 2026-10-02.")
@click.option("--channel", default="", metavar="TEXT", help="How it went: e-mail, post, a web page.")
@click.option(
    "--file", "files", multiple=True, metavar="FILE", type=click.Path(path_type=Path), help="What went out."
)
@click.option("--remark", default="", metavar="TEXT", help="What else is to be known.")
@version_option("Which words went out")
@who_option
@record_option
@json_option
@pass_door
def command(door: Door, /, letter: str, **chosen: Unpack[_Chosen]) -> None:
    """File that a letter went out. The files are copied into the record, and the check of now is kept."""
    from onrecord.letters.signing.as_json import publication_as_json
    from onrecord.letters.signing.checking import check_of
    from onrecord.letters.signing.publications import publish
    from onrecord.letters.signing.versions import version
    from onrecord.record.record import open_record
    from onrecord.settings import who

    with open_record(door.folder, create=False) as record:
        went = version(record, letter_meant(letter), chosen["sha256"])
        filed = publish(
            record,
            went,
            recipient=chosen["recipient"],
            sent=chosen["sent"],
            channel=chosen["channel"],
            files=chosen["files"],
            remark=chosen["remark"],
            check_result=check_of(record, went),
            who=who(chosen["who"]).name,
        )
    if chosen["as_json"]:
        print_json(publication_as_json(filed))
        return
    tell(filed)
