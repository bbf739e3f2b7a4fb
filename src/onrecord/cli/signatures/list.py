"""`onrecord signatures list`: a letter's versions, and who stands how to one of them."""

from __future__ import annotations

import click

from onrecord.cli.door import Door, json_option, pass_door, record_option
from onrecord.cli.printing import print_json, print_table
from onrecord.cli.signatures.options import letter_meant, version_option

EPILOG = """\b
Examples:
  onrecord signatures list spring
  onrecord signatures list spring --version 1f2e3d4c    how everybody stands to an earlier version
  onrecord signatures list spring --json"""

STANDINGS = {
    "signed": "signed",
    "ask_again": "must be asked again",
    "invited": "invited",
    "withdrawn": "withdrew",
}


@click.command(epilog=EPILOG)
@click.argument("letter")
@version_option("To which version they stand")
@record_option
@json_option
@pass_door
def command(door: Door, *, letter: str, sha256: str, as_json: bool) -> None:
    """List the versions of a letter that are kept, and how everybody stands to one of them.

    Only who signed exactly these words is printed below the letter.
    """
    from onrecord.letters.signing.as_json import list_as_json
    from onrecord.letters.signing.signatories import standings
    from onrecord.letters.signing.versions import version, versions
    from onrecord.record.record import open_record

    with open_record(door.folder, create=False) as record:
        name = letter_meant(letter)
        shown = version(record, name, sha256)
        kept = versions(record, name)
        signed = standings(record, shown)
    if as_json:
        print_json(list_as_json(shown, kept, signed))
        return
    for one in kept:
        mark = "*" if one == shown else " "
        click.echo(f"{mark} {one.sha256[:12]}  {one.kept[:10]}  {', '.join(one.texts)}  {one.title}")
    if not signed:
        click.echo(f"Nobody is on the list yet. Enter one: onrecord signatures add {name} --name-en NAME")
        return
    print_table(
        ("no.", "standing", "kind", "English", "Korean", "detail"),
        [
            (
                str(one.id),
                STANDINGS[standing.value],
                one.kind,
                one.names.get("en", ""),
                one.names.get("ko", ""),
                " / ".join(one.details.values()),
            )
            for one, standing in signed
        ],
    )
