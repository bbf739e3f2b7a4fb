"""`onrecord signatures import`: a list of signatories, seen first and entered when asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.printing import counted, print_json, print_table
from onrecord.cli.signatures.options import letter_meant, who_option

if TYPE_CHECKING:
    from onrecord.letters.signing.lists import Preview

EPILOG = """\b
Examples:
  onrecord signatures import spring list.csv                                  what its rows would become
  onrecord signatures import spring list.csv --enter
  onrecord signatures import spring list.csv --enter --consented-to 1f2e3d4c  the words that they signed

\b
The first row names the columns, in English or Korean: kind, name_en, name_ko, detail_en, detail_ko,
contact, consent, language.

\b
Exit status: 0 fine, 1 rows that cannot be entered, 2 wrong use, 3 broken input."""


class _Chosen(TypedDict):
    """The options of the call."""

    enter: bool
    consented_to: str
    alike_too: bool
    who: str | None
    as_json: bool


@click.command(epilog=EPILOG)
@click.argument("letter")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--enter", is_flag=True, help="Enter the rows; without it they are only shown.")
@click.option("--consented-to", default="", metavar="HASH", help="The version to which the rows consent.")
@click.option("--alike-too", is_flag=True, help="Enter also who is much like somebody on the list.")
@who_option
@record_option
@json_option
@pass_door
def command(door: Door, /, letter: str, file: Path, **chosen: Unpack[_Chosen]) -> None:
    """Take a list of signatories from a CSV file; nothing is entered until you add --enter."""
    from onrecord.letters.signing.as_json import preview_as_json, signatory_as_json
    from onrecord.letters.signing.lists import enter_list, preview_list
    from onrecord.letters.signing.versions import version
    from onrecord.record.record import open_record
    from onrecord.settings import who

    with open_record(door.folder, create=False) as record:
        name = version(record, letter_meant(letter)).letter
        to = version(record, name, chosen["consented_to"]) if chosen["consented_to"] else None
        preview = preview_list(record, name, file)
        entered = (
            enter_list(
                record, name, preview, who=who(chosen["who"]).name, to=to, alike_too=chosen["alike_too"]
            )
            if chosen["enter"]
            else []
        )
    if chosen["as_json"]:
        told = [signatory_as_json(one) for one in entered]
        print_json({**preview_as_json(preview), "entered": told})
    else:
        _tell(preview)
        if chosen["enter"]:
            click.echo(f"{counted(len(entered), 'signatory', 'signatories')} entered.")
        else:
            click.echo("Nothing was entered. To enter the new rows, add --enter.")
    if preview.count("broken"):
        click.get_current_context().exit(1)


_VERDICTS = {
    "new": "new",
    "held": "on the list already",
    "twice": "twice in the file",
    "alike": "much alike: decide (--alike-too enters it)",
    "broken": "cannot be entered",
}


def _tell(preview: Preview) -> None:
    for problem in preview.problems:
        click.echo(f"{preview.file}: {problem}", err=True)
    if preview.unknown:
        click.echo(f"{preview.file}: columns that are not read: {', '.join(preview.unknown)}", err=True)
    print_table(
        ("row", "verdict", "kind", "name", "consent", "why"),
        [
            (
                str(row.number),
                _VERDICTS[row.verdict],
                row.kind,
                " / ".join(row.names.values()),
                "consents" if row.consents else "",
                row.reason or row.like,
            )
            for row in preview.rows
        ],
    )
